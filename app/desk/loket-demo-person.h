/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A made-up client. */

#pragma once

#include "loket-demo-world.h"

G_BEGIN_DECLS

/* Texts live as long as those of the world; NULL is empty. */
typedef struct
{
  const char *given_name;
  const char *prefix;
  const char *family_name;
  const char *gender;
  const char *situation;
  const char *education;
  const char *heard_via;
  const char *language;
  const char *email;
  const char *phone;
  const char *postcode;
  const char *city;
  int birth_day;
  int registered;
  gboolean no_contact;
  gboolean no_survey;
} LoketDemoPerson;

void        loket_demo_person_make            (LoketDemoPerson        *self,
                                               LoketDemoWorld         *world,
                                               int                     registered);
gboolean    loket_demo_person_name            (LoketDemoPerson        *self,
                                               LoketDemoWorld         *world,
                                               const char             *description);
gboolean loket_demo_person_know (LoketDemoPerson *self,
                                 LoketDemoWorld  *world,
                                 const char      *description);

G_END_DECLS
