# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""The stores and files on which is measured: made once, and again when they would differ."""

import contextlib
import hashlib
import pathlib
import random
import re
import sqlite3
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
N_RESPONSES = 1_000_000

# What decides how a store is laid out.
FORMAT = ["data/schema/*.sql", "app/store/loket-database.c", "app/store/loket-note-*.c"]

# On whichever day is measured: an ordinary Friday in the made-up office.
NOW = "2026-11-20T10:40"

# Four weeks later, and nobody did anything.
TERRIBLE = "2026-12-18T10:40"


class Stores:
    def __init__(self, build, say):
        self.folder = build / "stores"
        self.folder.mkdir(exist_ok=True)
        self.loketctl = build / "app/ctl/loketctl"
        self.say = say

    def new_path(self, name):
        """Returns the path of a file in the folder at which there is nothing (any more)."""
        for path in self.folder.glob(f"{name}*"):
            path.unlink()
        return self.folder / name

    def clients(self, n_clients):
        """Returns a store with a made-up office of so many clients."""
        def make(path):
            self.say(f"Making a store with {n_clients:,} clients, once.")
            self.run("--store", path, "demo", "--clients", n_clients)
        return self.cached(f"clients-{n_clients}.db", make, FORMAT + ["app/desk/loket-demo*.c"])

    def survey(self):
        """Returns a store with the responses of 2022 and 2023."""
        def make(path):
            self.run("--store", path, "init")
            for year in (2022, 2023):
                self.run("--store", path, "import", "responses",
                         ROOT / f"data/kto/responses_{year}.csv")
        return self.cached("survey.db", make, FORMAT + ["data/kto/*.csv"])

    def responses(self, count=N_RESPONSES):
        """Returns a file with so many responses: those of 2023, over and over."""
        def make(path):
            self.say(f"Making a file with {count:,} responses, once.")
            make_responses(path, count)
        return self.cached(name_of(count, "csv"), make, ["data/kto/responses_2023.csv"])

    def imported(self, count=N_RESPONSES):
        """Returns a store with these responses."""
        source = self.responses(count)
        def make(path):
            self.say(f"Making a store with {count:,} responses, once.")
            self.run("--store", path, "init")
            self.run("--store", path, "import", "responses", source)
        return self.cached(name_of(count, "db"), make, FORMAT + ["data/kto/responses_2023.csv"])

    def cached(self, name, make, sources):
        """Returns the path of a file, made anew unless it came from the same sources."""
        path, mark = self.folder / name, self.folder / f"{name}.made-from"
        key = digest(sources) + " " + NOW
        if path.exists() and mark.exists() and mark.read_text(encoding="utf-8") == key:
            return path
        made = self.new_path("new-" + name)
        make(made)
        self.new_path(name)
        made.rename(path)
        mark.write_text(key, encoding="utf-8")
        return path

    def run(self, *words):
        subprocess.run([str(word) for word in (self.loketctl, *words)], check=True,
                       stdout=subprocess.DEVNULL)


def name_of(count, end):
    """A million has the short name."""
    return f"responses.{end}" if count == N_RESPONSES else f"responses-{count}.{end}"


def make_responses(path, count):
    """Writes so many responses: those of 2023 at random, with numbers of their own."""
    chance = random.Random(2023)
    with open(ROOT / "data/kto/responses_2023.csv", encoding="utf-8") as source:
        header, *rows = source.read().splitlines()
    bodies = [row.split(",", 1)[1] for row in rows]
    with open(path, "w", encoding="utf-8") as target:
        target.write(header + "\n")
        for number in range(count):
            target.write(f"B{number + 1:07d},{chance.choice(bodies)}\n")


def digest(patterns):
    found = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            found.update(path.read_bytes())
    return found.hexdigest()


def open_store(store):
    return sqlite3.connect(f"file:{store}?mode=ro", uri=True)


def count_notes(store):
    """Returns how many texts about clients there are to be searched."""
    texts = ("session.note_client", "session.note_internal", "contact.note", "attempt.note",
             "promise.text")
    with contextlib.closing(open_store(store)) as connection:
        return sum(connection.execute(f"SELECT count({text}) FROM {text.split('.')[0]}")
                   .fetchone()[0] for text in texts)


def choose_people(store, people):
    """Returns random clients as somebody types them who does not know that they are here: given
    name, family name, date of birth and telephone."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    rows = connection.execute("SELECT given_name, family_name, birth_date, phone FROM client "
                              "WHERE birth_date IS NOT NULL AND phone IS NOT NULL "
                              "ORDER BY id").fetchall()
    connection.close()
    return ["|".join(row) for row in random.Random(500).sample(rows, people)]


def choose_searches(store, names, phones, words, pairs):
    """Returns what is typed: family names, ends of telephone numbers, words of notes, and family
    names with a word from a note about the same client, all at random."""
    with contextlib.closing(open_store(store)) as connection:
        rows = connection.execute("SELECT family_name, phone FROM client ORDER BY id").fetchall()
        notes = connection.execute(
            "SELECT family_name, note_internal FROM session "
            "JOIN trajectory ON trajectory.id = trajectory_id JOIN client ON client.id = client_id "
            "WHERE note_internal IS NOT NULL AND starts_at >= '2026-06-01' ORDER BY session.id"
        ).fetchall()
    chance = random.Random(500)
    called = [phone for _, phone in rows if phone]

    def draw_word(note):
        return chance.choice(re.findall(r"\w{4,}", note) or ["werk"])

    return ([name for name, _ in chance.sample(rows, names)]
            + [phone[-4:] for phone in chance.sample(called, phones)]
            + [draw_word(note) for _, note in chance.sample(notes, words)]
            + [f"{name} {draw_word(note)}" for name, note in chance.sample(notes, pairs)])
