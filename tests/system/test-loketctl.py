#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests loketctl init, backup and check, and what it says of stores that cannot be used."""

import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import ctl

DONE, FAILED, WRONG_WORDS = 0, 1, 2
NOBODY = 65534


def clients(count):
    return "client_no,family_name,email\n" + "".join(
        f"K{n:07},Naam{n},naam{n}@voorbeeld.nl\n" for n in range(1, count + 1))


CLIENTS = clients(300)
# More than a megabyte once they are in a store.
MANY = clients(5000)


def run(desk, *words, environment=None, **options):
    return subprocess.run([ctl.program(), *words], cwd=desk.folder, capture_output=True, text=True,
                          env=environment or desk.environment, check=False, **options)


def assert_one_sentence(done, *parts):
    """The program failed, and said why in one line of its own."""
    assert done.returncode == FAILED, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == "", done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("loketctl: "), done.stderr
    for part in parts:
        assert part in lines[0], (part, lines[0])


def filled_desk():
    desk = ctl.Desk()
    desk.expect(DONE, "init")
    desk.write("clients.csv", CLIENTS)
    desk.expect(DONE, "import", "clients", "clients.csv")
    return desk


def change(desk, *statements):
    """Writes to the store as another program might, past every rule of ours."""
    connection = sqlite3.connect(desk.store, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


# Words

def help_lists_the_verbs():
    with ctl.Desk() as desk:
        for word in ("help", "--help"):
            done = desk.expect(DONE, word)
            assert done.stderr == "", done.stderr
            for verb in ("init", "import", "export", "satisfaction", "backup", "check"):
                assert re.search(rf"^  {verb} ", done.stdout, re.MULTILINE), verb
        assert not desk.store.exists()


def verbs_explain_themselves():
    with ctl.Desk() as desk:
        for verb in ("init", "backup", "check"):
            assert "loketctl" in desk.expect(DONE, verb, "--help").stdout
        assert not desk.store.exists()


def version_is_told():
    with ctl.Desk() as desk:
        assert re.fullmatch(r"loketctl \d+\.\d+\.\d+\n", desk.expect(DONE, "--version").stdout)


def wrong_words_are_refused():
    with ctl.Desk() as desk:
        desk.expect(WRONG_WORDS)
        for words in (["frobnicate"], ["init", "extra"], ["init", "--colour"], ["backup"],
                      ["backup", "a", "b"], ["check", "all"], ["--store"], ["check", "--as"],
                      ["--colour", "init"], [""]):
            done = desk.expect(WRONG_WORDS, *words)
            assert done.stdout == "", (words, done.stdout)
            assert done.stderr.startswith("loketctl"), (words, done.stderr)
        assert not desk.store.exists()


# Where and when

def store_can_be_named_before_and_after_the_verb():
    for words in (["--store", "a.db", "init"], ["init", "--store", "a.db"],
                  ["--store=a.db", "init"], ["init", "--store=a.db"]):
        with ctl.Desk() as desk:
            done = desk.expect(DONE, *words)
            assert done.stdout == "The store is ready: a.db\n", done.stdout
            assert (desk.folder / "a.db").exists()
            assert not desk.store.exists()


def store_is_where_the_environment_says():
    with ctl.Desk() as desk:
        desk.expect(DONE, "init")
        assert desk.store.exists()
        desk.expect(DONE, "check")


def store_is_in_the_home_folder_otherwise():
    with ctl.Desk() as desk:
        for value in (None, ""):
            environment = dict(desk.environment)
            environment.pop("LOKETTEN_STORE")
            if value is not None:
                environment["LOKETTEN_STORE"] = value
            assert run(desk, "init", environment=environment).returncode == DONE
            assert (desk.folder / "loketten" / "loketten.db").exists()


def store_is_private():
    with ctl.Desk() as desk:
        desk.expect(DONE, "init", "--store", "deep/deeper/a.db")
        desk.expect(DONE, "backup", "b.db", "--store", "deep/deeper/a.db")
        assert (desk.folder / "deep" / "deeper").stat().st_mode & 0o777 == 0o700
        assert (desk.folder / "deep" / "deeper" / "a.db").stat().st_mode & 0o777 == 0o600
        assert (desk.folder / "b.db").stat().st_mode & 0o777 == 0o600


def neither_display_nor_session_bus_is_needed():
    with ctl.Desk() as desk:
        environment = {name: desk.environment[name] for name in ("HOME", "LOKETTEN_STORE")}
        for words in (["init"], ["check"], ["backup", "b.db"]):
            done = run(desk, *words, environment=environment)
            assert done.returncode == DONE, done.stderr
            assert done.stderr == "", done.stderr


def wrong_clock_is_refused():
    with ctl.Desk() as desk:
        for now in ("gisteren", "2026-02-30", "run:", "file:/does/not/exist"):
            desk.environment["LOKETTEN_NOW"] = now
            done = desk.expect(WRONG_WORDS, "init")
            assert done.stdout == "", done.stdout
            assert len(done.stderr.splitlines()) == 1, done.stderr
            assert "LOKETTEN_NOW" in done.stderr and now in done.stderr, done.stderr
        assert not desk.store.exists()


def unknown_counsellor_is_refused():
    with ctl.Desk() as desk:
        desk.expect(DONE, "init")
        assert_one_sentence(desk.expect(FAILED, "--as", "A99", "check"), "“A99”")
        desk.environment["LOKETTEN_COUNSELLOR"] = "A98"
        assert_one_sentence(desk.expect(FAILED, "check"), "“A98”")
        desk.environment["LOKETTEN_COUNSELLOR"] = ""
        desk.expect(DONE, "check")


# Making a store

def making_it_twice_changes_nothing():
    with filled_desk() as desk:
        desk.expect(DONE, "init")
        before = desk.store.read_bytes()
        desk.expect(DONE, "init")
        assert desk.store.read_bytes() == before


def four_can_make_it_at_once():
    with ctl.Desk() as desk:
        started = [desk.start("init") for _ in range(4)]
        for one in started:
            _, complaint = one.communicate(timeout=60)
            assert one.returncode == DONE, complaint
        desk.expect(DONE, "check")


# Backing up and looking over

def backup_can_take_the_place_of_the_store():
    with filled_desk() as desk:
        done = desk.expect(DONE, "backup", "b.db")
        assert done.stdout == "The backup is complete and was checked: b.db\n", done.stdout
        desk.store.unlink()
        desk.environment["LOKETTEN_STORE"] = "b.db"
        desk.expect(DONE, "check")
        assert len(desk.expect(DONE, "export", "clients").stdout.splitlines()) == 301


def backup_overwrites_nothing():
    with filled_desk() as desk:
        desk.write("thesis.odt", "years of work")
        assert_one_sentence(desk.expect(FAILED, "backup", "thesis.odt"), "thesis.odt", "already")
        assert desk.read("thesis.odt") == "years of work"
        assert_one_sentence(desk.expect(FAILED, "backup", "nowhere/b.db"), "nowhere/b.db")
        assert sorted(path.name for path in desk.folder.iterdir()) == [
            "clients.csv", "store.db", "thesis.odt"]


def check_names_each_problem():
    with filled_desk() as desk:
        change(desk, "UPDATE client SET gender = 'x' WHERE client_no = 'K0000007'",
               "UPDATE client SET birth_date = '2026-02-30' WHERE client_no = 'K0000009'",
               "DELETE FROM client_name WHERE client_id IN "
               "(SELECT id FROM client WHERE client_no = 'K0000011')")
        done = desk.expect(FAILED, "check")
        assert done.stdout == "", done.stdout
        assert done.stderr.splitlines() == [
            "loketctl: Client K0000007: Gender “x” is not in the list of this office, "
            "which has: male, female, other_not_say",
            "loketctl: Client K0000009: Date of birth “2026-02-30” is not a date that exists "
            "(YYYY-MM-DD)",
            "loketctl: Client K0000011 cannot be found by name",
        ], done.stderr


# Stores that cannot be used

EVERY_VERB = (["init"], ["check"], ["backup", "b.db"], ["export", "clients"],
              ["import", "clients", "clients.csv"])


def assert_every_verb_refuses(desk, *parts):
    """Each verb says the same one sentence, and the store stays as it is, byte for byte."""
    desk.write("clients.csv", CLIENTS)
    before = desk.store.read_bytes()
    for words in EVERY_VERB:
        assert_one_sentence(desk.run(*words), str(desk.store), *parts)
        assert desk.store.read_bytes() == before, words
        assert sorted(path.name for path in desk.folder.iterdir()) == ["clients.csv", "store.db"]


def missing_store_is_refused_and_not_made():
    with ctl.Desk() as desk:
        desk.write("clients.csv", CLIENTS)
        for words in EVERY_VERB[1:]:
            assert_one_sentence(desk.run(*words), str(desk.store), "there is no store here")
            assert not desk.store.exists()


def folder_is_refused():
    with ctl.Desk() as desk:
        desk.store.mkdir()
        desk.write("clients.csv", CLIENTS)
        for words in EVERY_VERB:
            assert_one_sentence(desk.run(*words), str(desk.store), "this is a folder")


def what_another_program_encrypted_is_refused():
    with ctl.Desk() as desk:
        desk.store.write_bytes(random.Random(1).randbytes(300000))
        assert_every_verb_refuses(desk, "this is not a store of Loketten", "encrypted")


def other_file_is_refused():
    with ctl.Desk() as desk:
        desk.write("store.db", "Geachte heer, mevrouw,\n")
        assert_every_verb_refuses(desk, "this is not a store of Loketten")


def database_of_another_program_is_refused():
    with ctl.Desk() as desk:
        change(desk, "CREATE TABLE bookmarks (url TEXT)", "INSERT INTO bookmarks VALUES ('x')")
        assert_every_verb_refuses(desk, "this is a database of another program")


def database_with_a_strange_mark_is_refused():
    with ctl.Desk() as desk:
        change(desk, "CREATE TABLE bookmarks (url TEXT)", "PRAGMA application_id = -266631832",
               "PRAGMA user_version = -1")
        assert_every_verb_refuses(desk, "this is a database of another program")


def newer_store_is_refused():
    with filled_desk() as desk:
        change(desk, "PRAGMA user_version = 99")
        assert_every_verb_refuses(desk, "was made by a newer version of Loketten")


def store_with_a_foreign_trigger_is_refused():
    with filled_desk() as desk:
        change(desk, "CREATE TRIGGER evil AFTER INSERT ON client BEGIN DELETE FROM client; END")
        assert_every_verb_refuses(desk, "“trigger evil”", "does not come from Loketten")


def store_cut_off_at_the_start_is_refused():
    with filled_desk() as desk:
        desk.store.write_bytes(desk.store.read_bytes()[:4096])
        assert_every_verb_refuses(desk, "damaged")


def is_sound(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def flipped_bytes_are_found_and_nothing_is_made_worse():
    with filled_desk() as desk:
        whole = desk.store.read_bytes()
        found = 0
        for seed in range(25):
            chance = random.Random(seed)
            damaged = bytearray(whole)
            page = chance.randrange(1, len(whole) // 4096) * 4096
            for _ in range(40):
                damaged[page + chance.randrange(4096)] = chance.randrange(256)
            desk.store.write_bytes(damaged)

            done = desk.run("check")
            assert done.returncode in (DONE, FAILED), (seed, done.returncode, done.stderr)
            assert desk.store.read_bytes() == damaged, seed
            assert all(line.startswith("loketctl: ") for line in done.stderr.splitlines()), seed
            if done.returncode == FAILED:
                assert done.stderr != "", seed
                found += 1

            done = desk.run("backup", "b.db")
            backup = desk.folder / "b.db"
            assert done.returncode in (DONE, FAILED), (seed, done.returncode, done.stderr)
            assert (done.returncode == DONE) == backup.exists(), seed
            assert desk.store.read_bytes() == damaged, seed
            if backup.exists():
                assert is_sound(backup), seed
                backup.unlink()
        # The rest hit room that is not in use.
        assert found >= 5, found


def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def run_as_nobody(desk, *words):
    """Root may write anywhere, so somebody else must try; the program may lie out of reach."""
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        program = shutil.copy(ctl.program(), place)
        os.chmod(program, 0o755)
        return subprocess.run([program, *words], cwd="/", env=desk.environment, text=True,
                              capture_output=True, check=False, preexec_fn=become_nobody)


def store_that_may_only_be_read_is_refused():
    for folder_rights, file_rights in ((0o777, 0o444), (0o555, 0o666)):
        with filled_desk() as desk:
            desk.store.chmod(file_rights)
            desk.folder.chmod(folder_rights)
            before = desk.store.read_bytes()
            for words in (["init"], ["check"], ["import", "clients",
                                                str(desk.folder / "clients.csv")]):
                assert_one_sentence(run_as_nobody(desk, *words), str(desk.store),
                                    "may only be read")
            desk.folder.chmod(0o755)
            assert desk.store.read_bytes() == before


def folder_that_may_only_be_read_gets_no_store():
    with ctl.Desk() as desk:
        desk.folder.chmod(0o555)
        for store in (desk.store, desk.folder / "deep" / "store.db"):
            done = run_as_nobody(desk, "init", "--store", str(store))
            assert_one_sentence(done, str(store.parent), "cannot be made")
            assert not store.exists()
        desk.folder.chmod(0o755)


def another_program_that_writes_is_waited_for_and_then_named():
    with filled_desk() as desk:
        connection = sqlite3.connect(desk.store, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        desk.write("more.csv", "client_no,family_name\nX1,Jansen\n")
        assert_one_sentence(desk.run("import", "clients", "more.csv"),
                            "another program is writing to it")
        connection.execute("ROLLBACK")
        connection.close()
        desk.expect(DONE, "import", "clients", "more.csv")


# A full disk

def limit_files(size):
    """No file may grow beyond size: what a full disk is, without one."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run_limited(desk, size, *words):
    # Python leaves the signal ignored that would end the program instead of telling it.
    return run(desk, *words, preexec_fn=limit_files(size), restore_signals=False)


def new_store_that_does_not_fit_leaves_nothing():
    with ctl.Desk() as desk:
        for size in (0, 4096, 100000):
            done = run_limited(desk, size, "init")
            assert_one_sentence(done, str(desk.store), "the disk is full")
            assert list(desk.folder.iterdir()) == [], list(desk.folder.iterdir())


def import_that_does_not_fit_writes_nothing():
    with ctl.Desk() as desk:
        desk.expect(DONE, "init")
        before = desk.store.read_bytes()
        desk.write("clients.csv", MANY)
        done = run_limited(desk, len(before), "import", "clients", "clients.csv")
        assert_one_sentence(done, "the disk is full", "othing was changed")
        assert desk.store.read_bytes() == before
        desk.expect(DONE, "check")
        assert len(desk.expect(DONE, "export", "clients").stdout.splitlines()) == 1
        desk.expect(DONE, "import", "clients", "clients.csv")


def backup_that_does_not_fit_leaves_nothing():
    with filled_desk() as desk:
        before = desk.store.read_bytes()
        done = run_limited(desk, len(before) // 2, "backup", "b.db")
        assert_one_sentence(done, "b.db", "the disk is full")
        assert desk.store.read_bytes() == before
        assert sorted(path.name for path in desk.folder.iterdir()) == ["clients.csv", "store.db"]


class SmallDisk:
    """A real one of a megabyte, where that may be made; path is None otherwise."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp())
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", self.path],
                              capture_output=True, check=False)
        self.is_mounted = made.returncode == 0

    def __enter__(self):
        return self.path if self.is_mounted else None

    def __exit__(self, *_):
        if self.is_mounted:
            subprocess.run(["umount", self.path], check=True)
        self.path.rmdir()


def real_full_disk_is_called_full():
    with SmallDisk() as disk, filled_desk() as desk:
        if disk is None:
            return
        store = str(disk / "store.db")
        filler = disk / "filler"
        filler.write_bytes(bytes(900000))
        assert_one_sentence(desk.run("init", "--store", store), "the disk is full")
        assert [path.name for path in disk.iterdir()] == ["filler"]
        assert_one_sentence(desk.run("backup", str(disk / "b.db")), "the disk is full")
        assert [path.name for path in disk.iterdir()] == ["filler"]

        filler.unlink()
        desk.expect(DONE, "init", "--store", store)
        room = os.statvfs(disk)
        filler.write_bytes(bytes(room.f_bavail * room.f_frsize - 40000))
        desk.write("clients.csv", MANY)
        assert_one_sentence(desk.run("import", "clients", "clients.csv", "--store", store),
                            "the disk is full", "othing was changed")
        filler.unlink()
        desk.expect(DONE, "check", "--store", store)
        assert len(desk.expect(DONE, "export", "clients", "--store",
                               store).stdout.splitlines()) == 1


if __name__ == "__main__":
    sys.exit(ctl.run_tests("loketctl", [
        help_lists_the_verbs,
        verbs_explain_themselves,
        version_is_told,
        wrong_words_are_refused,
        store_can_be_named_before_and_after_the_verb,
        store_is_where_the_environment_says,
        store_is_in_the_home_folder_otherwise,
        store_is_private,
        neither_display_nor_session_bus_is_needed,
        wrong_clock_is_refused,
        unknown_counsellor_is_refused,
        making_it_twice_changes_nothing,
        four_can_make_it_at_once,
        backup_can_take_the_place_of_the_store,
        backup_overwrites_nothing,
        check_names_each_problem,
        missing_store_is_refused_and_not_made,
        folder_is_refused,
        what_another_program_encrypted_is_refused,
        other_file_is_refused,
        database_of_another_program_is_refused,
        database_with_a_strange_mark_is_refused,
        newer_store_is_refused,
        store_with_a_foreign_trigger_is_refused,
        store_cut_off_at_the_start_is_refused,
        flipped_bytes_are_found_and_nothing_is_made_worse,
        store_that_may_only_be_read_is_refused,
        folder_that_may_only_be_read_gets_no_store,
        another_program_that_writes_is_waited_for_and_then_named,
        new_store_that_does_not_fit_leaves_nothing,
        import_that_does_not_fit_writes_nothing,
        backup_that_does_not_fit_leaves_nothing,
        real_full_disk_is_called_full,
    ]))
