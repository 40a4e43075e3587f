#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reminders as a counsellor gets them, with the window closed: test-reminders.py BUILD."""

import contextlib
import pathlib
import re
import sqlite3
import subprocess
import sys
import time

import desktop
import reminding

REMINDERS = f"{reminding.ID}.Reminders"
MOST_KILOBYTES = 20 * 1024

FILES = {
    "counsellors": "counsellor,name,role\nA001,Marieke de Wit,counsellor\n"
                   "A002,Joost Bos,counsellor\n",
    "clients": "client_no,family_name,given_name,registered_on\n"
               "K1,Öztürk,Ayşe,2026-10-01\nK2,\"O'Neil & Zn <b>\",Bram,2026-10-01\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2026-11-02,A001,2026-11-03\nT2,K2,2026-11-02,A002,2026-11-03\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T1,callback,2026-11-20,A001\nC2,T2,callback,2026-11-20,A002\n",
}


class Story:
    """What the cases share: a desktop, an office, and the service for notifications."""

    def __init__(self, desk):
        self.desk = desk
        self.office = desk.folder / "office.db"
        self.clock = desk.folder / "now"
        self.number = 0
        self.notes = reminding.Notifications(desk)
        self.bring(self.office, FILES)

    def bring(self, store, files):
        for kind, text in files.items():
            path = self.desk.folder / f"{kind}.csv"
            path.write_text(text, encoding="utf-8")
            for words in ([["init"]] if kind == "counsellors" else []) + [["import", kind, path]]:
                self.desk.loketctl("--store", store, *words, now="2026-11-19T12:00")

    def set_clock(self, moment):
        """The file is there at any moment, whole."""
        aside = self.clock.with_suffix(".new")
        aside.write_text(moment, encoding="utf-8")
        aside.replace(self.clock)

    def office_of_its_own(self, moment, settings=None, **more):
        """Returns the environment of somebody with a store, a home and settings; sets the clock."""
        self.number += 1
        home, store = f"home-{self.number}", self.desk.folder / f"store-{self.number}.db"
        store.write_bytes(self.office.read_bytes())
        self.desk.make_home(home, settings={"counsellor": "'A001'", **(settings or {})})
        self.set_clock(moment)
        self.notes.clear()
        return self.desk.environment(**{
            "home": home, "language": "nl", "LOKETTEN_STORE": str(store),
            "now": f"file:{self.clock}", **more})

    def expect(self, *expected):
        """Waits until exactly these digests were shown; none may follow."""
        def are_there():
            return len(self.notes.told()) >= len(expected)
        desktop.wait_for(f"{expected} are told", are_there)
        found = self.notes.told()
        if found != list(expected):
            raise desktop.Failed(f"told {found}, expected {expected}")

    def expect_silence(self, reminders, *before):
        """What was set has been looked at by the program, and nothing came of it."""
        reminders.expect_asleep()
        self.expect(*before)


class Reminders:
    """The program; leaving "with" ends it."""

    def __init__(self, desk, environment, process=None):
        self.log = open(desk.folder / "reminders.log", "w+", encoding="utf-8")
        self.process = process or subprocess.Popen(
            [str(desk.build / "app/reminders/loketten-reminders")], env=environment,
            stdout=self.log, stderr=self.log)
        desk.programs.append(self)

    def __enter__(self):
        desktop.wait_for("the program is on the bus",
                         lambda: self.process.poll() is not None
                         or reminding.has_owner(REMINDERS))
        if self.process.poll() is None:
            self.expect_asleep()
        return self

    def __exit__(self, kind, problem, _):
        self.kill()
        if problem is None and "CRITICAL" in self.words():
            raise desktop.Failed(f"loketten-reminders complained: {self.words()}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def words(self):
        self.log.seek(0)
        return self.log.read()

    def wakes(self):
        """Returns how often each of its threads went to sleep so far."""
        counts = {}
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/status"):
            # A thread may end while it is looked at.
            with contextlib.suppress(OSError):
                status = task.read_text("ascii", "replace")
                found = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)
                counts[task] = found and int(found.group(1))
        return counts

    def kilobytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(re.search(r"^VmRSS:\s*(\d+) kB", status, re.M).group(1))

    def expect_asleep(self, seconds=0.4):
        """Waits until no thread of it has stirred for a while; one that ended does not sleep."""
        def has_slept():
            if self.process.poll() is not None:
                raise desktop.Failed(f"loketten-reminders ended: {self.words()}")
            before = self.wakes()
            time.sleep(seconds)
            return self.wakes() == before
        desktop.wait_for("the program sleeps", has_slept)


