#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Saves the calendar from the window: test-saving.py BUILD."""

import stat

import desktop
from story import run

FILES = {
    "counsellors": "counsellor,name\nA001,Marieke de Wit\nA002,Joost Bos\n",
    "clients": "client_no,family_name,given_name\nK1,Berg,Anna\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2026-11-02,A001,2026-11-03\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T1,callback,2026-11-24,A001\nC2,T1,callback,2026-11-25,A002\n",
}


def save(story, item, name):
    """Saves from the menu of the place Nazorg; returns what is in the file."""
    path = story.desk.folder / name
    with story.start(language="nl") as program:
        program.key("ctrl+3")
        program.press("button", "Meer over nazorg")
        program.press("menu item", item)
        program.place_dialog()
        program.find("button", "Bewaren")
        program.key("ctrl+a")
        program.type(str(path))
        program.key("Return")
        program.find("label", "De agenda is bewaard")
        program.quit()
    if stat.S_IMODE(path.stat().st_mode) != 0o600:
        raise desktop.Failed("others can read the file")
    return path.read_text(encoding="utf-8")


def saves_the_own_calendar(story):
    text = save(story, "Agenda bewaren…", "agenda.ics")
    if text.count("BEGIN:VEVENT") != 1 or "klant K1" not in text or "Berg" in text:
        raise desktop.Failed(text)


def saves_names_when_asked(story):
    text = save(story, "Agenda met namen bewaren…", "namen.ics")
    if "Anna Berg" not in text:
        raise desktop.Failed(text)


CASES = {
    "saves-the-own-calendar": saves_the_own_calendar,
    "saves-names-when-asked": saves_names_when_asked,
}


if __name__ == "__main__":
    run("saving", CASES, files=FILES)
