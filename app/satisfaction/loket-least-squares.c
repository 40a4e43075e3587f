/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The line through points that misses them least. */

#include "loket-least-squares.h"

#include <gsl/gsl_linalg.h>
#include <string.h>

/* Singular values below this part of the largest are rounding errors of a rank that is not full. */
#define RANK_TOLERANCE 1e-9

/* Adds up the directions of the predictors, the columns of @rotation, each by its share in @y; what
 * is no direction but a rounding error gets none. */
static void
add_directions (const gsl_matrix *u,
                const gsl_vector *sizes,
                const gsl_matrix *rotation,
                const double     *y,
                guint             n_rows,
                double           *coefficients)
{
  double smallest = RANK_TOLERANCE * gsl_vector_get (sizes, 0);

  for (guint k = 0; k < sizes->size; k++)
    {
      double weight = 0;

      if (gsl_vector_get (sizes, k) <= smallest)
        continue;
      for (guint row = 0; row < n_rows; row++)
        weight += gsl_matrix_get (u, row, k) * y[row];
      weight /= gsl_vector_get (sizes, k);
      for (guint i = 0; i < sizes->size; i++)
        coefficients[i] += weight * gsl_matrix_get (rotation, i, k);
    }
}

/**
 * loket_least_squares_fit:
 * @x: (array): @n_rows rows of @n_columns predictors each
 * @y: (array length=n_rows): what is predicted
 * @coefficients: (out caller-allocates) (array length=n_columns): the weight of each predictor
 *
 * Least squares by singular value decomposition: Golub and Reinsch, Numerische Mathematik 14 (1970)
 * 403-420. Where several solutions fit equally well, it is the one with the smallest norm. (GSL has
 * the same under gsl_multifit_linear_tsvd (), but scales the columns first, and so the norm.)
 */
void
loket_least_squares_fit (const double *x,
                         guint         n_rows,
                         guint         n_columns,
                         const double *y,
                         double       *coefficients)
{
  /* The decomposition wants at least as many rows as columns: rows of zeros change nothing. */
  gsl_matrix *u = gsl_matrix_calloc (MAX (n_rows, n_columns), n_columns);
  gsl_matrix *rotation = gsl_matrix_alloc (n_columns, n_columns);
  gsl_vector *sizes = gsl_vector_alloc (n_columns);
  gsl_vector *work = gsl_vector_alloc (n_columns);

  memcpy (u->data, x, (gsize) n_rows * n_columns * sizeof *x);
  memset (coefficients, 0, n_columns * sizeof *coefficients);
  gsl_linalg_SV_decomp (u, rotation, sizes, work);
  add_directions (u, sizes, rotation, y, n_rows, coefficients);
  gsl_vector_free (work);
  gsl_vector_free (sizes);
  gsl_matrix_free (rotation);
  gsl_matrix_free (u);
}
