/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists who will be away, and lets everybody's days of the week be chosen. */

#include "loketten-config.h"

#include "loket-team-page.h"

#include "loket-absence.h"
#include "loket-item-set.h"
#include "loket-office-deeds.h"
#include "loket-office-form.h"
#include "loket-row-keeper.h"

#include <glib/gi18n.h>

#define N_WEEK_DAYS 5

/* The days of the week of a counsellor. */
typedef struct
{
  LoketRecord *counsellor;
  GtkWidget *row;                      /* borrowed: of the group */
  GtkCheckButton *checks[N_WEEK_DAYS]; /* borrowed: of the row */
  gboolean is_saving;                  /* until the counsellor is read again */
  gboolean is_changed;                 /* meanwhile */
} Week;

struct _LoketTeamPage
{
  AdwPreferencesPage parent_instance;

  GtkListBox *absences;
  AdwPreferencesGroup *week;

  LoketDesk *desk;                    /* (nullable): until something is shown */
  const LoketAgreements *agreements;  /* borrowed: of the window */
  GPtrArray *weeks;                   /* of Week */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LoketTeamPage, loket_team_page, ADW_TYPE_PREFERENCES_PAGE)

static void
free_week (Week *week)
{
  g_object_unref (week->counsellor);
  g_free (week);
}

static const char *
get_name (LoketTeamPage *self,
          const char    *counsellor_id)
{
  for (guint i = 0; counsellor_id != NULL && i < self->agreements->counsellors->len; i++)
    {
      LoketRecord *counsellor = self->agreements->counsellors->pdata[i];

      if (g_str_equal (loket_record_get_id (counsellor), counsellor_id))
        return loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor));
    }

  return NULL;
}

static void
add_absence_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LoketTeamPage *self = LOKET_TEAM_PAGE (widget);
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_absence_kind);
  GtkWidget *form;

  if (self->desk == NULL)
    return;

  loket_draft_set_value (draft, LOKET_ABSENCE_COUNSELLOR,
                         loket_desk_get_counsellor_id (self->desk));
  form = loket_office_form_new (self->desk, self->agreements, draft);
  g_object_set (form, "accept-label", _("_Add"), NULL);
  loket_office_form_set_words (LOKET_OFFICE_FORM (form), _("Absence"), "",
                               _("The absence was added"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_ABSENCE_FROM, _("First day"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_ABSENCE_UNTIL, _("Last day"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_ABSENCE_COUNSELLOR,
                               _("Who is away"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_ABSENCE_SUBSTITUTE,
                               _("Who stands in"));
  loket_form_dialog_present (LOKET_FORM_DIALOG (form),
                             GTK_WINDOW (gtk_widget_get_root (widget)));
}

/* "1;2;4"; all five are the same as nothing said. */
static char *
join_days (const Week *week)
{
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < N_WEEK_DAYS; i++)
    {
      if (gtk_check_button_get_active (week->checks[i]))
        g_string_append_printf (days, "%s%u", days->len > 0 ? ";" : "", i + 1);
    }

  return g_str_equal (days->str, "1;2;3;4;5") ? NULL : g_strdup (days->str);
}

static void
save_week (LoketTeamPage *self,
           Week          *week)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (week->counsellor);
  g_autofree char *days = join_days (week);
  g_autofree char *done = NULL;

  week->is_changed = FALSE;
  loket_draft_set_value (draft, LOKET_COUNSELLOR_WEEK_DAYS, days);
  week->is_saving = loket_draft_differs_from (draft, week->counsellor, LOKET_COUNSELLOR_WEEK_DAYS);
  if (!week->is_saving)
    return;

  /* Translators: the name of a counsellor. */
  done = g_strdup_printf (_("%s: other days of the week"),
                          loket_counsellor_get_display_name (
                            LOKET_COUNSELLOR (week->counsellor)));
  loket_office_deeds_change (GTK_WIDGET (self), self->desk, draft, done);
}

/* Whoever ticks several days in a row has each of them, one after the other. */
static void
day_toggled_cb (LoketTeamPage  *self,
                GtkCheckButton *toggled)
{
  Week *week = g_object_get_data (G_OBJECT (toggled), "week");
  g_autofree char *days = join_days (week);

  if (self->is_showing)
    return;

  if (g_strcmp0 (days, "") == 0)
    {
      self->is_showing = TRUE;
      gtk_check_button_set_active (toggled, TRUE);
      self->is_showing = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s",
                                  _("Somebody who works here works on some day of the week"));
    }
  else if (week->is_saving)
    {
      week->is_changed = TRUE;
    }
  else
    {
      save_week (self, week);
    }
}

static void
loket_team_page_dispose (GObject *object)
{
  LoketTeamPage *self = LOKET_TEAM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TEAM_PAGE);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->weeks, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_team_page_parent_class)->dispose (object);
}

static void
loket_team_page_class_init (LoketTeamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_team_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-team-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTeamPage, absences);
  gtk_widget_class_bind_template_child (widget_class, LoketTeamPage, week);
  gtk_widget_class_install_action (widget_class, "team.add-absence", NULL, add_absence_action);
}

