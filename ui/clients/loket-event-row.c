/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders an event; what lies behind it is made when the row opens. */

#include "loketten-config.h"

#include "loket-event-row.h"

#include "loket-assessment-words.h"
#include "loket-event-deeds.h"
#include "loket-event-lock.h"
#include "loket-event-work.h"
#include "loket-field-words.h"
#include "loket-sentences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* Pixels for what an appointment is, beside its outcomes. */
#define NARROW_WORDS 130

struct _LoketEventRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *what;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *state_box;
  GtkWidget *warning;
  GtkLabel *state;
  GtkButton *next;
  GtkBox *others;
  GtkImage *arrow;
  GtkWidget *details;  /* (nullable): until the row opens */

  LoketEvent *event;
  LoketDossier *dossier;
  LoketCodes *codes;
};

G_DEFINE_FINAL_TYPE (LoketEventRow, loket_event_row, GTK_TYPE_LIST_BOX_ROW)

static void
activate_with_key (LoketEventRow *self,
                   const char    *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", loket_event_get_key (self->event));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  const char *action;

  g_variant_get (arguments, "(&s)", &action);
  activate_with_key (LOKET_EVENT_ROW (widget), action);

  return TRUE;
}

static void
loket_event_row_dispose (GObject *object)
{
  LoketEventRow *self = LOKET_EVENT_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_EVENT_ROW);
  g_clear_object (&self->event);
  g_clear_object (&self->dossier);
  g_clear_object (&self->codes);

  G_OBJECT_CLASS (loket_event_row_parent_class)->dispose (object);
}

static void
loket_event_row_class_init (LoketEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_event_row_dispose;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, what);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, title);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, warning);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, state);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, next);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, others);
  gtk_widget_class_bind_template_child (widget_class, LoketEventRow, arrow);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, key_cb, "(s)", "timeline.correct");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, key_cb, "(s)",
                                "timeline.pin", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F3, 0, key_cb, "(s)", "timeline.next");
}

static void
loket_event_row_init (LoketEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a test takes beside others, before the strip of its stages. */
static char *
format_subtitle (LoketEvent   *event,
                 LoketDossier *dossier)
{
  LoketRecord *record = loket_event_get_record (event);
  const char *subtitle = loket_event_get_subtitle (event);
  g_autofree char *usual = NULL;
  LoketStageDays days;

  if (!loket_event_is_open (event) || loket_event_get_kind (event) != LOKET_EVENT_ASSESSMENT)
    return g_strdup (subtitle);

  days = loket_dossier_get_stage_days (dossier, record);
  usual = loket_assessment_words_format_usual (&days);

  return g_strdup_printf ("%s\n%s", usual, subtitle);
}

static char *
format_state (LoketEvent   *event,
              LoketDossier *dossier,
              const char   *today,
              gboolean     *is_late)
{
  const char *date = loket_event_get_date (event);
  const LoketRules *rules = loket_dossier_get_rules (dossier);

  if (!loket_event_is_open (event))
    return loket_sentences_format_short_day (date);
  if (loket_event_get_kind (event) == LOKET_EVENT_ASSESSMENT)
    return loket_assessment_words_format_days (loket_event_get_record (event), rules, today);

  return loket_sentences_format_due (date, rules, today, is_late);
}

/* An action that can be activated would make its button sensitive again. */
static void
lock_button (GtkWidget *button)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_widget_set_sensitive (button, FALSE);
}

static void
render (LoketEventRow *self,
        const char    *today)
{
  gboolean is_late = FALSE;
  g_autofree char *state = format_state (self->event, self->dossier, today, &is_late);
  g_autofree char *subtitle = format_subtitle (self->event, self->dossier);
  g_autofree char *next = loket_event_deeds_format_next (self->event);
  gboolean is_locked = loket_event_lock_is_set (self->event, self->dossier);
  g_autofree char *name = NULL;

  gtk_image_set_from_icon_name (self->icon, loket_event_get_icon_name (self->event));
  gtk_label_set_label (self->title, loket_event_get_title (self->event));
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_label_set_label (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (self->warning, is_late);
  gtk_widget_add_css_class (self->state_box, is_late ? "error" : "dim-label");

  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  gtk_button_set_label (self->next, next != NULL ? next : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "s",
                                    loket_event_get_key (self->event));
  if (is_locked)
    lock_button (GTK_WIDGET (self->next));

  name = g_strdup_printf ("%s, %s", loket_event_get_title (self->event),
                          state != NULL ? state : "");
  loket_event_work_append_buttons (self->event, today, is_locked, self->others);
  /* Three outcomes have a place beside the few words of an appointment. */
  if (loket_event_get_kind (self->event) == LOKET_EVENT_SESSION
      && gtk_widget_get_visible (GTK_WIDGET (self->others)))
    gtk_widget_set_size_request (self->what, NARROW_WORDS, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

/* A caption and what stands under it. */
static void
add_fact (GtkBox     *box,
          const char *title,
          const char *text)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (fact), heading);
  gtk_box_append (GTK_BOX (fact), label);
  gtk_box_append (box, fact);
}

/* Whose record it is, everybody sees; what only the program needs, nobody wants to. */
static gboolean
is_told (const LoketField *field)
{
  if (field->flags & (LOKET_FIELD_DERIVED | LOKET_FIELD_TACIT))
    return FALSE;

  return field->type != LOKET_FIELD_REFERENCE || g_str_equal (field->list, "counsellor");
}

static char *
format_field (LoketEventRow *self,
              guint          field)
{
  LoketRecord *record = loket_event_get_record (self->event);
  const LoketKind *kind = loket_record_get_kind (record);
  const char *value = loket_record_get_value (record, field);

  if (value == NULL || !is_told (&kind->fields[field]))
    return NULL;
  if (kind->fields[field].type == LOKET_FIELD_REFERENCE)
    return g_strdup (loket_dossier_get_counsellor_name (self->dossier, value));

  return loket_field_words_format (self->codes, kind, field, value);
}

/* Short facts stand side by side, texts under each other. */
static void
add_facts (LoketEventRow *self)
{
  const LoketKind *kind = loket_record_get_kind (loket_event_get_record (self->event));
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (facts, loket_wrap_layout_new (24, 12));
  gtk_box_append (GTK_BOX (self->details), facts);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *words = format_field (self, i);
      gboolean is_text = kind->fields[i].type == LOKET_FIELD_TEXT;

      if (words != NULL)
        add_fact (GTK_BOX (is_text ? self->details : facts), loket_kind_get_field_title (kind, i),
                  words);
    }
}

