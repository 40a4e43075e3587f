/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds the form that is open about a client, or begins one. */

#include "loketten-config.h"

#include "loket-session-begin.h"

#include "loket-session-form.h"
#include "loket-session-start.h"

#include <glib/gi18n.h>

static LoketOpenForm *
create_form (LoketDesk      *desk,
             LoketOpenForms *forms,
             LoketHabits    *habits,
             LoketDossier   *dossier,
             const char     *planned_id)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (desk));
  g_autofree char *id = loket_open_forms_dup_id (forms);
  g_autofree char *name = loket_client_dup_display_name (loket_dossier_get_client (dossier));
  LoketForm *form = loket_dossier_begin_session (dossier, id, loket_desk_get_counsellor_id (desk),
                                                 loket_habits_get_channel (habits), now.text);

  if (*planned_id != '\0')
    loket_dossier_fill_appointment (dossier, form, planned_id, loket_habits_get_minutes (habits),
                                    now.text);

  return loket_open_form_new (form, name);
}

/**
 * loket_session_begin:
 * @widget: a widget in the window that is to say when another session is in the way
 * @forms: where what is typed is kept
 * @habits: what the counsellor usually does
 * @dossier: of the client across the desk
 * @planned_id: the id of the appointment that was held; "" for none
 *
 * Returns: (transfer full): the form that is open about the client, or a new one
 */
LoketOpenForm *
loket_session_begin (GtkWidget      *widget,
                     LoketDesk      *desk,
                     LoketOpenForms *forms,
                     LoketHabits    *habits,
                     LoketDossier   *dossier,
                     const char     *planned_id)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (dossier));
  LoketOpenForm *open = loket_open_forms_find (forms, LOKET_SESSION_FORM,
                                               loket_record_get_id (client));

  if (open == NULL)
    return create_form (desk, forms, habits, dossier, planned_id);

  if (*planned_id != '\0'
      && !g_str_equal (loket_form_get_text (loket_open_form_get_form (open),
                                            LOKET_SESSION_FORM_PLANNED), planned_id))
    gtk_widget_activate_action (widget, "win.show-problem", "s",
                                _("Another session with this client is still open. Save it first"));

  return g_object_ref (open);
}
