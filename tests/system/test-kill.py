#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Kills imports with SIGKILL at any moment, again and again: the store must stay sound, each import
must be there whole or not at all, and what was acknowledged must still be there."""

import random
import shutil
import sqlite3
import sys
import time

import ctl

ROUNDS = int(sys.argv[2])
ROUNDS_PER_STORE = 10
ROWS = 1000
SEED = 20261121


def clients(number, city):
    rows = "".join(f"K{number}-{row},Velden,Kees,{city}\n" for row in range(ROWS))
    return "client_no,family_name,given_name,city\n" + rows


def wait_for_growth(desk, process, size):
    """Waits until the import writes its transaction down, or ends."""
    wal = desk.folder / "store.db-wal"
    while process.poll() is None:
        try:
            if wal.stat().st_size > size:
                return
        except FileNotFoundError:
            pass


def kill_import(desk, words, chance, duration):
    """Starts an import and kills it; returns whether it was killed, and what it had said."""
    process = desk.start(*words)
    if chance.random() < 0.3:
        # While it writes its pages down, which is but a moment.
        wait_for_growth(desk, process, 0)
        time.sleep(chance.uniform(0, 0.03))
    else:
        time.sleep(chance.uniform(0, 1.1 * duration))
    process.kill()
    said = process.communicate()[0]
    return process.returncode == -9, said


def count(database, condition, *values):
    return database.execute(f"SELECT count(*) FROM client WHERE {condition}", values).fetchone()[0]


class Store:
    """A store under torture, and what is known to be in it."""

    def __init__(self, desk):
        self.desk = desk
        self.cities = {}  # by number of the file: its city, once it was acknowledged or seen
        desk.expect(0, "init")

    def import_whole(self, number, city):
        begun = time.monotonic()
        self.desk.write("f.csv", clients(number, city))
        self.desk.expect(0, "import", "clients", "f.csv")
        self.cities[number] = city
        return time.monotonic() - begun

    def torture(self, number, city, chance, duration):
        """Kills one import, and looks the store over. Returns what became of the import."""
        self.desk.write("f.csv", clients(number, city))
        killed, said = kill_import(self.desk, ("import", "clients", "f.csv"), chance, duration)
        acknowledged = f"{ROWS} new" in said or f"{ROWS} changed" in said

        sound = self.desk.run("check")
        assert sound.returncode == 0, (sound.stdout, sound.stderr)
        arrived = self.look_over(number, city)
        assert arrived or not acknowledged, f"file {number} was acknowledged and is lost"
        assert arrived or killed, f"file {number} ended by itself and is lost"
        if arrived:
            self.cities[number] = city
        return "ended" if not killed else "arrived" if arrived else "killed"

    def look_over(self, number, city):
        """Returns whether the file is in the store; fails when it is there in part."""
        database = sqlite3.connect(self.desk.store)
        try:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            present = count(database, "client_no LIKE ? AND city = ?", f"K{number}-%", city)
            assert present in (0, ROWS), f"{present} of {ROWS} rows of file {number}"
            for other, known in self.cities.items():
                if other != number or present == 0:
                    rows = count(database, "client_no LIKE ? AND city = ?", f"K{other}-%", known)
                    assert rows == ROWS, f"{rows} of {ROWS} rows of file {other}"
            total = count(database, "1 = 1")
            assert total == ROWS * len(set(self.cities) | ({number} if present else set()))
            return present == ROWS
        finally:
            database.close()


def killed_imports_leave_nothing_half_done():
    chance = random.Random(SEED)
    outcomes = {"killed": 0, "arrived": 0, "ended": 0}
    for first in range(0, ROUNDS, ROUNDS_PER_STORE):
        with ctl.Desk() as desk:
            store = Store(desk)
            duration = store.import_whole(0, "Tilburg")
            for round_number in range(first, min(first + ROUNDS_PER_STORE, ROUNDS)):
                # New clients, or a new city for those of the first file.
                number = 0 if round_number % 3 == 2 else round_number + 1
                outcome = store.torture(number, f"Stad {round_number}", chance, duration)
                outcomes[outcome] += 1
    print("#", ", ".join(f"{number} {outcome}" for outcome, number in outcomes.items()))
    assert outcomes["killed"] + outcomes["arrived"] >= ROUNDS // 2, outcomes


def copies_of_a_torn_store_recover():
    """What lies on the disk at one moment, as after a power cut of the program only."""
    with ctl.Desk() as desk:
        store = Store(desk)
        duration = store.import_whole(0, "Tilburg")
        desk.write("f.csv", clients(1, "Breda"))
        process = desk.start("import", "clients", "f.csv")
        wait_for_growth(desk, process, 0)
        process.kill()
        process.communicate()
        with ctl.Desk() as copy:
            for path in desk.folder.glob("store.db*"):
                if not path.name.endswith("-shm"):
                    shutil.copy(path, copy.folder / path.name)
            copy.expect(0, "check")
            copied = Store.__new__(Store)
            copied.desk, copied.cities = copy, {0: "Tilburg"}
            copied.look_over(1, "Breda")
        assert duration > 0


if __name__ == "__main__":
    sys.exit(ctl.run_tests("kill", [
        killed_imports_leave_nothing_half_done,
        copies_of_a_torn_store_recover,
    ]))
