/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The list of clients beside the record of one. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-clients-page.h"

#include "loket-accessible.h"
#include "loket-client-list.h"
#include "loket-client-tile.h"
#include "loket-dossier-view.h"
#include "loket-session-view.h"
#include "loket-split-view.h"

#include <glib/gi18n.h>

struct _LoketClientsPage
{
  AdwBin parent_instance;

  GtkStack *pages;
  LoketSplitView *split_view;
  GtkBox *scope_box;
  GtkDropDown *whose;
  GtkDropDown *state;
  GtkLabel *summary;
  GtkStack *list_stack;
  GtkListView *list_view;
  AdwStatusPage *nobody;
  GtkButton *everybody_button;
  GtkStack *record_stack;
  LoketDossierView *dossier_view;

  LoketDesk *desk;
  LoketOpenForms *forms;           /* (nullable): until there is a file for them */
  LoketHabits *habits;
  LoketSessionView *session_view;  /* (nullable): until the first session; borrowed: a page */
  LoketClientList *list;
  GtkSingleSelection *selection;
  char *text;              /* (nullable): what is sought */
  gboolean open_first;     /* whether the first hit is to be opened once it is there */
  gboolean has_new_scope;  /* whether the list is to be shown from its beginning */
  char *shown_id;          /* (nullable): the client whose record is on the right */
  gboolean wants_session;  /* whether a session begins with the next record that is loaded */
  char *planned_id;        /* (nullable): the appointment of that session; "" for none */
  gboolean wants_focus;    /* whether a person chose the client in the list */
};

G_DEFINE_FINAL_TYPE (LoketClientsPage, loket_clients_page, ADW_TYPE_BIN)

static gboolean
is_searching (LoketClientsPage *self)
{
  return self->text != NULL && *self->text != '\0';
}

static void
apply_scope (LoketClientsPage *self)
{
  self->has_new_scope = TRUE;
  loket_client_list_set_scope (self->list, self->text,
                               gtk_drop_down_get_selected (self->whose) == 0,
                               gtk_drop_down_get_selected (self->state) == 0);
}

static void
scope_changed_cb (LoketClientsPage *self)
{
  if (self->list != NULL)
    apply_scope (self);
}

static char *
format_summary (LoketClientsPage *self,
                guint             n)
{
  if (is_searching (self) && loket_client_list_is_cut_off (self->list))
    return g_strdup_printf (_("More than %'u found, the best first"), n - 1);
  if (is_searching (self))
    return g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
  if (gtk_drop_down_get_selected (self->state) == 0)
    return g_strdup_printf (ngettext ("%'u client with an open trajectory",
                                      "%'u clients with an open trajectory", n), n);

  return g_strdup_printf (ngettext ("%'u client", "%'u clients", n), n);
}

static void
show_nobody (LoketClientsPage *self)
{
  gboolean narrowed = gtk_drop_down_get_selected (self->whose) == 0
                      || gtk_drop_down_get_selected (self->state) == 0;
  g_autofree char *escaped = g_markup_escape_text (self->text != NULL ? self->text : "", -1);
  g_autofree char *nothing = NULL;

  /* Translators: what a person typed in the search entry. */
  nothing = g_strdup_printf (_("“%s” is in no name, number, e-mail address or note, nor at the "
                               "beginning or end of a telephone number. Try fewer letters or "
                               "words, or add the client."), escaped);
  adw_status_page_set_title (self->nobody, is_searching (self) ? _("Nobody Found")
                                                               : _("No Clients Here"));
  adw_status_page_set_description (self->nobody, is_searching (self)
                                                   ? nothing
                                                   : _("Nobody has an open trajectory with you."));
  if (!is_searching (self) && !narrowed)
    adw_status_page_set_description (self->nobody, _("The first client is a key away: Ctrl+N."));
  gtk_widget_set_visible (GTK_WIDGET (self->everybody_button), !is_searching (self) && narrowed);
  gtk_stack_set_visible_child_name (self->list_stack, "nobody");
}

static LoketClientItem *
get_item (LoketClientsPage *self,
          guint             position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

static void
open_position (LoketClientsPage *self,
               guint             position)
{
  g_autoptr (LoketClientItem) item = get_item (self, position);
  const LoketNote *note;

  if (item == NULL || loket_client_item_get_id (item) == NULL)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  note = loket_client_item_get_row (item)->note;
  self->wants_focus = note == NULL;
  loket_clients_page_show_client (self, loket_client_item_get_id (item));
  if (note != NULL)
    loket_dossier_view_show_event (self->dossier_view, note->id);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Marks the client on the right in the list, when the list has loaded the line. */
static void
select_shown (LoketClientsPage *self)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->list)), 50);

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; self->shown_id != NULL && i < n; i++)
    {
      g_autoptr (LoketClientItem) item = get_item (self, i);

      if (g_strcmp0 (loket_client_item_get_id (item), self->shown_id) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
list_loaded_cb (LoketClientsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *summary = format_summary (self, n);

  gtk_label_set_label (self->summary, summary);
  if (n == 0)
    show_nobody (self);
  else
    gtk_stack_set_visible_child_name (self->list_stack, "list");

  if (self->has_new_scope)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)),
                              0);
  self->has_new_scope = FALSE;

  if (self->open_first && n > 0)
    open_position (self, 0);
  else
    select_shown (self);
  self->open_first = FALSE;
}

