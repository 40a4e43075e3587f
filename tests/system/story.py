# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""What the cases of one file share: a desktop, and an office that is made once and copied.

The window plans in its first seconds. The office is planned before it opens, so that no row comes
while somebody looks at rows or clicks them.
"""

import re
import sys

import desktop

FRIDAY = "2026-11-20T10:40"


def bring(desk, store, files, now=FRIDAY):
    """Imports files into a store: texts by their kind, in the order of the kinds."""
    for kind, text in files.items():
        path = desk.folder / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        desk.loketctl("--store", store, "import", kind, path, now=now)


class Story:
    """An office of files, or a made-up one with so many clients; worker opens it."""

    def __init__(self, desk, files=None, clients=None, worker="A001", now=FRIDAY):
        self.desk = desk
        self.worker = worker
        self.now = now
        self.number = 0
        self.office = desk.folder / "office.db"
        self.loketctl(self.office, "init")
        if clients is not None:
            self.loketctl(self.office, "demo", "--clients", clients)
        self.bring(self.office, files or {})

    def bring(self, store, files):
        bring(self.desk, store, files, self.now)
        self.loketctl(store, "plan")

    def loketctl(self, store, *words):
        return self.desk.loketctl("--store", store, *words, now=self.now)

    def copy(self, store=None):
        """Returns a store of one's own, for which nothing was ever chosen at this desk."""
        self.number += 1
        copy = self.desk.folder / f"store-{self.number}.db"
        copy.write_bytes((store or self.office).read_bytes())
        return copy

    def start(self, store=None, worker=None, now=None, **more):
        """Opens a store, by default one of its own, and waits for the first place."""
        store = store or self.copy()
        program = self.desk.start("--store", store, "--as", worker or self.worker,
                                  **{"home": f"home-{self.number}", "now": now or self.now, **more})
        program.find("list item", re.compile("^Today|^Vandaag"))
        return program


def run(name, cases, make=Story, **office):
    """Runs the cases named in the words of the command, or all; ends the program."""
    build, wanted = sys.argv[1], sys.argv[2:] or cases
    with desktop.Desktop(build) as desk:
        story = make(desk, **office)
        chosen = [(case, lambda act=cases[case]: act(story)) for case in wanted]
        sys.exit(desktop.run_cases(name, chosen))
