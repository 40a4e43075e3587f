#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Asks the real program how the work goes, and works it out once more: test-process.py LOKETCTL.

The figures of a made-up office are recomputed here from the plain tables, with a calendar and
quantiles of this file's own.
"""

import contextlib
import csv
import datetime
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

NOW = "2026-11-20T10:00"
DAY = datetime.timedelta(days=1)


def easter(year):
    # The anonymous Gregorian algorithm.
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def holidays(year):
    king = datetime.date(year, 4, 27)
    day = easter(year)
    return {datetime.date(year, 1, 1), day + DAY, king - DAY if king.weekday() == 6 else king,
            datetime.date(year, 5, 5), day + 39 * DAY, day + 50 * DAY,
            datetime.date(year, 12, 25), datetime.date(year, 12, 26)}


class Calendar:
    """The working days of an office, with the days on which it is closed."""

    def __init__(self, closures):
        self.off = set().union(*(holidays(year) for year in range(2015, 2030)))
        for first, last in closures:
            while first <= last:
                self.off.add(first)
                first += DAY

    def works(self, day):
        return day.weekday() < 5 and day not in self.off

    def move_on(self, day):
        while not self.works(day):
            day += DAY
        return day

    def add(self, day, number):
        while number > 0:
            day += DAY
            number -= self.works(day)
        return day

    def between(self, first, last):
        return sum(self.works(first + i * DAY) for i in range(1, (last - first).days + 1))


def quantile(numbers, p):
    numbers = sorted(numbers)
    place = (len(numbers) - 1) * p
    low = int(place)
    high = min(low + 1, len(numbers) - 1)
    return numbers[low] + (place - low) * (numbers[high] - numbers[low])


def spread(numbers):
    if not numbers:
        return {"median": None, "p80": None, "n": 0}
    return {"median": quantile(numbers, 0.5), "p80": quantile(numbers, 0.8), "n": len(numbers)}


def to_date(text):
    return datetime.date.fromisoformat(text[:10]) if text else None


class Case:
    """A made-up office, and the rows of its tables."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.store = folder / "store.db"
        self.must("init")
        self.must("demo", "--seed", "3", "--clients", "1500", "--years", "2")
        others = folder / "counsellors.csv"
        others.write_text("counsellor,name,office,role,active\nB001,Bo,Zuid,counsellor,yes\n"
                          "B002,Cas,Zuid,team_lead,yes\n", encoding="utf-8")
        self.must("import", "counsellors", others)

    def run(self, *words):
        return subprocess.run([self.program, "--store", self.store, *words], text=True,
                              capture_output=True, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "LOKETTEN_NOW": NOW})

    def must(self, *words):
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        assert "CRITICAL" not in done.stderr and "WARNING" not in done.stderr, done.stderr
        return done.stdout

    def process(self, *words):
        return json.loads(self.must("process", *words, "--format", "json"))

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.store)) as store:
            store.row_factory = sqlite3.Row
            return store.execute(sql).fetchall()

    def recompute(self, first, last, counsellor):
        """The figures of a counsellor, or of everybody when it is None."""
        calendar = Calendar([(to_date(row["from_on"]), to_date(row["until_on"]))
                             for row in self.ask("SELECT * FROM closure")])
        last = min(last, to_date(NOW))
        whose = {row["id"]: row["counsellor_id"] for row in self.ask("SELECT * FROM trajectory")}

        def counts(row, own=None):
            return counsellor is None or (own or whose[row["trajectory_id"]]) == counsellor

        def days(rows, since, done, rule):
            due = [row for row in rows if row[since]
                   and first <= calendar.add(to_date(row[since]), rule) <= last]
            return {**spread([calendar.between(to_date(row[since]), to_date(row[done]))
                              for row in due if row[done]]),
                    "open": sum(row[done] is None for row in due)}

        def within(date):
            return first <= to_date(date) <= last

        trajectories = [row for row in self.ask("SELECT *, id AS trajectory_id FROM trajectory")
                        if counts(row)]
        tests = [row for row in self.ask("SELECT * FROM assessment") if counts(row)]
        promises = [row for row in self.ask("SELECT * FROM promise WHERE made_by = 'counsellor'")
                    if counts(row, row["counsellor_id"])
                    and within(row["first_due_on"] or row["due_on"])
                    and row["outcome"] != "cancelled"]

        def is_in_time(row, due_on):
            return row["done_on"] and to_date(row["done_on"]) <= calendar.move_on(to_date(due_on))

        kept = [row for row in promises if row["outcome"] in (None, "kept")
                and is_in_time(row, row["first_due_on"] or row["due_on"])]
        sessions = self.ask("SELECT * FROM session")
        held = {}
        for row in sessions:
            if row["state"] == "held":
                held.setdefault(row["trajectory_id"], []).append(row["minutes"])
        closed = [held.get(row["id"], []) for row in trajectories
                  if row["closed_on"] and within(row["closed_on"])]
        cared = [row for row in self.ask("SELECT * FROM contact WHERE kind = 'aftercare'")
                 if counts(row) and within(row["due_on"]) and row["outcome"] != "cancelled"]
        planned = [row for row in sessions if row["state"] in ("held", "no_show")
                   and counts(row, row["counsellor_id"]) and within(row["starts_at"])]
        return {
            "response_days": days(trajectories, "opened_on", "first_response_on", 3),
            "promises": {"kept": len(kept), "due": len(promises)},
            "result_days": days(tests, "taken_on", "result_on", 5),
            "debrief_days": days(tests, "result_on", "discussed_on", 5),
            "sessions_per_trajectory": spread([len(minutes) for minutes in closed]),
            "minutes_per_trajectory": spread([sum(minutes) for minutes in closed
                                              if None not in minutes]),
            "aftercare": {"kept": sum(row["outcome"] == "reached"
                                      and bool(is_in_time(row, row["due_on"])) for row in cared),
                          "due": len(cared)},
            "no_shows": {"count": sum(row["state"] == "no_show" for row in planned),
                         "planned": len(planned)}}


