/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row for each interval: what holds today, and what will. */

#include "loketten-config.h"

#include "loket-rules-page.h"

#include "loket-office-form.h"
#include "loket-rules.h"
#include "loket-sentences.h"
#include "loket-setting.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketRulesPage
{
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *contact;
  AdwPreferencesGroup *aftercare;
  AdwPreferencesGroup *tests;
  AdwPreferencesGroup *promises;

  LoketDesk *desk;                    /* (nullable): until something is shown */
  const LoketAgreements *agreements;  /* borrowed: of the window */
  GtkWidget *rows[LOKET_N_RULES];
};

G_DEFINE_FINAL_TYPE (LoketRulesPage, loket_rules_page, ADW_TYPE_PREFERENCES_PAGE)

/* What people call the rules. */
static const char *const titles[LOKET_N_RULES] = {
  [LOKET_RULE_RESPOND] = N_("First response to a sign-up"),
  [LOKET_RULE_TAKE_TEST] = N_("Take a test after it was asked for"),
  [LOKET_RULE_RESULT] = N_("Result after the test"),
  [LOKET_RULE_DISCUSS] = N_("Discuss the result"),
  [LOKET_RULE_STALL] = N_("No contact for a while"),
  [LOKET_RULE_RETRY] = N_("Try again who did not answer"),
  [LOKET_RULE_ATTEMPTS] = N_("How often somebody is tried"),
  [LOKET_RULE_ESCALATE] = N_("Late work shows at the team lead after more than"),
  [LOKET_RULE_CALL_BACK] = N_("Call back"),
  [LOKET_RULE_SEND] = N_("Send something"),
  [LOKET_RULE_FIND_OUT] = N_("Find something out"),
  [LOKET_RULE_KEEP] = N_("Something else"),
  [LOKET_RULE_AFTERCARE_ONCE] = N_("Who wants contact once"),
  [LOKET_RULE_AFTERCARE_LONGER] = N_("Who wants contact for longer"),
};

/* "2, 6, 12 and 26 weeks": in the unit of the rule. */
static char *
format_amount (LoketRule   rule,
               const char *value)
{
  g_auto (GStrv) numbers = g_strsplit (value, ";", -1);
  g_autofree char *joined = g_strjoinv (", ", numbers);
  gulong last = (gulong) g_ascii_strtoull (numbers[g_strv_length (numbers) - 1], NULL, 10);

  if (rule == LOKET_RULE_ATTEMPTS)
    return g_strdup_printf (ngettext ("%s time", "%s times", last), joined);
  if (rule == LOKET_RULE_AFTERCARE_ONCE || rule == LOKET_RULE_AFTERCARE_LONGER)
    return g_strdup_printf (ngettext ("%s week after closing", "%s weeks after closing", last),
                            joined);

  return g_strdup_printf (ngettext ("%s working day", "%s working days", last), joined);
}

/* What holds now, and what was chosen for later, so that nobody chooses it again. */
static char *
format_amounts (LoketRulesPage *self,
                LoketRule       rule,
                const char     *today)
{
  const char *name = loket_rule_get_facts (rule)->name;
  const char *value = loket_rules_get_value (loket_desk_get_rules (self->desk), rule, today);
  g_autofree char *held = format_amount (rule, value);
  g_autoptr (GString) amounts = g_string_new (held);

  for (guint i = 0; i < self->agreements->settings->len; i++)
    {
      LoketRecord *setting = self->agreements->settings->pdata[i];
      const char *valid_from = loket_record_get_text (setting, LOKET_SETTING_VALID_FROM);
      g_autofree char *day = NULL;
      g_autofree char *amount = NULL;

      if (!g_str_equal (loket_record_get_text (setting, LOKET_SETTING_NAME), name)
          || strcmp (valid_from, today) <= 0)
        continue;
      day = loket_sentences_format_full_day (valid_from);
      amount = format_amount (rule, loket_record_get_text (setting, LOKET_SETTING_VALUE));
      g_string_append_c (amounts, '\n');
      /* Translators: a day, and what will hold: "5 working days". */
      g_string_append_printf (amounts, _("from %s: %s"), day, amount);
    }

  return g_string_free (g_steal_pointer (&amounts), FALSE);
}

static void
row_activated_cb (LoketRulesPage *self,
                  GtkWidget      *row)
{
  LoketRule rule = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "rule"));
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_setting_kind);
  g_auto (GStrv) numbers = NULL;
  g_autofree char *value = NULL;
  GtkWidget *form;

  numbers = g_strsplit (loket_rules_get_value (loket_desk_get_rules (self->desk), rule, today.text),
                        ";", -1);
  value = g_strjoinv (", ", numbers);
  loket_draft_set_value (draft, LOKET_SETTING_NAME, loket_rule_get_facts (rule)->name);
  loket_draft_set_value (draft, LOKET_SETTING_VALUE, value);
  loket_draft_set_value (draft, LOKET_SETTING_VALID_FROM, today.text);
  form = loket_office_form_new (self->desk, self->agreements, draft);
  loket_office_form_set_words (LOKET_OFFICE_FORM (form), _("Change an Interval"),
                               _(titles[rule]), _("The interval was changed"));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_SETTING_VALUE, _(titles[rule]));
  loket_office_form_add_field (LOKET_OFFICE_FORM (form), LOKET_SETTING_VALID_FROM,
                               _("For what begins on or after"));
  loket_form_dialog_present (LOKET_FORM_DIALOG (form),
                             GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static AdwPreferencesGroup *
get_group (LoketRulesPage *self,
           LoketRule       rule)
{
  if (rule == LOKET_RULE_AFTERCARE_ONCE || rule == LOKET_RULE_AFTERCARE_LONGER)
    return self->aftercare;
  if (rule == LOKET_RULE_TAKE_TEST || rule == LOKET_RULE_RESULT || rule == LOKET_RULE_DISCUSS)
    return self->tests;
  if (rule >= LOKET_RULE_CALL_BACK && rule <= LOKET_RULE_KEEP)
    return self->promises;

  return self->contact;
}

static void
create_row (LoketRulesPage *self,
            LoketRule       rule)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[rule]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "rule", GUINT_TO_POINTER (rule));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (get_group (self, rule), row);
  self->rows[rule] = row;
}

static void
loket_rules_page_dispose (GObject *object)
{
  LoketRulesPage *self = LOKET_RULES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_RULES_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_rules_page_parent_class)->dispose (object);
}

static void
loket_rules_page_class_init (LoketRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_rules_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketRulesPage, contact);
  gtk_widget_class_bind_template_child (widget_class, LoketRulesPage, aftercare);
  gtk_widget_class_bind_template_child (widget_class, LoketRulesPage, tests);
  gtk_widget_class_bind_template_child (widget_class, LoketRulesPage, promises);
}

static void
loket_rules_page_init (LoketRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (LoketRule rule = 0; rule < LOKET_N_RULES; rule++)
    create_row (self, rule);
}

/**
 * loket_rules_page_show:
 * @agreements: what the office agreed on; it must stay until something else is shown
 */
void
loket_rules_page_show (LoketRulesPage        *self,
                       LoketDesk             *desk,
                       const LoketAgreements *agreements)
{
  LoketDateText today = loket_desk_get_today (desk);

  g_return_if_fail (LOKET_IS_RULES_PAGE (self));

  g_set_object (&self->desk, desk);
  self->agreements = agreements;
  for (LoketRule rule = 0; rule < LOKET_N_RULES; rule++)
    {
      g_autofree char *amounts = format_amounts (self, rule, today.text);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[rule]), amounts);
    }
}
