#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Looks at how satisfied clients are, as a team lead does: test-satisfaction.py BUILD [CASE]..."""

import json
import math
import pathlib
import re
import subprocess
import tempfile
import time

import desktop
import screen
from rows import read, wait_for_rows
from story import Story, run

WORK = {"Days to the first response": "response_days", "Promises on time": "promises",
        "Waiting for the result of a test": "result_days",
        "Waiting for the talk about the result": "debrief_days",
        "Sessions per trajectory": "sessions_per_trajectory",
        "Minutes per trajectory": "minutes_per_trajectory", "After-care as wanted": "aftercare",
        "Not shown up": "no_shows"}
AFTER_THE_YEAR = "2024-01-10T10:40"
OWN = "SELECT code FROM questionnaire"
RELEASES = "SELECT medium FROM release ORDER BY id"


class Survey(Story):
    """The made-up office with the published survey, after the year of the report."""

    def __init__(self, desk, folder, **office):
        super().__init__(desk, **office)
        # Whoever asks where to save looks into every file of a folder: not into stores in use.
        self.folder = folder

    def open(self, worker="A003", view=None, **more):
        self.store = self.copy()
        # What is due at another time than that of the office is planned before anybody looks.
        self.desk.loketctl("--store", self.store, "plan", now=AFTER_THE_YEAR)
        program = self.start(self.store, worker, now=AFTER_THE_YEAR, **more)
        program.key("ctrl+4")
        program.find("label", re.compile("^2159 answers in 2023|^2.159 antwoorden in 2023"))
        if view is not None:
            desktop.wait_for(f"{view} is chosen", lambda: self.choose(program, view))
        return program

    def choose(self, program, view):
        """Clicks a tab, which may still be on its way to its place; returns whether it is chosen."""
        program.click(program.find("tab", view))
        time.sleep(0.3)
        return program.find("tab", view).has(screen.SELECTED)

    def add_questionnaire(self, program, name):
        program.press("button", "More about satisfaction")
        program.press("menu item", "Add Questionnaire…")
        desktop.wait_for("the chooser opens", lambda: len(program.windows()) > 1)
        program.find("button", "Open")
        chooser = program.windows()[-1]
        program.type(str(self.folder / name))
        program.key("Return")
        # A click is measured from the window on top: the chooser stays that for a while.
        desktop.wait_for("the chooser is gone", lambda: chooser not in program.windows())

    def save(self, program, item, name):
        """Saves from the menu of the place; returns the file."""
        path = self.folder / name
        program.press("button", "More about satisfaction")
        program.press("menu item", item)
        desktop.wait_for("the chooser opens", lambda: len(program.windows()) > 1)
        program.find("button", "Save")
        program.key("ctrl+a")
        program.type(str(path))
        program.key("Return")
        program.find("label", re.compile("^The report is saved"))
        desktop.wait_for(f"{name} is there", path.exists)
        return path


def place_begins_at_the_chosen_tab(story):
    """Whether one comes there for the first time or again; and without any answers."""
    with story.open() as program:
        program.expect_focus("tab", "Overview")
        program.key("ctrl+1")
        desktop.wait_for("the place is left", lambda: not program.look("tab", "Overview"))
        program.key("ctrl+4")
        program.expect_focus("tab", "Overview")
        program.quit()


def without_answers_there_is_a_next_step(story):
    """The work is there all the same, and what the menu offers."""
    store = story.desk.folder / "nobody.db"
    story.loketctl(store, "init")
    with story.desk.start("--store", store, home="nobody", now=AFTER_THE_YEAR) as program:
        program.key("ctrl+4")
        program.expect_focus("tab", "Overview")
        program.find("label", re.compile("^Nobody has answered this questionnaire"))
        program.find("button", "Invitations to the Survey…")
        program.click(program.find("tab", "Process"))
        program.find("heading", "There is nothing to show here in this period")
        program.expect_gone("label", re.compile("^Nobody has answered"))
        story.store = store
        own = desktop.ROOT / "tests/app/data/own.json"
        (story.folder / "own.json").write_bytes(own.read_bytes())
        story.add_questionnaire(program, "own.json")
        wait_for_rows(store, OWN, [("own",)])
        program.press("button", "More about satisfaction")
        program.press("menu item", "Enter Responses…")
        program.find("group", "Whose response it is")
        program.key("Escape")
        desktop.wait_for("the form is gone", lambda: len(program.windows()) == 1)
        program.quit()


