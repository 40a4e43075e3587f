#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reads and corrects the record of a client of many years: test-record.py BUILD [CASE]...

What was done is read from the store itself.
"""

import re
import sqlite3

import longclient
from rows import wait_for_rows
from story import Story, run


class Records(Story):
    """An office with the client of many years."""

    def __init__(self, desk, **office):
        super().__init__(desk, **office)
        longclient.import_into(desk, self.office, self.now)
        self.loketctl(self.office, "plan")

    def open_record(self, store):
        """Starts the program and goes to the client with keys alone."""
        program = self.start(store)
        program.key("ctrl+k")
        program.type("aurelie")
        program.find("list item", re.compile("Aurélie"))
        program.key("Return")
        program.find("button", "Begin Session")
        program.find("list item", re.compile("^Interest test: invited"))
        return program


def row_of(program, title):
    return program.find("list item", re.compile(title))


def open_row(program, title):
    """Opens an event; it has the focus then."""
    program.click(row_of(program, title))
    program.find("button", "Correct…")
    program.expect_focus("list item", re.compile(title))


def choose(program, item):
    """Chooses from the menu of the record."""
    program.click(program.find("button", "More about this client"))
    program.press("menu item", item)


def show_changes(program):
    choose(program, "All Changes")
    program.find("button", re.compile("^What to show: Changes"))


def changed_number_is_told_with_old_new_who_and_when(story):
    store = story.copy()
    with story.open_record(store) as program:
        program.key("ctrl+e")
        program.place_dialog()
        entry = program.find("text box", re.compile("^(Telephone|Phone)"))
        program.click(entry)
        program.key("ctrl+a")
        program.type("0687654321")
        program.key("ctrl+Return")
        program.find("label", re.compile("0687654321"))
        show_changes(program)
        program.find("label", "Client changed")
        program.find("label", re.compile("Friday 20 November 2026, 10:40 · Marieke de Wit"))
        program.find("label", re.compile(r"^Client K-LANG, .*: 0612345678 → 0687654321$"))
        program.find("label", "Read from a file")
        program.quit()


def event_opens_in_place_and_is_corrected(story):
    store = story.copy()
    minutes = "SELECT minutes, ended_at FROM session WHERE session_no = 'GL279'"
    with story.open_record(store) as program:
        program.find("button", "Sessions").press()
        program.expect_gone("list item", re.compile("^Interest test: invited"))
        open_row(program, "^Session, by telephone, 39 minutes, Mon 9 Nov")
        # The note is there in full.
        whole = [label for label in program.look("label") if len(label.name) > 9000]
        assert len(whole) == 1, "the whole note is shown once"
        program.key("F2")
        program.place_dialog()
        program.click(program.find("text box", "Minutes"))
        program.key("ctrl+a")
        program.type("many")
        program.key("ctrl+Return")
        program.find("label", re.compile("^Minutes: “many”"))
        program.key("ctrl+a")
        program.type("50")
        program.key("ctrl+Return")
        program.find("label", "Correction saved")
        wait_for_rows(store, minutes, [(50, "2026-11-09T10:50")])
        # It is still open, and says so.
        row_of(program, "^Session, by telephone, 50 minutes, Mon 9 Nov")
        program.find("button", "Correct…")
        program.key("ctrl+z")
        wait_for_rows(store, minutes, [(39, None)])
        program.quit()


def filters_say_when_they_hide_everything(story):
    """With a client who wants no contact, so that none is planned."""
    store = story.copy()
    with sqlite3.connect(store) as database:
        database.execute("UPDATE client SET no_contact = 1 WHERE client_no = 'K-LANG'")
        database.execute("DELETE FROM contact WHERE trajectory_id IN (SELECT id FROM trajectory "
                         "WHERE trajectory_no IN ('TL0', 'TL1'))")
    database.close()
    with story.open_record(store) as program:
        program.find("button", "Contacts").press()
        program.find("label", "Nothing matches what you chose above.")
        program.press("button", "Show Everything")
        row_of(program, "^Interest test: invited")
        program.find("button", "Promises").press()
        row_of(program, "^Promised: De brochure")
        program.expect_gone("list item", re.compile("^Interest test"))
        program.quit()


def month_of_years_ago_is_gone_to_by_key(story):
    with story.open_record(story.copy()) as program:
        row_of(program, "^Interest test: invited")
        assert not program.look("heading", re.compile(" 2025$")), "what is long ago is not made at once"
        open_row(program, "^Interest test: invited")
        program.key("ctrl+j")
        program.find("label", "October 2026")
        program.key(*["Down"] * 20, "Return")
        program.find("heading", re.compile(" 2025$"))
        program.expect_focus("list item", re.compile("^(Session|Interest test(?!: invited))"))
        program.quit()


def test_goes_through_its_stages(story):
    store = story.copy()
    with story.open_record(store) as program:
        row_of(program, "^Interest test: invited, 9 working days")
        program.find("label", re.compile("^usually 6, 8 out of 10 within 8\nasked for 5 Nov, "
                                         "invited 9 Nov; then: taken, result in, discussed"))
        program.find("label", re.compile("^too few tests yet to compare\nasked for 2 Nov"))
        open_row(program, "^Interest test: invited")
        program.key("F3")
        program.find("label", "Test taken")
        wait_for_rows(store, "SELECT taken_on FROM assessment WHERE assessment_no = 'EL20'",
                      [("2026-11-20",)])
        wait_for_rows(store, "SELECT kind, due_on FROM contact WHERE open_on IS NOT NULL AND "
                             "cause = (SELECT id FROM assessment WHERE assessment_no = 'EL20')",
                      [("assessment_result", "2026-11-27")])
        program.key("ctrl+z")
        wait_for_rows(store, "SELECT taken_on FROM assessment WHERE assessment_no = 'EL20'",
                      [(None,)])

        # The debrief asks how it went. What is further down is gone to with the keys.
        program.expect_focus("list item", re.compile("^Interest test: invited"))
        program.key("Down", "Down")
        program.expect_focus("list item", re.compile("^Language test: result in"))
        program.key("F3")
        program.place_dialog()
        program.click(program.find("text box", "Note"))
        program.type("Wil verder met Nederlands")
        program.key("ctrl+Return")
        program.find("label", "Test discussed")
        program.find("label", re.compile("^Marieke de Wit: Wil verder met Nederlands"))
        wait_for_rows(store, "SELECT discussed_on FROM assessment WHERE assessment_no = 'EL21'",
                      [("2026-11-20",)])
        program.quit()


def test_is_asked_for_outside_of_a_session(story):
    store = story.copy()
    with story.open_record(store) as program:
        choose(program, "Ask for a Test…")
        program.place_dialog()
        program.key("ctrl+Return")
        program.find("label", re.compile("^Kind: "))
        program.key("space")
        program.find("label", "Aptitude test")
        program.key("Down", "Down", "Down", "Down", "Return")
        program.key("ctrl+Return")
        program.find("label", "Test asked for")
        wait_for_rows(store, "SELECT kind, due_on FROM contact WHERE cause = (SELECT id FROM "
                             "assessment WHERE kind = 'aptitude' AND requested_on = '2026-11-20')",
                      [("assessment_pending", "2026-12-04")])
        program.quit()


def impossible_order_is_refused_by_name(story):
    store = story.copy()
    with story.open_record(store) as program:
        open_row(program, "^Interest test: invited")
        program.key("F2")
        program.place_dialog()
        program.click(program.find("text box", "Taken on"))
        program.type("1-11")
        program.key("ctrl+Return")
        program.find("label", re.compile("^Taken on: “2026-11-01” lies before"))
        # One key does not throw away what was typed.
        program.key("Escape")
        program.find("label", "This is not saved yet. Once more closes without saving")
        program.key("Escape")
        program.expect_gone("text box", "Taken on")
        wait_for_rows(store, "SELECT taken_on FROM assessment WHERE assessment_no = 'EL20'",
                      [(None,)])
        program.quit()


def milestone_is_pinned_by_key(story):
    store = story.copy()
    with story.open_record(store) as program:
        for name in ("Sign-up · 4 Mar 2019", "Closed · 2 Sep 2019", "Intake · 22 Nov 2021"):
            program.find("button", name)
        program.find("button", "Sessions").press()
        program.expect_gone("list item", re.compile("^Interest test: invited"))
        open_row(program, "^Session, by telephone, 39 minutes, Mon 9 Nov")
        program.key("ctrl+m")
        program.find("button", "Session, by telephone, 39 minutes · 9 Nov 2026")
        wait_for_rows(store, "SELECT count(*) FROM trajectory WHERE pinned IS NOT NULL", [(1,)])
        program.key("ctrl+z")
        program.expect_gone("button", "Session, by telephone, 39 minutes · 9 Nov 2026")
        # A milestone is gone to, whatever is hidden.
        program.press("button", "Intake · 22 Nov 2021")
        program.expect_focus("list item", re.compile("^Session, .*22 Nov$"))
        program.quit()


def head_says_last_next_late_and_who(story):
    with story.open_record(story.copy()) as program:
        program.find("label", "Monday 9 November")
        program.find("label", "11 days ago, 10:00")
        program.find("label", "none planned")
        # The promise, and the tests that were asked for and not taken, planned in the first seconds.
        program.find("label", "⚠ 4 things")
        program.find("label", re.compile("counsellor Marieke de Wit"))
        program.quit()


def record_has_more_room_than_the_list(story):
    with story.open_record(story.copy()) as program:
        client = program.find("list item", re.compile("Aurélie"))
        event = row_of(program, "^Interest test: invited")
        assert client.place[2] < 320, f"the list is as narrow as it can be: {client.place}"
        assert event.place[2] > 600, f"the record has what is left: {event.place}"
        program.quit()


CASES = {function.__name__.replace("_", "-"): function for function in (
    changed_number_is_told_with_old_new_who_and_when,
    event_opens_in_place_and_is_corrected,
    filters_say_when_they_hide_everything,
    month_of_years_ago_is_gone_to_by_key,
    test_goes_through_its_stages,
    test_is_asked_for_outside_of_a_session,
    impossible_order_is_refused_by_name,
    milestone_is_pinned_by_key,
    head_says_last_next_late_and_who,
    record_has_more_room_than_the_list,
)}


if __name__ == "__main__":
    run("record", CASES, Records, clients=200)
