/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One line that keeps its place under the notes; nothing is recorded without the key. */

#include "loketten-config.h"

#include "loket-promise-bar.h"

#include "loket-sentences.h"
#include "loket-session-form.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketPromiseBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *sentence;
  GtkWidget *key;
  GtkWidget *record;

  LoketForm *form;      /* (nullable), borrowed: the session's */
  LoketDesk *desk;
  LoketNoteView *note;  /* (nullable): in which the cursor stands */
};

G_DEFINE_FINAL_TYPE (LoketPromiseBar, loket_promise_bar, ADW_TYPE_BIN)

static void
loket_promise_bar_dispose (GObject *object)
{
  LoketPromiseBar *self = LOKET_PROMISE_BAR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_PROMISE_BAR);
  g_clear_object (&self->note);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_promise_bar_parent_class)->dispose (object);
}

static void
loket_promise_bar_class_init (LoketPromiseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_promise_bar_dispose;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-promise-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseBar, key);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseBar, record);
}

static void
loket_promise_bar_init (LoketPromiseBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_promise_bar_set_form:
 * @form: (transfer none): the session in whose notes promises are made; outlives us, or is replaced
 */
void
loket_promise_bar_set_form (LoketPromiseBar *self,
                            LoketForm       *form,
                            LoketDesk       *desk)
{
  g_return_if_fail (LOKET_IS_PROMISE_BAR (self));

  self->form = form;
  g_set_object (&self->desk, desk);
}

/* "Tomorrow" in a note is the day after the session, whenever the note is read. */
static LoketDateText
get_day (LoketPromiseBar *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  LoketDateText day = loket_date_parse_past (loket_form_get_text (self->form,
                                                                  LOKET_SESSION_FORM_DATE),
                                             today.text);

  return day.text[0] != '\0' ? day : today;
}

/* "Tomorrow" and "this week" are those of the day of the appointment. */
static LoketNoteToday
get_today (LoketPromiseBar     *self,
           const LoketDateText *day)
{
  return (LoketNoteToday) {
    loket_desk_get_rules (self->desk), loket_desk_get_counsellor_id (self->desk), day->text,
  };
}

static GArray *
find_promises (LoketPromiseBar *self,
               LoketNoteView   *note)
{
  LoketDateText day = get_day (self);
  const LoketNoteToday now = get_today (self, &day);
  g_autofree char *text = loket_note_view_dup_text (note);

  return loket_promise_language_find (text, &now);
}

/**
 * loket_promise_bar_mark:
 * @note: a note
 *
 * Underlines the promises in a note.
 */
void
loket_promise_bar_mark (LoketPromiseBar *self,
                        LoketNoteView   *note)
{
  g_autoptr (GArray) findings = NULL;

  g_return_if_fail (LOKET_IS_PROMISE_BAR (self));

  findings = find_promises (self, note);
  loket_note_view_clear_marks (note);
  for (guint i = 0; i < findings->len; i++)
    {
      const LoketPromiseFinding *finding = &g_array_index (findings, LoketPromiseFinding, i);

      loket_note_view_mark (note, (int) finding->start, (int) finding->end);
    }
}

static void
say (LoketPromiseBar           *self,
     const LoketPromiseFinding *finding,
     gboolean                   is_recorded)
{
  g_autofree char *day = loket_sentences_format_day (finding->due_on.text);
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (is_recorded
                                /* Translators: the kind of a promise, and a day: "✓ Promise
                                 * recorded: call back, by Tuesday". */
                                ? _("✓ Promise recorded: %s, by %s")
                                /* Translators: the kind of a promise, and a day: "Promise
                                 * recognised: call back, by Tuesday". */
                                : _("Promise recognised: %s, by %s"),
                              loket_codes_get_label (loket_desk_get_codes (self->desk),
                                                     "promise_kind", finding->kind),
                              day);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->key, !is_recorded);
  gtk_widget_set_visible (self->record, !is_recorded);
}

/**
 * loket_promise_bar_follow:
 * @note: the note in which the cursor stands
 *
 * Says which promise stands at the cursor, and whether it is recorded.
 */
void
loket_promise_bar_follow (LoketPromiseBar *self,
                          LoketNoteView   *note)
{
  g_autoptr (GArray) findings = NULL;
  const LoketPromiseFinding *finding;
  g_autofree char *typed = NULL;
  g_autofree char *promise = NULL;

  g_return_if_fail (LOKET_IS_PROMISE_BAR (self));

  g_set_object (&self->note, note);
  findings = find_promises (self, note);
  finding = loket_promise_language_get_at (findings, (guint) loket_note_view_get_cursor (note));
  gtk_revealer_set_reveal_child (self->revealer, finding != NULL);
  if (finding == NULL)
    return;

  typed = loket_note_view_dup_text (note);
  promise = loket_promise_language_dup_text (typed, finding);
  say (self, finding, loket_session_form_has_promise (self->form, promise));
}

/**
 * loket_promise_bar_dup_promise:
 * @finding: (out): the promise at the cursor; of a sentence in which none was recognised, one of
 *   another kind
 *
 * Returns: (transfer full) (nullable): the text of the promise; NULL when no sentence is there, or
 *   its promise is in the form already
 */
char *
loket_promise_bar_dup_promise (LoketPromiseBar     *self,
                               LoketPromiseFinding *finding)
{
  LoketDateText day;
  LoketNoteToday now;
  g_autofree char *text = NULL;
  g_autofree char *promise = NULL;

  g_return_val_if_fail (LOKET_IS_PROMISE_BAR (self), NULL);

  if (self->note == NULL)
    return NULL;

  day = get_day (self);
  now = get_today (self, &day);
  text = loket_note_view_dup_text (self->note);
  if (!loket_promise_language_read_at (text, &now,
                                       (guint) loket_note_view_get_cursor (self->note), finding))
    return NULL;

  promise = loket_promise_language_dup_text (text, finding);

  return loket_session_form_has_promise (self->form, promise) ? NULL : g_steal_pointer (&promise);
}
