#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests planning against the rules written down once more, in another language: for clients that
are drawn at random, whatever the order of the files, loketctl due says what the rules say."""

import csv
import datetime
import functools
import io
import json
import random
import sys

import ctl

DONE = 0
CLIENTS = 80
STORES = 4
HIGH = ("jobseeker", "benefit_municipality")
FAR_AWAY = "2030-12-31"


@functools.cache
def holidays(year):
    """Easter by Gauss's rule as Meeus, Jones and Butcher give it; the others from it."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    easter = datetime.date(year, month, (h - m + r + month + 19) % 32)
    king = datetime.date(year, 4, 27)
    if king.weekday() == 6:
        king = datetime.date(year, 4, 26)
    return {datetime.date(year, 1, 1), king, datetime.date(year, 5, 5),
            datetime.date(year, 12, 25), datetime.date(year, 12, 26),
            *(easter + datetime.timedelta(days) for days in (1, 39, 50))}


def is_working_day(day):
    return day.weekday() < 5 and day not in holidays(day.year)


def move_on(day):
    while not is_working_day(day):
        day += datetime.timedelta(1)
    return day


def days_after(day, number):
    for _ in range(number):
        day = move_on(day + datetime.timedelta(1))
    return day


def count_days(after, until):
    return sum(is_working_day(after + datetime.timedelta(n))
               for n in range(1, (until - after).days + 1))


