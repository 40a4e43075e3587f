/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Measures and places the parts of a row of work: in columns that all rows share, or on lines. */

#include "loket-work-layout.h"

#define EDGE       12
#define GAP        6
#define TEXT_GAP   12
#define ROW_HEIGHT 58
#define LINE_GAP   8
/* The icon of a state and the space behind it. */
#define STATE_INDENT 22
/* On a line longer than that of a telephone, buttons do not grow beyond this. */
#define SHORT_LINE  480
#define BUTTON_MOST 200
/* How many characters of the text must have a place beside the columns. */
#define TEXT_CHARS 24

struct _LoketWorkLayout
{
  GtkLayoutManager parent_instance;

  LoketWorkColumns *columns;
};

G_DEFINE_FINAL_TYPE (LoketWorkLayout, loket_work_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
get_parts (GtkWidget *widget,
           GtkWidget *parts[static LOKET_WORK_N_PARTS])
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; i < LOKET_WORK_N_PARTS; i++)
    {
      g_assert (child != NULL);
      parts[i] = child;
      child = gtk_widget_get_next_sibling (child);
    }
}

static int
get_width (GtkWidget *part)
{
  int natural = 0;

  if (gtk_widget_get_visible (part))
    gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_least_width (GtkWidget *part)
{
  int least = 0;

  if (gtk_widget_get_visible (part))
    gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static int
get_height (GtkWidget *part,
            int        width)
{
  int natural = 0;

  if (gtk_widget_get_visible (part))
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, MAX (width, get_least_width (part)), NULL,
                        &natural, NULL, NULL);

  return natural;
}

static int
get_text_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return TEXT_CHARS * PANGO_PIXELS_CEIL (width);
}

static int
get_column (LoketWorkLayout *self,
            LoketWorkColumn  column)
{
  return loket_work_columns_get_width (self->columns, column);
}

static void
fit (LoketWorkLayout *self,
     LoketWorkColumn  column,
     GtkWidget       *part)
{
  loket_work_columns_fit (self->columns, column, get_width (part));
}

/* A state without an icon stands under the words of those with one. */
static int
get_indent (GtkWidget *state)
{
  return gtk_widget_get_visible (gtk_widget_get_first_child (state)) ? 0 : STATE_INDENT;
}

static void
fit_columns (LoketWorkLayout  *self,
             GtkWidget       **parts)
{
  fit (self, LOKET_WORK_COLUMN_LEAD, parts[LOKET_WORK_PART_ICON]);
  fit (self, LOKET_WORK_COLUMN_LEAD, parts[LOKET_WORK_PART_TIME]);
  loket_work_columns_fit (self->columns, LOKET_WORK_COLUMN_STATE,
                          get_width (parts[LOKET_WORK_PART_STATE])
                          + get_indent (parts[LOKET_WORK_PART_STATE]));
  fit (self, LOKET_WORK_COLUMN_FIRST, parts[LOKET_WORK_PART_FIRST]);
  fit (self, LOKET_WORK_COLUMN_SECOND, parts[LOKET_WORK_PART_SECOND]);
  fit (self, LOKET_WORK_COLUMN_THIRD, parts[LOKET_WORK_PART_THIRD]);
  fit (self, LOKET_WORK_COLUMN_THIRD, parts[LOKET_WORK_PART_POSTPONE]);
  fit (self, LOKET_WORK_COLUMN_MENU, parts[LOKET_WORK_PART_MENU]);
}

/* What the columns take beside the text, with the gaps between them. */
static int
get_rest (LoketWorkLayout *self)
{
  int rest = 2 * EDGE + 3 * TEXT_GAP;

  for (guint i = 0; i < LOKET_WORK_N_COLUMNS; i++)
    rest += get_column (self, i) + (i > LOKET_WORK_COLUMN_FIRST ? GAP : 0);

  return rest;
}

static void
place (GtkWidget     *widget,
       GtkWidget     *part,
       GtkAllocation  area)
{
  if (!gtk_widget_get_visible (part))
    return;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (widget) - area.x - area.width;

  gtk_widget_set_child_visible (part, TRUE);
  gtk_widget_size_allocate (part, &area, -1);
}

static void
place_in_middle (GtkWidget *widget,
                 GtkWidget *part,
                 int        x,
                 int        y,
                 int        width,
                 int        height)
{
  int own = get_height (part, width);

  place (widget, part, (GtkAllocation) { x, y + (height - own) / 2, width, own });
}

static int
measure_wide_height (LoketWorkLayout  *self,
                     GtkWidget       **parts,
                     int               width)
{
  int text = width - get_rest (self);
  int height = get_height (parts[LOKET_WORK_PART_NAME], text)
               + get_height (parts[LOKET_WORK_PART_WHAT], text);

  height = MAX (height, get_height (parts[LOKET_WORK_PART_STATE],
                                    get_column (self, LOKET_WORK_COLUMN_STATE)));
  height = MAX (height, get_height (parts[LOKET_WORK_PART_MENU],
                                    get_column (self, LOKET_WORK_COLUMN_MENU)));

  return MAX (height + 2 * LINE_GAP, ROW_HEIGHT);
}

