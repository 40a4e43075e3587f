# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
#
# Makes 200 small data sets and what R says of them: Rscript statistics.R > statistics.json
# The program never needs R; the values were made once, with R 4.2.2, and are kept beside this file.

set.seed(20231122)

as_json <- function(x) {
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0("\"", names(x), "\": ", vapply(x, as_json, ""), collapse = ", "), "}"))
  if (is.list(x))
    return(paste0("[", paste(vapply(x, as_json, ""), collapse = ", "), "]"))
  text <- ifelse(is.finite(x), formatC(x, digits = 17, format = "g", flag = "#", width = 1), "null")
  whole <- is.finite(x) & x == round(x) & abs(x) < 1e15
  text[whole] <- formatC(x[whole], digits = 0, format = "f", width = 1)
  if (inherits(x, "AsIs") || length(x) != 1)
    return(paste0("[", paste(text, collapse = ", "), "]"))
  text
}

or_na <- function(value) tryCatch(value, error = function(e) NA_real_)

sizes <- c(0, 1, 2, 2, 3, 4, 5, 8, 12, 20, 31, 60, 250, 2000)

draw_grades <- function(n, kind) {
  switch(kind,
         all_equal = rep(sample(1:10, 1), n),
         two_values = sample(c(7, 8), n, replace = TRUE),
         skewed = sample(1:10, n, replace = TRUE, prob = c(1, 1, 1, 1, 2, 6, 18, 34, 20, 16)),
         any = sample(1:10, n, replace = TRUE))
}
kinds <- c("all_equal", "two_values", "skewed", "skewed", "any")

histogram <- function(grades) I(as.numeric(tabulate(grades, 10)))

describe <- function(grades) {
  n <- length(grades)
  ci <- if (n >= 2 && sd(grades) > 0) as.numeric(t.test(grades)$conf.int)
        else if (n >= 2) rep(mean(grades), 2) else c(NA, NA)
  good <- sum(grades >= 8)
  wilson <- if (n > 0) as.numeric(prop.test(good, n, correct = FALSE)$conf.int) else c(NA, NA)
  list(histogram = histogram(grades), n = n, mean = if (n > 0) mean(grades) else NA, sd = sd(grades),
       ci95 = I(ci), good = good, wilson = I(wilson))
}

# t.test () gives up when nothing varies, prop.test () gives NaN.
compare <- function(a, b) {
  welch <- or_na(t.test(a, b)$p.value)
  z <- if (length(a) > 0 && length(b) > 0)
    suppressWarnings(prop.test(c(sum(a >= 8), sum(b >= 8)), c(length(a), length(b)),
                               correct = FALSE)$p.value) else NA
  list(welch = welch, z = z)
}

draw_pairs <- function(i) {
  n <- sample(c(0, 1, 2, 3, 5, 9, 20, 49, 50, 51, 80), 1)
  kind <- i %% 5
  if (kind == 0)        # answers on a scale: ties and zero differences
    list(before = sample(1:4, n, replace = TRUE), after = sample(1:4, n, replace = TRUE))
  else if (kind == 1)   # marks
    list(before = sample(1:10, n, replace = TRUE), after = sample(1:10, n, replace = TRUE))
  else if (kind == 2) { # neither ties nor zeros: exact below 50
    differences <- sample(1:400, n) * sample(c(-1, 1), n, replace = TRUE, prob = c(1, 3))
    before <- sample(1:1000, n, replace = TRUE)
    list(before = before, after = before - differences)
  } else if (kind == 3) { # nothing changes
    before <- sample(1:5, n, replace = TRUE)
    list(before = before, after = before)
  } else                # all the same way
    list(before = rep(2, n), after = rep(3, n))
}

signed_rank <- function(pairs) {
  d <- pairs$before - pairs$after
  rest <- d[d != 0]
  exact <- length(d) > 0 && length(rest) == length(d) && length(d) < 50 &&
    length(unique(abs(d))) == length(d)
  result <- if (length(rest) > 0)
    suppressWarnings(wilcox.test(pairs$before, pairs$after, paired = TRUE, correct = FALSE))
  list(before = I(pairs$before), after = I(pairs$after), n_zero = length(d) - length(rest),
       v = if (is.null(result)) 0 else as.numeric(result$statistic),
       p = if (is.null(result)) NA else result$p.value, exact = as.numeric(exact))
}