def group_that_is_clicked_is_looked_at(story):
    with story.open(view="Differences") as program:
        program.find("heading", "Age: no demonstrable difference.")
        program.click(program.find("image", re.compile("^Clients with a test give 8.1")))
        program.find("label", re.compile("^(861|1298) answers in 2023"))
        program.find("button", re.compile("^Group: Test taken: "))
        program.quit()


def stricter_tests_leave_fewer_differences(story):
    with story.open(view="Differences") as program:
        program.find("heading", "People at work give 8.0, job seekers without benefit 7.3.")
        program.click(program.find("checkbox", re.compile("^Test more strictly: Holm over [0-9]+")))
        program.find("heading", re.compile("^Job seekers without .* 7.3, all others 7.9"))
        program.find("label", re.compile("than all others .Welch and Holm over [0-9]+ comparisons"))
        program.quit()


def counsellors_are_told_apart_in_the_own_office_only(story):
    with story.open(view="Counsellors") as program:
        program.find("heading", re.compile("^Counsellors of "))
        program.find("label", re.compile("^Here the filters for questionnaire, period and group"))
        program.find("list item", re.compile("^A004, n"))
        names = [row.name for row in program.look("list item", re.compile("^A[0-9]+, n [0-9]+"))]
        assert len(names) == 6 and names == sorted(names), names
        program.click(program.find("list item", re.compile("^A004")))
        program.find("label", re.compile("clients of A004 give .* a reason to ask what goes well"))
        program.quit()
    with story.open("A001", "Counsellors") as program:
        program.find("list item", re.compile("^A001, n"))
        program.find("heading", "Your Clients")
        program.find("label", re.compile("^With a code: you. Grey: others, without a name."))
        assert not program.look("list item", re.compile("^A004, n")), "a colleague has no name"


def questions_have_cards_and_so_has_nothing(story):
    with story.open(view="Questions") as program:
        program.find("heading", "“No” comes first with 60%")
        program.click(program.find("tab", "Process"))
        program.find("label", re.compile("^Here the filters for period, office and counsellor"))
        program.find("heading", "There is nothing to show here in this period")
        program.quit()


def say_number(number):
    """As a chart says it: one decimal, none of whole numbers."""
    number = math.floor(10 * number + 0.5 + 1e-9) / 10
    return f"{number:.0f}" if number == int(number) else f"{number:.1f}"


def say_work(unit, name):
    figure = unit[name]
    whole = figure.get("due", figure.get("planned"))
    if whole is not None:
        part = figure.get("kept", figure.get("count"))
        return (f"{unit['counsellor']}: share {math.floor(100 * part / whole + 0.5)}%, "
                f"count {part}, of {whole}")
    if "hidden" in figure:
        what = "share" if name in ("promises", "aftercare", "no_shows") else "median"
        return f"{unit['counsellor']}: {what} hidden: too few"
    return (f"{unit['counsellor']}: median {say_number(figure['median'])}, 8 of 10 within "
            f"{say_number(figure['p80'])}, n {figure['n']}")


def expect_table(program, title, rows):
    """Waits until a screen reader is told these rows of a chart."""
    said = []

    def is_told():
        said[:] = program.find("image", title).description().split("\n")
        return said == rows
    try:
        desktop.wait_for(f"{title} is {rows}", is_told)
    except desktop.Failed as error:
        raise desktop.Failed(f"{error}; it is {said}") from error


