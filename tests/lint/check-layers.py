#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Says in words which arrow of the house points the wrong way: check-layers.py [ROOT]."""

import re

import house

# Who may name whom. Arrows go down only, and may skip floors.
RECORDS = {"records"}
PURE = RECORDS | {"planning", "satisfaction"}
KNOWING = PURE | {"store"}
ACTING = KNOWING | {"exchange", "report"}
FACE = ACTING | {"desk"}
MAY_INCLUDE = {
    "records": RECORDS,
    "store": RECORDS | {"store"},
    "satisfaction": RECORDS | {"satisfaction"},
    "planning": RECORDS | {"planning"},
    "exchange": KNOWING | {"exchange"},
    "report": KNOWING | {"report"},
    "desk": FACE,
    "ctl": FACE | {"ctl"},
    "reminders": FACE | {"reminders"},
    "ui": FACE | {"ui"},
}

# Which folders a library is given to; GLib, GIO and the C library are everybody's.
LIBRARIES = [
    (r"(gtk|gdk|gsk)/|gtk\w*\.h|adwaita\.h", "GTK", {"ui"}),
    (r"sqlite3", "SQLite", {"store"}),
    (r"gsl/", "GSL", {"satisfaction"}),
    (r"json-glib/", "json-glib", {"satisfaction", "exchange"}),
    (r"(cairo|pango)", "cairo and Pango", {"report", "ui"}),
    (r"xlsxwriter", "libxlsxwriter", {"report"}),
    (r"libical/", "libical", {"exchange"}),
    (r"zip\.h", "libzip", {"exchange"}),
    (r"libxml/", "libxml2", {"exchange"}),
    (r"libnotify/", "libnotify", {"reminders"}),
]

# Uppercase anywhere, since that is how SQL is written here; lowercase only where no sentence
# could be meant.
SQL = re.compile(
    r"\bSELECT\s.*\bFROM\b|\bSELECT\s+(\d|\*|[A-Z]+ ?\()|\bINSERT\s+(OR\s+\w+\s+)?INTO\b"
    r"|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\b(CREATE|ALTER|DROP)\s+(TEMP\s+|VIRTUAL\s+)?"
    r"(TABLE|INDEX|VIEW|TRIGGER)\b|\bPRAGMA\s+\w|\bBEGIN\s+IMMEDIATE\b|\bSAVEPOINT\s|\bORDER\s+BY\s"
    r"|\bWHERE\s+\w+\s*(=|<|>|LIKE|IN)"
    r"|^\s*(insert\s+into|delete\s+from|create\s+table|drop\s+table|alter\s+table|pragma)\s"
    r"|^\s*update\s+\w+\s+set\s|^\s*select\s+(\*|[\w.]+\s*,|[\w.]+\s+from\s+\w+\s*($|where|order))",
    re.DOTALL)

PURE_FOLDERS = {"records", "planning", "satisfaction"}
CLOCKS = re.compile(r"\b(g_date_time_new_now\w*|g_get_real_time|gettimeofday|clock_gettime"
                    r"|time)\s*\(")
DEEDS = re.compile(r"\b(g_file_(?:get|set)_contents\w*|g_file_(?:load|replace)_contents\w*|fopen"
                   r"|g_fopen|g_open|g_getenv|getenv)\s*\(")


def folder_of(root, path):
    """Returns the floor of the house that a file stands on, or None outside app/ and ui/."""
    parts = path.relative_to(root).parts
    if parts[0] == "ui":
        return "ui"
    return parts[1] if parts[0] == "app" and len(parts) > 2 else None


def name_of(folder):
    return "ui/" if folder == "ui" else f"app/{folder}/"


def check_includes(root, path, folder, homes):
    for line, target in includes_of(path):
        for pattern, library, owners in LIBRARIES:
            if re.match(pattern, target) and folder not in owners:
                yield path, line, (f"{name_of(folder)} must not use {library} (<{target}>): only "
                                   f"{', '.join(name_of(owner) for owner in sorted(owners))} may.")
        home = homes.get(target.rsplit("/", 1)[-1])
        if home is not None and home not in MAY_INCLUDE.get(folder, set()):
            yield path, line, (f"{name_of(folder)} must not name {name_of(home)} ({target}): "
                               "arrows go down only.")
        if folder == "ui" and target.endswith("-table.h"):
            yield path, line, (f"ui/ must not name a table ({target}): what a person sees is read "
                               "through the store, and changed by an act of app/desk/.")


def includes_of(path):
    code = house.without_comments(house.text_of(path))
    for number, line in enumerate(code.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1)


def check_sql(path, folder):
    if folder == "store":
        return
    for line, text in house.strings_of(house.text_of(path)):
        if SQL.search(text):
            words = " ".join(text.split())[:40]
            yield path, line, (f"SQL text (\"{words}\") stands only in app/store/ and "
                               f"data/schema/, not in {name_of(folder)}.")


def check_purity(path, folder):
    if folder not in PURE_FOLDERS or path.name.startswith("loket-clock."):
        return
    code = house.without_words(house.text_of(path))
    for number, line in enumerate(code.splitlines(), 1):
        for pattern, what in ((CLOCKS, "asks no clock: \"now\" is an argument"),
                              (DEEDS, "does no input or output")):
            match = pattern.search(line)
            if match:
                yield path, number, f"{name_of(folder)} {what} ({match.group(1)})."


def check_sql_files(root):
    for path in house.files(root, ".sql"):
        place = path.relative_to(root).as_posix()
        if not place.startswith(("data/schema/", "tests/")):
            yield path, 0, "SQL files stand only in data/schema/."


def check(root):
    sources = [path for top in ("app", "ui") for path in house.files(root, ".c", ".h", under=top)]
    homes = {path.name: folder_of(root, path) for path in sources if path.suffix == ".h"}
    offences = list(check_sql_files(root))
    for path in sources:
        folder = folder_of(root, path)
        if folder not in MAY_INCLUDE:
            offences.append((path, 0, "stands on no floor of the house: see MAY_INCLUDE in "
                                      "tests/lint/check-layers.py."))
            continue
        offences += check_includes(root, path, folder, homes)
        offences += check_sql(path, folder)
        offences += check_purity(path, folder)
    return offences


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, check(tree))
