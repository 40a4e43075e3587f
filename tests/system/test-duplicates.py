#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Meets people who are in the store twice, as a counsellor does: test-duplicates.py BUILD.

Everything by keyboard; what the store holds is compared by what loketctl exports.
"""

import re
import sqlite3

import desktop
from story import run

KINDS = ("counsellors", "clients", "trajectories", "sessions", "assessments", "promises", "contacts")


def export(story, store):
    """Returns all that files hold of a store."""
    texts = []
    for kind in KINDS:
        path = story.desk.folder / f"{kind}.csv"
        story.loketctl(store, "export", kind, "-o", path)
        texts.append(path.read_bytes())
    return texts


def count(store, sql):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=10)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


def wait_for_count(store, sql, expected):
    desktop.wait_for(f"{sql} gives {expected}", lambda: count(store, sql) == expected)


KEES = "SELECT count(*) FROM client WHERE family_name = 'Velden' AND birth_date = '1971-11-30'"


def wait_for_windows(program, number):
    desktop.wait_for(f"{number} windows", lambda: len(program.windows()) == number)


def type_kees(program):
    """Fills in a form for somebody who is known: name and telephone."""
    program.key("ctrl+n")
    wait_for_windows(program, 2)
    program.find("text box")
    program.type("Cees")
    program.key("Tab", "Tab")
    program.type("van der Velden")
    program.key("Tab")
    program.type("06-55561239")
    program.find("list item", re.compile("Kees van der Velden"))


def warns_and_opens_the_other(story):
    """Whoever looks like the one being typed is a key away; what was typed is not lost."""
    store = story.copy()
    with story.start(store) as program:
        type_kees(program)
        program.find("label", re.compile("same telephone"))
        program.key("alt+l")
        program.key("Return")
        wait_for_windows(program, 1)
        program.find("label", "Kees van der Velden")
        program.find("label", re.compile("closed without saving"))
        assert count(store, KEES) == 2
        program.quit()


def warning_forbids_nothing(story):
    """Saving goes on, and the prefix was taken out of the family name."""
    store = story.copy()
    made = ("SELECT count(*) FROM client WHERE given_name = 'Cees' AND prefix = 'van der' "
            "AND family_name = 'Velden'")
    with story.start(store) as program:
        type_kees(program)
        program.key("ctrl+Return")
        wait_for_count(store, made, 1)
        # It is written a moment before the form knows, and a form that saves does not go away.
        wait_for_windows(program, 1)
        program.quit()


def open_review(program):
    program.key("ctrl+shift+m")
    wait_for_windows(program, 2)
    program.expect_focus("button", re.compile("^Merge"))


def not_the_same_is_remembered(story):
    """One key a pair; the next time there is nobody to judge."""
    store = story.copy()
    told = "SELECT count(*) FROM client WHERE not_same IS NOT NULL"
    with story.start(store) as program:
        open_review(program)
        before = count(store, told)
        while program.look("button", re.compile("^Merge")):
            shown = program.look("label", re.compile("^[0-9]+ of [0-9]+$"))
            seen = shown[0].name if shown else ""
            program.key("2")
            desktop.wait_for("the next pair", lambda: not program.look("label", seen))
        program.find("label", "Those Were All Pairs")
        assert count(store, told) > before
        program.key("ctrl+w")
        wait_for_windows(program, 1)
        program.key("ctrl+shift+m")
        wait_for_windows(program, 2)
        program.find("label", "Nobody Is Here Twice")
        program.key("Escape")
        wait_for_windows(program, 1)
        program.quit()


def merge_is_undone_in_the_window_below(story):
    store = story.copy()
    clients = "SELECT count(*) FROM client"
    n_clients = count(store, clients)
    with story.start(store) as program:
        open_review(program)
        program.key("1")
        wait_for_windows(program, 3)
        program.expect_focus("button", "Merge")
        program.key("Return")
        wait_for_count(store, clients, n_clients - 1)
        wait_for_windows(program, 2)
        program.key("ctrl+w")
        wait_for_windows(program, 1)
        program.find("label", re.compile("^Two records of .* merged$"))
        program.key("ctrl+z")
        wait_for_count(store, clients, n_clients)
        program.quit()


def merges_and_takes_apart(story):
    """By keyboard alone; apart again, every file is as it was."""
    store = story.copy()
    before = export(story, store)
    clients = "SELECT count(*) FROM client"
    n_clients = count(store, clients)
    with story.start(store) as program:
        open_review(program)
        program.key("1")
        wait_for_windows(program, 3)
        program.expect_focus("button", "Merge")
        program.key("Return")
        wait_for_count(store, clients, n_clients - 1)
        wait_for_windows(program, 2)
        program.find("label", re.compile("^Two records of .* merged$"))
        assert export(story, store) != before
        number = count(store, "SELECT client_no FROM client WHERE merged IS NOT NULL")
        program.key("ctrl+w")
        wait_for_windows(program, 1)
        program.key("ctrl+k")
        program.type(number)
        program.find("label", "1 found")
        program.key("Return")
        program.find("label", re.compile(number))
        program.press("button", "More about this client")
        program.press("menu item", "Undo a Merge…")
        wait_for_windows(program, 2)
        program.expect_focus("button", "Take Apart")
        program.key("Return")
        wait_for_count(store, clients, n_clients)
        program.find("label", re.compile("has a record of their own again$"))
        program.quit()
    assert export(story, store) == before


CASES = {
    "warns-and-opens-the-other": warns_and_opens_the_other,
    "warning-forbids-nothing": warning_forbids_nothing,
    "not-the-same-is-remembered": not_the_same_is_remembered,
    "merge-is-undone-in-the-window-below": merge_is_undone_in_the_window_below,
    "merges-and-takes-apart": merges_and_takes_apart,
}


if __name__ == "__main__":
    run("duplicates", CASES, clients=120)