static void
list_problem_cb (LoketClientsPage *self,
                 const char       *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", sentence);
}

static void
client_activated_cb (LoketClientsPage *self,
                     guint             position)
{
  open_position (self, position);
}

static void
show_everybody_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LoketClientsPage *self = LOKET_CLIENTS_PAGE (widget);

  gtk_drop_down_set_selected (self->whose, 1);
  gtk_drop_down_set_selected (self->state, 1);
}

/* The client was removed, by undoing or by another program. */
static void
close_record_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LoketClientsPage *self = LOKET_CLIENTS_PAGE (widget);

  g_clear_pointer (&self->shown_id, g_free);
  gtk_stack_set_visible_child_name (self->record_stack, "none");
  loket_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_activate_action (widget, "win.update-back", NULL);
}

static gboolean
is_in_session (LoketClientsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "session") == 0;
}

static void
close_session (LoketClientsPage *self)
{
  gtk_stack_set_visible_child_name (self->pages, "browse");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);
}

static void
session_left_cb (LoketClientsPage *self)
{
  close_session (self);
  loket_dossier_view_focus_session (self->dossier_view);
}

static void
session_saved_cb (LoketClientsPage *self,
                  const char       *sentence,
                  const char       *act)
{
  session_left_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "(ss)", sentence, act);
}

/* Most windows never see a session: its many widgets are made when the first one begins. */
static void
make_session_view (LoketClientsPage *self)
{
  if (self->session_view != NULL)
    return;

  self->session_view = g_object_new (LOKET_TYPE_SESSION_VIEW, NULL);
  loket_session_view_set_desk (self->session_view, self->desk, self->forms, self->habits);
  g_signal_connect_object (self->session_view, "saved", G_CALLBACK (session_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_view, "left", G_CALLBACK (session_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->session_view), "session");
}

static void
open_session (LoketClientsPage *self)
{
  make_session_view (self);
  self->wants_session = FALSE;
  loket_session_view_open (self->session_view,
                           loket_dossier_view_get_dossier (self->dossier_view),
                           self->planned_id);
  gtk_stack_set_visible_child_name (self->pages, "session");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);
}

static void
dossier_loaded_cb (LoketClientsPage *self)
{
  if (self->wants_session)
    open_session (self);
  else if (self->wants_focus)
    loket_dossier_view_focus_session (self->dossier_view);
  self->wants_focus = FALSE;
}

static void
setup_tile_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, loket_client_tile_new ());
}

static void
bind_tile_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item,
              LoketClientsPage   *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  loket_client_tile_set_item (LOKET_CLIENT_TILE (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              loket_desk_get_rules (self->desk), today.text);
}

static void
unbind_tile_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item)
{
  loket_client_tile_set_item (LOKET_CLIENT_TILE (gtk_list_item_get_child (list_item)), NULL, NULL,
                              "");
}

static void
set_up_list (LoketClientsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_tile_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_tile_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_tile_cb), NULL);

  self->list = loket_client_list_new (self->desk);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (list_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "problem", G_CALLBACK (list_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::counsellor", G_CALLBACK (apply_scope), self,
                           G_CONNECT_SWAPPED);

  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  apply_scope (self);
}

static void
loket_clients_page_dispose (GObject *object)
{
  LoketClientsPage *self = LOKET_CLIENTS_PAGE (object);

  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CLIENTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->forms);
  g_clear_object (&self->habits);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_clients_page_parent_class)->dispose (object);
}

static void
loket_clients_page_finalize (GObject *object)
{
  LoketClientsPage *self = LOKET_CLIENTS_PAGE (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->shown_id, g_free);
  g_clear_pointer (&self->planned_id, g_free);

  G_OBJECT_CLASS (loket_clients_page_parent_class)->finalize (object);
}

static void
loket_clients_page_class_init (LoketClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_clients_page_dispose;
  object_class->finalize = loket_clients_page_finalize;

  g_type_ensure (LOKET_TYPE_SPLIT_VIEW);
  g_type_ensure (LOKET_TYPE_DOSSIER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, scope_box);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, whose);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, state);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, everybody_button);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, record_stack);
  gtk_widget_class_bind_template_child (widget_class, LoketClientsPage, dossier_view);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossier_loaded_cb);
  gtk_widget_class_install_action (widget_class, "clients.show-everybody", NULL,
                                   show_everybody_action);
  gtk_widget_class_install_action (widget_class, "clients.close-record", NULL,
                                   close_record_action);
}

