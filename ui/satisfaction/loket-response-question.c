/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The keys are those of the card: the buttons that show the answers are for the mouse, and are not
 * gone through one by one. */

#include "loketten-config.h"

#include "loket-response-question.h"

#include "loket-preferences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketResponseQuestion
{
  GtkBox parent_instance;

  GtkLabel *place;
  GtkLabel *text;
  GtkLabel *hint;
  GtkBox *choices;
  GtkLabel *typed;
  GtkWidget *writing;
  GtkTextView *view;
  GtkLabel *refused;

  LoketResponseSheet *sheet;  /* (nullable): borrowed: the form's, which outlives the card */
  int index;                  /* -1: none */
  gboolean is_filling;
};

enum
{
  CHANGED,
  GO_ON,
  GO_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketResponseQuestion, loket_response_question, GTK_TYPE_BOX)

static const LoketItem *
get_item (LoketResponseQuestion *self)
{
  return loket_response_sheet_get_item (self->sheet, (guint) self->index);
}

static const char *
get_value (LoketResponseQuestion *self)
{
  return loket_response_sheet_get_value (self->sheet, (guint) self->index);
}

/* The letter of an option: behind "z" come digits. */
static char
get_letter (guint number)
{
  return (char) (number < 26 ? 'a' + number : '0' + number - 26);
}

static const char *
get_hint (const LoketItem *item)
{
  switch (item->kind)
    {
    case LOKET_ITEM_GRADE:
      return item->offers_na ? _("1 to 9, 0 for 10, n for n/a; Enter goes on")
                             : _("1 to 9, 0 for 10; Enter goes on");
    case LOKET_ITEM_MULTIPLE:
      return _("A letter chooses, and once more takes back; Enter goes on");
    case LOKET_ITEM_SINGLE:
    case LOKET_ITEM_LIKERT:
      return _("A letter chooses; Enter goes on");
    case LOKET_ITEM_NUMBER:
      return _("Type the number; Enter goes on");
    case LOKET_ITEM_OPEN:
    default:
      return _("Type the answer; Enter goes on, Shift+Enter begins a line");
    }
}

/* The answer in words: "8", "Yes", "n/a", or NULL. */
static char *
dup_answer (LoketResponseQuestion *self)
{
  const LoketItem *item = get_item (self);
  const char *value = get_value (self);
  g_auto (GStrv) codes = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (value == NULL)
    return NULL;
  if (*value == '\0')
    return g_strdup (_("n/a"));

  codes = g_strsplit (value, ";", -1);
  for (guint i = 0; item->kind != LOKET_ITEM_OPEN && codes[i] != NULL; i++)
    {
      int number = loket_item_find_option (item, codes[i], strlen (codes[i]));

      if (number >= 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                                loket_texts_get (
                                  &loket_item_get_option (item, (guint) number)->text,
                                  loket_preferences_get_language ()));
    }

  return g_strdup (words->len > 0 ? words->str : value);
}

/* The focus stays on the card while its question changes: so its name is what is read out. */
static void
name_card (LoketResponseQuestion *self)
{
  g_autofree char *answer = dup_answer (self);
  g_autofree char *label = NULL;

  /* Translators: a question, and the answer to it. */
  label = g_strdup_printf (_("%s Answer: %s"), gtk_label_get_text (self->text),
                           answer != NULL ? answer : _("none"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->hint), -1);
}

static gboolean
is_chosen (const char *value,
           const char *code)
{
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", ";", -1);

  return g_strv_contains ((const char *const *) codes, code);
}

/* Which buttons are down. */
static void
show_chosen (LoketResponseQuestion *self)
{
  const LoketItem *item = get_item (self);
  const char *value = get_value (self);

  self->is_filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *code = g_object_get_data (G_OBJECT (child), "code");

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                    *code != '\0' ? is_chosen (value, code)
                                                  : value != NULL && *value == '\0');
    }
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->typed), item->kind == LOKET_ITEM_NUMBER);
  gtk_label_set_text (self->typed, value != NULL ? value : "…");
  name_card (self);
}

static void
press (LoketResponseQuestion *self,
       gunichar               key)
{
  g_autoptr (GError) error = NULL;

  if (loket_response_sheet_press (self->sheet, (guint) self->index, key, &error))
    g_signal_emit (self, signals[CHANGED], 0);
  gtk_label_set_text (self->refused, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused), error != NULL);
  show_chosen (self);
}

