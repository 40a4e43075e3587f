#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Records appointments as a counsellor does, with a client across the desk: test-appointment.py BUILD.

Both hands stay on the keyboard. What was recorded is read from the store itself.
"""

import contextlib
import re
import sqlite3
import time

import desktop
from rows import read, wait_for_rows
from story import FRIDAY, Story, run

# Keys that a typical session may take, besides what is typed into notes.
MOST_KEYS = 12
# What is typed must be on disk so soon.
SECONDS_TO_DISK = 2


class Appointments(Story):
    """An office with a clock that can be turned."""

    def __init__(self, desk, **office):
        super().__init__(desk, **office)
        self.clock = desk.folder / "clock"

    def turn_clock(self, time_of_day):
        self.clock.write_text(f"2026-11-20T{time_of_day}\n", encoding="utf-8")

    def copy(self):
        """Returns an office of one's own, at twenty to eleven."""
        self.turn_clock("10:40")
        return super().copy()

    def start(self, store=None, **more):
        return super().start(store, now=f"file:{self.clock}", **more)


class Hands:
    """Presses keys and counts them; a chord counts as one."""

    def __init__(self, program):
        self.program = program
        self.pressed = 0

    def key(self, *keys):
        self.program.key(*keys)
        self.pressed += len(keys)

    def type(self, text):
        self.program.type(text)
        self.pressed += len(text)


def go_to_client(program, name):
    program.key("ctrl+k")
    program.key("ctrl+a")
    program.type(name)
    program.find("list item", re.compile(name, re.IGNORECASE))
    program.key("Return")
    program.find("button", "Begin Session")


def begin_session(program, name):
    go_to_client(program, name)
    program.key("ctrl+g")
    expect_note(program)


def expect_note(program, name="For the Client"):
    return program.expect_focus("text box", name)


def note_of(program, name="For the Client"):
    return program.find("text box", name).text()


def expect_text(program, text, name="For the Client"):
    def is_there():
        notes = program.look("text box", name)
        return notes and notes[-1].text() == text
    desktop.wait_for(f"the note says {text!r}", is_there)


NEW_SESSION = ("SELECT minutes, state, note_client FROM session "
               "WHERE starts_at = '2026-11-20T10:40' AND state = 'held'")


def typical_session_takes_few_keys(story):
    """A known client, thirty minutes, two questions, one follow-up; from the first place."""
    store = story.copy()
    with story.start(store) as program:
        hands = Hands(program)
        hands.key("ctrl+k")
        hands.type("verm")
        program.find("list item", re.compile("^Sanne Vermeulen"))
        hands.key("Return")
        program.find("button", "Begin Session")
        hands.key("ctrl+g")
        expect_note(program)
        program.type("Wil de zorg in. Ik bel u dinsdag terug over de regeling.")
        program.find("label", re.compile("^Promise recognised: Call back, by Tuesday 24 November"))
        hands.key("ctrl+t")
        program.find("label", re.compile("^✓ Promise recorded: Call back, by Tuesday 24 November"))
        program.find("text box", re.compile("^Promised: Call back"))
        hands.key("alt+1", "alt+3")
        story.turn_clock("11:10")
        hands.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        assert hands.pressed <= MOST_KEYS, f"{hands.pressed} keys"

        wait_for_rows(store, NEW_SESSION,
                      [(30, "held", "Wil de zorg in. Ik bel u dinsdag terug over de regeling.")])
        wait_for_rows(store, "SELECT group_concat(code) FROM session_question JOIN session "
                             "ON id = owner_id WHERE starts_at = '2026-11-20T10:40' "
                             "AND state = 'held'", [("which_work,retraining",)])
        wait_for_rows(store, "SELECT promise.kind, promise.due_on, contact.due_on FROM promise "
                             "JOIN contact ON cause = promise.id",
                      [("callback", "2026-11-24", "2026-11-24")])
        # One undo takes all of it back.
        program.key("ctrl+z")
        wait_for_rows(store, NEW_SESSION, [])
        wait_for_rows(store, "SELECT count(*) FROM contact WHERE cause IS NOT NULL", [(0,)])
        # And nothing that was typed is lost.
        program.click(program.find("list item", "Sanne Vermeulen"))
        expect_text(program, "Wil de zorg in. Ik bel u dinsdag terug over de regeling.")
        program.quit()


