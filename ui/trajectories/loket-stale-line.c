/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names the fields that have grown old; nothing is said when there are none. */

#include "loketten-config.h"

#include "loket-stale-line.h"

#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketStaleLine
{
  AdwBin parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (LoketStaleLine, loket_stale_line, ADW_TYPE_BIN)

static void
loket_stale_line_dispose (GObject *object)
{
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_STALE_LINE);

  G_OBJECT_CLASS (loket_stale_line_parent_class)->dispose (object);
}

static void
loket_stale_line_class_init (LoketStaleLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_stale_line_dispose;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-stale-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketStaleLine, text);
}

static void
loket_stale_line_init (LoketStaleLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_stale_line_show:
 * @dossier: of the client
 *
 * Shows what is to be asked once more, as of today; hides when that is nothing.
 */
void
loket_stale_line_show (LoketStaleLine *self,
                       LoketDesk      *desk,
                       LoketDossier   *dossier)
{
  LoketDateText today = loket_desk_get_today (desk);
  g_autoptr (GArray) stale = loket_dossier_list_stale (dossier, today.text);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_return_if_fail (LOKET_IS_STALE_LINE (self));

  for (guint i = 0; i < stale->len; i++)
    {
      const char *title = loket_kind_get_field_title (&loket_client_kind,
                                                      g_array_index (stale, guint, i));
      g_autofree char *lower = g_utf8_strdown (title, -1);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lower);
    }

  /* Translators: names of fields: "telephone, situation". */
  text = g_strdup_printf (_("To be asked once more: %s"), names->str);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), stale->len > 0);
}
