# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""What the checks of this folder share: walking the tree, reading C, saying what is wrong."""

import os
import pathlib
import re
import sys

SKIPPED = (".git", ".flatpak-builder", "screenshots", "subprojects", "node_modules",
           "__pycache__")

C_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def root_of_tree():
    """Returns the folder to check: the first argument, else the checkout of this script."""
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1]).resolve()
    return pathlib.Path(__file__).resolve().parents[2]


def files(root, *suffixes, under=""):
    """Returns the files below root / under with one of the suffixes (none: all), sorted."""
    found = []
    for folder, names, file_names in os.walk(root / under):
        names[:] = [name for name in names if not is_skipped(pathlib.Path(folder, name))]
        found += [pathlib.Path(folder, name) for name in file_names
                  if not suffixes or name.endswith(suffixes)]
    return sorted(path for path in found if path.is_file() and path.name != ".git")


def is_skipped(folder):
    """A build folder may have any name; Meson keeps its own things in it."""
    return folder.name in SKIPPED or (folder / "meson-private").is_dir()


def text_of(path):
    """Returns the text of a file, or nothing when it is not text."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def without_comments(source):
    """Returns C source with comments blanked out; lines keep their numbers."""
    return blank_out(source, ("/*", "//"))


def without_words(source):
    """Returns C source with comments and strings blanked out; lines keep their numbers."""
    return blank_out(source, ("/*", "//", '"', "'"))


def blank_out(source, beginnings):
    def blank(match):
        token = match.group(0)
        return re.sub(r"[^\n]", " ", token) if token.startswith(beginnings) else token
    return C_TOKEN.sub(blank, source)


def strings_of(source):
    """Yields (line, text) of each string in C source, adjacent literals joined."""
    code = without_comments(source)
    literal = r'"(?:\\.|[^"\\\n])*"'
    for match in re.finditer(rf"{literal}(?:\s*(?:[A-Z_0-9]+\s*)?{literal})*", code):
        parts = re.findall(literal, match.group(0))
        text = "".join(part[1:-1] for part in parts)
        yield code.count("\n", 0, match.start()) + 1, text.replace("\\n", "\n").replace('\\"', '"')


def report(root, offences):
    """Prints (path, line, sentence) of each offence and ends the program: 0 when there is none."""
    for path, line, sentence in offences:
        place = path.relative_to(root) if path.is_absolute() else path
        print(f"{place}:{line}: {sentence}" if line else f"{place}: {sentence}", file=sys.stderr)
    sys.exit(1 if offences else 0)