static void
loket_team_page_init (LoketTeamPage *self)
{
  self->weeks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_week);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_absence (LoketTeamPage  *self,
              LoketRowKeeper *rows,
              LoketRecord    *absence)
{
  const char *name = get_name (self, loket_record_get_text (absence, LOKET_ABSENCE_COUNSELLOR));
  const char *substitute = get_name (self, loket_record_get_value (absence,
                                                                   LOKET_ABSENCE_SUBSTITUTE));
  g_autofree char *days = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  days = loket_office_deeds_format_days (loket_record_get_text (absence, LOKET_ABSENCE_FROM),
                                         loket_record_get_text (absence, LOKET_ABSENCE_UNTIL));
  title = g_strdup_printf ("%s, %s", name != NULL ? name : "", days);
  if (substitute != NULL)
    /* Translators: the name of a counsellor. */
    subtitle = g_strdup_printf (_("%s stands in"), substitute);
  else
    subtitle = g_strdup (_("Nobody stands in: what cannot wait goes to the team lead"));
  loket_office_deeds_show_row (rows, self->desk, absence, title, subtitle,
                               _("The absence was removed"));
}

static char *
format_week_day (guint       number,
                 const char *format)
{
  /* The first of January 2024 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 1, (int) number, 0, 0, 0);

  return g_date_time_format (date, format);
}

static GtkCheckButton *
add_day (LoketTeamPage *self,
         Week          *week,
         guint          number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = format_week_day (number, "%A");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "week", week);
  g_signal_connect_object (check, "toggled", G_CALLBACK (day_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (week->row), row);

  return GTK_CHECK_BUTTON (check);
}

static void
add_week (LoketTeamPage *self,
          LoketRecord   *counsellor)
{
  Week *week = g_new0 (Week, 1);

  week->counsellor = g_object_ref (counsellor);
  week->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (week->row), FALSE);
  for (guint i = 0; i < N_WEEK_DAYS; i++)
    week->checks[i] = add_day (self, week, i + 1);
  adw_preferences_group_add (self->week, week->row);
  g_ptr_array_add (self->weeks, week);
}

/* Whether what was ticked is to be shown as it is: it is not in what was read. */
static gboolean
keep_ticks (LoketTeamPage *self,
            Week          *week,
            LoketRecord   *counsellor)
{
  gboolean is_read = loket_record_get_version (counsellor)
                     > loket_record_get_version (week->counsellor);

  if (!week->is_saving)
    return FALSE;
  if (!is_read)
    return TRUE;

  g_set_object (&week->counsellor, counsellor);
  week->is_saving = FALSE;
  if (week->is_changed)
    save_week (self, week);

  return week->is_saving;
}

/* "Monday, Tuesday and Thursday" in brief, or that it is all of them. */
static void
show_week (Week        *week,
           LoketRecord *counsellor)
{
  const char *days = loket_record_get_value (counsellor, LOKET_COUNSELLOR_WEEK_DAYS);
  g_autoptr (GString) names = g_string_new (NULL);

  g_set_object (&week->counsellor, counsellor);
  for (guint i = 0; i < N_WEEK_DAYS; i++)
    {
      g_autofree char *item = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = format_week_day (i + 1, "%A");
      gboolean works = days == NULL || loket_item_set_has (days, item);

      gtk_check_button_set_active (week->checks[i], works);
      if (works)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  adw_preferences_row_set_title (
    ADW_PREFERENCES_ROW (week->row),
    loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor)));
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (week->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor)), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (week->row),
                                 days == NULL ? _("every working day") : names->str);
}

/* Rows that are open stay open: they are made anew only for other people. */
static gboolean
has_same_people (LoketTeamPage *self,
                 GPtrArray     *counsellors)
{
  for (guint i = 0; i < MIN (self->weeks->len, counsellors->len); i++)
    {
      if (!g_str_equal (loket_record_get_id (((Week *) self->weeks->pdata[i])->counsellor),
                        loket_record_get_id (counsellors->pdata[i])))
        return FALSE;
    }

  return self->weeks->len == counsellors->len;
}

static void
show_absences (LoketTeamPage *self,
               GPtrArray     *absences)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->absences));

  for (guint i = 0; i < absences->len; i++)
    show_absence (self, rows, absences->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->absences), absences->len > 0);
  loket_row_keeper_focus (GTK_WIDGET (self->absences), loket_row_keeper_finish (rows));
}

static void
show_weeks (LoketTeamPage *self,
            GPtrArray     *counsellors)
{
  self->is_showing = TRUE;
  if (!has_same_people (self, counsellors))
    {
      for (guint i = 0; i < self->weeks->len; i++)
        adw_preferences_group_remove (self->week, ((Week *) self->weeks->pdata[i])->row);
      g_ptr_array_set_size (self->weeks, 0);
      for (guint i = 0; i < counsellors->len; i++)
        add_week (self, counsellors->pdata[i]);
    }
  for (guint i = 0; i < counsellors->len; i++)
    {
      if (!keep_ticks (self, self->weeks->pdata[i], counsellors->pdata[i]))
        show_week (self->weeks->pdata[i], counsellors->pdata[i]);
    }
  self->is_showing = FALSE;
}

/**
 * loket_team_page_show:
 * @agreements: what the office agreed on; it must stay until something else is shown
 */
void
loket_team_page_show (LoketTeamPage         *self,
                      LoketDesk             *desk,
                      const LoketAgreements *agreements)
{
  g_return_if_fail (LOKET_IS_TEAM_PAGE (self));

  g_set_object (&self->desk, desk);
  self->agreements = agreements;
  show_absences (self, agreements->absences);
  show_weeks (self, agreements->counsellors);
}

/**
 * loket_team_page_take_back:
 *
 * What could not be saved is shown as it is in the store, the next time that something is shown.
 */
void
loket_team_page_take_back (LoketTeamPage *self)
{
  g_return_if_fail (LOKET_IS_TEAM_PAGE (self));

  for (guint i = 0; i < self->weeks->len; i++)
    {
      Week *week = self->weeks->pdata[i];

      week->is_saving = week->is_changed = FALSE;
    }
}
