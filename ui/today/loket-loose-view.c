/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 * Says who it is about, how it stands, and what it came from. */

#include "loketten-config.h"

#include "loket-loose-view.h"

#include "loket-error.h"
#include "loket-origin.h"
#include "loket-sentences.h"
#include "loket-session-form.h"
#include "loket-work-sentences.h"

#include <glib/gi18n.h>

struct _LoketLooseView
{
  AdwBin parent_instance;

  GtkWidget *card;
  GtkWidget *state;
  GtkImage *state_icon;
  GtkLabel *state_text;
  GtkLabel *name;
  GtkLabel *what;
  GtkWidget *note_box;
  GtkLabel *note_heading;
  GtkLabel *note;
  GtkListBox *facts;

  LoketDesk *desk;            /* (nullable): until there is something to show */
  LoketWorkItem *item;        /* (nullable): what is shown, when it is work */
  GCancellable *of_origin;    /* of the reading that is under way */
};

G_DEFINE_FINAL_TYPE (LoketLooseView, loket_loose_view, ADW_TYPE_BIN)

static void
add_fact (LoketLooseView *self,
          const char     *title,
          const char     *value)
{
  GtkWidget *row = adw_action_row_new ();

  if (value == NULL)
    return;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_list_box_append (self->facts, g_object_ref_sink (row));
  g_object_unref (row);
}

static void
show_facts (LoketLooseView  *self,
            const LoketWork *work,
            const char      *next_session)
{
  g_autofree char *day = next_session != NULL ? loket_sentences_format_day (next_session) : NULL;
  g_autofree char *next = NULL;
  GtkWidget *child;

  if (day != NULL)
    /* Translators: a day and a time: "Thursday 4 December, 10:00". */
    next = g_strdup_printf (_("%s, %s"), day, next_session + LOKET_DATE_LENGTH + 1);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_list_box_remove (self->facts, child);
  if (work != NULL)
    {
      add_fact (self, _("Next appointment"), next);
      add_fact (self, _("Telephone"), work->phone);
      add_fact (self, _("E-mail"), work->email);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts),
                          gtk_widget_get_first_child (GTK_WIDGET (self->facts)) != NULL);
}

static void
origin_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketLooseView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketOrigin) origin = loket_desk_load_origin_finish (LOKET_DESK (object), result,
                                                                  &error);
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  /* Of what is gone by now there is nothing to tell. */
  if (origin == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
  if (origin == NULL || self->item == NULL)
    return;

  show_facts (self, loket_work_item_get (self->item), origin->next_session);
  gtk_widget_set_visible (self->note_box, origin->note != NULL);
  if (origin->note == NULL)
    return;

  day = loket_sentences_format_day (origin->noted_on);
  /* Translators: the day of a session: "Friday 21 November". */
  heading = g_strdup_printf (_("From the note of %s"), day);
  gtk_label_set_label (self->note_heading, heading);
  gtk_label_set_label (self->note, origin->note);
}

static void
load_origin (LoketLooseView *self,
             LoketWorkItem  *item)
{
  g_cancellable_cancel (self->of_origin);
  g_clear_object (&self->of_origin);
  g_set_object (&self->item, item);
  gtk_widget_set_visible (self->note_box, FALSE);
  if (item == NULL)
    return;

  self->of_origin = g_cancellable_new ();
  loket_desk_load_origin_async (self->desk, item, self->of_origin, origin_loaded_cb,
                                g_object_ref (self));
}

static void
show_state (LoketLooseView *self,
            LoketLooseEnd  *end)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  LoketWorkItem *item = loket_loose_end_get_item (end);
  LoketWorkWords words = { NULL, "document-edit-symbolic", NULL };
  const char *classes[] = { NULL, NULL };

  if (item != NULL)
    words = loket_work_sentences_format_state (loket_work_item_get (item), self->desk, now.text);
  else
    words.text = g_strdup (_("session not saved"));
  classes[0] = words.style;
  gtk_widget_set_css_classes (self->state, classes);
  gtk_label_set_label (self->state_text, words.text);
  gtk_image_set_from_icon_name (self->state_icon, words.icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), words.icon_name != NULL);
  g_free (words.text);
}

/* An appointment is known by its time. */
static char *
format_work (const LoketWork *work,
             LoketCodes      *codes,
             const char      *now)
{
  g_autofree char *what = loket_work_sentences_format_what (work, codes, now);

  if (work->type != LOKET_WORK_APPOINTMENT)
    return g_steal_pointer (&what);

  return g_strdup_printf ("%s, %s", work->at + LOKET_DATE_LENGTH + 1, what);
}

static char *
format_what (LoketLooseView *self,
             LoketLooseEnd  *end)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  LoketWorkItem *item = loket_loose_end_get_item (end);

  if (item != NULL)
    return format_work (loket_work_item_get (item), loket_desk_get_codes (self->desk), now.text);

  /* Translators: when a session that was typed and not saved began: a date and a time. */
  return g_strdup_printf (_("A session of %s, %s, was typed and not saved"),
                          loket_form_get_text (loket_open_form_get_form (
                                                 loket_loose_end_get_form (end)),
                                               LOKET_SESSION_FORM_DATE),
                          loket_form_get_text (loket_open_form_get_form (
                                                 loket_loose_end_get_form (end)),
                                               LOKET_SESSION_FORM_START));
}

static void
loket_loose_view_dispose (GObject *object)
{
  LoketLooseView *self = LOKET_LOOSE_VIEW (object);

  g_cancellable_cancel (self->of_origin);
  g_clear_object (&self->of_origin);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_LOOSE_VIEW);
  g_clear_object (&self->item);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_loose_view_parent_class)->dispose (object);
}

static void
loket_loose_view_class_init (LoketLooseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_loose_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-loose-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, card);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, state);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, state_text);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, name);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, what);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, note_box);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, note_heading);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, note);
  gtk_widget_class_bind_template_child (widget_class, LoketLooseView, facts);
}

static void
loket_loose_view_init (LoketLooseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_loose_view_show:
 * @end: what is shown from now on, and gets the focus, so that it is read out and keys are heard
 */
void
loket_loose_view_show (LoketLooseView *self,
                       LoketDesk      *desk,
                       LoketLooseEnd  *end)
{
  LoketWorkItem *item = loket_loose_end_get_item (end);
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LOKET_IS_LOOSE_VIEW (self));

  g_set_object (&self->desk, desk);
  what = format_what (self, end);
  show_state (self, end);
  gtk_label_set_label (self->name, loket_loose_end_get_name (end));
  gtk_label_set_label (self->what, what);
  show_facts (self, item != NULL ? loket_work_item_get (item) : NULL, NULL);
  load_origin (self, item);
  label = g_strdup_printf ("%s, %s, %s", loket_loose_end_get_name (end), what,
                           gtk_label_get_label (self->state_text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_grab_focus (self->card);
}
