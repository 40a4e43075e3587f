/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Means, shares, their intervals and tests, from whole counts. What is undefined is NaN. */

#include "loket-statistics.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Half of the 5% that a two-sided interval or test leaves out. */
#define TAIL 0.025

/**
 * loket_moments_from_histogram:
 * @by_grade: (array length=n_grades): how often grade 1, 2, ... was given
 */
LoketMoments
loket_moments_from_histogram (const guint32 *by_grade,
                              guint          n_grades)
{
  LoketMoments moments = { 0, 0, 0 };

  for (guint i = 0; i < n_grades; i++)
    {
      guint64 grade = i + 1;

      moments.n += by_grade[i];
      moments.sum += by_grade[i] * grade;
      moments.squares += by_grade[i] * grade * grade;
    }
  return moments;
}

/**
 * loket_moments_add:
 *
 * Returns: those of both
 */
LoketMoments
loket_moments_add (const LoketMoments *one,
                   const LoketMoments *other)
{
  return (LoketMoments) { one->n + other->n, one->sum + other->sum, one->squares + other->squares };
}

/**
 * loket_moments_subtract:
 * @part: a part of @all
 *
 * Returns: those of @all that are not in @part
 */
LoketMoments
loket_moments_subtract (const LoketMoments *all,
                        const LoketMoments *part)
{
  return (LoketMoments) { all->n - part->n, all->sum - part->sum, all->squares - part->squares };
}

/**
 * loket_moments_get_mean:
 *
 * Returns: the mean; NaN when there is nothing to take it of
 */
double
loket_moments_get_mean (const LoketMoments *moments)
{
  return moments->n > 0 ? (double) moments->sum / (double) moments->n : NAN;
}

/* The variance with n - 1. The difference is taken of whole numbers, so that nothing is lost; it
 * holds up to 400 million grades of 10. */
static double
get_variance (const LoketMoments *moments)
{
  guint64 difference = moments->n * moments->squares - moments->sum * moments->sum;

  if (moments->n < 2)
    return NAN;
  return (double) difference / ((double) moments->n * (double) (moments->n - 1));
}

/**
 * loket_moments_get_sd:
 *
 * Returns: the standard deviation with n - 1, NaN for fewer than two grades
 */
double
loket_moments_get_sd (const LoketMoments *moments)
{
  return sqrt (get_variance (moments));
}

/**
 * loket_moments_get_interval:
 *
 * Returns: the 95% interval of the mean after Student's t
 */
LoketInterval
loket_moments_get_interval (const LoketMoments *moments)
{
  double mean = loket_moments_get_mean (moments);
  double width = NAN;

  if (moments->n >= 2)
    width = gsl_cdf_tdist_Qinv (TAIL, (double) (moments->n - 1)) *
            sqrt (get_variance (moments) / (double) moments->n);
  return (LoketInterval) { mean - width, mean + width };
}

/**
 * loket_welch_get_p:
 *
 * Welch, Biometrika 34 (1947) 28-35: t with unequal variances and the degrees of freedom of
 * Satterthwaite.
 *
 * Returns: the two-sided p of equal means; NaN when a sample has fewer than two grades or neither
 *   varies
 */
double
loket_welch_get_p (const LoketMoments *one,
                   const LoketMoments *other)
{
  double error = get_variance (one) / (double) one->n;
  double other_error = get_variance (other) / (double) other->n;
  double both = error + other_error;
  double difference = loket_moments_get_mean (one) - loket_moments_get_mean (other);
  double freedom = 0;

  if (one->n < 2 || other->n < 2 || both <= 0)
    return NAN;
  freedom = both * both / (error * error / (double) (one->n - 1) +
                           other_error * other_error / (double) (other->n - 1));
  return 2 * gsl_cdf_tdist_Q (fabs (difference) / sqrt (both), freedom);
}

/**
 * loket_student_get_p:
 *
 * Student, Biometrika 6 (1908) 1-25: t with the variance of both samples taken together.
 *
 * Returns: the two-sided p of equal means; NaN when there are fewer than three grades, a sample is
 *   empty, or neither varies
 */
double
loket_student_get_p (const LoketMoments *one,
                     const LoketMoments *other)
{
  double freedom = (double) one->n + (double) other->n - 2;
  double squares = 0;
  double error = 0;

  if (one->n == 0 || other->n == 0 || freedom <= 0)
    return NAN;
  if (one->n > 1)
    squares += get_variance (one) * (double) (one->n - 1);
  if (other->n > 1)
    squares += get_variance (other) * (double) (other->n - 1);
  error = sqrt (squares / freedom * (1 / (double) one->n + 1 / (double) other->n));
  if (!(error > 0))
    return NAN;
  return 2 * gsl_cdf_tdist_Q (fabs (loket_moments_get_mean (one) - loket_moments_get_mean (other)) /
                                  error,
                              freedom);
}

/**
 * loket_shares_get_p:
 *
 * The z test of two proportions with their pooled variance, without continuity correction.
 *
 * Returns: the two-sided p of equal shares; NaN when a sample is empty or everybody answers alike
 */
double
loket_shares_get_p (guint64 count,
                    guint64 n,
                    guint64 other_count,
                    guint64 other_n)
{
  double pooled = (double) (count + other_count) / (double) (n + other_n);
  double difference = loket_share_get (count, n) - loket_share_get (other_count, other_n);
  double error = 0;

  if (n == 0 || other_n == 0 || count + other_count == 0 ||
      count + other_count == n + other_n)
    return NAN;
  error = sqrt (pooled * (1 - pooled) * (1 / (double) n + 1 / (double) other_n));
  return 2 * gsl_cdf_ugaussian_Q (fabs (difference) / error);
}

/**
 * loket_share_get:
 * @count: how many
 * @n: of how many
 *
 * Returns: the share, from 0 to 1; NaN when @n is 0
 */
double
loket_share_get (guint64 count,
                 guint64 n)
{
  return n > 0 ? (double) count / (double) n : NAN;
}

/**
 * loket_share_get_interval:
 *
 * Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
 *
 * Returns: the 95% interval of the share; NaN when @n is 0
 */
LoketInterval
loket_share_get_interval (guint64 count,
                          guint64 n)
{
  double z = gsl_cdf_ugaussian_Qinv (TAIL);
  double share = loket_share_get (count, n);
  double weight = 1 + z * z / (double) n;
  double middle = (share + z * z / (2 * (double) n)) / weight;
  double width =
      z / weight * sqrt (share * (1 - share) / (double) n + z * z / (4 * (double) n * (double) n));

  if (n == 0)
    return (LoketInterval) { NAN, NAN };
  return (LoketInterval) { MAX (0, middle - width), MIN (1, middle + width) };
}

/**
 * loket_round_ratio:
 * @denominator: more than 0
 * @scale: 100 for whole per cent, 10 for a mean with one decimal
 *
 * Rounds half up without leaving the whole numbers, because 8.05 is not a binary number.
 *
 * Returns: @scale times the ratio, rounded
 */
guint64
loket_round_ratio (guint64 numerator,
                   guint64 denominator,
                   guint   scale)
{
  g_return_val_if_fail (denominator > 0, 0);

  return (2 * scale * numerator + denominator) / (2 * denominator);
}