def is_near(told, found):
    return all(number == told[name] or abs(number - told[name]) < 1e-9
               for name, number in found.items())


def figures_are_those_of_the_tables(case):
    ids = {row["code"]: row["id"] for row in case.ask("SELECT * FROM counsellor")}
    n_shown = 0
    for words, first, last in [((), "1900-01-01", "2100-01-01"),
                               (("--period", "2026"), "2026-01-01", "2026-12-31"),
                               (("--period", "2026-02..2026-03"), "2026-02-01", "2026-03-31"),
                               (("--period", "2026-11"), "2026-11-01", "2026-11-30")]:
        told = case.process(*words)
        assert [unit["counsellor"] for unit in told] == sorted(ids), told
        for unit in told:
            found = case.recompute(to_date(first), to_date(last), ids[unit["counsellor"]])
            for name, figure in found.items():
                if unit[name] == {"hidden": True}:
                    continue
                n_shown += 1
                assert is_near(unit[name], figure), (words, unit["counsellor"], name, unit[name],
                                                     figure)
        office = next(unit for unit in case.process(*words, "--by", "office")
                      if unit["office"] != "Zuid")
        for name, figure in case.recompute(to_date(first), to_date(last), None).items():
            assert is_near(office[name], figure), (words, name, office[name], figure)
    assert n_shown > 150, n_shown


def get_n(figure):
    return figure.get("n", figure.get("due", figure.get("planned")))


