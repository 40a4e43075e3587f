#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Saves the calendar from the window: test-saving.py BUILD."""

import re
import stat
import sys

import desktop

NOW = "2026-11-20T10:40"

FILES = {
    "counsellors": "counsellor,name\nA001,Marieke de Wit\nA002,Joost Bos\n",
    "clients": "client_no,family_name,given_name\nK1,Berg,Anna\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2026-11-02,A001,2026-11-03\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T1,callback,2026-11-24,A001\nC2,T1,callback,2026-11-25,A002\n",
}


def start(desk):
    store = desk.folder / "store.db"
    if not store.exists():
        desk.loketctl("--store", store, "init", now=NOW)
        for kind, text in FILES.items():
            path = desk.folder / f"{kind}.csv"
            path.write_text(text, encoding="utf-8")
            desk.loketctl("--store", store, "import", kind, path, now=NOW)
    return desk.start("--store", store, "--as", "A001", language="nl", now=NOW)


def save(desk, item, name):
    """Saves from the menu of the place Nazorg; returns what is in the file."""
    path = desk.folder / name
    with start(desk) as program:
        program.find("list item", re.compile("^Vandaag"))
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


def saves_the_own_calendar(desk):
    text = save(desk, "Agenda bewaren…", "agenda.ics")
    if text.count("BEGIN:VEVENT") != 1 or "klant K1" not in text or "Berg" in text:
        raise desktop.Failed(text)


def saves_names_when_asked(desk):
    text = save(desk, "Agenda met namen bewaren…", "namen.ics")
    if "Anna Berg" not in text:
        raise desktop.Failed(text)


CASES = {
    "saves-the-own-calendar": saves_the_own_calendar,
    "saves-names-when-asked": saves_names_when_asked,
}


def main():
    build, wanted = sys.argv[1], sys.argv[2:] or CASES
    with desktop.Desktop(build) as desk:
        cases = [(name, lambda case=CASES[name]: case(desk)) for name in wanted]
        sys.exit(desktop.run_cases("saving", cases))


if __name__ == "__main__":
    main()
