/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * UUIDs of version 7 (RFC 9562): they grow with time, so that new rows come last in every index. */

#include "loket-ids.h"

#include <unistd.h>

struct _LoketIds
{
  LoketClock *clock;
  GRand *random;
  gboolean is_seeded; /* whoever knows the seed knows what comes */
  guint64 last;    /* 60 bits: milliseconds, then a counter of 12 bits */
  guint given;     /* since the clock was read */
};

/* The clock is read once for so many ids: an import asks for a million of them. */
#define IDS_PER_READING 256

/**
 * loket_ids_new:
 * @clock: the clock
 *
 * Returns: (transfer full): a source of ids for one thread
 */
LoketIds *
loket_ids_new (LoketClock *clock)
{
  LoketIds *self = loket_ids_new_seeded (clock, g_random_int ());

  self->is_seeded = FALSE;

  return self;
}

/**
 * loket_ids_new_seeded:
 * @clock: the clock
 * @seed: the same seed and clock give the same ids
 *
 * Returns: (transfer full): a source of ids for one thread
 */
LoketIds *
loket_ids_new_seeded (LoketClock *clock,
                      guint32     seed)
{
  LoketIds *self = g_new0 (LoketIds, 1);

  self->clock = g_object_ref (clock);
  self->random = g_rand_new_with_seed (seed);
  self->is_seeded = TRUE;

  return self;
}

void
loket_ids_free (LoketIds *self)
{
  g_clear_object (&self->clock);
  g_clear_pointer (&self->random, g_rand_free);
  g_free (self);
}

static void
put_hex (char    *text,
         guint64  value,
         int      digits)
{
  static const char hex[] = "0123456789abcdef";

  for (int i = digits - 1; i >= 0; i--)
    {
      text[i] = hex[value & 15];
      value >>= 4;
    }
}

/**
 * loket_ids_read_clock:
 *
 * Makes the next id tell the time of now, so that it sorts behind those that other programs gave
 * before. To be called at the beginning of an act.
 */
void
loket_ids_read_clock (LoketIds *self)
{
  self->given = 0;
}

/**
 * loket_ids_get_order:
 * @id: an id that a source of ids gave
 *
 * Returns: the part of the id by which it sorts, as a number; 0 when it is none of ours
 */
guint64
loket_ids_get_order (const char *id)
{
  guint64 order = 0;

  for (int i = 0; i < 18 && id[i] != '\0'; i++)
    {
      /* Behind the second line stands the version, which is the same in all. */
      if (id[i] == '-' || i == 14)
        continue;
      if (!g_ascii_isxdigit (id[i]))
        return 0;
      order = order << 4 | (guint64) g_ascii_xdigit_value (id[i]);
    }

  return order;
}

/**
 * loket_ids_follow:
 * @id: an id that is stored
 *
 * Makes the next ids sort behind @id, also when another program gave it while the clock of one of
 * the two was behind.
 */
void
loket_ids_follow (LoketIds   *self,
                  const char *id)
{
  self->last = MAX (self->last, loket_ids_get_order (id));
}

/**
 * loket_ids_next:
 * @self: a source of ids
 * @id: (out): room for the id, which sorts behind every id that @self gave before
 */
void
loket_ids_next (LoketIds *self,
                char      id[static LOKET_ID_LENGTH + 1])
{
  guint32 low = g_rand_int (self->random);
  guint32 high = g_rand_int (self->random);

  if (self->given++ % IDS_PER_READING == 0)
    {
      g_autoptr (GDateTime) now = loket_clock_dup_now (self->clock);
      guint64 milliseconds = (guint64) g_date_time_to_unix (now) * 1000
                             + (guint64) g_date_time_get_microsecond (now) / 1000;

      self->last = MAX (self->last, milliseconds << 12);
    }
  self->last++;

  put_hex (id, self->last >> 28, 8);
  id[8] = '-';
  put_hex (id + 9, (self->last >> 12) & 0xFFFF, 4);
  id[13] = '-';
  put_hex (id + 14, 0x7000 | (self->last & 0xFFF), 4);
  id[18] = '-';
  put_hex (id + 19, 0x8000 | (high & 0x3FFF), 4);
  id[23] = '-';
  put_hex (id + 24, high >> 16, 4);
  put_hex (id + 28, low, 8);
  id[LOKET_ID_LENGTH] = '\0';
}

/* Ids may be guessed, tokens may not: they come from the system's own source. */
static void
draw_bytes (LoketIds *self,
            guint8   *bytes,
            gsize     n_bytes)
{
  if (!self->is_seeded && getentropy (bytes, n_bytes) != 0)
    g_error ("The system gives no random bytes");

  for (gsize i = 0; self->is_seeded && i < n_bytes; i++)
    bytes[i] = (guint8) g_rand_int (self->random);
}

/**
 * loket_ids_next_token:
 * @self: a source of ids
 * @token: (out): room for a token: capital letters and digits that are not taken for one another,
 *   59 random bits. It begins with a letter, so that no spreadsheet takes it for a number
 */
void
loket_ids_next_token (LoketIds *self,
                      char      token[static LOKET_TOKEN_LENGTH + 1])
{
  static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  guint8 bytes[LOKET_TOKEN_LENGTH];

  draw_bytes (self, bytes, sizeof bytes);
  token[0] = alphabet[16 + (bytes[0] & 15)];
  for (guint i = 1; i < LOKET_TOKEN_LENGTH; i++)
    token[i] = alphabet[bytes[i] & 31];
  token[LOKET_TOKEN_LENGTH] = '\0';
}