def text_and_cursor_survive_a_kill(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Wil de zorg in, & zoekt werk")
        program.key(*["Left"] * 5)
        # The program may be behind the keys.
        expect_text(program, "Wil de zorg in, & zoekt werk")
        time.sleep(SECONDS_TO_DISK)
        program.process.kill()
        program.process.wait()

    story.turn_clock("10:55")
    with story.start(store) as program:
        program.click(program.find("list item", "Sanne Vermeulen"))
        expect_note(program)
        expect_text(program, "Wil de zorg in, & zoekt werk")
        program.find("label", re.compile("^✓ Draft recovered, 10:40"))
        # The clock of the session ran on.
        program.find("label", "15 minutes")
        program.type("X")
        expect_text(program, "Wil de zorg in, & zoektX werk")
        program.quit()


def nothing_is_kept_before_the_first_key(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.key("Escape")
        program.find("button", "Begin Session")
        time.sleep(SECONDS_TO_DISK)
        assert read(f"{store}-drafts", "SELECT count(*) FROM form") == [(0,)]
        assert not program.look("label", "Open Sessions")
        program.quit()


def two_sessions_are_open_at_once(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Eerste gesprek")
        begin_session(program, "bakker")
        program.type("Tweede gesprek")
        program.click(program.find("list item", "Sanne Vermeulen"))
        expect_text(program, "Eerste gesprek")
        expect_note(program)
        program.click(program.find("list item", "Lieke Bakker"))
        expect_text(program, "Tweede gesprek")
        expect_note(program)
        program.key("ctrl+Return")
        program.find("label", "Session with Lieke Bakker saved")
        program.expect_gone("list item", "Lieke Bakker")
        program.click(program.find("list item", "Sanne Vermeulen"))
        expect_text(program, "Eerste gesprek")
        program.quit()
    wait_for_rows(store, "SELECT note_client FROM session "
                         "WHERE starts_at = '2026-11-20T10:40' AND state = 'held'",
                  [("Tweede gesprek",)])


def thrown_away_can_be_brought_back(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Toch bewaren")
        program.press("button", "More about this session")
        program.press("menu item", "Throw Away What Was Typed")
        program.find("label", "Session with Sanne Vermeulen thrown away")
        program.expect_gone("label", "Open Sessions")
        program.press("button", "Undo")
        expect_text(program, "Toch bewaren")
        program.quit()


def wrong_time_is_refused_and_named(story):
    """The form stays open with everything in it."""
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Komt terug")
        program.key("alt+v")
        program.expect_focus("text box", "Day of the next appointment")
        program.type("31-2")
        program.key("ctrl+Return")
        program.find("label", re.compile("not a date that exists"))
        expect_text(program, "Komt terug")
        # What is wrong has the cursor; a weekday does as well.
        program.expect_focus("text box", "Day of the next appointment")
        program.key("ctrl+a")
        program.type("ma")
        program.key("Tab")
        program.type("9")
        program.find("label", re.compile("^Mon 23 Nov, 09:00"))
        program.key("ctrl+a", "BackSpace", "shift+Tab")
        program.expect_focus("text box", "Day of the next appointment")
        program.key("ctrl+a")
        program.type("4-12")
        program.key("Tab")
        program.type("1030")
        program.find("label", re.compile("^Fri 4 Dec, 10:30"))
        program.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        program.quit()
    wait_for_rows(store, "SELECT count(*) FROM session JOIN trajectory ON trajectory.id = "
                         "trajectory_id JOIN client ON client.id = client_id "
                         "WHERE starts_at = '2026-12-04T10:30' AND state = 'planned' "
                         "AND family_name = 'Vermeulen'", [(1,)])


def day_off_that_is_typed_is_mentioned(story):
    """A weekday in a note leads to a working day by itself; what is typed stays, and is remarked
    on: Mondays are free, and on Saturday the office is closed."""
    store = story.copy()
    with contextlib.closing(sqlite3.connect(store)) as office:
        office.execute("UPDATE counsellor SET week_days = '2;3;4;5' WHERE code = 'A001'")
        office.commit()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Ik bel u dinsdag terug.")
        program.find("label", re.compile("^Promise recognised"))
        program.key("ctrl+t")
        program.find("text box", re.compile("^Promised: Call back"))
        program.key("alt+v")
        program.expect_focus("text box", "Day of the next appointment")
        program.key("Tab")
        program.expect_focus("text box", "Time of the next appointment")
        program.key("Tab", "Tab")
        program.expect_focus("text box", "Day of the promise")
        assert not program.look("label", re.compile("is not a working day"))
        program.key("ctrl+a")
        program.type("30-11")
        program.find("label", "Mon 30 Nov is not a working day, the next one is Tue 1 Dec")
        program.key("ctrl+a")
        program.type("25-12")
        program.find("label", "Fri 25 Dec is not a working day, the next one is Tue 29 Dec")
        program.key("ctrl+a")
        program.type("1-12")
        program.expect_gone("label", re.compile("is not a working day"))
        program.key("alt+v")
        program.expect_focus("text box", "Day of the next appointment")
        program.type("28-11")
        program.key("Tab")
        program.type("9")
        program.find("label", "Sat 28 Nov is not a working day, the next one is Tue 1 Dec")
        # It is the counsellor's to decide.
        program.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        program.quit()
    wait_for_rows(store, "SELECT count(*) FROM session WHERE starts_at = '2026-11-28T09:00'",
                  [(1,)])


def first_thing_to_do_gets_its_place(story):
    """A record with nothing to do lies below the session in which something is promised."""
    store = story.copy()
    story.bring(store, {
        "clients": "client_no,family_name\nK9,Zonderland\n",
        "trajectories": "trajectory_no,client_no,opened_on,first_response_on,counsellor\n"
                        "T9,K9,2026-11-09,2026-11-10,A001\n"})
    with story.start(store) as program:
        go_to_client(program, "zonderland")
        assert not program.look("heading", "To Do")
        program.key("ctrl+g")
        expect_note(program)
        program.type("Ik bel u dinsdag terug.")
        program.key("ctrl+t")
        program.find("text box", re.compile("^Promised: Call back"))
        program.key("ctrl+Return")
        program.find("heading", "To Do")
        promise = program.find("list item", re.compile("^Promised: Ik bel u dinsdag terug"))
        below = program.find("heading", "Milestones")
        desktop.wait_for("each below the other",
                         lambda: promise.place[3] > 0
                         and promise.place[1] + promise.place[3] <= below.place[1])


def not_reached_is_an_attempt(story):
    store = story.copy()
    attempts = "SELECT count(*) FROM attempt WHERE attempted_at = '2026-11-20T10:40'"
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Voicemail ingesproken")
        # Back over the notes, to what became of it.
        control = program.find("combo box", re.compile("^What became of it"))
        program.click(control)
        program.key("Down", "Return")
        program.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        wait_for_rows(store, attempts, [(1,)])
        wait_for_rows(store, NEW_SESSION, [])
        program.quit()


def saved_session_goes_on(story):
    """Ctrl+S records it, and what is typed afterwards changes what was recorded."""
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Wil de zorg in. Ik stuur de brochure.")
        program.key("ctrl+t", "ctrl+s")
        program.find("label", "Session with Sanne Vermeulen saved")
        program.find("label", "✓ Session saved")
        wait_for_rows(store, NEW_SESSION,
                      [(0, "held", "Wil de zorg in. Ik stuur de brochure.")])
        # The session that is being held is not an earlier one.
        program.key("ctrl+l")
        assert note_of(program).count("Ik stuur de brochure") == 1, note_of(program)
        program.key("ctrl+a")
        program.type("Wil de zorg in. Ik stuur de brochure.")
        # The cursor stands where it stood, and the promise is now something that is open.
        expect_note(program)
        program.find("checkbox", re.compile("^Done Ik stuur de brochure"))
        program.type(" En meer")
        story.turn_clock("11:00")
        program.key("ctrl+Return")
        program.find("button", "Begin Session")
        wait_for_rows(store, NEW_SESSION,
                      [(20, "held", "Wil de zorg in. Ik stuur de brochure. En meer")])
        assert read(store, "SELECT count(*) FROM promise WHERE session_id IS NOT NULL") == [(1,)]
        program.quit()


def undo_gives_back_what_went_on(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Wil de zorg in")
        program.key("ctrl+s")
        program.find("label", "✓ Session saved")
        program.type(", of de bouw")
        program.press("button", "Undo")
        wait_for_rows(store, NEW_SESSION, [])
        expect_text(program, "Wil de zorg in, of de bouw")
        program.key("ctrl+Return")
        wait_for_rows(store, NEW_SESSION, [(0, "held", "Wil de zorg in, of de bouw")])
        program.quit()


def each_question_has_its_outcome_and_follow_up(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.key("alt+1", "alt+3")
        # Back over the notes, to the questions.
        program.find("combo box", re.compile("^What became of “Which work"))
        program.key("shift+Tab")
        program.expect_focus("button", re.compile("^Promise something about .*retrain"))
        program.key(*["shift+Tab"] * 3)
        program.key("space", "Down", "Return")
        program.press("button", re.compile("^Promise something about “.*retrain"))
        program.find("text box", re.compile("^Promised: Find something out, about “.*retrain"))
        program.key("ctrl+a")
        program.type("Scholingsregeling uitzoeken")
        program.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        program.quit()
    wait_for_rows(store, "SELECT question_outcomes FROM session "
                         "WHERE starts_at = '2026-11-20T10:40' AND state = 'held'",
                  [("which_work=answered",)])
    wait_for_rows(store, "SELECT kind, question, text FROM promise WHERE session_id IS NOT NULL",
                  [("find_out", "retraining", "Scholingsregeling uitzoeken")])


def text_block_comes_at_the_cursor(story):
    """One key and a few letters; what is known is filled in, and one step back takes it away."""
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Begin ")
        program.key("ctrl+j")
        program.expect_focus("search box", "Find a text block")
        program.type("reach")
        program.find("list item", "Could not reach you")
        program.key("Return")
        expect_note(program)
        text = note_of(program)
        assert text.startswith("Begin Dear Sanne,\n"), text
        assert text.endswith("\nMarieke de Wit"), text
        program.key("ctrl+z")
        expect_text(program, "Begin ")
        program.quit()


def text_block_can_be_changed(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.key("ctrl+j")
        program.expect_focus("search box", "Find a text block")
        program.press("button", "Change Text Blocks…")
        program.press("button", "New")
        program.find("text box", "Name")
        program.type("Slot & meer")
        program.click(program.find("text box", "Text"))
        program.type("Tot ziens, {given name}")
        program.key("ctrl+Return")
        program.find("list item", "Slot & meer")
        program.key("Escape")
        program.expect_gone("button", "New")
        program.key("ctrl+j")
        program.expect_focus("search box", "Find a text block")
        program.type("slot")
        program.find("list item", "Slot & meer")
        program.key("Return")
        expect_text(program, "Tot ziens, Sanne")
        program.quit()


def session_begins_from_anywhere(story):
    """Nobody is on the screen: those to whom one talked last are offered, or one is sought."""
    store = story.copy()
    with story.start(store) as program:
        program.key("ctrl+g")
        program.expect_focus("search box", "Name, number, telephone or e-mail")
        program.key("Escape")
        program.expect_gone("search box", "Name, number, telephone or e-mail")
        program.key("ctrl+g")
        program.expect_focus("search box", "Name, number, telephone or e-mail")
        program.find("label", "Last talked to")
        last = read(store, "SELECT trim(given_name || ' ' || coalesce(prefix || ' ', '') || family_name) "
                           "FROM session JOIN trajectory ON trajectory.id = trajectory_id "
                           "JOIN client ON client.id = client_id JOIN counsellor "
                           "ON counsellor.id = session.counsellor_id WHERE code = 'A001' "
                           f"AND state = 'held' AND starts_at <= '{FRIDAY}' "
                           "ORDER BY starts_at DESC, session.id DESC LIMIT 1")
        program.find("list item", re.compile("^" + re.escape(last[0][0])))
        program.type("verm")
        program.find("list item", re.compile("^Sanne Vermeulen"))
        program.key("Return")
        expect_note(program)
        program.find("button", "Save and Close")
        program.find("label", "Sanne Vermeulen")
        program.quit()


def group_is_one_entry(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Workshop cv")
        for name in ("bakker", "osman"):
            program.key("ctrl+shift+g")
            program.expect_focus("search box", "Name, number, telephone or e-mail")
            # Enter may be faster than the search.
            program.type(name)
            program.key("Return")
            program.find("combo box", re.compile(f"^Whether .*{name} was there", re.IGNORECASE))
        program.click(program.find("combo box", re.compile("^Whether .*Osman was there")))
        program.key("Down", "Return")
        program.key("ctrl+Return")
        program.find("label", "Session with Sanne Vermeulen saved")
        wait_for_rows(store, "SELECT family_name, state, note_client FROM session JOIN trajectory "
                             "ON trajectory.id = trajectory_id JOIN client ON client.id = client_id "
                             "WHERE group_no IS NOT NULL ORDER BY family_name",
                      [("Bakker", "held", "Workshop cv"), ("Osman", "no_show", None),
                       ("Vermeulen", "held", "Workshop cv")])
        # One undo takes the entry from every record.
        program.key("ctrl+z")
        wait_for_rows(store, "SELECT count(*) FROM session WHERE group_no IS NOT NULL", [(0,)])
        program.quit()


def earlier_session_is_a_start(story):
    store = story.copy()
    with story.start(store) as program:
        begin_session(program, "vermeulen")
        program.type("Nu:")
        program.key("ctrl+l")
        before = read(store, "SELECT note_client FROM session JOIN trajectory ON trajectory.id = "
                             "trajectory_id JOIN client ON client.id = client_id "
                             "WHERE family_name = 'Vermeulen' AND given_name = 'Sanne' "
                             "AND state = 'held' ORDER BY starts_at DESC LIMIT 1")
        expect_text(program, "Nu:\n" + before[0][0])
        # An older one is chosen in the list beside it.
        program.press("button", "Begin with the session of Tuesday 8 September")
        older = read(store, "SELECT note_client FROM session "
                            "WHERE starts_at LIKE '2026-09-08%' AND note_client IS NOT NULL "
                            "AND trajectory_id IN (SELECT trajectory.id FROM trajectory "
                            "JOIN client ON client.id = client_id "
                            "WHERE family_name = 'Vermeulen' AND given_name = 'Sanne')")
        expect_text(program, "Nu:\n" + before[0][0] + "\n" + older[0][0])
        program.quit()


CASES = {
    "typical-session-takes-at-most-twelve-keys": typical_session_takes_few_keys,
    "text-and-cursor-survive-a-kill": text_and_cursor_survive_a_kill,
    "nothing-is-kept-before-the-first-key": nothing_is_kept_before_the_first_key,
    "two-sessions-are-open-at-once": two_sessions_are_open_at_once,
    "thrown-away-can-be-brought-back": thrown_away_can_be_brought_back,
    "wrong-time-is-refused-and-named": wrong_time_is_refused_and_named,
    "day-off-that-is-typed-is-mentioned": day_off_that_is_typed_is_mentioned,
    "first-thing-to-do-gets-its-place": first_thing_to_do_gets_its_place,
    "not-reached-is-an-attempt": not_reached_is_an_attempt,
    "saved-session-goes-on": saved_session_goes_on,
    "undo-gives-back-what-went-on": undo_gives_back_what_went_on,
    "each-question-has-its-outcome-and-follow-up": each_question_has_its_outcome_and_follow_up,
    "session-begins-from-anywhere": session_begins_from_anywhere,
    "group-is-one-entry": group_is_one_entry,
    "earlier-session-is-a-start": earlier_session_is_a_start,
    "text-block-comes-at-the-cursor": text_block_comes_at_the_cursor,
    "text-block-can-be-changed": text_block_can_be_changed,
}


if __name__ == "__main__":
    run("appointment", CASES, Appointments, clients=200)
