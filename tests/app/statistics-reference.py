#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Prints the values that test-statistics.c and test-fair.c expect, with 50 digits (needs mpmath).

Distribution functions come from the incomplete beta function and erfc, quantiles from bisection:
another way than the library that the program uses."""

import csv
import os
from mpmath import mp, mpf, betainc, erfc, lu_solve, matrix, sqrt

mp.dps = 50


def t_two_sided(t, df):
    return betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def bisect(function, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return low


def z_two_sided(z):
    return erfc(abs(z) / sqrt(2))


def moments(histogram):
    n = sum(histogram)
    mean = sum(mpf(k + 1) * c for k, c in enumerate(histogram)) / n
    variance = sum(c * (k + 1 - mean) ** 2 for k, c in enumerate(histogram)) / (n - 1)
    return n, mean, variance


def welch(a, b):
    n, mean, variance = moments(a)
    m, other, spread = moments(b)
    u, v = variance / n, spread / m
    df = (u + v) ** 2 / (u * u / (n - 1) + v * v / (m - 1))
    return t_two_sided((mean - other) / sqrt(u + v), df)


def wilson(count, n):
    z = bisect(lambda x: z_two_sided(x) - mpf("0.05"), mpf(0), mpf(10))
    p = mpf(count) / n
    middle = p + z * z / (2 * n)
    width = z * sqrt(p * (1 - p) / n + z * z / (4 * mpf(n) ** 2))
    return (middle - width) / (1 + z * z / n), (middle + width) / (1 + z * z / n)


def pooled(count, n, other, m):
    p = mpf(count + other) / (n + m)
    return z_two_sided((mpf(count) / n - mpf(other) / m) / sqrt(p * (1 - p) * (mpf(1) / n + mpf(1) / m)))


def show(name, *values):
    print(f"{name:24}", *(mp.nstr(v, 17) for v in values))


def statistics():
    a = [1, 0, 2, 3, 5, 12, 30, 41, 20, 6]
    b = [0, 0, 1, 0, 2, 3, 9, 15, 12, 8]
    n, mean, variance = moments(a)
    t = bisect(lambda x: t_two_sided(x, n - 1) - mpf("0.05"), mpf(0), mpf(100))
    width = t * sqrt(variance / n)
    show("mean sd", mean, sqrt(variance))
    show("t interval", mean - width, mean + width)
    show("welch", welch(a, b))
    show("welch small", welch([0, 1, 1, 0, 0, 0, 0, 0, 0, 0], [0] * 8 + [2, 1]))
    show("wilson 7/12", *wilson(7, 12))
    show("wilson 0/10", *wilson(0, 10))
    show("wilson 1509/2159", *wilson(1509, 2159))
    show("pooled 907/2159 360/960", pooled(907, 2159, 360, 960))


LEVEL = dict(primary="low", vmbo_mavo_lbo="low", mbo1="low", mbo2="middle", mbo3="middle",
             mbo4="middle", havo="middle", vwo="middle", hbo="high", university="high",
             foreign="other", not_say="other")


def quantile(values, part):
    values = sorted(values)
    place = (len(values) - 1) * part
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def fair(by, grade):
    """Ordinary least squares with the first group of each as reference: fitted values do not
    depend on how a rank that is not full is dealt with."""
    path = os.path.join(os.path.dirname(__file__), "../../data/kto/responses_2023.csv")
    rows = [r for r in csv.DictReader(open(path, encoding="utf-8")) if r[grade]]
    names = []
    keys = []
    for r in rows:
        kind = [r["age_group"], r["gender"], LEVEL[r["education"]], r["situation"]]
        keys.append(list(enumerate(kind)))
    for place in range(4):
        found = sorted({k[place] for k in keys})
        names += found[1:]
    size = len(names) + 1
    xtx, xty = matrix(size, size), matrix(size, 1)
    design = []
    for r, key in zip(rows, keys):
        ones = [0] + [1 + names.index(k) for k in key if k in names]
        design.append(ones)
        for i in ones:
            xty[i] += int(r[grade])
            for j in ones:
                xtx[i, j] += 1
    beta = lu_solve(xtx, xty)
    overall = mpf(sum(int(r[grade]) for r in rows)) / len(rows)
    sd = sqrt(sum((int(r[grade]) - overall) ** 2 for r in rows) / (len(rows) - 1))
    units = {}
    for r, ones in zip(rows, design):
        unit = units.setdefault(r[by], [0, 0, mpf(0)])
        unit[0] += 1
        unit[1] += int(r[grade])
        unit[2] += sum(beta[i] for i in ones)
    listed = {k: v for k, v in sorted(units.items()) if v[0] >= 5}
    z = [(mpf(v[1]) / v[0] - v[2] / v[0]) * sqrt(v[0]) / sd for v in listed.values()]
    low, high = quantile(z, mpf("0.1")), quantile(z, mpf("0.9"))
    dispersion = max(mpf(1), sum(min(max(x, low), high) ** 2 for x in z) / len(z))
    print(f"{grade} by {by}: {len(listed)} units of {len(units)}")
    show("overall dispersion", overall, dispersion)
    for name in list(listed)[:3]:
        n, total, expected = listed[name]
        adjusted = overall + mpf(total) / n - expected / n
        limit = mpf("1.96") * sd * sqrt(dispersion / n)
        show(f"{name} {n}", mpf(total) / n, expected / n, adjusted, overall - limit)


statistics()
fair("counsellor", "overall")
fair("loket", "tests")