/* The columns behind the text, and what stands in them. */
static const struct
{
  LoketWorkColumn column;
  LoketWorkPart part;
} cells[] = {
  { LOKET_WORK_COLUMN_STATE, LOKET_WORK_PART_STATE },
  { LOKET_WORK_COLUMN_FIRST, LOKET_WORK_PART_FIRST },
  { LOKET_WORK_COLUMN_SECOND, LOKET_WORK_PART_SECOND },
  { LOKET_WORK_COLUMN_THIRD, LOKET_WORK_PART_THIRD },
  { LOKET_WORK_COLUMN_THIRD, LOKET_WORK_PART_POSTPONE },
  { LOKET_WORK_COLUMN_MENU, LOKET_WORK_PART_MENU },
};

static void
allocate_wide (LoketWorkLayout  *self,
               GtkWidget        *widget,
               GtkWidget       **parts,
               int               width,
               int               height)
{
  int lead = get_column (self, LOKET_WORK_COLUMN_LEAD);
  int text = width - get_rest (self);
  int name = get_height (parts[LOKET_WORK_PART_NAME], text);
  int what = get_height (parts[LOKET_WORK_PART_WHAT], text);
  int x = EDGE, y = (height - name - what) / 2;

  place_in_middle (widget, parts[LOKET_WORK_PART_ICON], x, 0, lead, height);
  place_in_middle (widget, parts[LOKET_WORK_PART_TIME], x, 0, lead, height);
  x += lead + TEXT_GAP;
  place (widget, parts[LOKET_WORK_PART_NAME], (GtkAllocation) { x, y, text, name });
  place (widget, parts[LOKET_WORK_PART_WHAT], (GtkAllocation) { x, y + name, text, what });
  x += text + TEXT_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      int column = get_column (self, cells[i].column);
      int indent = cells[i].part == LOKET_WORK_PART_STATE ? get_indent (parts[cells[i].part]) : 0;

      place_in_middle (widget, parts[cells[i].part], x + indent, 0, column - indent, height);
      if (i + 1 < G_N_ELEMENTS (cells) && cells[i + 1].column != cells[i].column)
        x += column + (cells[i].column == LOKET_WORK_COLUMN_STATE ? TEXT_GAP : GAP);
    }
  gtk_widget_set_child_visible (parts[LOKET_WORK_PART_POSTPONE_ICON], FALSE);
}

/* The acts that have a place where there is little room, beside the menu. */
static const LoketWorkPart narrow_acts[] = {
  LOKET_WORK_PART_FIRST, LOKET_WORK_PART_SECOND, LOKET_WORK_PART_POSTPONE_ICON,
};

static gboolean
is_in_words (LoketWorkPart part)
{
  return part != LOKET_WORK_PART_POSTPONE_ICON;
}

/* By how much each act in words may grow, so that they fill the line; not at all when they need
 * more than one. */
static int
get_growth (GtkWidget **parts,
            int         width)
{
  int left = width + GAP, n_words = 0;

  for (guint i = 0; i < G_N_ELEMENTS (narrow_acts); i++)
    {
      GtkWidget *part = parts[narrow_acts[i]];

      if (!gtk_widget_get_visible (part))
        continue;
      left -= get_width (part) + GAP;
      n_words += is_in_words (narrow_acts[i]);
    }

  return n_words > 0 ? MAX (left / n_words, 0) : 0;
}

static int
get_act_width (GtkWidget     **parts,
               LoketWorkPart   part,
               int             growth,
               int             width)
{
  int own = get_width (parts[part]);

  if (is_in_words (part))
    own = MAX (own, MIN (own + growth, width > SHORT_LINE ? BUTTON_MOST : width));

  return MIN (own, width);
}

/* Goes along the acts, line by line, and places them when asked to; the menu ends the first line.
 * Returns the height. */
static int
go_through_acts (GtkWidget  *widget,
                 GtkWidget **parts,
                 int         top,
                 int         width,
                 gboolean    to_place)
{
  int menu = get_width (parts[LOKET_WORK_PART_MENU]);
  int line = MAX (get_height (parts[LOKET_WORK_PART_MENU], menu),
                  get_height (parts[LOKET_WORK_PART_FIRST], width));
  int room = width - menu - GAP;
  int growth = get_growth (parts, room);
  int x = 0, y = 0;

  if (to_place)
    place_in_middle (widget, parts[LOKET_WORK_PART_MENU], EDGE + width - menu, top, menu, line);

  for (guint i = 0; i < G_N_ELEMENTS (narrow_acts); i++)
    {
      GtkWidget *part = parts[narrow_acts[i]];
      int own;

      if (!gtk_widget_get_visible (part))
        continue;

      own = get_act_width (parts, narrow_acts[i], growth, room);
      if (x > 0 && x + own > room)
        {
          y += line + GAP;
          x = 0;
        }
      if (to_place)
        place_in_middle (widget, part, EDGE + x, top + y, own, line);
      x += own + GAP;
    }

  return y + line;
}