draw_holm <- function() {
  p <- round(runif(sample(0:20, 1))^sample(1:4, 1), sample(c(1, 3, 15), 1))
  p[runif(length(p)) < 0.1] <- NA
  list(p = I(p), adjusted = I(p.adjust(p, "holm")))
}

draw_quantiles <- function() {
  n <- sample(c(1, 2, 3, 4, 7, 25, 100), 1)
  x <- if (runif(1) < 0.5) sample(0:30, n, replace = TRUE) else round(rnorm(n, 0, 5), 4)
  at <- c(0, 0.1, 0.25, 0.5, 0.8, 0.9, 1)
  list(values = I(x), at = I(at), quantiles = I(as.numeric(quantile(x, at, type = 7))))
}

# The solution of least squares with the smallest norm, by the pseudo-inverse.
minimum_norm <- function(x, y) {
  s <- svd(x)
  keep <- s$d > 1e-9 * max(s$d)
  as.numeric(s$v[, keep, drop = FALSE] %*% (crossprod(s$u[, keep, drop = FALSE], y) / s$d[keep]))
}

draw_fit <- function(i) {
  n <- sample(c(1, 2, 3, 6, 15, 40), 1)
  k <- sample(1:5, 1)
  x <- matrix(sample(0:3, n * k, replace = TRUE), n, k)
  if (i %% 2 == 0 && k > 1)
    x[, k] <- rowSums(x[, -k, drop = FALSE]) # rank-deficient
  x[1, 1] <- x[1, 1] + 1 # never all zeros
  if (i %% 2 == 0 && k > 1)
    x[1, k] <- x[1, k] + 1
  y <- round(rnorm(n, 7, 2), 3)
  list(columns = k, x = I(as.numeric(t(x))), y = I(y), coefficients = I(minimum_norm(x, y)))
}

# domain: counsellors compared fairly, by age and situation.
draw_funnel <- function() {
  n <- sample(c(1, 3, 6, 15, 40, 120), 1)
  age <- sample(0:3, n, replace = TRUE)       # 0: not answered
  situation <- sample(0:2, n, replace = TRUE)
  unit <- sample(1:sample(1:9, 1), n, replace = TRUE)
  grade <- draw_grades(n, sample(kinds, 1))
  if (runif(1) < 0.5) # counsellors that do differ
    grade <- pmin(pmax(grade + c(-3, 2, 0, 1, -1, 3, -2, 0, 1)[unit], 1), 10)
  x <- cbind(1, outer(age, 0:3, "==") + 0, outer(situation, 0:2, "==") + 0)
  expected <- as.numeric(x %*% minimum_norm(x, grade))
  overall <- mean(grade)
  s <- sd(grade)
  listed <- Filter(function(u) sum(unit == u) >= 5, sort(unique(unit)))
  units <- lapply(listed, function(u) {
    of <- unit == u
    list(unit = u, n = sum(of), observed = mean(grade[of]), expected = mean(expected[of]),
         adjusted = overall + mean(grade[of]) - mean(expected[of]))
  })
  z <- vapply(units, function(u) (u$adjusted - overall) / (s / sqrt(u$n)), 0)
  dispersion <- 1
  if (length(z) > 0 && s > 0) {
    limits <- quantile(z, c(0.1, 0.9), type = 7)
    dispersion <- max(1, mean(pmin(pmax(z, limits[1]), limits[2])^2))
  }
  units <- lapply(units, function(u) {
    error <- s * sqrt(dispersion / u$n)
    c(u, low95 = overall - 1.96 * error, high95 = overall + 1.96 * error,
      low998 = overall - 3.09 * error, high998 = overall + 3.09 * error)
  })
  list(age = I(age), situation = I(situation), of_unit = I(unit), grade = I(grade),
       overall = overall, sd = s, dispersion = dispersion, units = units)
}

sets <- lapply(1:200, function(i) {
  a <- draw_grades(sample(sizes, 1), sample(kinds, 1))
  b <- draw_grades(sample(sizes, 1), sample(kinds, 1))
  list(one = describe(a), other = describe(b), compared = compare(a, b),
       pairs = signed_rank(draw_pairs(i)), holm = draw_holm(), quantiles = draw_quantiles(),
       fit = draw_fit(i), funnel = draw_funnel())
})
cat("[\n", paste(vapply(sets, as_json, ""), collapse = ",\n"), "\n]\n", sep = "")
