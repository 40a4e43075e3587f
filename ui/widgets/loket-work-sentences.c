/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts work into words: what is to be done, and how it stands. */

#include "loketten-config.h"

#include "loket-work-sentences.h"

#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

/* A label as it stands in the middle of a sentence: "By telephone" as "by telephone", but "UWV" and
 * "CV" as they are. */
static char *
put_in_sentence (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);
  const char *rest = label + strlen (first);

  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);

  return g_strconcat (lower, rest, NULL);
}

static gboolean
is_on_day (const char *moment,
           const char *now)
{
  return strncmp (moment, now, LOKET_DATE_LENGTH) == 0;
}

static char *
format_ordinal (int number)
{
  static const char *const ordinals[] = {
    N_("Intake"), N_("Second session"), N_("Third session"), N_("Fourth session"),
    N_("Fifth session"),
  };

  if (number <= (int) G_N_ELEMENTS (ordinals))
    return g_strdup (_(ordinals[number - 1]));

  /* Translators: the how manieth session with a client, from 6 on. */
  return g_strdup_printf (_("Session %d"), number);
}

static void
append_appointment (GString         *what,
                    const LoketWork *work,
                    LoketCodes      *codes)
{
  g_autofree char *ordinal = format_ordinal (work->count + 1);

  g_string_append (what, ordinal);
  if (work->channel != NULL)
    {
      g_autofree char *channel = put_in_sentence (loket_codes_get_label (codes, "channel",
                                                                         work->channel));

      g_string_append_printf (what, ", %s", channel);
    }
}

static void
append_aftercare (GString         *what,
                  const LoketWork *work,
                  const char      *label)
{
  int weeks = 0;

  if (work->closed_on != NULL)
    weeks = (loket_date_get_day (work->due_on) - loket_date_get_day (work->closed_on)) / 7;
  if (weeks <= 0)
    g_string_append (what, label);
  else
    /* Translators: first "After-care", then how long after the trajectory was closed. */
    g_string_append_printf (what, ngettext ("%s, %d week after closing",
                                            "%s, %d weeks after closing", (gulong) weeks),
                            label, weeks);
}

static void
append_attempts (GString         *what,
                 const LoketWork *work,
                 LoketCodes      *codes)
{
  if (work->count == 1)
    g_string_append (what, _(", second attempt"));
  else if (work->count == 2)
    g_string_append (what, _(", third attempt"));
  else if (work->count > 2)
    /* Translators: the how manieth attempt to reach a client, from 4 on. */
    g_string_append_printf (what, _(", attempt %d"), work->count + 1);
  if (work->count > 0 && work->part != NULL)
    g_string_append_printf (what, " %s", loket_codes_get_label (codes, "part_of_day", work->part));
}

static void
append_first_date (GString         *what,
                   const LoketWork *work)
{
  g_autofree char *day = NULL;

  if (strcmp (work->due_on, work->at) == 0)
    return;

  day = loket_sentences_format_short_day (work->due_on);
  /* Translators: the date that was agreed first: "Fri 14 Nov". */
  g_string_append_printf (what, _(", was %s"), day);
}

static void
append_contact (GString         *what,
                const LoketWork *work,
                LoketCodes      *codes)
{
  const char *label = loket_codes_get_label (codes, "contact_kind", work->kind);
  gboolean in_own_words = work->text != NULL
                          && (g_str_equal (work->kind, "callback")
                              || g_str_equal (work->kind, "other"));

  if (g_str_equal (work->kind, "aftercare"))
    append_aftercare (what, work, label);
  else if (in_own_words)
    g_string_append (what, work->text);
  else
    g_string_append (what, label);

  if (g_str_has_prefix (work->kind, "assessment") && work->assessment != NULL)
    {
      g_autofree char *test = put_in_sentence (loket_codes_get_label (codes, "assessment_kind",
                                                                      work->assessment));

      g_string_append_printf (what, ": %s", test);
    }
  if (!loket_work_is_open (work))
    return;

  append_attempts (what, work, codes);
  append_first_date (what, work);
}

