/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Adds the actions of a record to its window, where keys and menus find them, and keeps enabled
 * what makes sense for the trajectory that is shown. */

#include "loketten-config.h"

#include "loket-trajectory-forms.h"

#include "loket-assign-dialog.h"
#include "loket-closing-dialog.h"
#include "loket-opening-dialog.h"
#include "loket-reopening-dialog.h"
#include "loket-review-dialog.h"
#include "loket-trajectory-start.h"
#include "loket-window-deed.h"

#include <glib/gi18n.h>

struct _LoketTrajectoryForms
{
  GObject parent_instance;

  GtkWidget *record;            /* borrowed: owns us */
  LoketDesk *desk;
  LoketDossier *dossier;        /* (nullable): until one is shown */
  LoketTrajectory *trajectory;  /* (nullable): likewise, or when the client has none */
  GSimpleActionGroup *actions;
  GActionMap *window;           /* (nullable): weak: where the actions are */
};

G_DEFINE_FINAL_TYPE (LoketTrajectoryForms, loket_trajectory_forms, G_TYPE_OBJECT)

static const char *
get_client_id (LoketTrajectoryForms *self)
{
  return loket_record_get_id (LOKET_RECORD (loket_dossier_get_client (self->dossier)));
}

static const char *
get_trajectory_id (LoketTrajectoryForms *self)
{
  return loket_record_get_id (LOKET_RECORD (self->trajectory));
}

/* A record that is not on the screen is not meant. */
static gboolean
is_shown (LoketTrajectoryForms *self)
{
  return self->dossier != NULL && gtk_widget_get_mapped (self->record);
}

static void
present (LoketTrajectoryForms *self,
         GtkWidget            *dialog)
{
  loket_form_dialog_present (LOKET_FORM_DIALOG (dialog),
                             GTK_WINDOW (gtk_widget_get_root (self->record)));
}

static void
close_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;

  if (is_shown (self))
    present (self, loket_closing_dialog_new (self->desk, get_client_id (self),
                                             get_trajectory_id (self)));
}

static void
reopen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;

  if (is_shown (self))
    present (self, loket_reopening_dialog_new (self->desk, self->dossier, self->trajectory));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;

  if (is_shown (self))
    present (self, loket_opening_dialog_new (self->desk, self->dossier));
}

static void
assign_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;

  if (is_shown (self))
    present (self, loket_assign_dialog_new (self->desk, self->dossier, self->trajectory));
}

/* While a session is recorded its form covers the record; asking goes on there. */
static void
review_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;
  GtkWidget *place = gtk_widget_get_parent (self->record);

  if (self->dossier != NULL && gtk_widget_get_mapped (place))
    present (self, loket_review_dialog_new (self->desk, self->dossier));
}

static void
respond_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LoketTrajectoryForms *self = user_data;
  g_autofree char *name = NULL, *sentence = NULL;

  if (!is_shown (self))
    return;

  name = loket_client_dup_display_name (loket_dossier_get_client (self->dossier));
  /* Translators: a client who heard from us after signing up. */
  sentence = g_strdup_printf (_("%s: response noted"), name);
  loket_desk_respond_async (self->desk, get_trajectory_id (self),
                            g_variant_get_string (parameter, NULL), NULL,
                            loket_window_deed_done_cb,
                            loket_window_deed_new (self->record, sentence));
}

static const GActionEntry entries[] = {
  { .name = "close-trajectory", .activate = close_action },
  { .name = "reopen-trajectory", .activate = reopen_action },
  { .name = "new-trajectory", .activate = open_action },
  { .name = "assign-trajectory", .activate = assign_action },
  { .name = "review-client", .activate = review_action },
  { .name = "note-response", .activate = respond_action, .parameter_type = "s" },
};

static void
enable (LoketTrajectoryForms *self,
        const char           *name,
        gboolean              is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_actions (LoketTrajectoryForms *self)
{
  LoketRecord *trajectory = LOKET_RECORD (self->trajectory);
  gboolean is_closed = trajectory != NULL
                       && loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL;
  gboolean is_open = trajectory != NULL && !is_closed;
  g_autoptr (GArray) stale = NULL;
  LoketStageFacts facts = { 0 };

  if (self->dossier != NULL)
    {
      LoketDateText today = loket_desk_get_today (self->desk);

      loket_dossier_get_stage_facts (self->dossier, self->trajectory, &facts);
      stale = loket_dossier_list_stale (self->dossier, today.text);
    }
  enable (self, "close-trajectory", is_open);
  enable (self, "reopen-trajectory", is_closed);
  enable (self, "new-trajectory", self->dossier != NULL);
  enable (self, "assign-trajectory", is_open);
  enable (self, "review-client", stale != NULL && stale->len > 0);
  enable (self, "note-response", is_open && !facts.answered);
}

static void
leave_window (LoketTrajectoryForms *self)
{
  if (self->window == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (self->window, entries[i].name);
  g_clear_weak_pointer (&self->window);
}

/* Keys find the actions of a window only. */
static void
root_changed_cb (LoketTrajectoryForms *self)
{
  GtkRoot *root = gtk_widget_get_root (self->record);

  leave_window (self);
  if (!G_IS_ACTION_MAP (root))
    return;

  g_set_weak_pointer (&self->window, G_ACTION_MAP (root));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (self->window,
                             g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                         entries[i].name));
}

static void
loket_trajectory_forms_dispose (GObject *object)
{
  LoketTrajectoryForms *self = LOKET_TRAJECTORY_FORMS (object);

  leave_window (self);
  g_clear_object (&self->dossier);
  g_clear_object (&self->trajectory);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_trajectory_forms_parent_class)->dispose (object);
}

static void
loket_trajectory_forms_class_init (LoketTrajectoryFormsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_trajectory_forms_dispose;
}

static void
loket_trajectory_forms_init (LoketTrajectoryForms *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  update_actions (self);
}

/**
 * loket_trajectory_forms_new:
 * @record: the widget that shows records, and owns the forms
 * @desk: the desk
 */
LoketTrajectoryForms *
loket_trajectory_forms_new (GtkWidget *record,
                            LoketDesk *desk)
{
  LoketTrajectoryForms *self = g_object_new (LOKET_TYPE_TRAJECTORY_FORMS, NULL);

  self->record = record;
  self->desk = g_object_ref (desk);
  g_signal_connect_object (record, "notify::root", G_CALLBACK (root_changed_cb), self,
                           G_CONNECT_SWAPPED);
  root_changed_cb (self);

  return self;
}

/**
 * loket_trajectory_forms_set_record:
 * @dossier: (nullable): what is shown
 * @trajectory: (nullable): the trajectory of it that is meant
 */
void
loket_trajectory_forms_set_record (LoketTrajectoryForms *self,
                                   LoketDossier         *dossier,
                                   LoketTrajectory      *trajectory)
{
  g_return_if_fail (LOKET_IS_TRAJECTORY_FORMS (self));

  g_set_object (&self->dossier, dossier);
  g_set_object (&self->trajectory, trajectory);
  update_actions (self);
}
