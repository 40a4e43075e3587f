#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests loketctl invitees and invite: who is asked how it was, once, and under which token."""

import csv
import datetime
import json
import random
import stat
import sys

import ctl

DONE, FAILED, USAGE = 0, 1, 2
TODAY = "2026-11-21"
KEYS = ["client_no", "trajectory_no", "counsellor", "last_contact_on", "window_opens",
        "window_closes", "email"]

COUNSELLORS = "counsellor,name,office\nA01,Anna,Midden\nB02,Bert,Midden\n"
CLIENTS = """client_no,family_name,email,language,no_contact,no_survey
K1,Aa,a@x.nl,nl,no,no
K2,Bb,b@x.nl,,no,no
K3,Cc,c@x.nl,ar,no,no
K4,Dd,d@x.nl,nl,yes,no
K5,Ee,e@x.nl,nl,no,yes
K6,Ff,,nl,no,no
K7,Gg,g@x.nl,nl,no,no
"""
TRAJECTORIES = "trajectory_no,client_no,opened_on,counsellor\n" + "".join(
    f"T{n},K{n},2026-08-01,{'A01' if n % 2 else 'B02'}\n" for n in range(1, 8))
SESSIONS = """session_no,trajectory_no,starts_at,ended_at,state
G1,T1,2026-09-12T10:00,,held
G2,T2,2026-10-10T10:00,,held
G3,T3,2026-09-11T10:00,,held
G4,T4,2026-10-01T10:00,,held
G5,T5,2026-10-01T10:00,,held
G6,T6,2026-10-01T10:00,,held
G7,T7,2026-10-01T10:00,,held
G8,T7,2026-12-01T10:00,,planned
"""


def open_desk(clients=CLIENTS, trajectories=TRAJECTORIES, sessions=SESSIONS, contacts=None):
    desk = ctl.Desk()
    desk.expect(DONE, "init")
    files = {"counsellors": COUNSELLORS, "clients": clients, "trajectories": trajectories,
             "sessions": sessions, "contacts": contacts}
    for kind, text in files.items():
        if text is not None:
            desk.write(f"{kind}.csv", text)
            desk.expect(DONE, "import", kind, f"{kind}.csv")
    return desk


def invitees(desk, *words):
    return json.loads(desk.expect(DONE, "invitees", "--format", "json", *words).stdout)


def rows(desk, name):
    return list(csv.DictReader(desk.read(name).splitlines()))


def list_has_the_agreed_keys():
    with open_desk() as desk:
        assert invitees(desk) == [
            dict(zip(KEYS, ["K1", "T1", "A01", "2026-09-12", "2026-10-24", "2026-11-21",
                            "a@x.nl"])),
            dict(zip(KEYS, ["K2", "T2", "B02", "2026-10-10", "2026-11-21", "2026-12-19",
                            "b@x.nl"])),
        ]
        assert list(invitees(desk)[0]) == KEYS
        assert [row["client_no"] for row in invitees(desk, "--on", "2026-11-20")] == ["K3", "K1"]
        lines = desk.expect(DONE, "invitees", "--format", "csv").stdout.splitlines()
        assert lines[:2] == [",".join(KEYS),
                             "K1,T1,A01,2026-09-12,2026-10-24,2026-11-21,a@x.nl"], lines
        text = desk.expect(DONE, "invitees").stdout.splitlines()
        assert text[0].split() == KEYS and text[1].startswith("K1         T1"), text


def reasons_are_counted():
    with open_desk() as desk:
        counts = json.loads(desk.expect(DONE, "invitees", "--excluded", "--format", "json").stdout)
        assert counts == [
            {"counsellor": "A01", "reason": "no_survey", "count": 1},
            {"counsellor": "A01", "reason": "session_planned", "count": 1},
            {"counsellor": "B02", "reason": "no_contact", "count": 1},
            {"counsellor": "B02", "reason": "no_email", "count": 1},
        ], counts


def file_has_tokens_and_no_names():
    with open_desk() as desk:
        assert desk.expect(DONE, "invite", "-o", "kto.csv").stdout == "2 clients are in the file\n"
        assert desk.read("kto.csv").startswith("token,email,language\n")
        drawn = rows(desk, "kto.csv")
        assert sorted((row["email"], row["language"]) for row in drawn) == [
            ("a@x.nl", "nl"), ("b@x.nl", "")], drawn
        assert all(len(row["token"]) == 12 for row in drawn)
        assert drawn[0]["token"] != drawn[1]["token"]
        for secret in ("Aa", "K1", "T1"):
            assert f"{secret}," not in desk.read("kto.csv")
        mode = stat.S_IMODE((desk.folder / "kto.csv").stat().st_mode)
        assert mode == 0o600, oct(mode)
        counts = desk.expect(DONE, "export", "invitations").stdout.splitlines()
        assert counts == ["month,loket,counsellor,sent", "2026-11,Midden,A01,1",
                          "2026-11,Midden,B02,1"], counts
        assert desk.expect(DONE, "check").returncode == DONE


