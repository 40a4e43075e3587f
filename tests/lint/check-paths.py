#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Finds paths that exist on one machine only: check-paths.py [ROOT]."""

import re

import house

# Put together here, so that this file does not accuse itself.
PATH = re.compile(r"(?<![\w.~$}])/(?:" + "|".join(["work", "root", r"home/\w+", r"Users/\w+"])
                  + r")/|(?<![\w.])/tmp/" + "bash")


def check(root):
    for path in house.files(root):
        for number, line in enumerate(house.text_of(path).splitlines(), 1):
            match = PATH.search(line)
            if match:
                yield path, number, (f"\"{match.group(0)}\" is the path of one machine; nothing "
                                     "in the tree may depend on where it lies.")


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, list(check(tree)))