def few_are_hidden_with_a_neighbour(case):
    ids = {row["code"]: row["id"] for row in case.ask("SELECT * FROM counsellor")}
    n_hidden = 0
    for month in range(1, 12):
        told = [unit for unit in case.process("--period", f"2025-{month:02}")
                if unit["office"] != "Zuid"]
        first = datetime.date(2025, month, 1)
        last = (first + 31 * DAY).replace(day=1) - DAY
        found = {unit["counsellor"]: case.recompute(first, last, ids[unit["counsellor"]])
                 for unit in told}
        for name in found["A001"]:
            n = {code: get_n(figures[name]) for code, figures in found.items()}
            hidden = [unit["counsellor"] for unit in told if unit[name] == {"hidden": True}]
            few = [code for code in n if 1 <= n[code] <= 4]
            assert set(few) <= set(hidden), (month, name, n, hidden)
            assert not few or sum(n[code] for code in hidden) >= 5 or all(
                code in hidden or n[code] == 0 for code in n), (month, name, n, hidden)
            n_hidden += len(hidden)
    assert n_hidden > 0


def few_who_wait_are_hidden(case):
    """Nothing is done yet: who waits is counted all the same, and two of them are too few."""
    zuid = case.folder / "zuid.csv"
    zuid.write_text("trajectory_no,client_no,opened_on,counsellor\n" + "".join(
        f"Z{n},K{n:07},2026-10-05,{'B001' if n < 3 else 'B002'}\n" for n in range(1, 10)),
        encoding="utf-8")
    case.must("import", "trajectories", zuid)
    told = {unit["counsellor"]: unit["response_days"]
            for unit in case.process("--period", "2026-10")}
    assert told["B001"] == {"hidden": True} == told["B002"], told
    told = {unit["office"]: unit["response_days"]
            for unit in case.process("--period", "2026-10", "--by", "office")}
    assert told["Zuid"] == {"median": None, "p80": None, "n": 0, "open": 9}, told


def each_sees_what_is_theirs(case):
    roles = {row["code"]: row["role"] for row in case.ask("SELECT * FROM counsellor")}
    own = next(code for code in sorted(roles) if roles[code] == "counsellor")
    lead = next(code for code in sorted(roles) if roles[code] == "team_lead")
    everything = {unit["counsellor"]: unit for unit in case.process()}

    told = case.process("--as", own)
    assert told == [everything[own]], told
    told = case.process("--as", lead)
    near = [unit for unit in told if unit["counsellor"] is not None]
    assert [unit["counsellor"] for unit in near] == sorted(code for code in roles
                                                           if code.startswith("A"))
    assert all(unit == everything[unit["counsellor"]] for unit in near)
    assert sum(unit["counsellor"] is None and unit["office"] is None for unit in told) == 2
    told = case.must("process", "--as", "B002")
    assert "B001" in told and not any(code in told for code in roles if code.startswith("A"))
    assert {unit["office"] for unit in case.process("--as", "B001", "--by", "office")} == {"Zuid"}


def tables_say_the_same(case):
    told = case.process("--period", "2026")
    rows = list(csv.DictReader(io.StringIO(case.must("process", "--period", "2026", "--format",
                                                     "csv"))))
    for unit, row in zip(told, rows, strict=True):
        assert row["counsellor"] == unit["counsellor"]
        if "hidden" not in unit["promises"]:
            assert int(row["promises_due"]) == unit["promises"]["due"]
        if "hidden" not in unit["response_days"] and unit["response_days"]["n"]:
            assert float(row["response_median"]) == unit["response_days"]["median"]
    for words, sentence in [(["--by", "moon"], "moon"), (["--period", "2026-13"], "2026-13"),
                            (["--format", "clay"], "clay"), (["surplus"], "process")]:
        done = case.run("process", *words)
        assert done.returncode == 2 and sentence in done.stderr and not done.stdout, done


CASES = [figures_are_those_of_the_tables, few_are_hidden_with_a_neighbour,
         each_sees_what_is_theirs, tables_say_the_same, few_who_wait_are_hidden]


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    with tempfile.TemporaryDirectory() as folder:
        case = Case(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        for number, check in enumerate(CASES, 1):
            name = "/process/" + check.__name__.replace("_", "-")
            try:
                check(case)
                print(f"ok {number} {name}", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"not ok {number} {name}\n# {error}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