def same_day_gives_the_same_file():
    with open_desk() as desk:
        desk.expect(DONE, "invite", "-o", "one.csv")
        desk.write("later.csv", "session_no,trajectory_no,starts_at,ended_at,state\n"
                                "G3,T3,2026-10-01T10:00,,held\n")
        desk.expect(DONE, "import", "sessions", "later.csv")
        assert [row["client_no"] for row in invitees(desk)] == ["K3"]
        before = desk.store.read_bytes()
        desk.write("two.csv", "something else\n")
        desk.expect(DONE, "invite", "-o", "two.csv")
        assert desk.read("one.csv") == desk.read("two.csv")
        assert desk.store.read_bytes() == before
        assert "2026-11-22 is still to come" in desk.expect(
            USAGE, "invite", "--on", "2026-11-22", "-o", "next.csv").stderr
        desk.environment["LOKETTEN_NOW"] = "2026-11-22T10:00"
        desk.expect(DONE, "invite", "-o", "next.csv")
        assert [row["email"] for row in rows(desk, "next.csv")] == ["c@x.nl"]
        assert invitees(desk, "--on", "2026-11-22") == []
        assert (desk.expect(DONE, "invitees", "--on", "2026-11-22").stdout
                == "Nobody can be invited on this day.\n")
        # Whatever was drawn since: what was drawn on a day can be written again.
        desk.expect(DONE, "invite", "--on", TODAY, "-o", "three.csv")
        assert desk.read("one.csv") == desk.read("three.csv")


def nobody_is_marked_when_nothing_can_be_written():
    with open_desk() as desk:
        done = desk.expect(FAILED, "invite", "-o", "nowhere/kto.csv")
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert len(invitees(desk)) == 2
        for words in (["invite"], ["invite", "--on", "2026-02-30", "-o", "x"],
                      ["invitees", "--on", "tomorrow"], ["invitees", "--format", "pdf"]):
            desk.expect(USAGE, *words)
        assert not (desk.folder / "x").exists()


def make_office(chance):
    """Clients with one or two trajectories, and sessions and contacts around the window."""
    first = datetime.date(2026, 8, 15)
    clients, trajectories, sessions, contacts = [], [], [], []
    for number in range(1, 121):
        clients.append((f"K{number:03}", f"Naam{number}",
                        f"k{number}@x.nl" if chance.random() < 0.9 else "",
                        "yes" if chance.random() < 0.1 else "no",
                        "yes" if chance.random() < 0.1 else "no"))
        for part in range(chance.choice((1, 1, 2))):
            trajectory = f"T{number:03}-{part}"
            trajectories.append((trajectory, f"K{number:03}", "2026-08-01",
                                 chance.choice(("A01", "B02", ""))))
            for _ in range(chance.randrange(4)):
                day = first + datetime.timedelta(days=chance.randrange(130))
                state = "held" if day.isoformat() <= TODAY else "planned"
                state = state if chance.random() < 0.8 else chance.choice(("cancelled", "no_show"))
                sessions.append((f"G{len(sessions)}", trajectory, f"{day}T10:00", "", state))
            if chance.random() < 0.4:
                day = first + datetime.timedelta(days=chance.randrange(98))
                contacts.append((f"C{len(contacts)}", trajectory, "aftercare", str(day), str(day),
                                 chance.choice(("reached", "not_reached", "cancelled"))))
    return clients, trajectories, sessions, contacts


def expect_invitees(office, day):
    """The rules once more, from the text of the domain."""
    clients, trajectories, sessions, contacts = office
    people = {row[0]: row for row in clients}
    owner = {row[0]: row[1] for row in trajectories}
    coming = {owner[row[1]] for row in sessions if row[4] == "planned" and row[2][:10] >= day}
    found = set()
    for trajectory, client in owner.items():
        real = [row[2][:10] for row in sessions if row[1] == trajectory and row[4] == "held"]
        real += [row[4] for row in contacts if row[1] == trajectory and row[5] == "reached"]
        if not real or client in coming:
            continue
        back = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(max(real))).days
        _, _, email, no_contact, no_survey = people[client]
        if 42 <= back <= 70 and email and no_contact == "no" and no_survey == "no":
            found.add((trajectory, max(real)))
    return found


def table(header, lines):
    return header + "\n" + "".join(",".join(line) + "\n" for line in lines)


def made_up_office_follows_the_rules():
    for seed in (1, 2):
        office = make_office(random.Random(seed))
        with open_desk(
                table("client_no,family_name,email,no_contact,no_survey", office[0]),
                table("trajectory_no,client_no,opened_on,counsellor", office[1]),
                table("session_no,trajectory_no,starts_at,ended_at,state", office[2]),
                table("contact_no,trajectory_no,kind,due_on,done_on,outcome", office[3])) as desk:
            seen = set()
            for days in range(0, 30, 3):
                day = str(datetime.date(2026, 11, 1) + datetime.timedelta(days=days))
                listed = {(row["trajectory_no"], row["last_contact_on"])
                          for row in invitees(desk, "--on", day)}
                expected = expect_invitees(office, day)
                assert listed == expected - seen, (day, listed ^ (expected - seen))
                desk.environment["LOKETTEN_NOW"] = max(day, TODAY) + "T10:00"
                desk.expect(DONE, "invite", "--on", day, "-o", "kto.csv")
                assert len(rows(desk, "kto.csv")) == len(listed)
                seen |= expected
            sent = csv.DictReader(desk.expect(DONE, "export", "invitations").stdout.splitlines())
            whole = [int(row["sent"]) for row in sent if row["counsellor"] == ""]
            assert whole == [len(seen)], (whole, len(seen))


if __name__ == "__main__":
    sys.exit(ctl.run_tests("invitees", [
        list_has_the_agreed_keys,
        reasons_are_counted,
        file_has_tokens_and_no_names,
        same_day_gives_the_same_file,
        nobody_is_marked_when_nothing_can_be_written,
        made_up_office_follows_the_rules,
    ]))
