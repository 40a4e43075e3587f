/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A client: the person helped. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT (loket_client_get_type ())

G_DECLARE_FINAL_TYPE (LoketClient, loket_client, LOKET, CLIENT, LoketRecord)

enum
{
  LOKET_CLIENT_CLIENT_NO,
  LOKET_CLIENT_FAMILY_NAME,
  LOKET_CLIENT_GIVEN_NAME,
  LOKET_CLIENT_PREFIX,
  LOKET_CLIENT_BIRTH_DATE,
  LOKET_CLIENT_GENDER,
  LOKET_CLIENT_EMAIL,
  LOKET_CLIENT_PHONE,
  LOKET_CLIENT_POSTCODE,
  LOKET_CLIENT_CITY,
  LOKET_CLIENT_EDUCATION,
  LOKET_CLIENT_SITUATION,
  LOKET_CLIENT_HEARD_VIA,
  LOKET_CLIENT_LANGUAGE,
  LOKET_CLIENT_REGISTERED_ON,
  LOKET_CLIENT_NO_CONTACT,
  LOKET_CLIENT_NO_SURVEY,
  LOKET_CLIENT_NOT_SAME,
  LOKET_CLIENT_MERGED,
  LOKET_CLIENT_SORT_NAME,
  LOKET_CLIENT_CONFIRMED,
  LOKET_CLIENT_N_FIELDS
};

extern const LoketKind loket_client_kind;

char *loket_client_dup_display_name (LoketClient *self);
char *loket_client_join_name        (const char  *given_name,
                                     const char  *prefix,
                                     const char  *family_name);
int   loket_client_get_age          (LoketClient *self,
                                     const char  *today);

char     *loket_client_write_merged (LoketClient *self);
gboolean  loket_client_read_merged  (const char  *item,
                                     char       **id,
                                     char       **number);
gboolean  loket_client_is_told_apart_by
                                    (LoketClient *self,
                                     const char  *not_same);
gboolean  loket_client_is_not_same  (LoketClient *self,
                                     LoketClient *other);

G_END_DECLS
