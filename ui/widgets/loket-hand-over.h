/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Hands a number or an address over to the program that telephones or writes mail. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *loket_hand_over_dup_phone_uri  (const char *number);
char *loket_hand_over_dup_mail_uri   (const char *address);
char *loket_hand_over_dup_letter_uri (const char *address,
                                      const char *subject,
                                      const char *text);
void  loket_hand_over_phone          (GtkWidget  *widget,
                                      const char *number);
void  loket_hand_over_mail           (GtkWidget  *widget,
                                      const char *address);
void  loket_hand_over_letter         (GtkWidget  *widget,
                                      const char *address,
                                      const char *subject,
                                      const char *text);

G_END_DECLS