static void
folded_cb (LoketClientsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);
}

static void
loket_clients_page_init (LoketClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_follow_stack (self->pages);
  loket_accessible_follow_stack (self->list_stack);
  loket_accessible_follow_stack (self->record_stack);
  loket_accessible_label_drop_down (self->whose, _("Whose clients"));
  loket_accessible_label_drop_down (self->state, _("Which trajectories"));
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
loket_clients_page_new (LoketDesk *desk)
{
  LoketClientsPage *self = g_object_new (LOKET_TYPE_CLIENTS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->habits = loket_habits_new (desk);
  loket_dossier_view_set_desk (self->dossier_view, desk);
  set_up_list (self);

  return GTK_WIDGET (self);
}

/**
 * loket_clients_page_search:
 * @text: what was typed so far; an empty text shows the list again
 */
void
loket_clients_page_search (LoketClientsPage *self,
                           const char       *text)
{
  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  g_free (self->text);
  self->text = g_strdup (text);
  self->open_first = FALSE;
  if (is_searching (self))
    close_session (self);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_box), !is_searching (self));
  if (is_searching (self))
    loket_split_view_set_show_content (self->split_view, FALSE);
  apply_scope (self);
}

/**
 * loket_clients_page_open_first:
 *
 * Opens the first client in the list, as soon as the list is what was sought.
 */
void
loket_clients_page_open_first (LoketClientsPage *self)
{
  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  if (loket_client_list_is_loading (self->list))
    self->open_first = TRUE;
  else
    open_position (self, 0);
}

void
loket_clients_page_focus_list (LoketClientsPage *self)
{
  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

void
loket_clients_page_show_client (LoketClientsPage *self,
                                const char       *client_id)
{
  g_autofree char *id = g_strdup (client_id);

  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  self->wants_session = FALSE;
  close_session (self);
  g_free (self->shown_id);
  self->shown_id = g_steal_pointer (&id);
  loket_dossier_view_show_client (self->dossier_view, self->shown_id);
  gtk_stack_set_visible_child_name (self->record_stack, "record");
  loket_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);
}

/**
 * loket_clients_page_set_forms:
 * @forms: where what is typed during a session is kept
 */
void
loket_clients_page_set_forms (LoketClientsPage *self,
                              LoketOpenForms   *forms)
{
  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  g_set_object (&self->forms, forms);
}

/**
 * loket_clients_page_log_session:
 * @client_id: the id of a client
 * @planned_id: the id of the appointment that was held; "" for none
 *
 * Begins a session with a client, or goes on with the one that is open.
 */
void
loket_clients_page_log_session (LoketClientsPage *self,
                                const char       *client_id,
                                const char       *planned_id)
{
  LoketClient *client;

  g_return_if_fail (LOKET_IS_CLIENTS_PAGE (self));

  g_free (self->planned_id);
  self->planned_id = g_strdup (planned_id);
  client = loket_dossier_view_get_client (self->dossier_view);
  if (client == NULL || g_strcmp0 (loket_record_get_id (LOKET_RECORD (client)), client_id) != 0)
    {
      loket_clients_page_show_client (self, client_id);
      self->wants_session = TRUE;
      return;
    }

  open_session (self);
}

/**
 * loket_clients_page_get_shown_id:
 *
 * Returns: (transfer none) (nullable): the id of the client whose record is on the right
 */
const char *
loket_clients_page_get_shown_id (LoketClientsPage *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENTS_PAGE (self), NULL);

  return self->shown_id;
}

/**
 * loket_clients_page_get_client:
 *
 * Returns: (transfer none) (nullable): the client whose record is on the right
 */
LoketClient *
loket_clients_page_get_client (LoketClientsPage *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENTS_PAGE (self), NULL);

  return loket_dossier_view_get_client (self->dossier_view);
}

/**
 * loket_clients_page_can_go_back:
 *
 * Returns: whether the record covers the list, or a session the record
 */
gboolean
loket_clients_page_can_go_back (LoketClientsPage *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENTS_PAGE (self), FALSE);

  return is_in_session (self)
         || (loket_split_view_get_folded (self->split_view)
             && loket_split_view_get_show_content (self->split_view));
}

/**
 * loket_clients_page_go_back:
 *
 * Returns: whether the list came back from under the record, or the record from under a session
 */
gboolean
loket_clients_page_go_back (LoketClientsPage *self)
{
  gboolean covered = loket_clients_page_can_go_back (self);

  if (covered && is_in_session (self))
    close_session (self);
  else if (covered)
    loket_split_view_set_show_content (self->split_view, FALSE);

  return covered;
}
