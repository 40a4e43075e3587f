#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reads on the screen which grade goes with what the records say: test-drivers.py BUILD [CASE]...

Forty trajectories whose figures can be worked out by hand, and six answers without one.
"""

import pathlib
import re
import subprocess
import tempfile

from gi.repository import GLib

import desktop
import screen
from rows import read
from story import Story, run

COLUMNS = ("respondent_id,year,month_sent,loket,counsellor,age_group,gender,education,sessions,"
           "situation,test_taken,overall,website,reachability,opening_hours,response_time,clarity,"
           "knowledge,tests,advice,aftercare,heard_via,questions_brought,yield,done_since,"
           "next_steps,dissatisfied_about,remarks,trajectory_no").split(",")
ANSWER = dict(zip(COLUMNS, "R,2025,5,Noord,A001,27_50,female,mbo4,1,work,no,8,8,8,8,8,8,8,,8,no,"
                           "other,which_work,know_what_fits,stayed_in_job,gather_info,,,"
                           .split(","), strict=True))


def table(header, rows):
    return "".join(",".join(str(cell) for cell in row) + "\n" for row in [header, *rows])


def answer(number, grade, trajectory=""):
    return {**ANSWER, "respondent_id": f"R{number:02}", "overall": grade,
            "trajectory_no": trajectory}


def files():
    """The first twenty had one session and give 6, 7 and 8; the others two, and give 8, 9, 10."""
    numbers = range(1, 41)
    grades = {n: (6 if n <= 20 else 8) + n % 3 for n in numbers}
    answers = [answer(n, grades[n], f"T{n:02}") for n in numbers]
    answers += [answer(n, 1) for n in range(41, 47)]
    return {
        "counsellors": table(["counsellor", "name", "office", "role"],
                             [["A001", "Joke", "Noord", "team_lead"]]),
        "clients": table(["client_no", "family_name"], [[f"C{n:02}", "Jansen"] for n in numbers]),
        "trajectories": table(
            ["trajectory_no", "client_no", "opened_on", "counsellor", "first_response_on"],
            [[f"T{n:02}", f"C{n:02}", "2025-02-03", "A001",
              "2025-02-04" if n <= 30 else "2025-02-12"] for n in numbers]),
        "sessions": table(
            ["session_no", "trajectory_no", "starts_at", "minutes", "state"],
            [[f"S{n:02}", f"T{n:02}", "2025-02-17T10:00", 60, "held"] for n in numbers]
            + [[f"Z{n:02}", f"T{n:02}", "2025-03-03T10:00", 60, "held"] for n in numbers
               if n > 20]),
        "promises": table(
            ["promise_no", "trajectory_no", "by", "kind", "due_on", "made_on", "done_on",
             "outcome"],
            [[f"P{n:02}", f"T{n:02}", "counsellor", "send", "2025-02-20", "2025-02-17",
              "2025-02-20" if n % 4 else "2025-02-25", "kept"] for n in numbers]),
        "responses": table(COLUMNS, [[row[name] for name in COLUMNS] for row in answers]),
    }


def expected(numbers):
    grades = [(6 if n <= 20 else 8) + n % 3 for n in numbers]
    tenths = (20 * sum(grades) + len(grades)) // (2 * len(grades))
    return f"{tenths // 10}.{tenths % 10}", str(len(grades))


class Drivers(Story):
    """A desk with known trajectories; files go to a folder of their own."""

    def __init__(self, desk, folder, **office):
        super().__init__(desk, files(), **office)
        self.folder = folder

    def open(self, **more):
        self.store = self.copy()
        program = self.start(self.store, now="2026-01-12T10:40", **more)
        program.key("ctrl+4")
        program.find("label", re.compile("^46 answers in 2025"))

        def is_chosen():
            program.click(program.find("tab", "Process"))
            return program.find("tab", "Process").has(screen.SELECTED)
        desktop.wait_for("Process is chosen", is_chosen)
        return program


def rows_of(program, name):
    """The table that a screen reader reads in a chart: its lines by the name of the row."""
    lines = []

    def is_read():
        for chart in program.look("image", re.compile(name)):
            try:
                lines[:] = chart.description().splitlines()
            except GLib.Error:
                pass
        return lines
    desktop.wait_for(f"{name} has a table", is_read)
    return {line.split(":")[0].strip() if ":" in line else line.split("  ")[0].strip(): line
            for line in lines}


def figures_are_those_of_the_records(story):
    numbers = range(1, 41)
    with story.open() as program:
        program.find("label", re.compile("^A link, not a cause. 40 answers are about a trajectory "
                                         "that is recorded here; the other 6 are not"))
        for name, bands in {
                "^Sessions held": {"1 session": [n for n in numbers if n <= 20],
                                   "2 sessions": [n for n in numbers if n > 20]},
                "^Days to the first response:": {"0 or 1 day": [n for n in numbers if n <= 30],
                                                 "6 days or more": [n for n in numbers if n > 30]},
                "^Promises of the counsellor": {"all on time": [n for n in numbers if n % 4],
                                                "not all on time": [n for n in numbers
                                                                    if not n % 4]}}.items():
            table_of_chart = rows_of(program, name)
            for band, those in bands.items():
                line = table_of_chart[band]
                for figure in expected(those):
                    assert re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", line), (name, line)
            assert not any("without a trajectory" in line for line in table_of_chart.values())
        charts = [image for image in program.look("image", re.compile("."))
                  if re.match("Sessions held|Tests taken|Minutes of|Days to the .*:|Promises of",
                              image.name)]
        notes = program.look("label", re.compile("^A link, not a cause. “Higher”"))
        assert len(charts) == 6 and len(notes) == 6, (charts, notes)
        program.quit()


def report_tells_the_same_and_is_on_record(story):
    store = story.copy()
    path = story.folder / "drivers.pdf"
    story.loketctl(store, "satisfaction", "--period", "2025", "--format", "pdf", "-o", path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                          check=True).stdout
    part = text[text.index("What goes with the grade"):]
    assert "40 answers are about a trajectory" in part, part[:600]
    assert part.count("A link, not a cause. “Higher”") == 6, part
    assert re.search(r"2 sessions\s.*" + re.escape(expected(range(21, 41))[0]), part), part[:3000]
    (tables,), = read(store, "SELECT tables FROM release")
    assert "by\trecord_sessions\t" in tables and "by\trecord_promises\t" in tables, tables[:500]


CASES = {
    "figures-are-those-of-the-records": figures_are_those_of_the_records,
    "report-tells-the-same-and-is-on-record": report_tells_the_same_and_is_on_record,
}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        run("drivers", CASES, Drivers, folder=pathlib.Path(place))
