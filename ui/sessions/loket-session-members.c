/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row for each member, with a choice of what became of it; nothing while there are none. */

#include "loketten-config.h"

#include "loket-session-members.h"

#include "loket-accessible.h"
#include "loket-client-chooser.h"
#include "loket-session-form.h"

#include <glib/gi18n.h>

struct _LoketSessionMembers
{
  AdwBin parent_instance;

  GtkListBox *list;

  LoketForm *form;  /* (nullable), borrowed: the session's */
};

/* In the order of the choice. */
static const char *const states[] = { "held", "no_show", "cancelled" };

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionMembers, loket_session_members, ADW_TYPE_BIN)

static void render_rows (LoketSessionMembers *self);

static guint
get_position (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
state_selected_cb (LoketSessionMembers *self,
                   GParamSpec          *pspec,
                   GtkDropDown         *choice)
{
  guint position = get_position (GTK_WIDGET (choice));
  LoketFormMember member = loket_session_form_get_member (self->form, position);
  g_autofree char *client_id = g_strdup (member.client_id);
  g_autofree char *name = g_strdup (member.name);
  const LoketFormMember changed = { client_id, name,
                                    states[gtk_drop_down_get_selected (choice)] };

  loket_session_form_set_member (self->form, position, &changed);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
removed_cb (LoketSessionMembers *self,
            GtkWidget           *button)
{
  loket_session_form_remove_member (self->form, get_position (button));
  render_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_choice (LoketSessionMembers   *self,
               const LoketFormMember *member)
{
  const char *const labels[] = { _("Was there"), _("Did not come"), _("Cancelled in time"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_strcmp0 (states[i], member->state) == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
    }
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  /* Translators: the name of a client. */
  name = g_strdup_printf (_("Whether %s was there"), member->name);
  loket_accessible_label_drop_down (GTK_DROP_DOWN (choice), name);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (state_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return choice;
}

static GtkWidget *
create_remove_button (LoketSessionMembers   *self,
                      const LoketFormMember *member)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Translators: the name of a client. */
  g_autofree char *name = g_strdup_printf (_("Take %s out of the group"), member->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* Who is recorded already can be said not to have come, but was in the group. */
  gtk_widget_set_visible (button,
                          loket_form_get_value (self->form, LOKET_SESSION_FORM_RECORDED) == NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (LoketSessionMembers   *self,
         const LoketFormMember *member)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_choice (self, member));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self, member));
  gtk_list_box_append (self->list, row);
}

static void
render_rows (LoketSessionMembers *self)
{
  guint n = loket_session_form_get_n_members (self->form);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      LoketFormMember member = loket_session_form_get_member (self->form, i);

      add_row (self, &member);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
client_chosen_cb (LoketSessionMembers *self,
                  const char          *id,
                  const char          *name)
{
  const LoketFormMember member = { id, name, states[0] };

  if (loket_session_form_has_member (self->form, id))
    {
      /* Translators: the name of a client. */
      g_autofree char *sentence = g_strdup_printf (_("%s takes part already"), name);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", sentence);
      return;
    }

  loket_session_form_set_member (self->form, loket_session_form_get_n_members (self->form),
                                 &member);
  render_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loket_session_members_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_MEMBERS);

  G_OBJECT_CLASS (loket_session_members_parent_class)->dispose (object);
}

static void
loket_session_members_class_init (LoketSessionMembersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_members_dispose;

  /**
   * LoketSessionMembers::changed:
   *
   * A person changed something in the form.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-session-members.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionMembers, list);
}

static void
loket_session_members_init (LoketSessionMembers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_members_set_form:
 * @form: (transfer none): the form to fill in; outlives us, or is replaced
 */
void
loket_session_members_set_form (LoketSessionMembers *self,
                                LoketForm           *form)
{
  g_return_if_fail (LOKET_IS_SESSION_MEMBERS (self));

  self->form = form;
  render_rows (self);
}

/**
 * loket_session_members_ask:
 *
 * Asks for another client who takes part.
 */
void
loket_session_members_ask (LoketSessionMembers *self,
                           LoketDesk           *desk)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  LoketClientChooser *chooser;

  g_return_if_fail (LOKET_IS_SESSION_MEMBERS (self));

  chooser = loket_client_chooser_new (desk, parent, _("Who Else Takes Part?"));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (client_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}
