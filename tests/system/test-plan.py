#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests loketctl plan: what the rules ask for is made once, whatever the order of the files."""

import contextlib
import csv
import itertools
import json
import sqlite3
import sys

import ctl

DONE = 0
FAILED = 1
USAGE = 2
TODAY = "2026-11-21T10:00"

FILES = {
    "trajectories": """trajectory_no,client_no,opened_on,first_response_on,counsellor,closed_on,aftercare
T1,K1,2026-11-16,,,,
T2,K2,2026-09-01,2026-09-03,,,
T3,K3,2026-09-01,2026-09-03,,2026-11-10,yes_longer
T4,K4,2026-09-01,2026-09-03,,2026-11-10,yes_once
T5,K5,2026-11-02,2026-11-04,,,
""",
    "sessions": """session_no,trajectory_no,starts_at,ended_at,state
G1,T2,2026-10-01T10:00,2026-10-01T10:30,held
G2,T5,2026-11-10T10:00,2026-11-10T10:30,held
""",
    "assessments": """assessment_no,trajectory_no,kind,requested_on,taken_on
X1,T5,interest,2026-11-02,
X2,T5,competence,2026-11-02,2026-11-12
""",
    "promises": """promise_no,trajectory_no,by,kind,due_on,made_on
B1,T5,counsellor,callback,2026-11-22,2026-11-10
B2,T5,counsellor,send,2026-11-25,2026-11-10
""",
}

CLIENTS = "client_no,family_name,no_contact\n" + "".join(
    f"K{n},Naam{n},{'yes' if n == 4 else 'no'}\n" for n in range(1, 6))

# Working days: no Saturdays and Sundays. Client K4 objects to contact.
EXPECTED = {
    ("T1", "first_response", "2026-11-19"),
    ("T2", "stalled", "2026-11-12"),
    ("T3", "aftercare", "2026-11-24"),
    ("T3", "aftercare", "2026-12-22"),
    ("T3", "aftercare", "2027-02-02"),
    ("T3", "aftercare", "2027-05-11"),
    ("T5", "assessment_pending", "2026-11-16"),
    ("T5", "assessment_result", "2026-11-19"),
    ("T5", "callback", "2026-11-23"),
}


def open_desk():
    desk = ctl.Desk()
    desk.environment["LOKETTEN_NOW"] = TODAY
    desk.expect(DONE, "init")
    desk.write("clients.csv", CLIENTS)
    desk.expect(DONE, "import", "clients", "clients.csv")
    return desk


def import_kind(desk, kind):
    desk.write(f"{kind}.csv", FILES[kind])
    desk.expect(DONE, "import", kind, f"{kind}.csv")


def contacts(desk):
    rows = csv.DictReader(desk.expect(DONE, "export", "contacts").stdout.splitlines())
    return sorted((row["trajectory_no"], row["kind"], row["due_on"], row["outcome"])
                  for row in rows)


def open_contacts(desk):
    return {row[:3] for row in contacts(desk) if row[3] == ""}


def rules_are_followed():
    with open_desk() as desk:
        for kind in FILES:
            import_kind(desk, kind)
        assert desk.expect(DONE, "plan").stdout == "9 contacts are new\n"
        assert open_contacts(desk) == EXPECTED, open_contacts(desk) ^ EXPECTED


def planning_twice_changes_nothing():
    with open_desk() as desk:
        for kind in FILES:
            import_kind(desk, kind)
        desk.expect(DONE, "plan")
        before = desk.store.read_bytes()
        assert desk.expect(DONE, "plan").stdout == "0 contacts are new\n"
        assert desk.store.read_bytes() == before
        assert len(contacts(desk)) == len(EXPECTED)


def order_of_recording_makes_no_difference():
    """After each file something is planned; what is planned in the end is the same."""
    for order in itertools.permutations(["sessions", "assessments", "promises"]):
        with open_desk() as desk:
            for kind in ("trajectories", *order):
                import_kind(desk, kind)
                desk.expect(DONE, "plan")
            assert open_contacts(desk) == EXPECTED, (order, open_contacts(desk) ^ EXPECTED)


