#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Works through the places Today and Follow-up: test-worklists.py BUILD [CASE]...

What was done is read from the store itself.
"""

import re
import sys
import urllib.parse

import desktop
import workday
from rows import wait_for_rows


class Story:
    """What the cases share: a desktop, and an office of which every row is known."""

    def __init__(self, desk):
        self.desk = desk
        self.office = desk.folder / "office.db"
        self.number = 0
        workday.make(desk, self.office)

    def open(self, worker=workday.COUNSELLOR, **more):
        """Starts the program on a store of its own."""
        self.number += 1
        self.store = self.desk.folder / f"store-{self.number}.db"
        self.store.write_bytes(self.office.read_bytes())
        program = self.desk.start("--store", self.store, "--as", worker,
                                  home=f"home-{self.number}", now=workday.FRIDAY, **more)
        program.find("list item", re.compile("^Today"))
        return program

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


CASES = {function.__name__.replace("_", "-"): function for function in (
    third_attempt_offers_a_message_that_mails,
    without_an_address_it_is_only_copied,
    message_is_there_later_in_the_record,
)}


def main():
    build, wanted = sys.argv[1], sys.argv[2:] or CASES
    with desktop.Desktop(build) as desk:
        story = Story(desk)
        cases = [(name, lambda case=CASES[name]: case(story)) for name in wanted]
        sys.exit(desktop.run_cases("worklists", cases))


if __name__ == "__main__":
    main()
