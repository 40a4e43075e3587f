/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists the closing days that are to come. */

#include "loketten-config.h"

#include "loket-days-page.h"

#include "loket-closure.h"
#include "loket-office-deeds.h"
#include "loket-office-form.h"
#include "loket-rules.h"
#include "loket-setting.h"

#include <glib/gi18n.h>

struct _LoketDaysPage
{
  AdwPreferencesPage parent_instance;

  GtkListBox *closures;
  GtkSwitch *good_friday;

  LoketDesk *desk;                    /* (nullable): until something is shown */
  const LoketAgreements *agreements;  /* borrowed: of the window */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LoketDaysPage, loket_days_page, ADW_TYPE_PREFERENCES_PAGE)

static gboolean
good_friday_set_cb (LoketDaysPage *self,
                    gboolean       is_off)
{
  g_autoptr (LoketDraft) draft = NULL;

  if (self->is_showing || self->desk == NULL)
    return FALSE;

  draft = loket_draft_new (&loket_setting_kind);
  loket_draft_set_value (draft, LOKET_SETTING_NAME, LOKET_SETTING_GOOD_FRIDAY);
  loket_draft_set_value (draft, LOKET_SETTING_VALID_FROM, loket_desk_get_today (self->desk).text);
  loket_draft_set_value (draft, LOKET_SETTING_VALUE, is_off ? "1" : "0");
  loket_office_deeds_change (GTK_WIDGET (self), self->desk, draft,
                             is_off ? _("Closed on Good Friday") : _("Open on Good Friday"));

  return FALSE;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LoketDaysPage *self = LOKET_DAYS_PAGE (widget);
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_closure_kind);
  GtkWidget *form;

  if (self->desk == NULL)
    return;

  form = loket_office_form_new (self->desk, self->agreements, draft);
  g_object_set (form, "accept-label", _("_Add"), NULL);
  loket_office_form_set_words (LOKET_OFFICE_FORM (form), _("Closing Days"), "",
                               _("The closing days were added"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_CLOSURE_FROM, _("First day"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_CLOSURE_UNTIL, _("Last day"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_CLOSURE_REASON, _("Reason"));
  loket_form_dialog_present (LOKET_FORM_DIALOG (form),
                             GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
loket_days_page_dispose (GObject *object)
{
  LoketDaysPage *self = LOKET_DAYS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_DAYS_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_days_page_parent_class)->dispose (object);
}

static void
loket_days_page_class_init (LoketDaysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_days_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-days-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketDaysPage, closures);
  gtk_widget_class_bind_template_child (widget_class, LoketDaysPage, good_friday);
  gtk_widget_class_bind_template_callback (widget_class, good_friday_set_cb);
  gtk_widget_class_install_action (widget_class, "days.add", NULL, add_action);
}

static void
loket_days_page_init (LoketDaysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_closure (LoketDaysPage  *self,
              LoketRowKeeper *rows,
              LoketRecord    *closure)
{
  const char *reason = loket_record_get_value (closure, LOKET_CLOSURE_REASON);
  g_autofree char *days = NULL;

  days = loket_office_deeds_format_days (loket_record_get_text (closure, LOKET_CLOSURE_FROM),
                                         loket_record_get_text (closure, LOKET_CLOSURE_UNTIL));
  loket_office_deeds_show_row (rows, self->desk, closure, days, reason != NULL ? reason : "",
                               _("The closing days were removed"));
}

static void
show_closures (LoketDaysPage *self,
               GPtrArray     *closures)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->closures));

  for (guint i = 0; i < closures->len; i++)
    show_closure (self, rows, closures->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->closures), closures->len > 0);
  loket_row_keeper_focus (GTK_WIDGET (self->closures), loket_row_keeper_finish (rows));
}

/**
 * loket_days_page_show:
 * @agreements: what the office agreed on; it must stay until something else is shown
 */
void
loket_days_page_show (LoketDaysPage         *self,
                      LoketDesk             *desk,
                      const LoketAgreements *agreements)
{
  const char *good_friday = loket_rules_get_text (loket_desk_get_rules (desk),
                                                  LOKET_SETTING_GOOD_FRIDAY,
                                                  loket_desk_get_today (desk).text);

  g_return_if_fail (LOKET_IS_DAYS_PAGE (self));

  g_set_object (&self->desk, desk);
  self->agreements = agreements;
  show_closures (self, agreements->closures);
  self->is_showing = TRUE;
  gtk_switch_set_active (self->good_friday, g_strcmp0 (good_friday, "1") == 0);
  self->is_showing = FALSE;
}
