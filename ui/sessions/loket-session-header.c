/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The name of the client, a line about the client, and a menu. */

#include "loketten-config.h"

#include "loket-session-header.h"

#include "loket-client-line.h"

struct _LoketSessionHeader
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (LoketSessionHeader, loket_session_header, ADW_TYPE_BIN)

static void
loket_session_header_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_HEADER);

  G_OBJECT_CLASS (loket_session_header_parent_class)->dispose (object);
}

static void
loket_session_header_class_init (LoketSessionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_header_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionHeader, name);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionHeader, subtitle);
}

static void
loket_session_header_init (LoketSessionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_header_show:
 * @dossier: of the client across the desk
 */
void
loket_session_header_show (LoketSessionHeader *self,
                           LoketDossier       *dossier,
                           LoketDesk          *desk)
{
  LoketClient *client = loket_dossier_get_client (dossier);
  LoketDateText today = loket_desk_get_today (desk);
  g_autofree char *name = loket_client_dup_display_name (client);
  g_autoptr (GString) line = NULL;

  g_return_if_fail (LOKET_IS_SESSION_HEADER (self));

  line = loket_client_line_new (client, loket_desk_get_codes (desk), today.text);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->subtitle, line->str);
}