ONE = ("1 nazorgcontact vandaag", "")
LATE = ("1 nazorgcontact te laat", "")
BOTH = ("1 nazorgcontact vandaag, 1 te laat", "")


def tells_at_set_times(story):
    office = story.office_of_its_own("2026-11-20T08:44")
    with Reminders(story.desk, office) as reminders:
        # Before the program ran for the first time nothing was told: whatever there is, is missed.
        story.expect(ONE)
        story.set_clock("2026-11-20T08:45")
        story.expect(ONE, ONE)
        story.set_clock("2026-11-20T13:14")
        story.expect_silence(reminders, ONE, ONE)
        story.set_clock("2026-11-20T13:15")
        story.expect(ONE, ONE, ONE)
        story.set_clock("2026-11-23T08:45")
        story.expect(ONE, ONE, ONE, LATE)
        if story.notes.shown() != 1:
            raise desktop.Failed(f"{story.notes.shown()} are shown at once")


def tells_in_english_too(story):
    with Reminders(story.desk, story.office_of_its_own("2026-11-20T09:00", language="en")):
        story.expect(("1 follow-up today", ""))


def a_jump_of_the_clock_gives_one(story):
    office = story.office_of_its_own("2026-11-20T01:00")
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders)
        story.set_clock("2026-11-20T13:00")
        story.expect(ONE)
        story.expect_silence(reminders, ONE)
        # And back again.
        story.set_clock("2026-11-20T01:00")
        story.expect_silence(reminders, ONE)
        story.set_clock("2026-11-20T13:00")
        story.expect_silence(reminders, ONE)
        story.set_clock("2026-11-20T13:15")
        story.expect(ONE, ONE)


def two_never_tell_twice(story):
    office = story.office_of_its_own("2026-11-20T09:00")
    with Reminders(story.desk, office) as reminders:
        story.expect(ONE)
        for _ in range(2):
            second = Reminders(story.desk, office)
            if second.process.wait(timeout=10) != 0:
                raise desktop.Failed(f"the second program says: {second.words()}")
        story.set_clock("2026-11-20T13:15")
        story.expect(ONE, ONE)
        story.expect_silence(reminders, ONE, ONE)
    # One that starts anew knows what was told.
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders, ONE, ONE)
        story.set_clock("2026-11-23T08:45")
        story.expect(ONE, ONE, LATE)


def quiet_hours_and_days_off_are_quiet(story):
    # A Saturday; Christmas is a Friday and a Saturday.
    office = story.office_of_its_own("2026-11-21T09:00")
    with Reminders(story.desk, office) as reminders:
        for moment in ("2026-11-21T13:15", "2026-11-22T20:00", "2026-11-23T08:29"):
            story.set_clock(moment)
            story.expect_silence(reminders)
        story.set_clock("2026-11-23T08:30")
        story.expect(LATE)
        for moment in ("2026-12-24T17:30", "2026-12-25T10:00", "2026-12-27T13:15"):
            story.set_clock(moment)
            story.expect_silence(reminders, LATE)
        story.set_clock("2026-12-28T08:45")
        story.expect(LATE, BOTH)


def who_is_replaced_is_not_reminded(story):
    """Nor of sign-ups that wait for anybody, though other days are working days."""
    office = story.office_of_its_own("2026-11-20T08:45")
    store = office["LOKETTEN_STORE"]
    story.bring(store, {"trajectories": "trajectory_no,client_no,opened_on,counsellor\n"
                                        "T3,K2,2026-11-09,\n"})
    with contextlib.closing(sqlite3.connect(store)) as base, base:
        base.execute("INSERT INTO absence SELECT 'away', 1, '', a.id, '2026-11-20', '2026-11-22', "
                     "b.id FROM counsellor a, counsellor b WHERE a.code = 'A001' AND "
                     "b.code = 'A002'")
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders)
        story.set_clock("2026-11-20T13:15")
        story.expect_silence(reminders)
        story.set_clock("2026-11-23T08:45")
        story.expect((LATE[0], "1 aanmelding wacht te lang op antwoord"))


