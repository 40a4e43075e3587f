/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Means, shares, their intervals and tests, from whole counts. What is undefined is NaN. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sample of grades, exactly. */
typedef struct
{
  guint64 n;
  guint64 sum;
  guint64 squares; /* sum of the squared grades */
} LoketMoments;

typedef struct
{
  double low;
  double high;
} LoketInterval;

LoketMoments  loket_moments_from_histogram (const guint32       *by_grade,
                                            guint                n_grades);
LoketMoments  loket_moments_add            (const LoketMoments  *one,
                                            const LoketMoments  *other);
LoketMoments  loket_moments_subtract       (const LoketMoments  *all,
                                            const LoketMoments  *part);
double        loket_moments_get_mean       (const LoketMoments  *moments);
double        loket_moments_get_sd         (const LoketMoments  *moments);
LoketInterval loket_moments_get_interval   (const LoketMoments  *moments);

double        loket_welch_get_p            (const LoketMoments  *one,
                                            const LoketMoments  *other);
double        loket_student_get_p          (const LoketMoments  *one,
                                            const LoketMoments  *other);
double        loket_shares_get_p           (guint64              count,
                                            guint64              n,
                                            guint64              other_count,
                                            guint64              other_n);
double        loket_share_get              (guint64              count,
                                            guint64              n);
LoketInterval loket_share_get_interval     (guint64              count,
                                            guint64              n);

guint64       loket_round_ratio            (guint64              numerator,
                                            guint64              denominator,
                                            guint                scale);

G_END_DECLS