static void
append_promise (GString         *what,
                const LoketWork *work,
                LoketCodes      *codes)
{
  g_autofree char *text = NULL;

  text = put_in_sentence (work->text != NULL
                            ? work->text
                            : loket_codes_get_label (codes, "promise_kind", work->kind));
  /* Translators: what the counsellor promised: "send the brochure". */
  g_string_append_printf (what, _("Promised: %s"), text);
  if (loket_work_is_open (work))
    append_first_date (what, work);
}

static void
append_assessment (GString         *what,
                   const LoketWork *work,
                   LoketCodes      *codes)
{
  g_autofree char *test = put_in_sentence (loket_codes_get_label (codes, "assessment_kind",
                                                                  work->kind));

  if (work->done_on != NULL)
    /* Translators: a kind of test: "aptitude test". */
    g_string_append_printf (what, _("Result not discussed yet: %s"), test);
  else
    /* Translators: a kind of test: "aptitude test". */
    g_string_append_printf (what, _("Waiting for the result: %s"), test);
}

static void
append_sign_up (GString         *what,
                const LoketWork *work)
{
  g_autofree char *day = loket_sentences_format_day (work->at);

  if (work->type == LOKET_WORK_UNTAKEN)
    /* Translators: "Friday 21 November". */
    g_string_append_printf (what, _("Signed up on %s"), day);
  else
    /* Translators: "Friday 21 November". */
    g_string_append_printf (what, _("First response, signed up on %s"), day);
}

/**
 * loket_work_sentences_format_what:
 * @work: something that asks for work
 * @codes: the lists of the office
 * @now: a moment
 *
 * Returns: (transfer full): what is to be done: "After-care, 6 weeks after closing"
 */
char *
loket_work_sentences_format_what (const LoketWork *work,
                                  LoketCodes      *codes,
                                  const char      *now)
{
  g_autoptr (GString) what = g_string_new (NULL);

  switch (work->type)
    {
    case LOKET_WORK_UNTAKEN:
    case LOKET_WORK_SIGN_UP:
      append_sign_up (what, work);
      break;
    case LOKET_WORK_APPOINTMENT:
      append_appointment (what, work, codes);
      break;
    case LOKET_WORK_CONTACT:
      append_contact (what, work, codes);
      break;
    case LOKET_WORK_PROMISE:
      append_promise (what, work, codes);
      break;
    case LOKET_WORK_ASSESSMENT:
      append_assessment (what, work, codes);
      break;
    case LOKET_WORK_N_TYPES:
    default:
      g_return_val_if_reached (NULL);
    }

  if (work->type == LOKET_WORK_APPOINTMENT && !is_on_day (work->at, now))
    {
      g_autofree char *day = loket_sentences_format_day (work->at);

      g_string_append_printf (what, ", %s", day);
    }

  return g_string_free (g_steal_pointer (&what), FALSE);
}

static char *
format_hours (int minutes)
{
  int hours = (minutes + 30) / 60;

  if (minutes < 60)
    return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", (gulong) minutes), minutes);

  return g_strdup_printf (ngettext ("in %d hour", "in %d hours", (gulong) hours), hours);
}

static char *
format_reminder (const LoketWorkState *state,
                 const char           *now)
{
  g_autofree char *day = loket_sentences_format_short_day (state->at.text);

  /* Translators: put off until a time today, "15:00", or a day, "Mon 24 Nov". */
  return g_strdup_printf (_("put off, %s"), is_on_day (state->at.text, now)
                                              ? state->at.text + LOKET_DATE_LENGTH + 1 : day);
}

static char *
format_outcome (const LoketWork      *work,
                const LoketWorkState *state,
                LoketCodes           *codes)
{
  const char *list = work->type == LOKET_WORK_PROMISE ? "promise_outcome" : "contact_outcome";
  g_autofree char *day = loket_sentences_format_short_day (state->at.text);
  g_autofree char *label = NULL;

  if (work->outcome == NULL)
    /* Translators: done on a day, "Mon 24 Nov". */
    return g_strdup_printf (_("done, %s"), day);

  label = put_in_sentence (loket_codes_get_label (codes, list, work->outcome));

  return g_strdup_printf ("%s, %s", label, day);
}

