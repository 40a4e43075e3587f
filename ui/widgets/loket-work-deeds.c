/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Runs the acts of a row of work and offers to undo them. */

#include "loketten-config.h"

#include "loket-work-deeds.h"

#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * loket_work_deeds_plan_retry:
 * @work: a contact
 *
 * Returns: what becomes of it when nobody answers now
 */
LoketRetry
loket_work_deeds_plan_retry (const LoketWork *work,
                             LoketDesk       *desk)
{
  LoketDateText today = loket_desk_get_today (desk);

  return loket_postponement_plan_retry (loket_desk_get_rules (desk), work->counsellor_id,
                                        work->count, today.text);
}

static char *
format_missed (const LoketWork *work,
               LoketDesk       *desk)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (desk));
  LoketRetry retry = loket_work_deeds_plan_retry (work, desk);
  const char *part = loket_codes_get_label (loket_desk_get_codes (desk), "part_of_day",
                                            loket_postponement_get_other_part (now.text));
  g_autofree char *day = NULL;

  if (retry.gives_up)
    /* Translators: a client who was not reached. */
    return g_strdup_printf (_("%s: no answer for the last time, closed"), work->client_name);

  day = loket_sentences_format_short_day (retry.planned_on.text);

  /* Translators: a client who was not reached, the day of the next attempt, and the part of that
   * day: "in the afternoon". */
  return g_strdup_printf (_("%s: no answer, again on %s %s"), work->client_name, day, part);
}

static char *
format_put_off (const LoketWork *work,
                const char      *until,
                const char      *today)
{
  g_autofree char *day = loket_sentences_format_short_day (until);
  gboolean is_today = strncmp (until, today, LOKET_DATE_LENGTH) == 0;

  /* Translators: a client, and the time or the day on which the counsellor is reminded. */
  return g_strdup_printf (_("%s: put off until %s"), work->client_name,
                          is_today ? until + LOKET_DATE_LENGTH + 1 : day);
}

static char *
format_moved (const LoketWork *work,
              LoketDesk       *desk,
              const char      *until)
{
  const LoketWorkingDays *days = loket_rules_get_days (loket_desk_get_rules (desk), NULL);
  LoketDateText date = loket_working_days_move_on (days, until);
  g_autofree char *day = loket_sentences_format_short_day (date.text);

  /* Translators: a client, and the day to which a contact was moved. */
  return g_strdup_printf (_("%s: moved to %s"), work->client_name, day);
}

static char *
format_reached (const LoketWork *work)
{
  if (g_strcmp0 (work->kind, "aftercare") == 0)
    /* Translators: a client with whom the counsellor spoke. */
    return g_strdup_printf (_("%s: reached, after-care done"), work->client_name);

  /* Translators: a client with whom the counsellor spoke. */
  return g_strdup_printf (_("%s: reached"), work->client_name);
}

static char *
format_appointment (const LoketWork *work,
                    LoketWorkAct     act)
{
  if (act == LOKET_ACT_HELD)
    /* Translators: a client. */
    return g_strdup_printf (_("%s: session held"), work->client_name);
  if (act == LOKET_ACT_NO_SHOW)
    /* Translators: a client. */
    return g_strdup_printf (_("%s: did not come"), work->client_name);

  /* Translators: a client. */
  return g_strdup_printf (_("%s: session called off"), work->client_name);
}

static char *
format_test (const LoketWork *work,
             LoketWorkAct     act)
{
  if (act == LOKET_ACT_TEST_TAKEN)
    /* Translators: a client who took a test. */
    return g_strdup_printf (_("%s: test taken"), work->client_name);
  if (act == LOKET_ACT_TEST_RESULT)
    /* Translators: a client who took a test. */
    return g_strdup_printf (_("%s: result is in"), work->client_name);

  /* Translators: a client who took a test. */
  return g_strdup_printf (_("%s: test discussed"), work->client_name);
}

