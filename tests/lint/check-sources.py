#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Checks the head of every C file and the width of its lines: check-sources.py [ROOT]."""

import re

import house

WIDTH = 100
LICENSE = "SPDX-License-Identifier: GPL-3.0-or-later"
OWNERS = "The Loketten authors"


def check_head(path, text, lines):
    head = re.match(r"(?:\s*(?:/\*.*?\*/|//[^\n]*))*", text, re.DOTALL).group(0)
    if not lines or LICENSE not in lines[0]:
        yield path, 1, f"the first line must say \"{LICENSE}\"."
    if OWNERS not in head:
        yield path, 1, f"the head must have the copyright line of {OWNERS}."
    # What remains of the comment at the top is the sentence that says what the file is for.
    if not re.sub(rf"Copyright[^\n]*|{re.escape(LICENSE)}|[/*\s]", "", head):
        yield path, 1, "the head must say in one sentence what the file is for."


def check_width(path, lines):
    for number, line in enumerate(lines, 1):
        if len(line.expandtabs(8)) > WIDTH:
            yield path, number, f"the line is {len(line)} columns wide; {WIDTH} is the limit."


def check(root):
    offences = []
    for path in house.files(root, ".c", ".h"):
        text = house.text_of(path)
        lines = text.splitlines()
        offences += check_head(path, text, lines)
        if path.relative_to(root).parts[0] in ("app", "ui"):
            offences += check_width(path, lines)
    return offences


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, check(tree))
