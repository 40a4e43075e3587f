#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Changes what an office agreed on as a team lead does: test-office.py BUILD."""

import contextlib
import re
import sqlite3

import desktop
import rows
from rows import wait_for_rows
from story import run

FILES = {
    "counsellors": "counsellor,name,role,active\nA001,Marieke de Wit,counsellor,yes\n"
                   "A002,Joost Bos,counsellor,yes\nA003,Wil Smit,team_lead,yes\n",
    "clients": "client_no,family_name,given_name\nK1,Aydın,Mehmet\nK2,Berg,Anna\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2026-11-18,A001,\nT2,K2,2026-11-02,A001,2026-11-04\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T1,first_response,2026-11-23,A001\nC2,T2,other,2026-11-20,A001\n",
}
DUE = "SELECT kind, open_on FROM contact WHERE open_on IS NOT NULL ORDER BY contact_no"
WEEK = "SELECT week_days FROM counsellor WHERE code = 'A001'"
PAGES = ["Intervals", "Closing Days", "Team", "Reminders"]
USUAL = [("first_response", "2026-11-23"), ("other", "2026-11-20")]


def open_preferences(program, page):
    program.key("ctrl+comma")
    desktop.wait_for("the preferences open", lambda: len(program.windows()) > 1)
    program.focus()
    program.expect_focus("tab", "Intervals")
    for _ in range(PAGES.index(page)):
        program.key("Tab")
    program.key("Return")


def open_form(program):
    desktop.wait_for("a form opens", lambda: len(program.windows()) > 2)
    program.focus()


def interval_shows_what_it_changes(story):
    """First what would change, then the change, then back again with one key."""
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Intervals")
        program.click(program.find("list item", re.compile("^First response to a sign-up")))
        open_form(program)
        program.key("ctrl+a")
        program.type("5")
        program.key("Tab", "ctrl+a")
        program.type("01-11-2026")
        program.find("label", re.compile("^1 contact gets another date, 0 are new, 0 fall away"))
        program.find("label", re.compile("^Mehmet Aydın, First response: from 23 Nov to 25 Nov"))
        wait_for_rows(store, DUE, USUAL)
        program.key("ctrl+Return")
        wait_for_rows(store, DUE, [("first_response", "2026-11-25"), USUAL[1]])
        program.focus()
        program.find("label", "The interval was changed")
        program.find("list item", re.compile("^First response to a sign-up"))
        program.key("ctrl+z")
        wait_for_rows(store, DUE, USUAL)
        wait_for_rows(store, "SELECT count(*) FROM setting", [(0,)])
        program.quit()


def nonsense_is_refused(story):
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Intervals")
        program.click(program.find("list item", re.compile("^First response to a sign-up")))
        open_form(program)
        program.key("ctrl+a")
        program.type("soon")
        program.find("label", "This can be a whole number from 0 to 60")
        program.key("ctrl+Return")
        program.key("Escape")
        wait_for_rows(store, "SELECT count(*) FROM setting", [(0,)])


def closing_days_are_kept_free(story):
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Closing Days")
        program.press("button", "Add…")
        open_form(program)
        program.type("23-11-2026")
        program.key("Tab")
        program.type("24-11-2026")
        program.key("Tab")
        program.type("Verhuizing & <feest>")
        program.key("ctrl+Return")
        wait_for_rows(store, DUE, [("first_response", "2026-11-25"), USUAL[1]])
        program.focus()
        # What moves back is told before it does.
        program.press("button", re.compile("^Remove Mon 23 Nov 2026 to Tue 24 Nov"))
        open_form(program)
        program.find("label", re.compile("^1 contact gets another date, 0 are new, 0 fall away"))
        program.find("label", re.compile("^Mehmet Aydın, First response: from 25 Nov to 23 Nov"))
        wait_for_rows(store, DUE, [("first_response", "2026-11-25"), USUAL[1]])
        program.key("ctrl+Return")
        wait_for_rows(store, DUE, USUAL)


