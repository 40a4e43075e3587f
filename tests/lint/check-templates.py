#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Checks that every id in a template is used: check-templates.py [ROOT].

An id is used when the .ui file itself refers to it, when the C files of the same name do, or when
any C file has it as a string: a form finds its entries by the names of the record's fields.
"""

import re
import xml.etree.ElementTree as ElementTree

import house


def uses_in(tree):
    """Returns every word of a template that is not the definition of an id."""
    words = set()
    for element in tree.iter():
        words.update((element.text or "").split())
        words.update(value for name, value in element.attrib.items() if name != "id")
    return words


def check_template(path, sources):
    try:
        tree = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield path, error.position[0], f"is not well-formed XML: {error}."
        return
    used = uses_in(tree)
    own = " ".join(text for name, text in sources if name.startswith(path.stem))
    others = " ".join(text for _, text in sources)
    for element in tree.iter():
        name = element.get("id")
        if name is None or name in used:
            continue
        if re.search(rf"\b{re.escape(name)}\b", own) or f'"{name}"' in others:
            continue
        yield path, 0, f"the id \"{name}\" is used nowhere: remove it, or use it."


def check(root):
    sources = [(path.name, house.without_comments(house.text_of(path)))
               for top in ("app", "ui") for path in house.files(root, ".c", under=top)]
    offences = []
    for path in house.files(root, ".ui", under="ui"):
        offences += check_template(path, sources)
    return offences


if __name__ == "__main__":
    tree_root = house.root_of_tree()
    house.report(tree_root, check(tree_root))
