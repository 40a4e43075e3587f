#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests loketctl calendar: a private file with what a counsellor has to do."""

import contextlib
import stat
import sys

import ctl

DONE = 0
FAILED = 1
USAGE = 2

FILES = {
    "counsellors": "counsellor,name\nA001,Marieke de Wit\nA002,Joost Bos\n",
    "clients": "client_no,family_name,given_name\nK1,\"Berg, van den\",Anna\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2026-11-02,A001,2026-11-03\n",
    "sessions": "session_no,trajectory_no,starts_at,ended_at,counsellor,state\n"
                "S1,T1,2026-12-01T10:00,2026-12-01T10:45,A001,planned\n"
                "S2,T1,2027-07-01T10:00,,A001,planned\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T1,callback,2026-11-24,A001\nC2,T1,callback,2026-11-25,A002\n",
}


@contextlib.contextmanager
def open_desk():
    with ctl.Desk() as desk:
        desk.expect(DONE, "init")
        for kind, text in FILES.items():
            desk.write(f"{kind}.csv", text)
            desk.expect(DONE, "import", kind, f"{kind}.csv")
        yield desk


def lines_of(text):
    """Returns the lines as they were before they were folded."""
    return text.replace("\r\n ", "").split("\r\n")


def writes_a_private_file():
    with open_desk() as desk:
        desk.expect(DONE, "calendar", "--counsellor", "A001", "-o", "agenda.ics")
        mode = stat.S_IMODE((desk.folder / "agenda.ics").stat().st_mode)
        assert mode == 0o600, oct(mode)
        lines = lines_of((desk.folder / "agenda.ics").read_bytes().decode("utf-8"))
        assert lines[0] == "BEGIN:VCALENDAR" and lines.count("BEGIN:VEVENT") == 3, lines
        assert "DTSTART;TZID=Europe/Amsterdam:20261201T100000" in lines, lines
        assert "DTEND;TZID=Europe/Amsterdam:20261201T104500" in lines, lines
        assert "DTSTART;TZID=Europe/Amsterdam:20270701T100000" in lines, lines
        assert "DTEND;TZID=Europe/Amsterdam:20270701T110000" in lines, lines
        assert "DTSTART;VALUE=DATE:20261124" in lines, lines


def names_clients_only_when_asked():
    with open_desk() as desk:
        plain = desk.expect(DONE, "calendar").stdout
        named = desk.expect(DONE, "calendar", "--names").stdout
        assert "Berg" not in plain and "client K1" in plain, plain
        assert "Anna Berg\\, van den" in named and "K1" not in named, named


def the_same_twice():
    with open_desk() as desk:
        first = desk.expect(DONE, "calendar").stdout
        assert first == desk.expect(DONE, "calendar").stdout
        assert first.count("BEGIN:VEVENT") == 4, first


def holds_the_days_that_were_asked_for():
    with open_desk() as desk:
        text = desk.expect(DONE, "calendar", "--from", "2026-11-25", "--until", "2026-12-01").stdout
        assert text.count("BEGIN:VEVENT") == 2, text
        assert "20261124" not in text and "20270701" not in text, text


def refuses_words_that_make_no_sense():
    with open_desk() as desk:
        wrong = desk.expect(USAGE, "calendar", "--from", "morgen").stderr
        assert "morgen" in wrong, wrong
        unknown = desk.expect(FAILED, "calendar", "--counsellor", "A999", "-o", "x.ics").stderr
        assert "A999" in unknown and len(unknown.splitlines()) == 1, unknown
        assert not (desk.folder / "x.ics").exists()


if __name__ == "__main__":
    sys.exit(ctl.run_tests("calendar-file", [
        writes_a_private_file, names_clients_only_when_asked, the_same_twice,
        holds_the_days_that_were_asked_for, refuses_words_that_make_no_sense,
    ]))