def what_is_over_is_cancelled():
    with open_desk() as desk:
        for kind in FILES:
            import_kind(desk, kind)
        desk.expect(DONE, "plan")
        desk.write("later.csv", "trajectory_no,client_no,opened_on,first_response_on\n"
                                "T1,K1,2026-11-16,2026-11-20\n")
        desk.expect(DONE, "import", "trajectories", "later.csv")
        assert desk.expect(DONE, "plan").stdout == (
            "0 contacts are new\n1 contact is needed no more and was cancelled\n")
        assert ("T1", "first_response", "2026-11-19", "cancelled") in contacts(desk)
        assert desk.expect(DONE, "check").returncode == DONE


def due(desk, *words):
    return json.loads(desk.expect(DONE, "due", "--format", "json", *words).stdout)


def what_is_due_is_listed():
    """A contact that is moved is due on its new day; who objects to contact is not listed."""
    with open_desk() as desk:
        for kind in FILES:
            import_kind(desk, kind)
        desk.expect(DONE, "plan")
        listed = [(row["kind"], row["due_on"], row["overdue_days"], row["priority"],
                   row["attempt"], row["escalated"]) for row in due(desk)]
        assert listed == [
            ("stalled", "2026-11-12", 6, "high", 1, True),
            ("assessment_pending", "2026-11-16", 4, "high", 1, False),
            ("first_response", "2026-11-19", 1, "high", 1, True),
            ("assessment_result", "2026-11-19", 1, "high", 1, False),
        ], listed
        assert set(due(desk)[0]) == {
            "client_no", "trajectory_no", "kind", "due_on", "overdue_days", "priority",
            "counsellor", "attempt", "escalated", "reason"}
        assert [row["due_on"] for row in due(desk, "--on", "2026-11-24")][-2:] == [
            "2026-11-23", "2026-11-24"]
        assert due(desk, "--on", "2026-11-25", "--kind", "promise")[0]["reason"] != ""
        assert due(desk, "--on", "2026-11-10") == []


COUNSELLORS = """counsellor,name,role,active
A01,Anna,counsellor,yes
B02,Bert,counsellor,yes
L01,Lies,team_lead,yes
"""


def open_office(owner="A01"):
    """Everything of the files planned, with a team lead and two counsellors; of whom T3 and T5."""
    desk = open_desk()
    desk.write("counsellors.csv", COUNSELLORS)
    desk.expect(DONE, "import", "counsellors", "counsellors.csv")
    for kind in FILES:
        import_kind(desk, kind)
    bring(desk, "trajectories", "trajectory_no,client_no,opened_on,counsellor",
          f"T3,K3,2026-09-01,{owner}", f"T5,K5,2026-11-02,{owner}")
    desk.expect(DONE, "plan")
    return desk


def bring(desk, kind, *lines):
    desk.write("more.csv", "\n".join(lines) + "\n")
    desk.expect(DONE, "import", kind, "more.csv")


def put_away(desk, code, first, last):
    """Somebody is away, and nobody stands in: what the window writes."""
    with contextlib.closing(sqlite3.connect(desk.store)) as store, store:
        store.execute("INSERT INTO absence SELECT ?, 1, '', id, ?, ?, NULL FROM counsellor "
                      "WHERE code = ?", (code + first, first, last, code))


def due_of(desk, code, *words):
    return {(row["trajectory_no"], row["kind"]) for row in due(desk, "--counsellor", code, *words)}


def of(trajectory, rows):
    return {row for row in rows if row[0] == trajectory}


def after_care_of_nobody_is_whose_turn_it_is():
    """The team lead takes what is nobody's, and without one everybody does."""
    with open_office(owner="") as desk:
        until = ("--on", "2026-11-24", "--kind", "aftercare")
        assert due_of(desk, "L01", *until) == {("T3", "aftercare")}
        assert due_of(desk, "A01", *until) == set()
        put_away(desk, "L01", "2026-11-23", "2026-11-27")
        assert due_of(desk, "L01", *until) == set()
        assert due_of(desk, "A01", *until) == {("T3", "aftercare")}
        assert due_of(desk, "B02", *until) == {("T3", "aftercare")}