def nothing_due_is_nothing_told(story):
    office = story.office_of_its_own("2026-11-19T08:45", settings={"counsellor": "'A002'"})
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders)
        story.set_clock("2026-11-20T13:15")
        story.expect(ONE)


def names_only_when_allowed(story):
    office = story.office_of_its_own("2026-11-20T08:45", settings={
        "counsellor": "'A002'", "reminder-times": "['08:45', '09:00']"})
    with Reminders(story.desk, office) as reminders:
        story.expect(ONE)
        story.desk.make_home(f"home-{story.number}", settings={
            "counsellor": "'A002'", "reminder-times": "['08:45', '09:30']",
            "names-in-reminders": "true"})
        reminders.expect_asleep(1)
        story.set_clock("2026-11-20T09:30")
        story.expect(ONE, (ONE[0], "Bram O&apos;Neil &amp; Zn &lt;b&gt;"))


def later_comes_back(story):
    office = story.office_of_its_own("2026-11-20T09:00")
    with Reminders(story.desk, office) as reminders:
        story.expect(ONE)
        story.notes.press("later")
        desktop.wait_for("it is hidden", lambda: story.notes.shown() == 0)
        story.set_clock("2026-11-20T09:59")
        story.expect_silence(reminders, ONE)
    # Somebody logs out and in.
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders, ONE)
        story.set_clock("2026-11-20T10:00")
        story.expect(ONE, ONE)
        story.expect_silence(reminders, ONE, ONE)


def wakes_what_was_put_off(story):
    office = story.office_of_its_own("2026-11-20T08:00")
    story.bring(office["LOKETTEN_STORE"], {
        "contacts": "contact_no,trajectory_no,kind,due_on,counsellor,snoozed_until\n"
                    "C1,T1,callback,2026-11-20,A001,2026-11-20T11:00\n"
                    "C3,T1,other,2026-11-19,A001,\n"})
    with Reminders(story.desk, office) as reminders:
        story.set_clock("2026-11-20T08:45")
        story.expect(LATE)
        story.set_clock("2026-11-20T10:59")
        story.expect_silence(reminders, LATE)
        story.set_clock("2026-11-20T11:00")
        story.expect(LATE, BOTH)


def finds_what_came_to_a_standstill(story):
    office = story.office_of_its_own("2027-01-04T08:45")
    with Reminders(story.desk, office):
        story.expect(BOTH)


def a_store_that_fails_is_told_once(story):
    office = story.office_of_its_own("2026-11-20T08:45")
    store = pathlib.Path(office["LOKETTEN_STORE"])
    aside = store.rename(store.with_suffix(".aside"))
    with Reminders(story.desk, office) as reminders:
        story.expect_silence(reminders)
        lines = reminders.words().splitlines()
        if not lines or any(not line.startswith("loketten-reminders: ") for line in lines):
            raise desktop.Failed(f"standard error says {lines}")
        aside.rename(store)
        # Long before the next set time.
        story.set_clock("2026-11-20T08:56")
        story.expect(ONE)


def sleeps_small_until_the_kernel_calls(story):
    """On a clock that runs, with nobody to touch a file, and wherever the machine thinks it is."""
    office = story.office_of_its_own("2026-11-20T08:44", now="run:2026-11-20T08:29:45",
                                     settings={"reminder-times": "['08:30']"},
                                     TZ="America/New_York")
    with Reminders(story.desk, office) as reminders:
        before = reminders.wakes()
        time.sleep(2.5)
        if reminders.wakes() != before or story.notes.told():
            raise desktop.Failed(f"it woke in between: {before}, {reminders.wakes()}")
        story.expect(ONE)
        reminders.expect_asleep()
        print(f"# {reminders.kilobytes()} kB resident", flush=True)
        if reminders.kilobytes() > MOST_KILOBYTES:
            raise desktop.Failed(f"{reminders.kilobytes()} kB are resident")


