#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Checks that translators get to see every word that a person sees: check-potfiles.py [ROOT]."""

import re

import house

MARKED = re.compile(r"(?<![\w#])(?:_|N_|C_|NC_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?"
                    r"|g_dcgettext)\s*\(\s*[\"A-Z(]")
SELF_EVIDENT = (".desktop.in", ".metainfo.xml.in", ".gschema.xml")


def has_words(path):
    text = house.text_of(path)
    if path.name.endswith(SELF_EVIDENT):
        return True
    if path.suffix == ".ui":
        return re.search(r"translatable=[\"'](yes|true|1)[\"']", text) is not None
    code = re.sub(r"^\s*#\s*define.*$", "", house.without_comments(text), flags=re.MULTILINE)
    return MARKED.search(code) is not None


def check(root):
    potfiles = root / "po" / "POTFILES"
    listed = {}
    for number, line in enumerate(potfiles.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            listed[line.strip()] = number
    for name, number in listed.items():
        if not (root / name).is_file():
            yield potfiles, number, f"{name} is listed, but there is no such file."
    if list(listed) != sorted(listed):
        yield potfiles, 0, "the files must be sorted."
    for top in ("app", "data", "ui"):
        for path in house.files(root, ".c", ".h", ".ui", *SELF_EVIDENT, under=top):
            name = path.relative_to(root).as_posix()
            if name not in listed and has_words(path):
                yield path, 0, "has words to translate, but is not listed in po/POTFILES."


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, list(check(tree)))
