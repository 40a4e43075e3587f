/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders who the client is, the last, the next and the late, and the steps of the trajectory. */

#include "loketten-config.h"

#include "loket-dossier-header.h"

#include "loket-client-line.h"
#include "loket-hand-over.h"
#include "loket-sentences.h"
#include "loket-session.h"
#include "loket-stage-strip.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketDossierHeader
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *last;
  GtkLabel *last_detail;
  GtkLabel *next;
  GtkLabel *next_detail;
  GtkLabel *late;
  GtkLabel *late_detail;
  LoketStageStrip *strip;

  LoketDesk *desk;        /* (nullable): until something is shown */
  LoketDossier *dossier;  /* (nullable): until it is shown */
  LoketTrajectory *trajectory;  /* (nullable): likewise, or when the client has none */
};

G_DEFINE_FINAL_TYPE (LoketDossierHeader, loket_dossier_header, ADW_TYPE_BIN)

static void
render_header (LoketDossierHeader *self,
               const char         *today)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (self->dossier));
  LoketTrajectory *trajectory = self->trajectory;
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  g_autofree char *name = loket_client_dup_display_name (LOKET_CLIENT (client));
  g_autoptr (GString) line = loket_client_line_new (LOKET_CLIENT (client), codes, today);
  const char *counsellor = NULL;

  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_CITY));
  if (trajectory != NULL)
    counsellor = loket_dossier_get_counsellor_name (
      self->dossier,
      loket_record_get_value (LOKET_RECORD (trajectory), LOKET_TRAJECTORY_COUNSELLOR));
  if (counsellor != NULL)
    {
      g_autofree char *with = g_strdup_printf (_("counsellor %s"), counsellor);

      loket_client_line_append (line, with);
    }
  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_PHONE));
  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_CLIENT_NO));
  if (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT))
    loket_client_line_append (line, _("wants no contact"));

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->subtitle, line->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.call",
                                 loket_record_get_value (client, LOKET_CLIENT_PHONE) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.mail",
                                 loket_record_get_value (client, LOKET_CLIENT_EMAIL) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.take-apart",
                                 loket_record_get_value (client, LOKET_CLIENT_MERGED) != NULL);
}

/* A line without words takes no room. */
static void
set_detail (GtkLabel   *detail,
            const char *text)
{
  gtk_label_set_label (detail, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (detail), text != NULL);
}

static void
render_day (GtkLabel   *label,
            GtkLabel   *detail,
            const char *date,
            const char *today,
            const char *without)
{
  g_autofree char *day = date != NULL ? loket_sentences_format_year_day (date, today) : NULL;
  g_autofree char *distance = date != NULL ? loket_sentences_format_distance (date, today) : NULL;
  g_autofree char *moment = NULL;

  if (date != NULL && strlen (date) == LOKET_MOMENT_LENGTH)
    moment = g_strdup_printf ("%s, %s", distance, date + LOKET_DATE_LENGTH + 1);

  gtk_label_set_label (label, day != NULL ? day : without);
  set_detail (detail, moment != NULL ? moment : distance);
}

static void
render_facts (LoketDossierHeader *self,
              const char         *today)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  const char *first_due = NULL;
  guint n_late = loket_dossier_count_overdue (self->dossier, today, &first_due);
  g_autofree char *count = NULL;
  g_autofree char *how_late = NULL;
  gboolean is_late;

  render_day (self->last, self->last_detail, loket_dossier_get_last_contact (self->dossier), today,
              _("not yet"));
  render_day (self->next, self->next_detail,
              loket_dossier_get_next_session (self->dossier, now.text), today, _("none planned"));

  if (n_late > 0)
    {
      count = g_strdup_printf (ngettext ("⚠ %u thing", "⚠ %u things", n_late), n_late);
      how_late = loket_sentences_format_due (first_due, loket_desk_get_rules (self->desk), today,
                                             &is_late);
      gtk_widget_add_css_class (GTK_WIDGET (self->late), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->late), "error");
    }
  gtk_label_set_label (self->late, count != NULL ? count : _("nothing"));
  set_detail (self->late_detail, how_late);
}

static char *
format_first_session (LoketDossierHeader *self,
                      const char         *trajectory_id)
{
  GPtrArray *sessions = loket_dossier_get_sessions (self->dossier);
  const char *first = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];
      const char *starts_at = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);

      if (g_str_equal (loket_record_get_text (session, LOKET_SESSION_TRAJECTORY_NO), trajectory_id)
          && g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "held")
          && (first == NULL || strcmp (starts_at, first) < 0))
        first = starts_at;
    }

  return first != NULL ? loket_sentences_format_short_day (first) : NULL;
}