def opens_the_client(story):
    office = story.office_of_its_own("2026-11-20T09:00")
    log = reminding.offer(story.desk, reminding.ID, story.desk.build / "ui/loketten", office)
    record = ("label", re.compile("Marieke de Wit +· +K1"))
    with Reminders(story.desk, office):
        story.expect(ONE)
        story.notes.press("open")
        with reminding.Window(story.desk, log) as program:
            program.find(*record)
            program.key("ctrl+3")
            program.expect_gone(*record)
            # Whoever presses the reminder itself means the same, and the window that is there.
            story.set_clock("2026-11-20T13:15")
            story.expect(ONE, ONE)
            story.notes.press("default")
            program.find(*record)
            program.quit()


def opens_the_list_of_several(story):
    office = story.office_of_its_own("2026-11-20T09:00")
    story.bring(office["LOKETTEN_STORE"], {
        "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                    "C2,T2,callback,2026-11-20,A001\n"})
    log = reminding.offer(story.desk, reminding.ID, story.desk.build / "ui/loketten",
                          {**office, "LOKETTEN_NOW": "2026-11-20T09:00"})
    with Reminders(story.desk, office):
        story.expect(("2 nazorgcontacten vandaag", ""))
        story.notes.press("open")
        with reminding.Window(story.desk, log) as program:
            program.find("list item", re.compile("Ayşe Öztürk"))
            program.find("list item", re.compile("Bram O'Neil & Zn <b>"))
            program.quit()


def the_window_starts_it_and_tells_it(story):
    """What is put off in the window is known to the program before its next look."""
    office = story.office_of_its_own("2026-11-20T08:00")
    program = story.desk.build / "app/reminders/loketten-reminders"
    reminding.offer(story.desk, REMINDERS, program, office)
    with desktop.Program(story.desk, [], office) as window:
        window.wait_for_window()
        desktop.wait_for("the program is on the bus", lambda: reminding.has_owner(REMINDERS))
        reminders = Reminders(story.desk, office, process=reminding.Activated(
            reminding.pid_of(REMINDERS)))
        reminders.expect_asleep(1.5)
        before = reminders.wakes()
        story.bring(office["LOKETTEN_STORE"], {
            "contacts": "contact_no,trajectory_no,kind,due_on,counsellor,snoozed_until\n"
                        "C1,T1,callback,2026-11-20,A001,2026-11-20T08:31\n"})
        desktop.wait_for("the program was told", lambda: reminders.wakes() != before)
        window.quit()
        reminders.kill()


def main():
    with desktop.Desktop(sys.argv[1]) as desk:
        story = Story(desk)
        cases = [
            ("tells-at-set-times", tells_at_set_times),
            ("tells-in-english-too", tells_in_english_too),
            ("a-jump-of-the-clock-gives-one", a_jump_of_the_clock_gives_one),
            ("two-never-tell-twice", two_never_tell_twice),
            ("quiet-hours-and-days-off-are-quiet", quiet_hours_and_days_off_are_quiet),
            ("who-is-replaced-is-not-reminded", who_is_replaced_is_not_reminded),
            ("nothing-due-is-nothing-told", nothing_due_is_nothing_told),
            ("names-only-when-allowed", names_only_when_allowed),
            ("later-comes-back", later_comes_back),
            ("wakes-what-was-put-off", wakes_what_was_put_off),
            ("finds-what-came-to-a-standstill", finds_what_came_to_a_standstill),
            ("a-store-that-fails-is-told-once", a_store_that_fails_is_told_once),
            ("sleeps-small-until-the-kernel-calls", sleeps_small_until_the_kernel_calls),
            ("opens-the-client", opens_the_client),
            ("opens-the-list-of-several", opens_the_list_of_several),
            ("the-window-starts-it-and-tells-it", the_window_starts_it_and_tells_it),
        ]
        wanted = sys.argv[2:]
        sys.exit(desktop.run_cases("reminders", [
            (name, lambda case=case: case(story)) for name, case in cases
            if not wanted or name in wanted]))


if __name__ == "__main__":
    main()