static void
add_button (LoketEventRow *self,
            GtkWidget     *box,
            const char    *label,
            const char    *tooltip,
            const char    *action,
            gboolean       is_locked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    loket_event_get_key (self->event));
  if (is_locked)
    lock_button (button);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_lock (LoketEventRow *self)
{
  GtkWidget *label = gtk_label_new (loket_event_lock_get_sentence ());

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->details), label);
}

/* What a counsellor pinned can be let go of; what is a milestone by itself cannot. */
static void
add_deeds (LoketEventRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *jump = loket_event_deeds_format_jump (self->event);
  gboolean is_locked = loket_event_lock_is_set (self->event, self->dossier);

  if (is_locked)
    add_lock (self);
  gtk_widget_set_layout_manager (box, loket_wrap_layout_new (6, 6));
  if (jump != NULL)
    add_button (self, box, jump, NULL, "timeline.pass", is_locked);
  add_button (self, box, _("Correct…"), _("Correct (F2)"), "timeline.correct", is_locked);
  if (loket_event_deeds_has_promise (self->event))
    add_button (self, box, _("Correct the Promise…"), _("What was promised, and what became of it"),
                "timeline.correct-promise", is_locked);
  if (loket_event_get_kind (self->event) != LOKET_EVENT_TRAJECTORY)
    add_button (self, box, _("Milestone"), _("Pin among the milestones, or let go (Ctrl+M)"),
                "timeline.pin", is_locked);
  add_button (self, box, _("Changes"), _("Who changed this, and when"), "timeline.history",
              FALSE);
  gtk_box_append (GTK_BOX (self->details), box);
}

/**
 * loket_event_row_new:
 * @event: an event
 * @dossier: of whom it is
 * @codes: the office's lists
 * @today: YYYY-MM-DD
 */
GtkWidget *
loket_event_row_new (LoketEvent   *event,
                     LoketDossier *dossier,
                     LoketCodes   *codes,
                     const char   *today)
{
  LoketEventRow *self = g_object_new (LOKET_TYPE_EVENT_ROW, NULL);

  self->event = g_object_ref (event);
  self->dossier = g_object_ref (dossier);
  self->codes = g_object_ref (codes);
  render (self, today);

  return GTK_WIDGET (self);
}

/**
 * loket_event_row_dup_words:
 * @event: an event
 * @dossier: of whom it is
 * @codes: the office's lists
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): all that a row of the event depends on, also what it shows when it
 *   opens; not for people
 */
char *
loket_event_row_dup_words (LoketEvent   *event,
                           LoketDossier *dossier,
                           LoketCodes   *codes,
                           const char   *today)
{
  LoketRecord *record = loket_event_get_record (event);
  const char *counsellor = loket_dossier_get_counsellor_name (
    dossier, loket_event_get_counsellor_id (event));
  gboolean is_late = FALSE;
  g_autofree char *subtitle = format_subtitle (event, dossier);
  g_autofree char *state = format_state (event, dossier, today, &is_late);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %d %d %p %s %s\n%s\n%s\n%s\n%s",
                          loket_event_get_key (event), loket_record_get_version (record),
                          loket_event_is_open (event), loket_event_lock_is_set (event, dossier),
                          (void *) codes, today, loket_event_get_date (event),
                          loket_event_get_title (event), subtitle != NULL ? subtitle : "",
                          state != NULL ? state : "", counsellor != NULL ? counsellor : "");
}

/**
 * loket_event_row_set_event:
 * @event: an event as it is now, of which the row shows all that there is
 * @dossier: of whom it is
 */
void
loket_event_row_set_event (LoketEventRow *self,
                           LoketEvent    *event,
                           LoketDossier  *dossier)
{
  g_return_if_fail (LOKET_IS_EVENT_ROW (self));

  g_set_object (&self->event, event);
  g_set_object (&self->dossier, dossier);
}

/**
 * loket_event_row_get_event:
 *
 * Returns: (transfer none): what the row shows
 */
LoketEvent *
loket_event_row_get_event (LoketEventRow *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT_ROW (self), NULL);

  return self->event;
}

/**
 * loket_event_row_is_open:
 *
 * Returns: whether everything about the event is shown
 */
gboolean
loket_event_row_is_open (LoketEventRow *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT_ROW (self), FALSE);

  return self->details != NULL && gtk_widget_get_visible (self->details);
}

void
loket_event_row_set_open (LoketEventRow *self,
                          gboolean       is_open)
{
  GtkWidget *box;

  g_return_if_fail (LOKET_IS_EVENT_ROW (self));

  if (is_open && self->details == NULL)
    {
      box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
      self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_widget_add_css_class (self->details, "details");
      gtk_box_append (GTK_BOX (box), self->details);
      add_facts (self);
      add_deeds (self);
    }
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, is_open);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}
