/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the groups and the rows that show the same when the events are read again. */

#include "loketten-config.h"

#include "loket-event-groups.h"

#include "loket-event-row.h"
#include "loket-row-keeper.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

struct _LoketEventGroups
{
  GtkBox *to_do;          /* borrowed */
  GtkBox *months;         /* borrowed */
  GPtrArray *rows;        /* of LoketEventRow, borrowed */
  LoketDossier *dossier;  /* borrowed: while they are shown */
  LoketCodes *codes;      /* borrowed: likewise */
  LoketDateText today;
};

/**
 * loket_event_groups_new:
 * @to_do: (transfer none): where what is to be done goes; outlives what is returned
 * @months: (transfer none): where what happened goes; outlives what is returned
 *
 * Returns: (transfer full): groups without events
 */
LoketEventGroups *
loket_event_groups_new (GtkBox *to_do,
                        GtkBox *months)
{
  LoketEventGroups *self = g_new0 (LoketEventGroups, 1);

  self->to_do = to_do;
  self->months = months;
  self->rows = g_ptr_array_new ();

  return self;
}

void
loket_event_groups_free (LoketEventGroups *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
row_activated_cb (GtkListBox    *list,
                  LoketEventRow *row)
{
  loket_event_row_set_open (row, !loket_event_row_is_open (row));
}

static GtkWidget *
create_group (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static char *
format_group (LoketEvent *event)
{
  return loket_event_is_open (event) ? g_strdup (_("To Do"))
                                     : loket_sentences_format_month (loket_event_get_date (event));
}

/* The list of the group that comes next. */
static GtkWidget *
show_group (LoketRowKeeper *groups,
            const char     *title)
{
  GtkWidget *group = loket_row_keeper_keep (groups, title);

  if (group == NULL)
    {
      group = create_group (title);
      loket_row_keeper_add (groups, title, group);
    }

  return gtk_widget_get_last_child (group);
}

static void
show_row (LoketEventGroups *self,
          LoketRowKeeper   *rows,
          LoketEvent       *event)
{
  g_autofree char *words = loket_event_row_dup_words (event, self->dossier, self->codes,
                                                      self->today.text);
  GtkWidget *row = loket_row_keeper_keep (rows, words);

  if (row == NULL)
    {
      row = loket_event_row_new (event, self->dossier, self->codes, self->today.text);
      loket_row_keeper_add (rows, words, row);
    }
  loket_event_row_set_event (LOKET_EVENT_ROW (row), event, self->dossier);
  g_ptr_array_add (self->rows, row);
}

/* Shows the group of the event at a position.
 *
 * Returns: the position of the first event of the next group */
static guint
show_events (LoketEventGroups *self,
             LoketRowKeeper   *groups,
             GPtrArray        *events,
             guint             position,
             guint             until)
{
  g_autofree char *title = format_group (events->pdata[position]);
  LoketRowKeeper *rows = loket_row_keeper_new (show_group (groups, title));

  for (; position < until; position++)
    {
      g_autofree char *other = format_group (events->pdata[position]);

      if (!g_str_equal (other, title))
        break;
      show_row (self, rows, events->pdata[position]);
    }
  loket_row_keeper_finish (rows);

  return position;
}

static guint
count_open (GPtrArray *events)
{
  guint n = 0;

  while (n < events->len && loket_event_is_open (events->pdata[n]))
    n++;

  return n;
}

/**
 * loket_event_groups_show:
 * @events: (element-type LoketEvent): of @dossier; what is to be done first
 * @n_rows: how many of them are shown; what is to be done is, however much it is
 */
void
loket_event_groups_show (LoketEventGroups *self,
                         LoketDesk        *desk,
                         LoketDossier     *dossier,
                         GPtrArray        *events,
                         guint             n_rows)
{
  LoketRowKeeper *to_do = loket_row_keeper_new (GTK_WIDGET (self->to_do));
  LoketRowKeeper *months = loket_row_keeper_new (GTK_WIDGET (self->months));
  guint n_open = count_open (events);
  guint until = MIN (MAX (n_rows, n_open), events->len);

  self->dossier = dossier;
  self->codes = loket_desk_get_codes (desk);
  self->today = loket_desk_get_today (desk);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->to_do), n_open > 0);
  for (guint i = 0; i < until;)
    i = show_events (self, i < n_open ? to_do : months, events, i, until);
  loket_row_keeper_finish (to_do);
  loket_row_keeper_finish (months);
}

/**
 * loket_event_groups_get_rows:
 *
 * Returns: (transfer none) (element-type LoketEventRow): one for each event that is shown, in their
 *   order
 */
GPtrArray *
loket_event_groups_get_rows (LoketEventGroups *self)
{
  return self->rows;
}
