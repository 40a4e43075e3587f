#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Works through the places Today and Follow-up: test-worklists.py BUILD [CASE]...

What was done is read from the store itself.
"""

import contextlib
import re
import sqlite3
import urllib.parse

import desktop
import workday
from rows import wait_for_rows
from story import Story, run


class Workday(Story):
    """An office of which every row is known."""

    def open(self, worker=workday.COUNSELLOR, **more):
        """Starts the program on a store of its own."""
        self.store = self.copy()
        return self.start(self.store, worker, **more)

    def expect(self, sql, *rows):
        wait_for_rows(self.store, sql, list(rows))


def count_of(program, place):
    """Returns what the sidebar counts at a place."""
    return program.find("list item", re.compile(f"^{place}")).name


# The message to who was not reached


def install_mailer(story):
    """A mail program that writes down how it was opened."""
    told = story.desk.folder / "mailed"
    told.unlink(missing_ok=True)
    script = story.desk.folder / "mailer"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}.new" && mv "{told}.new" "{told}"\n',
                      encoding="utf-8")
    script.chmod(0o755)
    programs = story.desk.folder / f"home-{story.number + 1}" / "data" / "applications"
    programs.mkdir(parents=True)
    (programs / "mailer.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Mailer\nExec={script} %u\n"
        "MimeType=x-scheme-handler/mailto;\n", encoding="utf-8")
    (programs / "mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/mailto=mailer.desktop\n", encoding="utf-8")
    return told


def third_attempt_offers_a_message_that_mails(story):
    told = install_mailer(story)
    story.desk.make_home(f"home-{story.number + 1}")
    with story.open() as program:
        program.press("button", "No answer, Kees van der Velden")
        program.find("label", "Kees van der Velden: no answer for the last time, closed")
        story.expect("SELECT outcome, attempts FROM contact WHERE contact_no = 'C1'",
                     ("closed_not_reached", 3))
        program.press("button", "Write a Message…")
        program.place_dialog()
        program.find("label", "kees+werk@voorbeeld.nl")
        text = program.find("text box", "Text of the message")
        assert text.text().startswith("Dear Kees,\n"), text.text()
        assert "Marieke de Wit" in text.text() and "{" not in text.text(), text.text()
        program.key("ctrl+Home")
        program.type("A & b = c? 100% ")
        program.key("ctrl+Return")
        desktop.wait_for("the mail program opens", told.exists)
        address, question = told.read_text(encoding="utf-8").split("?")
        words = dict(part.split("=") for part in question.split("&"))
        assert address == "mailto:kees+werk@voorbeeld.nl", address
        assert urllib.parse.unquote(words["subject"]) == "I could not reach you"
        body = urllib.parse.unquote(words["body"])
        assert body.startswith("A & b = c? 100% Dear Kees,\r\n\r\n"), body
        program.key("ctrl+z")
        story.expect("SELECT outcome, attempts FROM contact WHERE contact_no = 'C1'", (None, 2))
        program.quit()


def without_an_address_it_is_only_copied(story):
    with story.open() as program:
        program.press("button", "No answer, Nora Nuis")
        program.press("button", "Write a Message…")
        program.place_dialog()
        program.find("label", re.compile("^No e-mail address of Nora Nuis is known"))
        mail = program.find("button", "Mail")
        assert not mail.has(desktop.screen.SENSITIVE), "nothing can be mailed"
        program.press("button", "Copy the Text")
        program.find("label", "Text copied")
        program.key("Escape")
        program.quit()


def message_is_there_later_in_the_record(story):
    with story.open() as program:
        program.press("button", "No answer, Nora Nuis")
        program.find("label", re.compile("^Nora Nuis: no answer for the last time"))
        program.key("ctrl+k")
        program.type("nora")
        program.find("list item", re.compile("^Nora Nuis"))
        program.key("Return")
        program.click(program.find("list item", re.compile("^Call back")))
        program.press("button", "Write a Message…")
        program.place_dialog()
        program.find("text box", "Text of the message")
        program.key("Escape")
        program.quit()


# Selecting


def choose(program, name, number):
    """Chooses a line of a drop-down by keyboard: the first is number 0."""
    program.click(program.find("combo box", re.compile(f"^{name}")))
    desktop.wait_for("the lines are shown", lambda: [
        row for row in program.look("list item") if row.has(desktop.screen.FOCUSED)])
    program.key("Home", *["Down"] * number, "Return")


def open_follow_up(program, whose="Everybody"):
    """Goes to the place, and shows the work of everybody."""
    program.key("ctrl+3")
    program.find("button", "Select")
    if whose == "Everybody":
        choose(program, "Counsellor", 0)
        program.find("list item", re.compile("^Lars Bos"))


def several_are_handed_over_and_taken_back_at_once(story):
    owners = "SELECT contact_no, counsellor.code FROM contact LEFT JOIN counsellor " \
        "ON counsellor.id = counsellor_id WHERE contact_no IN ('C6', 'C7') ORDER BY 1"
    promise = "SELECT counsellor.code FROM promise LEFT JOIN counsellor " \
        "ON counsellor.id = counsellor_id"
    with story.open() as program:
        open_follow_up(program)
        program.key("ctrl+a")
        program.find("label", re.compile("^[0-9]+ selected"))
        wanted = ["Select Lars Bos", "Select Anna Smit", "Select Sanne Vermeulen"]
        for control in program.look("checkbox", re.compile("^Select ")):
            if control.name not in wanted:
                program.click(control)
        program.press("button", "Hand Over…")
        program.place_dialog()
        choose(program, "Counsellor", 2)
        program.key("ctrl+Return")
        program.find("label", re.compile("^[0-9]+ handed over to Joke van den Akker"))
        story.expect(owners, ("C6", "W03"), ("C7", "W03"))
        story.expect(promise, ("W03",))
        # Planning again leaves it to who got it.
        story.desk.loketctl("--store", story.store, "plan", now=workday.FRIDAY)
        story.expect(owners, ("C6", "W03"), ("C7", "W03"))
        program.key("Escape", "ctrl+z")
        story.expect(owners, ("C6", "W02"), ("C7", "W02"))
        story.expect(promise, (None,))
        program.quit()


def several_are_moved_by_keyboard(story):
    moved = "SELECT contact_no, planned_on FROM contact WHERE planned_on IS NOT NULL"
    with story.open() as program:
        open_follow_up(program)
        program.press("button", "Select")
        program.find("checkbox", "Select Lars Bos")
        program.click(program.find("list item", re.compile("^Lars Bos, Terugbellen")))
        program.find("label", "1 selected")
        for _ in range(12):
            program.key("Down")
            focused = program.focused()
            if focused is not None and focused.name.startswith("Anna Smit, Call back"):
                break
        program.key("space")
        program.find("label", "2 selected")
        program.press("button", "Postpone")
        program.press("button", "Move the Date…")
        program.press("button", "Move to Mon 23 Nov")
        program.find("label", "2 moved to Mon 23 Nov")
        story.expect(moved, ("C6", "2026-11-23"), ("C7", "2026-11-23"))
        program.key("Escape")
        program.find("button", "Select")
        program.expect_gone("checkbox", None)
        program.key("ctrl+z")
        story.expect(moved)
        program.quit()


def promise_gets_another_date_or_is_put_off(story):
    """Both from its row on the first place, and one sees which it was."""
    dates = "SELECT due_on, first_due_on, snoozed_until FROM promise"
    with story.open() as program:
        program.click(program.find("button", "Postpone, Sanne Vermeulen"))
        program.find("label", "The date stays Wednesday 18 November.")
        program.press("button", "Move the Date…")
        program.find("button", "Move to Mon 23 Nov")
        program.key("ctrl+Right")
        program.find("button", "Move to Wed 23 Dec")
        program.key("ctrl+Left")
        program.press("button", "Move to Mon 23 Nov")
        program.find("label", "Sanne Vermeulen: moved to Mon 23 Nov")
        story.expect(dates, ("2026-11-23", "2026-11-18", None))
        program.find("list item", "Sanne Vermeulen, Promised: brochure sturen, was Wed 18 Nov, "
                                  "moved, Mon 23 Nov")
        program.key("ctrl+z")
        story.expect(dates, ("2026-11-18", None, None))
        program.click(program.find("button", "Postpone, Sanne Vermeulen"))
        program.press("button", "Later Today, 14:00")
        program.find("list item", "Sanne Vermeulen, Promised: brochure sturen, put off, 14:00")
        story.expect(dates, ("2026-11-18", None, "2026-11-20T14:00"))
        program.quit()


def conflict_changes_none_and_says_whose(story):
    with story.open() as program:
        open_follow_up(program)
        program.key("ctrl+a")
        program.press("button", "Postpone")
        program.expect_focus("button", "Later Today, 14:00")
        with program.paused():
            story.loketctl(story.store, "import", "contacts", closed_contact(story))
            program.key("Return")
        program.find("label", "Lars Bos: This contact was closed already")
        story.expect("SELECT count(*) FROM contact WHERE snoozed_until IS NOT NULL", (0,))
        program.quit()


def closed_contact(story):
    """Somebody else was faster."""
    path = story.desk.folder / "closed.csv"
    path.write_text("contact_no,trajectory_no,kind,due_on,done_on,outcome\n"
                    "C6,T6,callback,2026-11-09,2026-11-20,reached\n", encoding="utf-8")
    return path


def find_filters(program):
    """The four filters once they have got a place."""
    filters = program.look("combo box")
    return filters if len(filters) == 4 and all(one.place[2] > 0 for one in filters) else None


def filters_are_seen_whole_where_there_is_little_room(story):
    """In a narrow window, and with letters twice as large in one that is narrower still."""
    for width, dpi in ((400, 96), (360, 192)):
        home = f"narrow-{width}"
        story.desk.make_home(home, dpi, {"window-width": width, "window-height": 800})
        with story.desk.start("--store", story.copy(), "--as", workday.COUNSELLOR, home=home,
                              now=workday.FRIDAY) as program:
            program.key("ctrl+3")
            more = program.find("button", "More about follow-up")
            filters = [*desktop.wait_for("filters", lambda: find_filters(program)), more]
            for control in filters:
                left, _, size, _ = control.place
                assert left >= 0 and left + size <= width, (control.name, control.place)
            program.quit()


# What waits too long


def team_lead_takes_over_what_is_too_late(story):
    with story.open(workday.TEAM_LEAD) as program:
        program.find("heading", "Too Late with Colleagues")
        program.find("label", re.compile("^More than 5 working days late"))
        program.find("list item", re.compile("^Lars Bos, .* · Hicham Bouzidi, 9 working days late$"))
        program.find("list item", re.compile("^Rob Jansen & Zn, No contact for a while · Hicham "
                                             "Bouzidi, 6 working days late$"))
        # What is three days late is nobody else's business.
        assert not program.look("list item", re.compile("^Anna Smit"))
        program.press("button", "Take Over, Lars Bos")
        program.find("label", "Lars Bos: taken over")
        story.expect("SELECT code FROM contact JOIN counsellor ON counsellor.id = counsellor_id "
                     "WHERE contact_no = 'C6'", ("W03",))
        program.find("button", "Reached, Lars Bos")
        program.key("ctrl+z")
        program.find("button", "Take Over, Lars Bos")
        program.quit()


def all_that_is_too_late_can_be_seen(story):
    store = story.copy()
    contacts = [f"L{i},T{6 + i % 2},callback,2026-0{7 + i % 3}-{1 + i % 28:02d},W02,0,"
                for i in range(119)]
    story.bring(store, {"contacts": "contact_no,trajectory_no,kind,due_on,counsellor,attempts,note\n"
                                    + "\n".join(contacts) + "\n"})
    with story.start(store, workday.TEAM_LEAD) as program:
        program.key("ctrl+1")
        program.expect_focus("list item", re.compile("^Amina Osman"))
        program.key("Down", "Down", "End")
        # Five are shown; each press brings 25, and the fourth goes on to what was not read yet.
        for left in (117, 92, 67, 42, 17):
            program.expect_focus("list item", f"{left} more late")
            program.key("Return")
        program.expect_gone("list item", re.compile("more late$"))
        program.find("list item", re.compile("^Lars Bos, .* · Hicham Bouzidi, 9 working days late$"))
        program.quit()


def row_that_was_scrolled_away_comes_back_for_its_choices(story):
    """Somebody who listens to the screen presses what is not on it."""
    store = story.copy()
    contacts = [f"L{i},T{6 + i % 2},callback,2026-0{7 + i % 3}-{1 + i % 28:02d},W02"
                for i in range(40)]
    story.bring(store, {"contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                                    + "\n".join(contacts) + "\n"})
    with story.start(store, workday.COLLEAGUE) as program:
        program.key("ctrl+3")
        program.find("button", "Select")
        last = program.find("button", re.compile("^Postpone, "))
        assert last.place[1] > 1200, last.place
        last.press()
        program.find("label", "Remind Later")
        program.key("Escape")
        program.quit()


# What is asked after a test


def what_became_of_a_test_is_one_click(story):
    store = story.copy()
    stages = "SELECT taken_on, result_on, discussed_on FROM assessment"
    contacts = "SELECT kind, outcome FROM contact WHERE kind LIKE 'assessment%' ORDER BY kind"
    story.bring(store, {"assessments": "assessment_no,trajectory_no,kind,requested_on\n"
                                       "A3,T3,interest,2026-11-02\n"})
    with story.start(store, workday.COUNSELLOR) as program:
        program.click(program.find("button", "Taken, Nora Nuis"))
        program.find("label", "Nora Nuis: test taken")
        wait_for_rows(store, stages, [("2026-11-20", None, None)])
        wait_for_rows(store, contacts, [("assessment_pending", "cancelled"),
                                        ("assessment_result", None)])
        program.key("ctrl+z")
        program.find("button", "Taken, Nora Nuis")
        wait_for_rows(store, stages, [(None, None, None)])
        wait_for_rows(store, contacts, [("assessment_pending", None)])
        program.quit()


def counsellor_sees_only_own_work(story):
    with story.open() as program:
        program.find("heading", "Late and Today")
        assert not program.look("heading", "Too Late with Colleagues")
        assert not program.look("list item", re.compile("^Lars Bos"))
        program.quit()


def one_key_takes_a_sign_up_and_another_gives_it(story):
    taken = "SELECT trajectory_no, code FROM trajectory LEFT JOIN counsellor " \
        "ON counsellor.id = counsellor_id WHERE trajectory_no IN ('T8', 'T9') ORDER BY 1"
    with story.open() as program:
        program.find("label", re.compile("^Who waits longest comes first. A response that is late"))
        program.key("ctrl+1")
        program.expect_focus("list item", re.compile("^Amina Osman, .*, 6 working days late"))
        program.key("1")
        program.find("label", "Amina Osman: taken")
        story.expect(taken, ("T8", "W01"), ("T9", None))
        program.expect_focus("list item", re.compile("^Wim Kuipers"))
        program.key("2")
        program.place_dialog()
        choose(program, "Counsellor", 1)
        program.key("ctrl+Return")
        program.find("label", "Wim Kuipers: handed over to Hicham Bouzidi")
        story.expect(taken, ("T8", "W01"), ("T9", "W02"))
        program.quit()


# Loose ends, one by one


def expect_end(program, name, done):
    """The one that is shown has the keyboard, and nothing was lost on the way."""
    program.find("label", f"{done} of 7 done")
    program.find("heading", name)
    desktop.wait_for(f"{name} has the keyboard",
                     lambda: program.focused() and program.focused().name.startswith(name))


def loose_ends_are_gone_through_with_a_key_each(story):
    with story.open() as program:
        program.key("ctrl+d")
        expect_end(program, "Fatma Yildiz", 0)
        program.find("label", re.compile("^[0-9]{2}:[0-9]{2}, "))
        program.key("1")
        expect_end(program, "Kees van der Velden", 1)
        program.find("label", re.compile("Kees wil vrachtwagenchauffeur worden"))
        program.find("button", "Remind Later, Mon 23 Nov")
        program.key("3")
        expect_end(program, "Sanne Vermeulen", 2)
        program.find("label", "From the note of Wednesday 11 November")
        program.key("2")
        expect_end(program, "Ingrid Postma", 3)
        program.key("space")
        expect_end(program, "Nora Nuis", 3)
        program.key("BackSpace")
        expect_end(program, "Ingrid Postma", 3)
        program.key("1")
        expect_end(program, "Nora Nuis", 4)
        program.key("1")
        expect_end(program, "Amina Osman", 5)
        program.key("1")
        expect_end(program, "Wim Kuipers", 6)
        program.key("1")
        program.find("label", "No Loose Ends")
        program.find("label", "7 of 7 done")
        story.expect("SELECT state FROM session WHERE session_no = 'S5'", ("held",))
        story.expect("SELECT contact_no, coalesce (outcome, snoozed_until) FROM contact "
                     "WHERE contact_no IN ('C1', 'C2', 'C3') ORDER BY 1",
                     ("C1", "2026-11-23T09:00"), ("C2", "reached"), ("C3", "reached"))
        story.expect("SELECT due_on, first_due_on FROM promise", ("2026-11-23", "2026-11-18"))
        # What is taken back is there again.
        program.key("ctrl+z")
        expect_end(program, "Wim Kuipers", 6)
        program.key("Escape")
        program.find("heading", "Not Taken Yet")
        program.quit()


def what_the_store_refuses_is_not_ticked(story):
    with story.open() as program:
        program.key("ctrl+d")
        expect_end(program, "Fatma Yildiz", 0)
        with contextlib.closing(sqlite3.connect(story.store)) as other:
            other.execute("BEGIN IMMEDIATE")
            program.key("1")
            expect_end(program, "Kees van der Velden", 0)
            program.find("label", re.compile("another program is writing to it"))
        expect_end(program, "Fatma Yildiz", 0)
        program.key("1")
        expect_end(program, "Kees van der Velden", 1)
        program.quit()


def a_session_that_was_not_saved_is_a_loose_end(story):
    with story.open() as program:
        program.key("ctrl+k")
        program.type("rob")
        program.find("list item", re.compile("^Rob Jansen & Zn"))
        program.key("Return")
        program.find("button", "Begin Session")
        program.key("ctrl+g")
        program.find("text box")
        program.type("Belde over de opleiding")
        program.key("ctrl+d")
        program.find("label", "0 of 8 done")
        program.click(program.find("list item", "Rob Jansen & Zn, session not saved"))
        program.find("heading", "Rob Jansen & Zn")
        program.find("button", "Go On Writing")
        program.key("1")
        program.find("button", "Save and Close")
        program.quit()


CASES = {function.__name__.replace("_", "-"): function for function in (
    third_attempt_offers_a_message_that_mails,
    without_an_address_it_is_only_copied,
    message_is_there_later_in_the_record,
    several_are_handed_over_and_taken_back_at_once,
    several_are_moved_by_keyboard,
    promise_gets_another_date_or_is_put_off,
    conflict_changes_none_and_says_whose,
    filters_are_seen_whole_where_there_is_little_room,
    team_lead_takes_over_what_is_too_late,
    all_that_is_too_late_can_be_seen,
    row_that_was_scrolled_away_comes_back_for_its_choices,
    what_became_of_a_test_is_one_click,
    counsellor_sees_only_own_work,
    one_key_takes_a_sign_up_and_another_gives_it,
    loose_ends_are_gone_through_with_a_key_each,
    what_the_store_refuses_is_not_ticked,
    a_session_that_was_not_saved_is_a_loose_end,
)}


if __name__ == "__main__":
    run("worklists", CASES, Workday, files=workday.FILES)
