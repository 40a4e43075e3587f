/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk with a small made-up office, and widgets that can be waited for. */

#pragma once

#include "loket-desk.h"
#include "loket-dossier-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A Friday, on which the office is made. */
#define UI_FIXTURE_NOW "2026-11-20T10:40"
#define UI_FIXTURE_TODAY "2026-11-20"

/* The record of a client with one trajectory, in a window: a fixture as GTest takes it. */
typedef struct
{
  LoketDesk *desk;
  const char *client;
  const char *trajectory;
  LoketDossierView *view;
  GtkWidget *window;
} UiRecord;

typedef gboolean (*UiFixtureProbe) (gpointer user_data);

void            ui_fixture_init            (int             *argc,
                                            char          ***argv);
AdwApplication *ui_fixture_get_application (void);
LoketDesk      *ui_fixture_open_desk       (guint            n_clients);
void            ui_fixture_close_desk      (LoketDesk       *desk);
void            ui_fixture_wait            (UiFixtureProbe   probe,
                                            gpointer         user_data);
void            ui_fixture_wait_for_end    (gpointer         weak_pointer);
void            ui_fixture_settle          (LoketDesk       *desk);
GtkWidget      *ui_fixture_find            (GtkWidget       *within,
                                            GType            type,
                                            const char      *text);
GtkWidget      *ui_fixture_show            (GtkWidget       *child);
void            ui_record_set_up           (UiRecord        *record,
                                            gconstpointer    data);
void            ui_record_tear_down        (UiRecord        *record,
                                            gconstpointer    data);
void            ui_record_show             (UiRecord        *record,
                                            const char      *client);

G_END_DECLS
