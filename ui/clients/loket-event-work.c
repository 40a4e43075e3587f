/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the outcomes of an appointment and of a contact, the same as in the lists of work. */

#include "loketten-config.h"

#include "loket-event-work.h"

#include "loket-contact.h"
#include "loket-session.h"
#include "loket-work-deeds.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append (GtkBox       *box,
        const char   *label,
        LoketEvent   *event,
        LoketWorkAct  act)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and with what: "No answer, After-care". */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), label, loket_event_get_title (event));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dossier.work");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)",
                                    loket_record_get_id (loket_event_get_record (event)),
                                    (guint) act);
  gtk_box_append (box, button);
}

/* Who was tried for the last time in vain is written to. */
static void
append_letter (GtkBox     *box,
               LoketEvent *event)
{
  LoketRecord *record = loket_event_get_record (event);
  GtkWidget *button;

  if (loket_record_get_kind (record) != &loket_contact_kind
      || !g_str_equal (loket_record_get_text (record, LOKET_CONTACT_OUTCOME),
                       "closed_not_reached"))
    return;

  button = gtk_button_new_with_label (_("Write a Message…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plain");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-letter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", loket_record_get_id (record));
  gtk_box_append (box, button);
}

/**
 * loket_event_work_append_buttons:
 * @today: YYYY-MM-DD
 * @is_locked: whether the trajectory is closed: an appointment still gets its outcome then
 * @box: where they go; hidden when nothing can come of the event
 *
 * Appends what may come of an event, beside what comes next: buttons that activate dossier.work.
 */
void
loket_event_work_append_buttons (LoketEvent *event,
                                 const char *today,
                                 gboolean    is_locked,
                                 GtkBox     *box)
{
  LoketEventKind kind = loket_event_get_kind (event);
  gboolean is_session = kind == LOKET_EVENT_SESSION;
  gboolean is_passed = strncmp (loket_event_get_date (event), today, LOKET_DATE_LENGTH) <= 0;

  if (loket_event_is_open (event) && is_session && is_passed)
    {
      append (box, C_("act", "Held"), event, LOKET_ACT_HELD);
      append (box, C_("act", "Did not come"), event, LOKET_ACT_NO_SHOW);
    }
  if (loket_event_is_open (event) && is_session)
    append (box, C_("act", "Called off"), event, LOKET_ACT_CANCEL);
  if (loket_event_is_open (event) && kind == LOKET_EVENT_CONTACT && !is_locked)
    append (box, C_("act", "No answer"), event, LOKET_ACT_MISS);
  append_letter (box, event);

  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}

static LoketRecord *
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (loket_record_get_id (records->pdata[i]), id))
        return records->pdata[i];
    }

  return NULL;
}

/**
 * loket_event_work_do:
 * @widget: a widget in the window that is to say what was done
 * @dossier: of the client
 * @record_id: the id of a contact or a session of the client
 * @act: what is done
 */
void
loket_event_work_do (GtkWidget    *widget,
                     LoketDesk    *desk,
                     LoketDossier *dossier,
                     const char   *record_id,
                     LoketWorkAct  act)
{
  LoketRecord *contact = find_record (loket_dossier_get_contacts (dossier), record_id);
  g_autofree char *name = loket_client_dup_display_name (loket_dossier_get_client (dossier));
  g_autofree char *id = g_strdup (record_id);
  g_autoptr (LoketWorkItem) item = NULL;
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (dossier));
  LoketWork work = { .type = LOKET_WORK_APPOINTMENT, .record_id = id, .client_name = name,
                     .client_id = (char *) loket_record_get_id (client) };

  if (contact != NULL)
    {
      work.type = LOKET_WORK_CONTACT;
      work.kind = (char *) loket_record_get_text (contact, LOKET_CONTACT_KIND);
      work.count = loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS);
    }
  item = loket_work_item_new (&work);
  loket_work_deeds_do (widget, desk, item, act, NULL);
}
