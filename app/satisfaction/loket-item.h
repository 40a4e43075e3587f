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
 *  | likert   | as single                       | as single                                   |
 *  | multiple | `0` or `1` for each option      | 1 not chosen, 2 chosen                      |
 *  | number   | four digits, or an option and   | 1 for the lowest that counts and so on, the |
 *  |          | three `-`                       | options, then: it does not count            |
 *  | each     | `.` no answer                   | 0 not asked, the highest code: no answer    |
 */

#pragma once

#include "loket-band.h"

G_BEGIN_DECLS

#define LOKET_CODE_NOT_ASKED   0
#define LOKET_GRADE_MAX        10
#define LOKET_GRADE_NA         11
#define LOKET_CODE_NOT_CHOSEN  1
#define LOKET_CODE_CHOSEN      2
#define LOKET_ITEM_MAX_OPTIONS 36
#define LOKET_ITEM_MAX_CODES   (LOKET_ITEM_MAX_OPTIONS + 2)
#define LOKET_NO_ANSWER        '.'
#define LOKET_NUMBER_WIDTH     4
#define LOKET_NUMBER_MAX       9999
#define LOKET_NUMBER_MAX_RANGE 200
#define LOKET_WAVE_MAX         31

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
  gboolean    is_missing; /* no opinion, not known: no answer on the scale */
  gboolean    is_exclusive; /* of a multiple choice: not together with others */
  gboolean    takes_text; /* "other, namely" */
  int         value; /* of a likert item: its place on the scale */
} LoketOption;

typedef struct
{
  int        until; /* the last year in which the item was put this way */
  LoketTexts text;
} LoketWording;

/* The stem of items that are asked as one. */
typedef struct
{
  char      *id; /* (owned) */
  LoketTexts text;
} LoketBlock;

/* What a higher value means. */
typedef enum
{
  LOKET_POLARITY_NONE,
  LOKET_POLARITY_BETTER,
  LOKET_POLARITY_WORSE
} LoketPolarity;

typedef struct _LoketItem LoketItem;
typedef struct _LoketDerived LoketDerived;

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
  const LoketBlock *block; /* (nullable) borrowed from the questionnaire */
  LoketPolarity    polarity;
  guint32          waves; /* a bit for each wave that asks it, by its number */
  gboolean         na_when_empty; /* of a grade: no answer of who was asked is n.v.t. */
  gboolean         counts_unanswered; /* who did not answer is in the denominator of shares */
  gboolean         counts_missing; /* a missing option is in the denominator of shares */
  guint64          top; /* a bit for each option whose share together is reported */
  LoketTexts       top_text; /* or empty */
  int              valid_min; /* of a number: what counts */
  int              valid_max;
  GArray          *bands; /* (owned) of LoketBand: of a number */
  GArray          *route; /* (owned) of LoketCondition: all must hold for it to be asked */
  const LoketItem *route_item; /* (nullable) the item that decides, or the first of them */
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
guint              loket_item_get_n_columns   (const LoketItem  *item);
guint              loket_item_get_n_codes     (const LoketItem  *item);
gboolean           loket_item_is_answer       (const LoketItem  *item,
                                               guint             code);
gboolean           loket_item_is_measured     (const LoketItem  *item);
gboolean           loket_item_is_in_wave      (const LoketItem  *item,
                                               int               wave);

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
guint              loket_item_decode_place    (const LoketItem  *item,
                                               const char       *place);
gboolean           loket_item_decode_number   (const char       *place,
                                               int              *number);
char               loket_item_get_character   (guint             number);
guint              loket_item_get_number      (char              character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketItem, loket_item_free)

G_END_DECLS