def all_that_moves_can_be_seen(story):
    """Eight are named; the others with one click."""
    store = story.copy()
    numbers = range(10, 31)
    story.bring(store, {
        "clients": "client_no,family_name,given_name\n"
                   + "".join(f"K{n},Berg{n},Anna\n" for n in numbers),
        "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                        + "".join(f"T{n},K{n},2026-11-18,A001,\n" for n in numbers)})
    with story.start(store) as program:
        open_preferences(program, "Closing Days")
        program.press("button", "Add…")
        open_form(program)
        program.type("23-11-2026")
        program.key("Tab")
        program.type("23-11-2026")
        program.find("label", re.compile("^22 contacts get another date"))
        shown = program.find("label", re.compile("First response: from 23 Nov to 24 Nov"))
        assert shown.name.count("\n") == 7, shown.name
        program.press("button", "Show 14 More")
        program.expect_gone("button", re.compile("^Show"))
        shown = program.find("label", re.compile("Anna Berg30, First response: from 23 Nov"))
        assert shown.name.count("\n") == 21, shown.name


def nothing_is_wrong_before_something_was_typed(story):
    """The button says what it does, and what is missing is named when one leaves it out."""
    with story.start() as program:
        open_preferences(program, "Team")
        program.press("button", "Add…")
        open_form(program)
        program.find("label", "You see it here before it happens.")
        program.find("button", "Add")
        assert not program.look("label", re.compile("missing")), program.picture()
        program.type("20-11-2026")
        program.key("ctrl+Return")
        program.find("label", re.compile("missing"))
        program.type("31-2")
        program.find("label", re.compile("is not a date"))


def substitute_sees_the_work(story):
    """Away from today: what is due today stands on the substitute's first screen, with the name."""
    store = story.copy()
    with story.start(store) as program:
        program.find("label", "Anna Berg")
        open_preferences(program, "Team")
        program.press("button", "Add…")
        open_form(program)
        program.type("20-11-2026")
        program.key("Tab")
        program.type("27-11-2026")
        program.key("Tab", "Tab")
        program.key("Return", "Down", "Down", "Return")
        program.find("label", re.compile("^No contact gets another date. .* promises? goe?s? to "))
        program.key("ctrl+Return")
        wait_for_rows(store, "SELECT one.code, other.code, until_on FROM absence "
                             "JOIN counsellor AS one ON one.id = counsellor_id "
                             "LEFT JOIN counsellor AS other ON other.id = substitute_id",
                      [("A001", "A002", "2026-11-27")])
        program.expect_gone("label", "Anna Berg")
    with story.start(store, worker="A002") as program:
        program.find("label", "Anna Berg")
        program.find("label", re.compile("Marieke de Wit"))


def days_of_the_week_are_chosen(story):
    """Of a counsellor, with the keyboard."""
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Team")
        program.key("Tab", "Tab", "Tab")
        program.find("list item", "Marieke de Wit")
        program.key("Return", "Tab", "Return")
        wait_for_rows(store, WEEK, [("2;3;4;5",)])
        # Who signed up does not wait for a day on which somebody works.
        wait_for_rows(store, DUE, USUAL)


def several_days_are_chosen_in_a_row(story):
    """Nobody waits until one was saved; the last one stays."""
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Team")
        program.key("Tab", "Tab", "Tab")
        program.find("list item", "Marieke de Wit")
        program.key("Return", "Tab", "Return", *["Down", "Return"] * 3)
        wait_for_rows(store, WEEK, [("5",)])
        program.key("Down", "Return")
        program.find("label", "Somebody who works here works on some day of the week")
        assert rows.read(store, WEEK) == [("5",)]
        program.key("Up", "Return")
        wait_for_rows(store, WEEK, [("4;5",)])


def what_was_done_last_is_taken_back_after_closing(story):
    store = story.copy()
    with story.start(store) as program:
        open_preferences(program, "Team")
        program.key("Tab", "Tab", "Tab", "Return", "Tab", "Return")
        wait_for_rows(store, WEEK, [("2;3;4;5",)])
        program.find("button", "Undo")
        # The first key may only put the toast away.
        desktop.wait_for("one window",
                         lambda: len(program.windows()) == 1 or program.key("Escape"))
        program.focus()
        program.find("label", "Marieke de Wit: other days of the week")
        # As long as the store has not heard of it, it is not said to be undone.
        with contextlib.closing(sqlite3.connect(store)) as other:
            other.execute("BEGIN IMMEDIATE")
            program.key("ctrl+z")
            program.find("label", "Undoing…")
            program.find("label", re.compile("another program is writing to it"))
        program.expect_gone("label", "Undone")
        assert rows.read(store, WEEK) == [("2;3;4;5",)]


CASES = {
    "interval-shows-what-it-changes": interval_shows_what_it_changes,
    "nonsense-is-refused": nonsense_is_refused,
    "closing-days-are-kept-free": closing_days_are_kept_free,
    "all-that-moves-can-be-seen": all_that_moves_can_be_seen,
    "nothing-is-wrong-before-something-was-typed": nothing_is_wrong_before_something_was_typed,
    "substitute-sees-the-work": substitute_sees_the_work,
    "days-of-the-week-are-chosen": days_of_the_week_are_chosen,
    "several-days-are-chosen-in-a-row": several_days_are_chosen_in_a_row,
    "what-was-done-last-is-taken-back-after-closing":
        what_was_done_last_is_taken_back_after_closing,
}


if __name__ == "__main__":
    run("office", CASES, files=FILES)