/* A date in the near future as a distance, a later one as a day. */
static char *
format_coming (const LoketWork      *work,
               const LoketWorkState *state,
               const char           *now)
{
  g_autofree char *text = state->amount < 7
                            ? loket_sentences_format_distance (state->at.text, now)
                            : loket_sentences_format_short_day (state->at.text);

  if (work->type != LOKET_WORK_UNTAKEN && work->type != LOKET_WORK_SIGN_UP)
    return g_steal_pointer (&text);

  /* Translators: when the first response is due: "today", "tomorrow", "in 2 days". */
  return g_strdup_printf (_("response %s"), text);
}

/**
 * loket_work_sentences_format_state:
 * @work: something that asks for work
 * @desk: whose lists and agreements hold
 * @now: a moment
 *
 * Returns: how it stands; the text is the caller's
 */
LoketWorkWords
loket_work_sentences_format_state (const LoketWork *work,
                                   LoketDesk       *desk,
                                   const char      *now)
{
  const LoketRules *rules = loket_desk_get_rules (desk);
  LoketWorkState state = loket_work_get_state (work, rules, now);
  g_autofree char *day = loket_sentences_format_short_day (state.at.text);
  gboolean is_late;

  switch (state.standing)
    {
    case LOKET_WORK_DONE:
      return (LoketWorkWords) { format_outcome (work, &state, loket_desk_get_codes (desk)),
                                "object-select-symbolic", "dim-label" };
    case LOKET_WORK_LATE:
      return (LoketWorkWords) { loket_sentences_format_due (state.at.text, rules, now, &is_late),
                                "dialog-warning-symbolic", "error" };
    case LOKET_WORK_DUE:
      return (LoketWorkWords) { format_coming (work, &state, now), "alarm-symbolic", NULL };
    case LOKET_WORK_MOVED:
      /* Translators: moved to a day, "Mon 24 Nov". */
      return (LoketWorkWords) { g_strdup_printf (_("moved, %s"), day),
                                "x-office-calendar-symbolic", "dim-label" };
    case LOKET_WORK_SNOOZED:
      return (LoketWorkWords) { format_reminder (&state, now), "media-playback-pause-symbolic",
                                "dim-label" };
    case LOKET_WORK_SOON:
      return (LoketWorkWords) { format_hours (state.amount),
                                state.amount < 60 ? "alarm-symbolic" : NULL,
                                state.amount < 60 ? NULL : "dim-label" };
    case LOKET_WORK_GOING_ON:
      return (LoketWorkWords) { g_strdup (_("going on now")), "alarm-symbolic", NULL };
    case LOKET_WORK_OVER:
      return (LoketWorkWords) { g_strdup (_("outcome missing")), "dialog-question-symbolic",
                                "warning" };
    case LOKET_WORK_STALLED:
      /* Translators: nothing happens since a day, "Mon 24 Nov". */
      return (LoketWorkWords) { g_strdup_printf (_("since %s"), day), NULL, "dim-label" };
    case LOKET_WORK_COMING:
    default:
      return (LoketWorkWords) { format_coming (work, &state, now), NULL, "dim-label" };
    }
}

/**
 * loket_work_sentences_get_icon:
 *
 * Returns: the name of the icon of a kind of work
 */
const char *
loket_work_sentences_get_icon (const LoketWork *work)
{
  switch (work->type)
    {
    case LOKET_WORK_UNTAKEN:
    case LOKET_WORK_SIGN_UP:
      return "contact-new-symbolic";
    case LOKET_WORK_PROMISE:
      if (g_strcmp0 (work->kind, "callback") == 0)
        return "call-start-symbolic";
      return g_strcmp0 (work->kind, "find_out") == 0 ? "edit-find-symbolic" : "mail-send-symbolic";
    case LOKET_WORK_ASSESSMENT:
      return "x-office-document-symbolic";
    case LOKET_WORK_CONTACT:
      return g_str_has_prefix (work->kind, "assessment") ? "x-office-document-symbolic"
                                                         : "call-start-symbolic";
    case LOKET_WORK_APPOINTMENT:
    case LOKET_WORK_N_TYPES:
    default:
      return "x-office-calendar-symbolic";
    }
}