/* What was done, with the client's name. */
static char *
format_deed (const LoketWork *work,
             LoketDesk       *desk,
             LoketWorkAct     act,
             const char      *until)
{
  LoketDateText today = loket_desk_get_today (desk);

  switch (act)
    {
    case LOKET_ACT_TAKE:
      /* Translators: a client whose sign-up the counsellor took. */
      return g_strdup_printf (_("%s: taken"), work->client_name);
    case LOKET_ACT_RESPOND:
      /* Translators: a client who heard from us after signing up. */
      return g_strdup_printf (_("%s: response noted"), work->client_name);
    case LOKET_ACT_HELD:
    case LOKET_ACT_NO_SHOW:
    case LOKET_ACT_CANCEL:
      return format_appointment (work, act);
    case LOKET_ACT_REACH:
      return format_reached (work);
    case LOKET_ACT_MISS:
      return format_missed (work, desk);
    case LOKET_ACT_KEEP:
      /* Translators: a client to whom the counsellor kept a promise. */
      return g_strdup_printf (_("%s: promise kept"), work->client_name);
    case LOKET_ACT_DROP_PROMISE:
      /* Translators: a client to whom something was promised. */
      return g_strdup_printf (_("%s: promise not needed any more"), work->client_name);
    case LOKET_ACT_TEST_TAKEN:
    case LOKET_ACT_TEST_RESULT:
    case LOKET_ACT_TEST_DISCUSSED:
      return format_test (work, act);
    case LOKET_ACT_SNOOZE:
    case LOKET_ACT_SNOOZE_PROMISE:
      return format_put_off (work, until, today.text);
    case LOKET_ACT_MOVE:
    case LOKET_ACT_MOVE_PROMISE:
      return format_moved (work, desk, until);
    case LOKET_ACT_ASSIGN:
    case LOKET_ACT_ASSIGN_PROMISE:
    case LOKET_ACT_ASSIGN_SIGN_UP:
      /* Translators: a client whose work the counsellor took over from another. */
      return g_strdup_printf (_("%s: taken over"), work->client_name);
    case LOKET_N_WORK_ACTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * loket_work_deeds_format_assigned:
 * @items: (element-type LoketWorkItem): what was handed over
 * @counsellor: who has it now
 *
 * Returns: (transfer full): what was done
 */
char *
loket_work_deeds_format_assigned (GPtrArray       *items,
                                  LoketCounsellor *counsellor)
{
  const char *name = loket_counsellor_get_display_name (counsellor);

  if (items->len == 1)
    /* Translators: a client, and the counsellor who gets the work. */
    return g_strdup_printf (_("%s: handed over to %s"),
                            loket_work_item_get (items->pdata[0])->client_name, name);

  /* Translators: how many, and the counsellor who gets the work. */
  return g_strdup_printf (ngettext ("%u handed over to %s", "%u handed over to %s", items->len),
                          items->len, name);
}

/* What was done to several. */
static char *
format_all (GPtrArray    *items,
            LoketDesk    *desk,
            LoketBulkAct  bulk,
            const char   *until)
{
  const LoketWorkingDays *days = loket_rules_get_days (loket_desk_get_rules (desk), NULL);
  LoketDateText date = bulk == LOKET_BULK_MOVE ? loket_working_days_move_on (days, until)
                                               : loket_date_add_days (until, 0);
  g_autofree char *day = loket_sentences_format_short_day (date.text);

  if (bulk == LOKET_BULK_MOVE)
    /* Translators: how many, and the day to which they were moved. */
    return g_strdup_printf (ngettext ("%u moved to %s", "%u moved to %s", items->len), items->len,
                            day);

  /* Translators: how many, and the day on which the counsellor is reminded. */
  return g_strdup_printf (ngettext ("%u put off until %s", "%u put off until %s", items->len),
                          items->len, day);
}

/**
 * loket_work_deeds_do_all:
 * @widget: a widget in the window that is to say what was done
 * @bulk: what is done
 * @items: (element-type LoketWorkItem): to what
 * @until: as loket_desk_work_on_all_async () takes it
 */
void
loket_work_deeds_do_all (GtkWidget    *widget,
                         LoketDesk    *desk,
                         LoketBulkAct  bulk,
                         GPtrArray    *items,
                         const char   *until)
{
  g_autofree char *sentence = format_all (items, desk, bulk, until);

  loket_desk_work_on_all_async (desk, bulk, items, until, NULL, loket_window_deed_done_cb,
                                loket_window_deed_new (widget, sentence));
}

/**
 * loket_work_deeds_do:
 * @widget: a widget in the window that is to say what was done
 * @item: what asks for work
 * @act: what is done
 * @until: (nullable): as loket_desk_work_async () takes it
 *
 * Returns: (transfer none): what is under way, until it has ended
 */
LoketWindowDeed *
loket_work_deeds_do (GtkWidget     *widget,
                     LoketDesk     *desk,
                     LoketWorkItem *item,
                     LoketWorkAct   act,
                     const char    *until)
{
  const LoketWork *work = loket_work_item_get (item);
  g_autofree char *sentence = format_deed (work, desk, act, until);
  LoketWindowDeed *deed = loket_window_deed_new (widget, sentence);

  if (act == LOKET_ACT_MISS && loket_work_deeds_plan_retry (work, desk).gives_up)
    loket_window_deed_offer_letter (deed, work->record_id);
  else if (act == LOKET_ACT_HELD)
    loket_window_deed_offer_report (deed, work->client_id, work->record_id);

  loket_desk_work_async (desk, act, loket_work_act_get_record (act, work), until, NULL,
                         loket_window_deed_done_cb, deed);

  return deed;
}

/**
 * loket_work_deeds_do_quietly:
 * @until: (nullable): as loket_desk_work_async () takes it
 *
 * As loket_work_deeds_do (), where the page itself says what was done. It can be undone as well.
 *
 * Returns: (transfer none): what is under way, until it has ended
 */
LoketWindowDeed *
loket_work_deeds_do_quietly (GtkWidget     *widget,
                             LoketDesk     *desk,
                             LoketWorkItem *item,
                             LoketWorkAct   act,
                             const char    *until)
{
  const LoketWork *work = loket_work_item_get (item);
  LoketWindowDeed *deed;

  /* Who was tried in vain is offered to be written to, wherever that happens. */
  if (act == LOKET_ACT_MISS && loket_work_deeds_plan_retry (work, desk).gives_up)
    return loket_work_deeds_do (widget, desk, item, act, until);

  deed = loket_window_deed_new (widget, NULL);
  loket_desk_work_async (desk, act, loket_work_act_get_record (act, work), until, NULL,
                         loket_window_deed_done_cb, deed);

  return deed;
}
