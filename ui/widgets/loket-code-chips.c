/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A wrapping row of toggle buttons, one for each code of a list. */

#include "loket-code-chips.h"

#include "loket-wrap-layout.h"

#include <string.h>

struct _LoketCodeChips
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *chips;         /* of GtkToggleButton, borrowed: children of the box */
  gboolean is_exclusive;    /* whether one code is chosen, always */
  gboolean is_rendering;    /* whether the buttons follow what is chosen */
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketCodeChips, loket_code_chips, ADW_TYPE_BIN)

static void
loket_code_chips_finalize (GObject *object)
{
  g_ptr_array_unref (LOKET_CODE_CHIPS (object)->chips);

  G_OBJECT_CLASS (loket_code_chips_parent_class)->finalize (object);
}

static void
loket_code_chips_class_init (LoketCodeChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_code_chips_finalize;

  /**
   * LoketCodeChips::toggled:
   * @code: a code of the list
   * @is_chosen: whether it is chosen now
   *
   * A person chose a code, or no longer does.
   */
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
loket_code_chips_init (LoketCodeChips *self)
{
  self->chips = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->box), loket_wrap_layout_new (6, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* Chosen is said by a check mark as well, not by a tint alone. */
static void
render_chip (GtkToggleButton *chip)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (chip));

  gtk_widget_set_visible (gtk_widget_get_first_child (content),
                          gtk_toggle_button_get_active (chip));
}

static void
chip_toggled_cb (LoketCodeChips  *self,
                 GtkToggleButton *chip)
{
  render_chip (chip);
  if (self->is_rendering || (self->is_exclusive && !gtk_toggle_button_get_active (chip)))
    return;

  g_signal_emit (self, signals[TOGGLED], 0, gtk_widget_get_name (GTK_WIDGET (chip)),
                 gtk_toggle_button_get_active (chip));
}

static GtkWidget *
create_content (const char *text)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (content), label);

  return content;
}

static void
add_chip (LoketCodeChips  *self,
          const LoketCode *code)
{
  GtkWidget *chip = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (chip), create_content (code->label));
  gtk_widget_set_name (chip, code->code);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, code->label,
                                  -1);
  if (self->is_exclusive && self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->chips->pdata[0]);
  render_chip (GTK_TOGGLE_BUTTON (chip));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
  gtk_box_append (self->box, chip);
}

/**
 * loket_code_chips_set_list:
 * @codes: the office's lists
 * @list: the name of one
 * @is_exclusive: whether one code is chosen, always
 *
 * Shows the codes of a list that are not retired.
 */
void
loket_code_chips_set_list (LoketCodeChips *self,
                           LoketCodes     *codes,
                           const char     *list,
                           gboolean        is_exclusive)
{
  GPtrArray *all = loket_codes_get_list (codes, list);

  g_return_if_fail (LOKET_IS_CODE_CHIPS (self));
  g_return_if_fail (self->chips->len == 0);

  self->is_exclusive = is_exclusive;
  for (guint i = 0; i < all->len; i++)
    {
      const LoketCode *code = all->pdata[i];

      if (!code->retired)
        add_chip (self, code);
    }
}

/**
 * loket_code_chips_set_chosen:
 * @chosen: codes, joined by ';'
 */
void
loket_code_chips_set_chosen (LoketCodeChips *self,
                             const char     *chosen)
{
  g_auto (GStrv) codes = g_strsplit (chosen, ";", -1);

  g_return_if_fail (LOKET_IS_CODE_CHIPS (self));

  self->is_rendering = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = self->chips->pdata[i];

      gtk_toggle_button_set_active (chip,
                                    g_strv_contains ((const char *const *) codes,
                                                     gtk_widget_get_name (GTK_WIDGET (chip))));
    }
  self->is_rendering = FALSE;
}

/**
 * loket_code_chips_toggle:
 * @position: 0 for the first code
 *
 * Chooses a code, or no longer does, as a person does with a key.
 *
 * Returns: whether there is such a code
 */
gboolean
loket_code_chips_toggle (LoketCodeChips *self,
                         guint           position)
{
  GtkToggleButton *chip;

  g_return_val_if_fail (LOKET_IS_CODE_CHIPS (self), FALSE);

  if (position >= self->chips->len)
    return FALSE;

  chip = self->chips->pdata[position];
  gtk_toggle_button_set_active (chip, !gtk_toggle_button_get_active (chip));

  return TRUE;
}
