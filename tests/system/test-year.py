#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""A year of 1,000 made-up clients, planned every week: what was agreed is exactly what is planned.

What happens is drawn from a fixed seed: when clients sign up, are answered, come, and leave with a
wish; which contacts are done early, moved, or tried in vain. The dates are worked out here again,
with a table of holidays instead of a formula.
"""

import csv
import datetime
import io
import random
import sys

import ctl

DONE = 0
N_CLIENTS = 1000
START = datetime.date(2026, 1, 5)
N_WEEKS = 80
LAST_CLOSING = datetime.date(2026, 12, 31)
WISHES = ("no", "yes_self", "yes_once", "yes_longer")
WEEKS = {"yes_once": (6,), "yes_longer": (2, 6, 12, 26)}
HOLIDAYS = {datetime.date.fromisoformat(day) for day in (
    "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25",
    "2026-12-25", "2026-12-26",
    "2027-01-01", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06", "2027-05-17",
    "2027-12-25", "2027-12-26")}


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def move_on(day):
    while not works(day):
        day += datetime.timedelta(1)
    return day


class Trajectory:
    """What will happen to a client, all of it drawn beforehand."""

    def __init__(self, number, dice):
        day = datetime.timedelta(1)
        self.number = f"T{number}"
        self.client = f"K{number}"
        self.objects = dice.random() < 0.03
        self.opened = START + dice.randrange(330) * day
        self.answered = self.opened + dice.randrange(8) * day if dice.random() < 0.95 else None
        length = dice.randrange(5, 120) * day
        self.closed = self.opened + length if dice.random() < 0.8 else None
        if self.closed is not None and self.closed > LAST_CLOSING:
            self.closed = None
        self.wish = dice.choice(WISHES)
        self.sessions = sorted(self.opened + dice.randrange(1, 60) * day
                               for _ in range(dice.randrange(4)))

    def row(self, today):
        """The row of a file, as it is known on a day."""
        def known(day):
            return day.isoformat() if day is not None and day <= today else ""
        closed = known(self.closed)
        return [self.number, self.client, self.opened.isoformat(), known(self.answered), closed,
                self.wish if closed else ""]

    def aftercare(self):
        """The days on which the client is contacted after closing."""
        if self.closed is None or self.objects:
            return []
        return [move_on(self.closed + datetime.timedelta(7 * weeks))
                for weeks in WEEKS.get(self.wish, ())]


def write(desk, name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    desk.write(name, text.getvalue())


def bring_in(desk, kind, header, rows):
    if rows:
        write(desk, f"{kind}.csv", header, rows)
        desk.expect(DONE, "import", kind, f"{kind}.csv")


def contacts(desk):
    return list(csv.DictReader(desk.expect(DONE, "export", "contacts").stdout.splitlines()))


def live(desk, trajectories, today, before):
    """What became known in a week, in one file of a kind."""
    new = [one for one in trajectories if one.opened <= today]
    bring_in(desk, "trajectories", ["trajectory_no", "client_no", "opened_on", "first_response_on",
                                    "closed_on", "aftercare"],
             [one.row(today) for one in new if one.row(today) != one.row(before)
              or one.opened > before])
    bring_in(desk, "sessions", ["session_no", "trajectory_no", "starts_at", "state"],
             [[f"S{one.number}-{place}", one.number, f"{day.isoformat()}T10:00", "held"]
              for one in new for place, day in enumerate(one.sessions) if before < day <= today])


def treat(desk, dice, today):
    """Some after-care is done early, moved by hand, or tried in vain."""
    header = ["contact_no", "trajectory_no", "kind", "due_on", "planned_on", "attempts", "done_on",
              "outcome"]
    rows = []
    for contact in contacts(desk):
        if contact["kind"] != "aftercare" or contact["outcome"] or dice.random() > 0.15:
            continue
        change = dice.choice(("done", "moved", "tried"))
        later = move_on(today + datetime.timedelta(dice.randrange(1, 20))).isoformat()
        rows.append([contact["contact_no"], contact["trajectory_no"], "aftercare",
                     contact["due_on"],
                     later if change != "done" else contact["planned_on"],
                     "1" if change == "tried" else contact["attempts"],
                     today.isoformat() if change == "done" else "",
                     "reached" if change == "done" else ""])
    bring_in(desk, "contacts", header, rows)


def simulate(desk, trajectories, dice):
    before = START - datetime.timedelta(7)
    for week in range(N_WEEKS):
        today = START + datetime.timedelta(7 * week)
        desk.environment["LOKETTEN_NOW"] = f"{today.isoformat()}T08:00"
        live(desk, trajectories, today, before)
        desk.expect(DONE, "plan")
        if week % 4 == 0:
            assert desk.expect(DONE, "plan").stdout == "0 contacts are new\n"
            treat(desk, dice, today)
        before = today


def open_desk(trajectories):
    desk = ctl.Desk(now=f"{START.isoformat()}T08:00")
    desk.expect(DONE, "init")
    write(desk, "clients.csv", ["client_no", "family_name", "no_contact"],
          [[one.client, f"Naam {one.client}", "yes" if one.objects else "no"]
           for one in trajectories])
    desk.expect(DONE, "import", "clients", "clients.csv")
    return desk


def each_wish_yields_exactly_its_contacts():
    dice = random.Random(2026)
    trajectories = [Trajectory(number, dice) for number in range(N_CLIENTS)]
    with open_desk(trajectories) as desk:
        simulate(desk, trajectories, dice)
        made = contacts(desk)
        found = {one.number: [] for one in trajectories}
        for contact in made:
            assert works(datetime.date.fromisoformat(contact["due_on"])), contact
            if contact["kind"] == "aftercare":
                assert contact["outcome"] != "cancelled", contact
                found[contact["trajectory_no"]].append(contact["due_on"])
        wrong = {one.number: (one.wish, one.closed, sorted(found[one.number]))
                 for one in trajectories
                 if sorted(found[one.number]) != [day.isoformat() for day in one.aftercare()]}
        assert not wrong, wrong
        assert sum(map(len, found.values())) > 500
        objecting = {one.number for one in trajectories if one.objects}
        assert not objecting & {contact["trajectory_no"] for contact in made}
        assert desk.expect(DONE, "check").returncode == DONE


if __name__ == "__main__":
    sys.exit(ctl.run_tests("year", [each_wish_yields_exactly_its_contacts]))