def figures_are_those_of_the_command_line(story):
    """Of the work and of the questions, as a screen reader is told them."""
    store = story.copy()
    with story.start(store, "A003") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^[0-9]+ answers in 2025"))
        desktop.wait_for("the work is shown", lambda: story.choose(program, "Process"))
        told = json.loads(story.loketctl(store, "process", "--as", "A003", "--period", "2025",
                                         "--format", "json"))
        for title, name in WORK.items():
            expect_table(program, title, [say_work(unit, name) for unit in told])
        desktop.wait_for("the questions are shown", lambda: story.choose(program, "Questions"))
        program.find("image", re.compile("^“Woman” comes first"))
        said = [sorted(row.rsplit(": ", 1)[1] for row in image.description().split("\n"))
                for image in program.look("image", re.compile("comes first with"))]
        told = json.loads(story.loketctl(store, "satisfaction", "--period", "2025", "--format",
                                         "json"))
        choices = [question for question in told["questions"] if "options" in question]
        assert len(choices) == len(said) > 10, (len(choices), len(said))
        for question in choices:
            rows = sorted(f"number {option['count']}, 2025, n\xa0{question['base']} "
                          f"{math.floor(100 * option['share'] + 0.5 + 1e-9)}%"
                          for option in question["options"])
            assert rows in said, (question["id"], rows, said)
        program.quit()


def own_questionnaire_is_added_and_taken_back(story):
    """What is wrong with a file is said with its line, and stays to be read."""
    own = desktop.ROOT / "tests/app/data/own.json"
    (story.folder / "own.json").write_bytes(own.read_bytes())
    (story.folder / "wrong.json").write_text(own.read_text(encoding="utf-8").replace(
        '"type": "grade"', '"type": "gauge"', 1), encoding="utf-8")
    with story.open() as program:
        story.add_questionnaire(program, "wrong.json")
        reason = re.compile(r"wrong\.json:20: .*must be grade, likert")
        program.find("label", reason)
        program.key("Escape")
        desktop.wait_for("it is read", lambda: not program.look("label", reason))
        story.add_questionnaire(program, "own.json")
        # A toast goes after a while: nothing comes before its button.
        program.click(program.find("button", "Undo"))
        wait_for_rows(story.store, OWN, [])
        story.add_questionnaire(program, "own.json")
        wait_for_rows(story.store, OWN, [("own",)])
        program.choose(re.compile("^Questionnaire"), "Our questions")
        program.find("label", re.compile("^Nobody has answered this questionnaire"))
        program.quit()


def few_answers_say_why(story):
    """As with an office of which two clients answered."""
    with story.open() as program:
        program.choose(re.compile("^Office"), "Regio 24")
        program.find("label", re.compile("^This filter leaves 1 to 4 answers"))
        program.quit()


def report_is_saved_and_on_record(story):
    with story.open() as program:
        path = story.save(program, "Save Report (PDF)…", "report.pdf")
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True,
                              check=True).stdout
        assert "Overall satisfaction" in text and "2159" in text.replace(",", ""), text[:2000]
        wait_for_rows(story.store, RELEASES, [("pdf",)])
        table = story.save(program, "Save Tables (CSV)…", "tables.csv").read_bytes()
        assert table.startswith(b"\xef\xbb\xbf") and b";" in table
        assert [medium for medium, in read(story.store, RELEASES)] == ["pdf", "csv"]
        program.quit()


CASES = {
    "place-begins-at-the-chosen-tab": place_begins_at_the_chosen_tab,
    "without-answers-there-is-a-next-step": without_answers_there_is_a_next_step,
    "group-that-is-clicked-is-looked-at": group_that_is_clicked_is_looked_at,
    "stricter-tests-leave-fewer-differences": stricter_tests_leave_fewer_differences,
    "counsellors-are-told-apart-in-the-own-office-only":
        counsellors_are_told_apart_in_the_own_office_only,
    "questions-have-cards-and-so-has-nothing": questions_have_cards_and_so_has_nothing,
    "figures-are-those-of-the-command-line": figures_are_those_of_the_command_line,
    "own-questionnaire-is-added-and-taken-back": own_questionnaire_is_added_and_taken_back,
    "few-answers-say-why": few_answers_say_why,
    "report-is-saved-and-on-record": report_is_saved_and_on_record,
}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        run("satisfaction", CASES, Survey, clients=200, folder=pathlib.Path(place))