static void
choice_toggled_cb (LoketResponseQuestion *self,
                   GtkToggleButton       *button)
{
  if (self->is_filling)
    return;

  press (self, (gunichar) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "key")));
}

/* @code: (nullable): what it stands for, as in a file; "" is n.v.t. */
static void
add_choice (LoketResponseQuestion *self,
            char                   key,
            const char            *code,
            const char            *text)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_object_set_data (G_OBJECT (button), "key", GUINT_TO_POINTER ((guint) key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (choice_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, button);
}

static void
add_grades (LoketResponseQuestion *self,
            const LoketItem       *item)
{
  for (guint grade = 1; grade <= LOKET_GRADE_MAX; grade++)
    {
      g_autofree char *text = g_strdup_printf ("%u", grade);

      add_choice (self, (char) ('0' + grade % 10), text, text);
    }
  if (item->offers_na)
    add_choice (self, 'n', "", _("n/a"));
}

static void
add_options (LoketResponseQuestion *self,
             const LoketItem       *item)
{
  int year = loket_response_sheet_get_year (self->sheet);

  for (guint i = 0; i < loket_item_get_n_options (item); i++)
    {
      const LoketOption *option = loket_item_get_option (item, i);
      g_autofree char *text = NULL;

      if (option->introduced > year)
        continue;

      /* Translators: the letter that chooses an answer, and the answer. */
      text = g_strdup_printf (_("%c  %s"), get_letter (i),
                              loket_texts_get (&option->text, loket_preferences_get_language ()));
      add_choice (self, get_letter (i), option->code, text);
    }
}

/* Grades stand side by side, answers in words under each other. */
static GtkLayoutManager *
create_layout (const LoketItem *item)
{
  GtkLayoutManager *layout;

  if (item->kind == LOKET_ITEM_GRADE)
    return g_object_new (LOKET_TYPE_WRAP_LAYOUT, "column-spacing", 6, "row-spacing", 6, NULL);

  layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);

  return layout;
}

static void
show_choices (LoketResponseQuestion *self)
{
  const LoketItem *item = get_item (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->choices), create_layout (item));
  if (item->kind == LOKET_ITEM_GRADE)
    add_grades (self, item);
  else if (item->kind != LOKET_ITEM_OPEN)
    add_options (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self->choices),
                          gtk_widget_get_first_child (GTK_WIDGET (self->choices)) != NULL);
}

/* Whose text it is stays with it when the card goes on. */
static void
written_cb (LoketResponseQuestion *self,
            GtkTextBuffer         *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->is_filling || self->index < 0)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  loket_response_sheet_set_value (self->sheet, (guint) self->index, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_writing (LoketResponseQuestion *self)
{
  gboolean is_open = get_item (self)->kind == LOKET_ITEM_OPEN;
  const char *value = get_value (self);

  self->is_filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view),
                            is_open && value != NULL ? value : "", -1);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->writing, is_open);
}

static gboolean
move (LoketResponseQuestion *self,
      guint                  signal)
{
  gboolean has_moved = FALSE;

  g_signal_emit (self, signals[signal], 0, &has_moved);

  return has_moved;
}

static void
clear (LoketResponseQuestion *self)
{
  const char *value = get_value (self);
  g_autofree char *shorter = NULL;

  if (get_item (self)->kind == LOKET_ITEM_NUMBER && value != NULL && *value != '\0')
    shorter = g_strndup (value, strlen (value) - 1);
  loket_response_sheet_set_value (self->sheet, (guint) self->index, shorter);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
  show_chosen (self);
}

