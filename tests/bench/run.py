#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Measures the programs beside peers, in the same run, and prints one table.

usage: run.py [--build FOLDER] [--rounds N] [--only NAME]...

Ours and the peer take turns, and a figure is the median of the rounds. A target that is missed is
a finding, not a failure: the exit code is 0 unless something could not be measured.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

import stores
import table
import today

HERE = pathlib.Path(__file__).resolve().parent
DUCKDB = "@duckdb/node-api@1.5.6-r.1"


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def run(*command, **options):
    """Runs a program and returns what it printed; what it complained of goes where ours does."""
    return subprocess.run([str(word) for word in command], check=True, text=True,
                          stdout=subprocess.PIPE, **options).stdout


def seconds_of(*command):
    """Returns how long a program took from start to end, with nothing left to be written."""
    os.sync()
    start = time.monotonic()
    run(*command)
    return time.monotonic() - start


class Bench:
    """One method per measurement; each returns the rows of the table that it fills."""

    def __init__(self, build, rounds):
        self.build = build
        self.rounds = rounds
        self.stores = stores.Stores(build, say)
        self.loketctl = build / "app/ctl/loketctl"

    def program(self, name):
        return self.build / "tests/bench" / name

    def windows(self):
        """The first frame, and what a window weighs."""
        path = self.build / "windows.json"
        run("xvfb-run", "-a", "-s", "-screen 0 1280x1024x24", "dbus-run-session", "--",
            sys.executable, HERE / "windows.py", self.build, self.stores.clients(100_000),
            self.stores.clients(1_000_000), self.rounds, path)
        report = json.loads(path.read_text(encoding="utf-8"))
        return [
            table.Row("first frame, 100,000 clients", "ms", report["first_frame"],
                      "bare libadwaita window", report["bare_first_frame"], most_ratio=1.5),
            table.Row("the same, with what is due today in it", "ms", report["complete_frame"]),
            table.Row("resident memory, 1,000,000 clients", "MiB", report["memory"],
                      "bare libadwaita window", report["bare_memory"], most_ratio=1.4),
        ]

    def search(self):
        """From a keystroke until the first 50 rows are there, main loop included."""
        store = self.stores.clients(1_000_000)
        lines = stores.choose_searches(store, names=500, phones=100, words=300, pairs=100)
        say(f"It holds {stores.count_notes(store):,} notes.")
        ours, peer = [], []
        for _ in range(self.rounds):
            for program, found in (("bench-search", ours), ("bare-search", peer)):
                figures = run(self.program(program), store, input="\n".join(lines)).split()
                found.append([float(figure) for figure in figures])
        strokes = int(ours[0][0])
        return [
            table.Row(f"search, 95th percentile of {strokes} keystrokes", "ms",
                      [figures[2] for figures in ours], "SQLite alone",
                      [figures[2] for figures in peer], most=30),
            table.Row("search, median keystroke", "ms", [figures[1] for figures in ours],
                      "SQLite alone", [figures[1] for figures in peer]),
        ]

    def alike(self):
        """From a keystroke in the form of a client until it is known who looks the same; and all
        pairs of the store."""
        store = self.stores.clients(1_000_000)
        lines = "\n".join(stores.choose_people(store, people=100))
        found = [table.parse_steps(run(self.program("bench-alike"), store, input=lines))
                 for _ in range(self.rounds)]
        return [
            table.Row("who looks the same, 95th percentile of a keystroke", "ms",
                      [figures["keystroke, 95th percentile"] for figures in found], most=30),
            table.Row("the same, median keystroke", "ms",
                      [figures["keystroke, median"] for figures in found]),
            table.Row("all clients compared, 1,000,000 clients", "s",
                      [figures["all clients compared"] / 1000 for figures in found]),
        ]

    def imports(self):
        """A million responses, beside a table that checks nothing."""
        file = self.stores.responses()
        ours, peer = [], []
        for _ in range(self.rounds):
            store = self.stores.new_path("import.db")
            run(self.loketctl, "--store", store, "init")
            ours.append(seconds_of(self.loketctl, "--store", store, "import", "responses", file))
            peer.append(self.import_untyped(file))
        self.stores.new_path("import.db")
        return [table.Row("import of 1,000,000 responses", "s", ours, "sqlite3 .import", peer,
                          most_ratio=1.5)]

    def import_untyped(self, file):
        path = self.stores.new_path("untyped.db")
        with open(file, encoding="utf-8") as lines:
            columns = lines.readline().strip()
        taken = seconds_of("sqlite3", path, f"CREATE TABLE response ({columns})", ".mode csv",
                           f".import --skip 1 {file} response")
        self.stores.new_path("untyped.db")
        return taken

    def summary(self):
        """Nine questions by eight groupings of a million responses, once they are loaded."""
        store = self.stores.imported()
        loading, ours, whole, direct, histograms = [], [], [], [], []
        refilter, fair, filtered = [], [], []
        duckdb = self.install_duckdb()
        for _ in range(self.rounds):
            figures = table.parse_steps(run(self.program("bench-survey"), store))
            loading.append(figures["load the frame"] / 1000)
            ours.append(figures["9 grades by 8 groupings"])
            whole.append(figures["summary of all questions"])
            refilter.append(figures["9 grades under a new filter"])
            fair.append(figures["fair comparison"] / 1000)
            if duckdb is not None:
                times = json.loads(run("node", HERE / "duckdb-summary.mjs", duckdb,
                                       self.stores.responses(), 3))
                direct.append(statistics.median(times["figures"]))
                histograms.append(statistics.median(times["histograms"]))
                filtered.append(statistics.median(times["filtered"]))
        return [
            table.Row("loading 1,000,000 responses", "s", loading, most=2),
            table.Row("9 questions by 8 groupings, 1,000,000 responses", "ms", ours, most=60),
            table.Row("the same, beside SQL that asks for the figures", "ms", ours, "DuckDB",
                      direct, least_times=30),
            table.Row("the same, beside SQL that asks for histograms", "ms", ours, "DuckDB",
                      histograms),
            table.Row("summary of all questions, not grouped", "ms", whole),
            table.Row("9 questions under a new filter, 1,000,000 responses", "ms", refilter,
                      "DuckDB", filtered, most=16),
            table.Row("fair comparison of counsellors, 1,000,000 responses", "s", fair, most=0.5),
        ]

    def page(self):
        """What the place Satisfaction counts when another group is chosen."""
        store = self.stores.imported(100_000)
        taken = [table.parse_steps(run(self.program("bench-survey"), store))
                 ["page under a new filter"] for _ in range(self.rounds)]
        return [table.Row("page under a new filter, 100,000 responses", "ms", taken, most=16)]

    def audit(self):
        """Reports after a year and after two years of them, held against all that left before."""
        kto = stores.ROOT / "data/questionnaires/kto.json"
        monthly, yearly = [], []
        for _ in range(min(self.rounds, 3)):
            found = dict(re.findall(r"^1000000 responses, (report of .* others): +(\d+) ms",
                                    run(self.program("bench-audit"), kto), re.MULTILINE))
            monthly.append(float(found["report of  1 months after 22 others"]) / 1000)
            yearly.append(float(found["report of 12 months after 47 others"]) / 1000)
        return [
            table.Row("audit of a monthly report after a year of them, 1,000,000 responses", "s",
                      monthly, most=1),
            table.Row("audit of a yearly report after 47 others, 1,000,000 responses", "s", yearly),
        ]

    def process(self):
        """How the work goes of everybody, in a store with very many clients."""
        store, taken = self.stores.clients(100_000), []
        for _ in range(self.rounds):
            taken.append(seconds_of(self.loketctl, "--store", store, "process", "--period",
                                    "2026"))
        return [table.Row("loketctl process, 100,000 clients", "s", taken)]

    def install_duckdb(self):
        """Returns the folder with DuckDB, which only this bench uses, or None without npm."""
        folder = self.build / "duckdb"
        if shutil.which("npm") is None or shutil.which("node") is None:
            say("There is no npm here: the summary is not compared with DuckDB.")
            return None
        if not (folder / "node_modules/@duckdb/node-api").is_dir():
            say("Installing DuckDB, which only this bench uses.")
            folder.mkdir(exist_ok=True)
            command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund",
                       "--silent", DUCKDB]
            if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
                say("DuckDB could not be installed: the summary is not compared with it.")
                return None
        return folder

    def satisfaction(self):
        """The whole program, on the responses of a year."""
        store = self.stores.survey()
        command = [self.loketctl, "--store", store, "satisfaction", "--period", "2023"]
        run(*command)
        taken = [1000 * seconds_of(*command) for _ in range(3 * self.rounds)]
        return [table.Row("loketctl satisfaction, 2,159 responses", "ms", taken, most=50)]

    def planning(self):
        """Every contact of an office anew, and then once more with nothing to do."""
        store = self.stores.clients(100_000)
        copy = self.stores.new_path("planning.db")
        n_trajectories = run("sqlite3", store, "SELECT count(*) FROM trajectory").strip()
        anew, again = [], []
        for _ in range(self.rounds):
            shutil.copy(store, copy)
            run("sqlite3", copy, "DELETE FROM attempt", "DELETE FROM contact")
            anew.append(seconds_of(self.loketctl, "--store", copy, "plan"))
            again.append(1000 * seconds_of(self.loketctl, "--store", copy, "plan"))
        n_contacts = run("sqlite3", copy, "SELECT count(*) FROM contact").strip()
        self.stores.new_path("planning.db")
        say(f"{n_contacts} contacts were planned for {n_trajectories} trajectories.")
        return [
            table.Row("planning from nothing, 100,000 clients", "s", anew, most=3),
            table.Row("planning with nothing to do", "ms", again, most=300),
        ]

    def worklist(self):
        """What a counsellor sees first, in an office with very many clients."""
        store = self.stores.clients(1_000_000)
        found, plain, terrible = [], [], []
        for _ in range(self.rounds):
            found.append(self.measure_worklist(store, stores.NOW))
            plain.append(today.measure(store, "A001", stores.NOW[:10]))
            terrible.append(self.measure_worklist(store, stores.TERRIBLE))
        return [
            table.Row("Today of a counsellor, 1,000,000 clients", "ms",
                      [figures["today, own"] for figures in found], "one plain query", plain,
                      most=30),
            table.Row("the same, with what is late with all others", "ms",
                      [figures["today, team lead's"] for figures in found], most=30),
            table.Row("the same, on a day with 33,869 that are late", "ms",
                      [figures["today, team lead's"] for figures in terrible], most=500),
            table.Row("the same, everybody's", "ms",
                      [figures["today, everybody's"] for figures in found]),
            table.Row("Follow-up of a counsellor, 4 weeks", "ms",
                      [figures["follow-up, own, 4 weeks"] for figures in found]),
        ]

    def measure_worklist(self, store, now):
        return table.parse_steps(run(self.program("bench-worklist"), store, "A001", "A003",
                                     env=dict(os.environ, LOKETTEN_NOW=now)))

    def report(self):
        """The national report as a PDF, from a store with both years until the file is there."""
        store, taken = self.stores.survey(), []
        groups = ("office", "sessions", "situation", "gender", "age_group", "education_level",
                  "test_taken")
        words = [word for group in groups for word in ("--by", group)]
        for _ in range(self.rounds):
            path = self.stores.new_path("report.pdf")
            taken.append(seconds_of(self.loketctl, "--store", store, "satisfaction", "--period",
                                    "2023", "--against", "2022", *words, "--format", "pdf", "-o",
                                    path))
        self.stores.new_path("report.pdf")
        return [table.Row("PDF of the national report, 2023 against 2022", "s", taken, most=1)]


MEASUREMENTS = {
    "windows": Bench.windows,
    "search": Bench.search,
    "alike": Bench.alike,
    "planning": Bench.planning,
    "worklist": Bench.worklist,
    "import": Bench.imports,
    "summary": Bench.summary,
    "satisfaction": Bench.satisfaction,
    "report": Bench.report,
    "page": Bench.page,
    "audit": Bench.audit,
    "process": Bench.process,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", type=pathlib.Path, default="build-bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=MEASUREMENTS, action="append")
    arguments = parser.parse_args()
    os.environ["LOKETTEN_NOW"] = stores.NOW
    bench = Bench(arguments.build.resolve(), arguments.rounds)
    rows, failures = [], 0

    load = os.getloadavg()[0]
    for name in arguments.only or MEASUREMENTS:
        say(f"Measuring: {name} ...")
        try:
            rows += MEASUREMENTS[name](bench)
        except (subprocess.CalledProcessError, OSError, KeyError) as error:
            say(f"{name} could not be measured: {error}")
            failures += 1
    table.print_machine(arguments.rounds, load)
    table.print_rows(rows)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