/* Whether name and state stand on one line. */
static gboolean
shares_first_line (GtkWidget **parts,
                   int         width)
{
  int time = get_width (parts[LOKET_WORK_PART_TIME]);

  return time + GAP + get_width (parts[LOKET_WORK_PART_NAME]) + 2 * GAP
         + get_width (parts[LOKET_WORK_PART_STATE]) <= width;
}

/* Goes along the lines of the narrow arrangement; places the parts when asked to. Returns the
 * height. */
static int
go_through_lines (GtkWidget  *widget,
                  GtkWidget **parts,
                  int         whole_width,
                  gboolean    to_place)
{
  int width = whole_width - 2 * EDGE, y = EDGE;
  int time, name_height, state_width, state_height;
  gboolean shares;

  shares = shares_first_line (parts, width);
  time = get_width (parts[LOKET_WORK_PART_TIME]);
  time += time > 0 ? GAP : 0;
  name_height = get_height (parts[LOKET_WORK_PART_NAME], width - time);
  state_width = MIN (get_width (parts[LOKET_WORK_PART_STATE]), width);
  state_height = get_height (parts[LOKET_WORK_PART_STATE], state_width);

  if (to_place)
    {
      place (widget, parts[LOKET_WORK_PART_TIME],
             (GtkAllocation) { EDGE, y, time - GAP, name_height });
      place (widget, parts[LOKET_WORK_PART_NAME],
             (GtkAllocation) { EDGE + time, y,
                               width - time - (shares ? state_width : 0), name_height });
    }
  if (!shares)
    y += name_height;
  if (to_place)
    place (widget, parts[LOKET_WORK_PART_STATE],
           (GtkAllocation) { EDGE + (shares ? width - state_width : 0), y, state_width,
                             state_height });
  y += shares ? MAX (name_height, state_height) : state_height;

  if (to_place)
    place (widget, parts[LOKET_WORK_PART_WHAT],
           (GtkAllocation) { EDGE, y, width, get_height (parts[LOKET_WORK_PART_WHAT], width) });
  y += get_height (parts[LOKET_WORK_PART_WHAT], width) + LINE_GAP;
  y += go_through_acts (widget, parts, y, width, to_place);

  return y + EDGE;
}

static int
measure_narrow_width (GtkWidget **parts)
{
  int widest = get_width (parts[LOKET_WORK_PART_TIME]) + GAP
               + get_least_width (parts[LOKET_WORK_PART_NAME]);

  widest = MAX (widest, get_least_width (parts[LOKET_WORK_PART_STATE]));
  widest = MAX (widest, get_least_width (parts[LOKET_WORK_PART_WHAT]));
  for (guint i = 0; i < G_N_ELEMENTS (narrow_acts); i++)
    widest = MAX (widest, get_least_width (parts[narrow_acts[i]]) + GAP
                            + get_width (parts[LOKET_WORK_PART_MENU]));

  return widest + 2 * EDGE;
}

static GtkSizeRequestMode
loket_work_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
loket_work_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  LoketWorkLayout *self = LOKET_WORK_LAYOUT (manager);
  GtkWidget *parts[LOKET_WORK_N_PARTS];
  int wide;

  get_parts (widget, parts);
  fit_columns (self, parts);
  wide = get_rest (self) + get_text_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_narrow_width (parts);
      *natural = MAX (wide, *minimum);
    }
  else if (for_size < 0 || for_size >= wide)
    {
      *minimum = *natural = measure_wide_height (self, parts, MAX (for_size, wide));
    }
  else
    {
      *minimum = *natural = go_through_lines (widget, parts, for_size, FALSE);
    }
}

static void
loket_work_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  LoketWorkLayout *self = LOKET_WORK_LAYOUT (manager);
  GtkWidget *parts[LOKET_WORK_N_PARTS];

  get_parts (widget, parts);
  if (width >= get_rest (self) + get_text_width (widget))
    {
      allocate_wide (self, widget, parts, width, height);
      return;
    }

  gtk_widget_set_child_visible (parts[LOKET_WORK_PART_ICON], FALSE);
  gtk_widget_set_child_visible (parts[LOKET_WORK_PART_THIRD], FALSE);
  gtk_widget_set_child_visible (parts[LOKET_WORK_PART_POSTPONE], FALSE);
  go_through_lines (widget, parts, width, TRUE);
}

static void
loket_work_layout_dispose (GObject *object)
{
  g_clear_object (&LOKET_WORK_LAYOUT (object)->columns);

  G_OBJECT_CLASS (loket_work_layout_parent_class)->dispose (object);
}

static void
loket_work_layout_class_init (LoketWorkLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_work_layout_dispose;
  layout_class->get_request_mode = loket_work_layout_get_request_mode;
  layout_class->measure = loket_work_layout_measure;
  layout_class->allocate = loket_work_layout_allocate;
}

static void
loket_work_layout_init (LoketWorkLayout *self)
{
}

static void
columns_changed_cb (LoketWorkLayout *self)
{
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * loket_work_layout_new:
 * @columns: the columns that the row shares with others
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
loket_work_layout_new (LoketWorkColumns *columns)
{
  LoketWorkLayout *self = g_object_new (LOKET_TYPE_WORK_LAYOUT, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_LAYOUT_MANAGER (self);
}