static const char *
get_tests (const LoketStageFacts *facts)
{
  if (facts->n_assessments == 0)
    return NULL;
  if (facts->n_assessments_open == 0)
    return _("discussed");

  return facts->closed ? _("not discussed") : _("under way");
}

static void
render_strip (LoketDossierHeader *self)
{
  LoketRecord *trajectory = LOKET_RECORD (self->trajectory);
  g_autofree char *opened = NULL;
  g_autofree char *intake = NULL;
  g_autofree char *held = NULL;
  g_autofree char *closed = NULL;
  const char *details[LOKET_N_STAGES] = { NULL };
  const char *closed_on;
  LoketStageFacts facts;

  gtk_widget_set_visible (GTK_WIDGET (self->strip), trajectory != NULL);
  if (trajectory == NULL)
    return;

  loket_dossier_get_stage_facts (self->dossier, self->trajectory, &facts);
  closed_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON);
  opened = loket_sentences_format_short_day (
    loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON));
  intake = format_first_session (self, loket_record_get_id (trajectory));
  if (facts.n_sessions > 0)
    held = g_strdup_printf (ngettext ("%u held", "%u held", facts.n_sessions), facts.n_sessions);
  if (closed_on != NULL)
    closed = loket_sentences_format_short_day (closed_on);

  details[LOKET_STAGE_SIGN_UP] = opened;
  details[LOKET_STAGE_INTAKE] = intake;
  details[LOKET_STAGE_SESSIONS] = held;
  details[LOKET_STAGE_TESTS] = get_tests (&facts);
  details[LOKET_STAGE_CLOSED] = closed;
  if (closed_on != NULL && !facts.wants_aftercare)
    details[LOKET_STAGE_AFTERCARE] = _("not wanted");
  loket_stage_strip_set_stages (self->strip, &facts, details);
}

/* NULL when the client has none, or is not shown any more. */
static const char *
get_client_value (LoketDossierHeader *self,
                  guint               field)
{
  if (self->dossier == NULL)
    return NULL;

  return loket_record_get_value (LOKET_RECORD (loket_dossier_get_client (self->dossier)), field);
}

static void
call_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *number = get_client_value (LOKET_DOSSIER_HEADER (widget), LOKET_CLIENT_PHONE);

  if (number != NULL)
    loket_hand_over_phone (widget, number);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *address = get_client_value (LOKET_DOSSIER_HEADER (widget), LOKET_CLIENT_EMAIL);

  if (address != NULL)
    loket_hand_over_mail (widget, address);
}

static void
take_apart_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketDossierHeader *self = LOKET_DOSSIER_HEADER (widget);

  if (self->dossier != NULL)
    gtk_widget_activate_action (widget, "win.take-apart", "s",
                                loket_record_get_id (
                                  LOKET_RECORD (loket_dossier_get_client (self->dossier))));
}

static void
loket_dossier_header_dispose (GObject *object)
{
  LoketDossierHeader *self = LOKET_DOSSIER_HEADER (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->trajectory);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_DOSSIER_HEADER);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_dossier_header_parent_class)->dispose (object);
}

static void
loket_dossier_header_class_init (LoketDossierHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_dossier_header_dispose;

  g_type_ensure (LOKET_TYPE_STAGE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-dossier-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, name);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, last);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, last_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, next);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, next_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, late);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, late_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierHeader, strip);
  gtk_widget_class_install_action (widget_class, "dossier.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "dossier.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "dossier.take-apart", NULL, take_apart_action);
}

static void
loket_dossier_header_init (LoketDossierHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_dossier_header_show:
 * @dossier: what is known of a client
 * @trajectory: (nullable): the trajectory whose steps are shown
 *
 * Shows it as of today.
 */
void
loket_dossier_header_show (LoketDossierHeader *self,
                           LoketDesk          *desk,
                           LoketDossier       *dossier,
                           LoketTrajectory    *trajectory)
{
  LoketDateText today = loket_desk_get_today (desk);

  g_return_if_fail (LOKET_IS_DOSSIER_HEADER (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->dossier, dossier);
  g_set_object (&self->trajectory, trajectory);
  render_header (self, today.text);
  render_facts (self, today.text);
  render_strip (self);
}

/**
 * loket_dossier_header_forget:
 *
 * What is still shown may not be telephoned: it is not of who was asked for.
 */
void
loket_dossier_header_forget (LoketDossierHeader *self)
{
  g_return_if_fail (LOKET_IS_DOSSIER_HEADER (self));

  g_clear_object (&self->dossier);
  g_clear_object (&self->trajectory);
}