def who_objects_leaves_all_lists_at_once():
    """Before anything is planned again; and comes back when the objection was a mistake."""
    words = ("--on", "2026-11-30")
    with open_office() as desk:
        before = due(desk, *words)
        assert of("T5", due_of(desk, "A01", *words)) == {
            ("T5", kind) for kind in
            ("assessment_pending", "assessment_result", "callback", "promise")}
        bring(desk, "clients", "client_no,family_name,no_contact", "K5,Naam5,yes")
        # What was promised to be sent is sent.
        assert of("T5", due_of(desk, "A01", *words)) == {("T5", "promise")}
        desk.expect(DONE, "plan")
        assert of("T5", due_of(desk, "A01", *words)) == {("T5", "promise")}
        assert not of("T5", open_contacts(desk))
        bring(desk, "clients", "client_no,family_name,no_contact", "K5,Naam5,no")
        desk.expect(DONE, "plan")
        assert due(desk, *words) == before
        assert open_contacts(desk) == EXPECTED


def file_that_reassigns_hands_contacts_over():
    with open_office() as desk:
        words = ("--on", "2026-11-30")
        mine = of("T5", due_of(desk, "A01", *words))
        assert len(mine) == 4
        bring(desk, "trajectories", "trajectory_no,client_no,opened_on,counsellor",
              "T5,K5,2026-11-02,B02")
        assert of("T5", due_of(desk, "B02", *words)) == mine
        assert not of("T5", due_of(desk, "A01", *words))
        assert desk.expect(DONE, "plan").stdout == "0 contacts are new\n"
        assert of("T5", due_of(desk, "B02", *words)) == mine


def corrected_closing_facts_end_what_nobody_asked_for():
    with open_office() as desk:
        header = "trajectory_no,client_no,opened_on,closed_on,aftercare"
        bring(desk, "trajectories", header, "T3,K3,2026-09-01,2026-11-10,yes_once")
        desk.expect(DONE, "plan")
        assert of("T3", open_contacts(desk)) == {("T3", "aftercare", "2026-12-22")}
        bring(desk, "trajectories", header, "T3,K3,2026-09-01,2026-11-17,yes_once")
        desk.expect(DONE, "plan")
        assert of("T3", open_contacts(desk)) == {("T3", "aftercare", "2026-12-29")}
        bring(desk, "trajectories", header, "T3,K3,2026-09-01,2026-11-17,yes_self")
        desk.expect(DONE, "plan")
        assert not of("T3", open_contacts(desk))


def late_stays_late():
    """An absence that is written down afterwards moves what is still to come, and that alone."""
    with open_office() as desk:
        assert ("T5", "assessment_result", "2026-11-19") in open_contacts(desk)
        assert ("T3", "aftercare", "2026-11-24") in open_contacts(desk)
        put_away(desk, "A01", "2026-11-16", "2026-11-24")
        desk.expect(DONE, "plan")
        assert ("T5", "assessment_result", "2026-11-19") in open_contacts(desk)
        assert ("T5", "assessment_pending", "2026-11-16") in open_contacts(desk)
        assert ("T3", "aftercare", "2026-11-25") in open_contacts(desk)
        assert ("T3", "aftercare", "2026-11-24") not in open_contacts(desk)


def nonsense_is_refused():
    with open_desk() as desk:
        for words in (["--on", "2026-02-30"], ["--kind", "tea"], ["--format", "pdf"]):
            assert "“" + words[1] + "”" in desk.expect(USAGE, "due", *words).stderr
        assert "“X9”" in desk.expect(FAILED, "due", "--counsellor", "X9").stderr


if __name__ == "__main__":
    sys.exit(ctl.run_tests("plan", [
        rules_are_followed,
        planning_twice_changes_nothing,
        order_of_recording_makes_no_difference,
        what_is_over_is_cancelled,
        what_is_due_is_listed,
        after_care_of_nobody_is_whose_turn_it_is,
        who_objects_leaves_all_lists_at_once,
        file_that_reassigns_hands_contacts_over,
        corrected_closing_facts_end_what_nobody_asked_for,
        late_stays_late,
        nonsense_is_refused,
    ]))
