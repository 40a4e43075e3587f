/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Members of a JSON object that must be there and be right, or an error says where they are not. */

#pragma once

#include <json-glib/json-glib.h>

#include "loket-texts.h"

G_BEGIN_DECLS

/* A file that is read. */
typedef struct
{
  const char *name; /* borrowed: what an error calls it */
  const char *text; /* borrowed */
} LoketJsonFile;

/* An object of a file, and where in it it stands: `items[3]`, or nothing for the outermost. */
typedef struct
{
  const LoketJsonFile *file; /* borrowed */
  JsonObject          *object; /* borrowed: the parser owns it */
  char                *where; /* (owned) */
} LoketJsonPlace;

void        loket_json_place_clear     (LoketJsonPlace        *place);
gboolean    loket_json_refuse          (const LoketJsonPlace  *place,
                                        const char            *member,
                                        const char            *reason,
                                        GError               **error);
gboolean    loket_json_has             (const LoketJsonPlace  *place,
                                        const char            *member);
gboolean    loket_json_read_object     (const LoketJsonPlace  *place,
                                        const char            *member,
                                        LoketJsonPlace        *found,
                                        GError               **error);
JsonArray  *loket_json_read_array      (const LoketJsonPlace  *place,
                                        const char            *member,
                                        GError               **error);
gboolean    loket_json_read_element    (const LoketJsonPlace  *place,
                                        const char            *member,
                                        guint                  index,
                                        LoketJsonPlace        *found,
                                        GError               **error);
char       *loket_json_read_id         (const LoketJsonPlace  *place,
                                        const char            *member,
                                        GError               **error);
gboolean    loket_json_read_texts      (const LoketJsonPlace  *place,
                                        const char            *member,
                                        LoketTexts            *texts,
                                        GError               **error);
gboolean    loket_json_read_flag       (const LoketJsonPlace  *place,
                                        const char            *member,
                                        gboolean              *value,
                                        GError               **error);
gboolean    loket_json_read_int        (const LoketJsonPlace  *place,
                                        const char            *member,
                                        int                   *value,
                                        GError               **error);
GStrv       loket_json_read_ids        (const LoketJsonPlace  *place,
                                        const char            *member,
                                        GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LoketJsonPlace, loket_json_place_clear)

G_END_DECLS
