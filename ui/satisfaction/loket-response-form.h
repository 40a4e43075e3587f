/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Enters responses by hand, one after the other, and corrects them. */

#pragma once

#include "loket-desk.h"
#include "loket-questionnaire.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_RESPONSE_FORM (loket_response_form_get_type ())

G_DECLARE_FINAL_TYPE (LoketResponseForm, loket_response_form, LOKET, RESPONSE_FORM, AdwWindow)

GtkWidget *loket_response_form_new (LoketDesk          *desk,
                                    LoketQuestionnaire *questionnaire,
                                    const char         *office);

G_END_DECLS
