/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One item of a questionnaire, and how an answer to it is written as characters and as codes.
 *
 * An answer has three forms. As text it is what stands in a file (`8`, `yes_once`,
 * `retraining;other`). In the store it takes a fixed number of characters, one for a grade or a
 * single choice and one per option for a multiple one. In memory every character is a small number,
 * its code, so that answers can be counted in an array. Options are numbered by their place in the
 * file: a released questionnaire only ever gets new options at the end of a list.
 *
 *  | kind     | characters                      | codes                                      |
 *  |----------|---------------------------------|--------------------------------------------|
 *  | grade    | `1`..`9`, `A` for 10, `-` n.v.t. | the grade, 11 n.v.t.                        |
 *  | single   | `0`..`9`, `a`..`z`              | 1 for the first option and so on            |
 *  | multiple | `0` or `1` for each option      | 1 not chosen, 2 chosen                      |
 *  | each     | `.` no answer                   | 0 not asked, the highest code: no answer    |
 */

#pragma once

#include "loket-texts.h"

G_BEGIN_DECLS

#define LOKET_CODE_NOT_ASKED   0
#define LOKET_GRADE_MAX        10
#define LOKET_GRADE_NA         11
#define LOKET_CODE_NOT_CHOSEN  1
#define LOKET_CODE_CHOSEN      2
#define LOKET_ITEM_MAX_OPTIONS 36
#define LOKET_ITEM_MAX_CODES   (LOKET_ITEM_MAX_OPTIONS + 2)
#define LOKET_NO_ANSWER        '.'

typedef enum
{
  LOKET_ITEM_GRADE,
  LOKET_ITEM_SINGLE,
  LOKET_ITEM_MULTIPLE,
  LOKET_ITEM_LIKERT,
  LOKET_ITEM_NUMBER,
  LOKET_ITEM_OPEN
} LoketItemKind;

typedef struct
{
  char       *code; /* (owned) */
  gsize       length; /* of the code */
  LoketTexts  text;
  LoketTexts  people; /* who chose it, in a sentence: `clients with a test`; or empty */
  int         introduced; /* year, 0: from the beginning */
} LoketOption;

typedef struct
{
  int        until; /* the last year in which the item was put this way */
  LoketTexts text;
} LoketWording;

typedef struct _LoketItem LoketItem;

/* Immutable once its questionnaire is made. */
struct _LoketItem
{
  char            *id; /* (owned) */
  LoketItemKind    kind;
  LoketTexts       text; /* the question as it is put now */
  LoketTexts       label; /* a few words for charts and tables */
  LoketTexts       topic; /* the same in the midst of a sentence: `the website`; or empty */
  GArray          *wordings; /* (owned) of LoketWording, oldest first */
  GArray          *options; /* (owned) of LoketOption; of an open item its themes */
  int              options_since; /* year in which the options became others, 0: never */
  gboolean         offers_na; /* "n.v.t./weet ik niet" can be chosen */
  guint            threshold; /* answers that an office needs to be ranked */
  guint            thin; /* below this many answers a figure rests on few people */
  const LoketItem *route_item; /* (nullable) asked only when the answer to this item ... */
  guint64          route_codes; /* ... has one of these codes, a bit for each */
  guint8           lookup[128]; /* option number + 1 by hash of its code */
};

void               loket_option_clear          (LoketOption      *option);

LoketItem         *loket_item_new             (void);
void               loket_item_free            (LoketItem        *item);
void               loket_item_index_options   (LoketItem        *item);

const char        *loket_item_get_text        (const LoketItem  *item,
                                               int               year,
                                               const char       *language);
guint              loket_item_get_n_options   (const LoketItem  *item);
const LoketOption *loket_item_get_option      (const LoketItem  *item,
                                               guint             number);
int                loket_item_find_option     (const LoketItem  *item,
                                               const char       *code,
                                               gsize             length);
guint              loket_item_get_width       (const LoketItem  *item);
guint              loket_item_get_n_codes     (const LoketItem  *item);

gboolean           loket_item_encode          (const LoketItem  *item,
                                               int               year,
                                               const char       *text,
                                               gsize             length,
                                               char             *place,
                                               GError          **error);
void               loket_item_append_text     (const LoketItem  *item,
                                               const char       *place,
                                               GString          *text);
guint              loket_item_decode          (const LoketItem  *item,
                                               char              character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketItem, loket_item_free)

G_END_DECLS
