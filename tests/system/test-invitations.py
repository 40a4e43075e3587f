#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Invites clients to the survey, as a counsellor does: test-invitations.py BUILD [CASE]..."""

import pathlib
import re
import stat
import tempfile

import desktop
import rows
from story import FRIDAY, Story, run

INVITED = "SELECT count(*) FROM invitee WHERE drawn_on IS NOT NULL"
EXCLUDED = "SELECT reason, explanation FROM invitee WHERE drawn_on IS NULL"

FILES = {
    "counsellors": "counsellor,name,office\nA01,Anna de Wit,Midden\nB02,Bert & Co,Midden\n",
    "clients": """client_no,family_name,given_name,email,no_contact,no_survey
K1,Yılmaz,Ayşe,a@x.nl,no,no
K2,"O'Neill & <b>Zn</b>",Kees,b@x.nl,no,no
K3,Vries,Carla,c@x.nl,no,no
K4,Dijk,Dirk,,no,no
K5,Eden,Eva,e@x.nl,yes,no
""",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor\n" + "".join(
        f"T{n},K{n},2026-08-01,{'A01' if n % 2 else 'B02'}\n" for n in range(1, 6)),
    "sessions": "session_no,trajectory_no,starts_at,state\n" + "".join(
        f"G{n},T{n},2026-09-{10 + n}T10:00,held\n" for n in range(1, 6)),
}


class Invitations(Story):
    """An office with clients who can be invited."""

    def __init__(self, desk, folder, **office):
        super().__init__(desk, **office)
        # Whoever asks where to save looks into every file of a folder: not into stores in use.
        self.folder = folder

    def open(self):
        """Returns a program that shows the window, and its store."""
        store = self.copy()
        program = self.start(store)
        program.key("ctrl+4")
        program.press("button", "Invitations to the Survey…")
        wait_for_windows(program, 2)
        return program, store


def wait_for_windows(program, number):
    desktop.wait_for(f"{number} windows", lambda: len(program.windows()) == number)


def save_as(program, path):
    """Fills in where to save in the window that asks."""
    wait_for_windows(program, 3)
    program.find("button", "Save")
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")
    wait_for_windows(program, 2)


def exclude(program, name, downs, words=""):
    """Fills in the form by keyboard; so many keys down the list lies the reason."""
    program.press("button", re.compile(f"^Do not invite…: {name}"))
    wait_for_windows(program, 3)
    program.key("space", *["Down"] * downs, "Return", "Tab")
    program.type(words)
    program.key("ctrl+Return")


def shows_who_and_why(story):
    program, _ = story.open()
    with program:
        program.find("heading", "3 clients can be invited now.")
        program.find("list item", "Ayşe Yılmaz, Last contact Fri 11 Sep · last day today · "
                                  "Anna de Wit")
        program.find("list item", re.compile("^Kees O'Neill & <b>Zn</b>, .* · 1 more day · "
                                             "Bert & Co$"))
        program.find("list item", re.compile("^Carla Vries, .* · 2 more days · Anna de Wit$"))
        program.find("list item", "Dirk Dijk, No e-mail address · Bert & Co")
        program.find("list item", "Eva Eden, Objects to contact · Anna de Wit")
        program.find("label", "Anna de Wit: Objects to contact 1\nBert & Co: No e-mail address 1")
        program.key("Escape")
        wait_for_windows(program, 1)
        program.quit()


def exclusion_has_a_reason_and_a_way_back(story):
    program, store = story.open()
    with program:
        exclude(program, "Carla", 2)
        rows.wait_for_rows(store, EXCLUDED, [("ill", None)])
        wait_for_windows(program, 2)
        program.find("list item", re.compile("^Carla Vries, Is seriously ill or has died · Anna"))
        program.find("label", "Carla Vries is not invited")
        program.press("button", "Invite after all: Carla Vries")
        rows.wait_for_rows(store, EXCLUDED, [])
        program.find("heading", "3 clients can be invited now.")
        program.find("label", "Can be invited again")
        program.press("button", "Undo")
        rows.wait_for_rows(store, EXCLUDED, [("ill", None)])
        program.quit()


def other_reason_needs_words(story):
    program, store = story.open()
    with program:
        exclude(program, "Kees", 6)
        program.find("label", "Say in a few words what the reason is")
        program.type("Is m'n buurman & vriend")
        program.key("Return")
        rows.wait_for_rows(store, EXCLUDED, [("other", "Is m'n buurman & vriend")])
        wait_for_windows(program, 2)
        program.find("list item", re.compile("Other: Is m'n buurman & vriend · Bert & Co$"))
        program.quit()


def draws_and_saves_again(story):
    program, store = story.open()
    file, again = story.folder / "one.csv", story.folder / "two.csv"
    with program:
        program.press("button", "Draw the Sample…")
        save_as(program, file)
        program.find("heading", "3 clients were invited today.")
        program.find("label", "3 clients are in the file")
        # What the agency may have is not taken back.
        program.expect_gone("button", "Undo")
        assert len(file.read_text(encoding="utf-8").splitlines()) == 4
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert rows.read(store, INVITED) == [(3,)]
        program.press("button", "Save the File Again…")
        save_as(program, again)
        desktop.wait_for("the second file", again.exists)
        assert again.read_bytes() == file.read_bytes()
        assert rows.read(store, INVITED) == [(3,)]
        program.quit()


def draw_without_a_file_can_be_undone(story):
    program, store = story.open()
    with program:
        program.press("button", "Draw the Sample…")
        save_as(program, "/proc/kto.csv")
        rows.wait_for_rows(store, INVITED, [(3,)])
        program.press("button", "Undo")
        rows.wait_for_rows(store, INVITED, [(0,)])
        program.find("heading", "3 clients can be invited now.")
        program.quit()


def file_that_cannot_be_written_can_be_saved_elsewhere(story):
    program, store = story.open()
    file = story.folder / "elsewhere.csv"
    with program:
        program.press("button", "Draw the Sample…")
        save_as(program, "/proc/kto.csv")
        program.find("label", re.compile("^They are invited, but the file could not be written"))
        program.press("button", "Save the File Again…")
        save_as(program, file)
        desktop.wait_for("the file", file.exists)
        assert rows.read(store, INVITED) == [(3,)]
        program.quit()


def says_that_there_is_nobody(story):
    store = story.desk.folder / "empty.db"
    story.desk.loketctl("--store", store, "init", now=FRIDAY)
    with story.desk.start("--store", store, home="empty", now=FRIDAY) as program:
        program.find("list item", re.compile("^Today"))
        program.key("ctrl+4")
        program.press("button", "Invitations to the Survey…")
        program.find("label", "Nobody to Invite")
        program.quit()


CASES = {
    "shows-who-and-why": shows_who_and_why,
    "exclusion-has-a-reason-and-a-way-back": exclusion_has_a_reason_and_a_way_back,
    "other-reason-needs-words": other_reason_needs_words,
    "draws-and-saves-again": draws_and_saves_again,
    "draw-without-a-file-can-be-undone": draw_without_a_file_can_be_undone,
    "file-that-cannot-be-written-can-be-saved-elsewhere":
        file_that_cannot_be_written_can_be_saved_elsewhere,
    "says-that-there-is-nobody": says_that_there_is_nobody,
}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        run("invitations", CASES, Invitations, files=FILES, worker="A01",
            folder=pathlib.Path(place))