class Story:
    """Clients of a desk with one trajectory each, and what the rules ask for."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.today = datetime.date(2026, 1, 5) + datetime.timedelta(self.random.randrange(360))
        self.rows = {kind: [] for kind in ("clients", "trajectories", "sessions", "assessments",
                                           "promises")}
        self.expected = set()
        self.situations = {}
        self.untaken = set()
        for number in range(CLIENTS):
            self.add_client(number)

    def maybe(self, share):
        return self.random.random() < share

    def draw_day(self, earliest, latest):
        span = max(0, (latest - earliest).days)
        return earliest + datetime.timedelta(self.random.randint(0, span))

    def add(self, kind, /, **fields):
        number = {"sessions": "session_no", "assessments": "assessment_no",
                  "promises": "promise_no"}.get(kind)
        row = {number: f"{kind}-{len(self.rows[kind])}"} if number else {}
        self.rows[kind].append({**row, **{name: "" if value is None else str(value)
                                          for name, value in fields.items()}})

    def add_client(self, number):
        client, trajectory = f"K{number}", f"T{number}"
        objects = self.maybe(0.08)
        situation = self.random.choice(["", "work", *HIGH])
        opened = self.draw_day(self.today - datetime.timedelta(200), self.today)
        counsellor = self.random.choice(["", "A1", "A2"])
        response = closed = wish = None
        if counsellor and self.maybe(0.5):
            response = self.draw_day(opened, min(self.today, opened + datetime.timedelta(9)))
        if self.maybe(0.4):
            closed = self.draw_day(opened, self.today)
            wish = self.random.choice(["no", "yes_self", "yes_once", "yes_longer", None])
        self.situations[client] = situation
        if not counsellor:
            self.untaken.add(trajectory)
        self.add("clients", client_no=client, family_name=f"Naam{number}", situation=situation,
                 no_contact="yes" if objects else "no")
        self.add("trajectories", trajectory_no=trajectory, client_no=client, opened_on=opened,
                 counsellor=counsellor, first_response_on=response, closed_on=closed,
                 aftercare=wish)
        held, has_appointment = self.add_sessions(trajectory, opened, closed)
        steps = self.add_assessment(trajectory, opened)
        wanted = self.ask_promise(trajectory, objects) if closed is None else set()
        if not objects and closed is None:
            wanted |= ask_open(opened, response, held, has_appointment, steps, self.today)
        elif not objects:
            weeks = {"yes_once": (6,), "yes_longer": (2, 6, 12, 26)}.get(wish, ())
            wanted |= {("aftercare", move_on(closed + datetime.timedelta(weeks=n)))
                       for n in weeks}
        self.expected |= {(trajectory, kind, day) for kind, day in wanted}

    def add_sessions(self, trajectory, opened, closed):
        """Returns the days of those that were held, and whether one is to come."""
        held = []
        for _ in range(self.random.choice([0, 0, 1, 2])):
            day = self.draw_day(opened, closed or self.today)
            state = self.random.choice(["held", "held", "no_show", "cancelled"])
            self.add("sessions", trajectory_no=trajectory, starts_at=f"{day}T09:00",
                     counsellor="A1", state=state)
            held += [day] if state == "held" else []
        has_appointment = closed is None and self.maybe(0.3)
        if has_appointment:
            day = self.draw_day(self.today, self.today + datetime.timedelta(30))
            self.add("sessions", trajectory_no=trajectory, starts_at=f"{day}T11:00",
                     counsellor="A1", state="planned")
        return held, has_appointment

    def add_assessment(self, trajectory, opened):
        """Returns the days of the steps that were done."""
        if not self.maybe(0.4):
            return []
        steps = [self.draw_day(opened, self.today)]
        for _ in range(self.random.randint(0, 3)):
            steps.append(self.draw_day(steps[-1], self.today))
        columns = ("requested_on", "taken_on", "result_on", "discussed_on")
        self.add("assessments", trajectory_no=trajectory, kind="interest",
                 **dict(zip(columns, steps)))
        return steps

    def ask_promise(self, trajectory, objects):
        if not self.maybe(0.4):
            return set()
        kind = self.random.choice(["callback", "send", "find_out", "other"])
        by = self.random.choice(["counsellor", "counsellor", "client"])
        due = self.draw_day(self.today - datetime.timedelta(20),
                            self.today + datetime.timedelta(30))
        done = min(self.today, due) if self.maybe(0.3) else None
        self.add("promises", trajectory_no=trajectory, by=by, kind=kind, due_on=due,
                 done_on=done, text="toegezegd")
        if by == "client" or done is not None or (kind == "callback" and objects):
            return set()
        return {("callback", move_on(due)) if kind == "callback" else ("promise", due)}


def ask_open(opened, response, held, has_appointment, steps, today):
    """What the rules ask for in a trajectory that is open."""
    wanted = set()
    if response is None and not held:
        wanted.add(("first_response", days_after(opened, 3)))
    kinds = [("assessment_pending", 10), ("assessment_result", 5), ("assessment_debrief", 5)]
    if 1 <= len(steps) <= 3:
        kind, days = kinds[len(steps) - 1]
        wanted.add((kind, days_after(steps[-1], days)))
    silent_on = days_after(max(held) if held else response or opened, 30)
    if not has_appointment and silent_on <= today:
        wanted.add(("stalled", silent_on))
    return wanted


def write_rows(desk, kind, rows):
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    desk.write(f"{kind}.csv", text.getvalue())


def tell(desk, story):
    """Imports the story, what can be in any order in an order of its own; sometimes plans."""
    desk.expect(DONE, "init")
    desk.write("counsellors.csv", "counsellor,name\nA1,Ann\nA2,Bo\n")
    desk.expect(DONE, "import", "counsellors", "counsellors.csv")
    late = ["sessions", "assessments", "promises"]
    story.random.shuffle(late)
    for kind in ("clients", "trajectories", *late):
        write_rows(desk, kind, story.rows[kind])
        desk.expect(DONE, "import", kind, f"{kind}.csv")
        if story.maybe(0.5):
            desk.expect(DONE, "plan")
    desk.expect(DONE, "plan")


def load_due(desk, *words):
    return json.loads(desk.expect(DONE, "due", "--format", "json", *words).stdout)


def is_foreseen(contact, story):
    """A silence may be planned some days before it is long enough."""
    return contact[1] == "stalled" and contact[2] > story.today


def check_lists(desk, story):
    listed = [(row["trajectory_no"], row["kind"], datetime.date.fromisoformat(row["due_on"]))
              for row in load_due(desk, "--on", FAR_AWAY)]
    found = {contact for contact in listed if not is_foreseen(contact, story)}
    assert len(listed) == len(set(listed)), "listed twice"
    assert found == story.expected, sorted(found ^ story.expected)


def check_words(desk, story):
    rows = load_due(desk)
    for row in rows:
        late = count_days(datetime.date.fromisoformat(row["due_on"]), story.today)
        is_untaken = row["kind"] == "first_response" and row["trajectory_no"] in story.untaken
        high = late > 0 or story.situations[row["client_no"]] in HIGH
        assert row["overdue_days"] == late, row
        assert row["priority"] == ("high" if high else "normal"), row
        assert row["escalated"] == (late > 5 or (is_untaken and late > 0)), row
    order = [(row["priority"] != "high", row["due_on"], row["client_no"]) for row in rows]
    assert order == sorted(order)
    assert len(rows) == sum(day <= story.today for _, _, day in story.expected)


def due_is_what_the_rules_say():
    for seed in range(STORES):
        story = Story(seed)
        with ctl.Desk(now=f"{story.today}T10:00") as desk:
            tell(desk, story)
            check_lists(desk, story)
            check_words(desk, story)


def a_real_contact_answers_a_sign_up():
    """A file may bring sessions, or contacts that were reached, without the day of response."""
    numbers = range(5)
    trajectories = [{"trajectory_no": f"T{n}", "client_no": f"K{n}", "opened_on": "2026-11-02",
                     "counsellor": "A1"} for n in numbers]
    answers = {
        "sessions": [{"session_no": f"G{n}", "trajectory_no": f"T{n}", "state": "held",
                      "starts_at": "2026-11-10T09:00"} for n in numbers],
        "contacts": [{"contact_no": f"C{n}", "trajectory_no": f"T{n}", "kind": "other",
                      "due_on": "2026-11-10", "done_on": "2026-11-10", "outcome": "reached"}
                     for n in numbers],
    }
    for kind, rows in answers.items():
        with ctl.Desk() as desk:
            desk.expect(DONE, "init")
            write_rows(desk, "counsellors", [{"counsellor": "A1", "name": "Ann"}])
            write_rows(desk, "clients", [{"client_no": f"K{n}", "family_name": "Naam"}
                                         for n in numbers])
            write_rows(desk, "trajectories", trajectories)
            write_rows(desk, kind, rows)
            for file in ("counsellors", "clients", "trajectories"):
                desk.expect(DONE, "import", file, f"{file}.csv")
            desk.expect(DONE, "plan")
            assert {row["kind"] for row in load_due(desk)} == {"first_response"}
            desk.expect(DONE, "import", kind, f"{kind}.csv")
            desk.expect(DONE, "plan")
            assert load_due(desk) == []
            # A session that is held later was not the answer.
            write_rows(desk, "later", [{"session_no": "G9", "trajectory_no": "T0",
                                        "state": "held", "starts_at": "2026-11-20T09:00"}])
            desk.expect(DONE, "import", "sessions", "later.csv")
            figures = json.loads(desk.expect(DONE, "process", "--format", "json").stdout)
            days = figures[0]["response_days"]
            assert (days["median"], days["n"]) == (6, 5), figures


if __name__ == "__main__":
    sys.exit(ctl.run_tests("plan-oracle", [
        due_is_what_the_rules_say,
        a_real_contact_answers_a_sign_up,
    ]))
