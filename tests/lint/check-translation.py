#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Checks that every word has its translation in each language: check-translation.py [ROOT].

The words are taken from the sources as they are now, so a translation file that lags behind is
found as well.
"""

import ast
import pathlib
import re
import subprocess
import tempfile

import house


def words_of_sources(root, folder):
    """Extracts the words with the keywords that the build uses; returns the template's path."""
    template = folder / "loketten.pot"
    build_file = (root / "po" / "meson.build").read_text(encoding="utf-8")
    own = re.findall(r"'--keyword=[^']*'", build_file)
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3",
                "g_dpgettext2:2c,3"]
    subprocess.run(["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES",
                    f"--output={template}", *(f"--keyword={word}" for word in keywords),
                    *(ast.literal_eval(word) for word in own)],
                   cwd=root, check=True, capture_output=True)
    return template


def entries_of(path, *selection):
    """Returns the source texts of the entries that msgattrib selects."""
    listing = subprocess.run(["msgattrib", *selection, "--no-wrap", "--no-obsolete", str(path)],
                             check=True, capture_output=True, text=True).stdout
    texts = [match.group(1) for match in re.finditer(r'^msgid "(.*)"$', listing, re.MULTILINE)]
    return [text for text in texts if text]


def check_language(root, translation, template, folder):
    formal = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", str(translation)],
                            capture_output=True, text=True, check=False)
    for line in formal.stderr.splitlines() if formal.returncode != 0 else []:
        yield translation, 0, line.replace(str(translation), "").lstrip(":")
    if formal.returncode != 0:
        return
    merged = folder / translation.name
    subprocess.run(["msgmerge", "--quiet", f"--output-file={merged}", str(translation),
                    str(template)], check=True, capture_output=True)
    for text in entries_of(merged, "--untranslated"):
        yield translation, 0, f"\"{text}\" has no translation."
    for text in entries_of(merged, "--only-fuzzy"):
        yield translation, 0, f"the translation of \"{text}\" is only a guess (fuzzy)."


def check(root):
    offences = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        template = words_of_sources(root, folder)
        for language in (root / "po" / "LINGUAS").read_text(encoding="utf-8").split():
            offences += check_language(root, root / "po" / f"{language}.po", template, folder)
    return offences


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, check(tree))