/* What moves between questions is the same whatever is asked. */
static gboolean
press_moving_key (LoketResponseQuestion *self,
                  guint                  keyval,
                  GdkModifierType        state)
{
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !is_shifted && move (self, GO_ON);
    case GDK_KEY_Tab:
      return move (self, GO_ON);
    case GDK_KEY_ISO_Left_Tab:
      return move (self, GO_BACK);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_answering_key (LoketResponseQuestion *self,
                     guint                  keyval)
{
  gunichar key = gdk_keyval_to_unicode (keyval);

  switch (keyval)
    {
    case GDK_KEY_Down:
      return move (self, GO_ON);
    case GDK_KEY_Up:
      return move (self, GO_BACK);
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      clear (self);
      return GDK_EVENT_STOP;
    default:
      if (key <= ' ' || !g_unichar_isprint (key))
        return GDK_EVENT_PROPAGATE;
      press (self, key);
      return GDK_EVENT_STOP;
    }
}

static gboolean
key_pressed_cb (LoketResponseQuestion *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  if (self->index < 0 || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (press_moving_key (self, keyval, state))
    return GDK_EVENT_STOP;

  return get_item (self)->kind != LOKET_ITEM_OPEN ? press_answering_key (self, keyval)
                                                  : GDK_EVENT_PROPAGATE;
}

static gboolean
loket_response_question_grab_focus (GtkWidget *widget)
{
  LoketResponseQuestion *self = LOKET_RESPONSE_QUESTION (widget);

  if (self->index >= 0 && get_item (self)->kind == LOKET_ITEM_OPEN)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return GTK_WIDGET_CLASS (loket_response_question_parent_class)->grab_focus (widget);
}

static void
add_signals (GType type)
{
  /**
   * LoketResponseQuestion::changed:
   *
   * The answer is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * LoketResponseQuestion::go-on:
   *
   * Returns: whether there is another question behind it
   */
  signals[GO_ON] = g_signal_new ("go-on", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_BOOLEAN, 0);

  /**
   * LoketResponseQuestion::go-back:
   *
   * Returns: whether there is another question before it
   */
  signals[GO_BACK] = g_signal_new ("go-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_BOOLEAN, 0);
}

static void
loket_response_question_class_init (LoketResponseQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = loket_response_question_grab_focus;
  add_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-response-question.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, place);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, text);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, hint);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, choices);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, typed);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, writing);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, view);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseQuestion, refused);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
loket_response_question_init (LoketResponseQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->index = -1;
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
}

/**
 * loket_response_question_set_sheet:
 * @sheet: the response; must outlive the card
 */
void
loket_response_question_set_sheet (LoketResponseQuestion *self,
                                   LoketResponseSheet    *sheet)
{
  g_return_if_fail (LOKET_IS_RESPONSE_QUESTION (self));

  self->sheet = sheet;
}

/* "5 of 22 · How is your ...": among those that are asked, under the question of several. */
static void
show_place (LoketResponseQuestion *self)
{
  guint n = 0, place = 0;
  const LoketBlock *block = get_item (self)->block;
  g_autofree char *text = NULL;
  g_autofree char *under = NULL;

  for (int i = -1; (i = loket_response_sheet_find_next (self->sheet, i)) >= 0;)
    {
      n++;
      if (i <= self->index)
        place = n;
    }

  /* Translators: the place of a question, and how many there are. */
  text = g_strdup_printf (_("%u of %u"), place, n);
  if (block != NULL)
    under = g_strdup_printf ("%s · %s", text,
                             loket_texts_get (&block->text, loket_preferences_get_language ()));
  gtk_label_set_text (self->place, under != NULL ? under : text);
}

/**
 * loket_response_question_set_item:
 * @index: an item of the sheet
 *
 * Shows a question, or what has become of it.
 */
void
loket_response_question_set_item (LoketResponseQuestion *self,
                                  int                    index)
{
  const LoketItem *item;
  const char *language = loket_preferences_get_language ();

  g_return_if_fail (LOKET_IS_RESPONSE_QUESTION (self));

  self->index = index;
  item = get_item (self);
  gtk_label_set_text (self->text,
                      loket_item_get_text (item, loket_response_sheet_get_year (self->sheet),
                                           language));
  gtk_label_set_text (self->hint, get_hint (item));
  gtk_widget_set_visible (GTK_WIDGET (self->refused), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->text), -1);
  show_place (self);
  show_choices (self);
  show_writing (self);
  show_chosen (self);
}

/**
 * loket_response_question_get_item:
 *
 * Returns: the item that is shown, or -1
 */
int
loket_response_question_get_item (LoketResponseQuestion *self)
{
  g_return_val_if_fail (LOKET_IS_RESPONSE_QUESTION (self), -1);

  return self->index;
}
