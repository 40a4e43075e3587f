#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests the checks themselves: plants an offender in a tree of its own and sees it named."""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

HEAD = ("/* SPDX-License-Identifier: GPL-3.0-or-later\n"
        " * Copyright 2026 The Loketten authors\n"
        " *\n"
        " * A file to try the checks on. */\n\n")

MANIFEST = {
    "id": "org.loketten.Loketten",
    "runtime": "org.gnome.Platform",
    "runtime-version": "48",
    "sdk": "org.gnome.Sdk",
    "command": "loketten",
    "finish-args": ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"],
    "modules": [{"name": "loketten", "sources": [{"type": "dir", "path": ".."}]}],
}

# A small house in which all is well; every offender is planted in a copy of it.
SOUND = {
    "app/records/loket-client.h": HEAD + "#include <glib-object.h>\n",
    "app/records/loket-client.c": HEAD + "#include \"loket-client.h\"\n",
    "app/store/loket-client-table.h": HEAD + "#include \"loket-client.h\"\n",
    "app/store/loket-client-table.c": HEAD + "#include <sqlite3.h>\n"
                                             "const char *sql = \"SELECT id\"\n"
                                             "                  \" FROM client\";\n",
    "app/satisfaction/loket-tally.h": HEAD,
    "app/planning/loket-plan.h": HEAD,
    "app/report/loket-chart.h": HEAD + "#include <cairo.h>\n",
    "app/exchange/loket-csv.h": HEAD,
    "app/desk/loket-act.h": HEAD + "#include \"loket-client-table.h\"\n",
    "app/ctl/loket-verb.h": HEAD + "#include \"loket-act.h\"\n",
    "ui/loket-window.c": HEAD + "#include <adwaita.h>\n#include \"loket-act.h\"\n"
                                "/* SELECT nothing FROM here */\n"
                                "const char *text = _(\"Select a client from the list\");\n"
                                "bind (LoketWindow, search_entry);\n",
    "ui/loket-window.ui": "<interface><object id=\"search_entry\"/><object id=\"model\"/>"
                          "<property name=\"model\">model</property></interface>\n",
    "data/schema/001.sql": "CREATE TABLE client (id TEXT);\n",
    "po/POTFILES": "# Sorted.\nui/loket-window.c\n",
    "po/LINGUAS": "nl\n",
    "po/meson.build": "i18n.gettext('loketten', preset: 'glib')\n",
    "po/nl.po": "msgid \"\"\nmsgstr \"Language: nl\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\n"
                "msgid \"Select a client from the list\"\nmsgstr \"Kies een klant uit de lijst\"\n",
    "flatpak/org.loketten.Loketten.json": json.dumps(MANIFEST),
}


def manifest_with(**changes):
    return {"flatpak/org.loketten.Loketten.json": json.dumps({**MANIFEST, **changes})}


def c_file(text):
    return HEAD + text + "\n"


# What rule, which check sees it, what is planted, and words of the sentence that must name it.
OFFENDERS = [
    ("no GTK in app", "layers", {"app/records/loket-bad.h": c_file("#include <gtk/gtk.h>")},
     "app/records/loket-bad.h:6: app/records/ must not use GTK"),
    ("no GDK in app", "layers", {"app/desk/loket-bad.c": c_file("#include <gdk/gdk.h>")},
     "app/desk/ must not use GTK (<gdk/gdk.h>)"),
    ("no Adwaita in app", "layers", {"app/report/loket-bad.c": c_file("# include <adwaita.h>")},
     "app/report/ must not use GTK (<adwaita.h>)"),
    ("no SQLite above the store", "layers", {"app/desk/loket-bad.c": c_file("#include <sqlite3.h>")},
     "app/desk/ must not use SQLite"),
    ("no SQLite in ui", "layers", {"ui/loket-bad.c": c_file("#include <sqlite3.h>")},
     "ui/ must not use SQLite"),
    ("no GSL in ui", "layers", {"ui/loket-bad.c": c_file("#include <gsl/gsl_cdf.h>")},
     "ui/ must not use GSL"),
    ("no cairo in desk", "layers", {"app/desk/loket-bad.c": c_file("#include <pango/pango.h>")},
     "app/desk/ must not use cairo and Pango"),
    ("records name nothing above", "layers",
     {"app/records/loket-bad.c": c_file("#include \"loket-client-table.h\"")},
     "app/records/ must not name app/store/ (loket-client-table.h)"),
    ("planning does not name the store", "layers",
     {"app/planning/loket-bad.c": c_file("#include \"loket-client-table.h\"")},
     "app/planning/ must not name app/store/"),
    ("satisfaction does not name the desk", "layers",
     {"app/satisfaction/loket-bad.c": c_file("#include \"loket-act.h\"")},
     "app/satisfaction/ must not name app/desk/"),
    ("floors do not name their neighbours", "layers",
     {"app/report/loket-bad.c": c_file("#include \"loket-csv.h\"")},
     "app/report/ must not name app/exchange/"),
    ("desk names no face", "layers",
     {"app/desk/loket-bad.c": c_file("#include \"../ctl/loket-verb.h\"")},
     "app/desk/ must not name app/ctl/"),
    ("faces do not name each other", "layers",
     {"ui/widgets/loket-bad.c": c_file("#include \"loket-verb.h\"")},
     "ui/ must not name app/ctl/"),
    ("ui names no table", "layers",
     {"ui/loket-bad.c": c_file("#include \"loket-client-table.h\"")},
     "ui/ must not name a table"),
    ("no SQL in desk", "layers",
     {"app/desk/loket-bad.c": c_file("x (\"UPDATE client\"\n   \" SET name = $1\");")},
     "app/desk/loket-bad.c:6: SQL text (\"UPDATE client SET name = $1\")"),
    ("no SQL in ui", "layers", {"ui/loket-bad.c": c_file("x (\"delete from client\");")},
     "SQL text (\"delete from client\")"),
    ("no pragma in ctl", "layers",
     {"app/ctl/loket-bad.c": c_file("x (\"PRAGMA integrity_check\");")},
     "SQL text (\"PRAGMA integrity_check\")"),
    ("no SQL file elsewhere", "layers", {"data/other.sql": "SELECT 1;\n"},
     "data/other.sql: SQL files stand only in data/schema/."),
    ("planning asks no clock", "layers",
     {"app/planning/loket-bad.c": c_file("now = g_date_time_new_now_local ();")},
     "app/planning/ asks no clock: \"now\" is an argument (g_date_time_new_now_local)"),
    ("records read no files", "layers",
     {"app/records/loket-bad.c": c_file("g_file_get_contents (path, &text, NULL, NULL);")},
     "app/records/ does no input or output"),
    ("every folder has its floor", "layers", {"app/other/loket-bad.c": c_file("int x;")},
     "app/other/loket-bad.c: stands on no floor of the house"),

    ("first line is the licence", "sources", {"app/desk/loket-bad.c": "int x;\n"},
     "app/desk/loket-bad.c:1: the first line must say \"SPDX-License-Identifier"),
    ("head has the copyright line", "sources",
     {"tests/app/test-bad.c": "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* Why. */\n"},
     "tests/app/test-bad.c:1: the head must have the copyright line"),
    ("head says what the file is for", "sources",
     {"ui/loket-bad.h": "/* SPDX-License-Identifier: GPL-3.0-or-later\n"
                        " * Copyright 2026 The Loketten authors */\n\nint x;\n"},
     "ui/loket-bad.h:1: the head must say in one sentence what the file is for."),
    ("lines fit 100 columns", "sources", {"ui/loket-bad.c": c_file("/* " + "x" * 98 + " */")},
     "ui/loket-bad.c:6: the line is 104 columns wide"),

    ("no machine paths", "paths", {"data/bad.txt": "see /" + "home/someone/loketten\n"},
     "data/bad.txt:1: \"/" + "home/someone/\" is the path of one machine"),

    ("marked words are listed", "potfiles", {"app/desk/loket-bad.c": c_file("x (_(\"Hello\"));")},
     "app/desk/loket-bad.c: has words to translate, but is not listed in po/POTFILES."),
    ("words with a context are listed", "potfiles",
     {"ui/loket-bad.c": c_file("x (C_ (\"place\", \"Today\"));")},
     "ui/loket-bad.c: has words to translate"),
    ("translatable templates are listed", "potfiles",
     {"ui/loket-bad.ui": "<interface><property translatable=\"yes\">Hi</property></interface>"},
     "ui/loket-bad.ui: has words to translate"),
    ("listed files exist", "potfiles", {"po/POTFILES": "ui/loket-gone.c\nui/loket-window.c\n"},
     "po/POTFILES:1: ui/loket-gone.c is listed, but there is no such file."),
    ("listed files are sorted", "potfiles",
     {"po/POTFILES": "ui/loket-window.c\napp/desk/loket-act.h\n"},
     "po/POTFILES: the files must be sorted."),

    ("every word is translated", "translation",
     {"ui/loket-window.c": c_file("x (_(\"Select nobody\"));")},
     "po/nl.po: \"Select nobody\" has no translation."),
    ("no translation is a guess", "translation",
     {"po/nl.po": SOUND["po/nl.po"].replace("msgid \"Sel", "#, fuzzy\nmsgid \"Sel")},
     "po/nl.po: the translation of \"Select a client from the list\" is only a guess"),
    ("translations are well-formed", "translation",
     {"po/nl.po": SOUND["po/nl.po"] + "\nmsgid \"unended\n"}, "po/nl.po:"),

    ("every id is used", "templates",
     {"ui/loket-window.ui": "<interface><object id=\"orphan\"/></interface>"},
     "ui/loket-window.ui: the id \"orphan\" is used nowhere"),
    ("templates are well-formed", "templates", {"ui/loket-bad.ui": "<interface>"},
     "ui/loket-bad.ui:1: is not well-formed XML"),

    ("no network", "flatpak",
     manifest_with(**{"finish-args": MANIFEST["finish-args"] + ["--share=network"]}),
     "the permission --share=network is more than a window needs."),
    ("no file system", "flatpak",
     manifest_with(**{"finish-args": MANIFEST["finish-args"] + ["--filesystem=home"]}),
     "the permission --filesystem=home is more"),
    ("a display", "flatpak", manifest_with(**{"finish-args": []}),
     "a window needs the permission --socket=wayland."),
    ("a current runtime", "flatpak", manifest_with(**{"runtime-version": "43"}),
     "the runtime must be version 48 or newer, not \"43\"."),
    ("our application id", "flatpak", manifest_with(id="org.gnome.Loketten"),
     "the application id must be org.loketten.Loketten."),
    ("our command", "flatpak", manifest_with(command="sh"), "the command must be loketten."),
    ("pinned sources", "flatpak",
     manifest_with(modules=[{"name": "loketten", "sources": [
         {"type": "archive", "url": "http://example.org/x.tar.gz"}]}]),
     "must be pinned by its sha256."),
    ("valid JSON", "flatpak", {"flatpak/org.loketten.Loketten.json": "{"}, "cannot be read"),
]

CHECKS = ["flatpak", "layers", "paths", "potfiles", "sources", "templates", "translation"]


# What rule, which check would trip over it, and what is planted without doing harm.
HARMLESS = [
    ("skips-build-folders-of-any-name", "sources",
     {"_made/meson-private/sanity.c": "int x;\n", "_made/app/generated.c": "int y;\n"}),
]


def run_check(check, planted):
    """Runs a check on a sound house with the planted files; returns its status and its words."""
    with tempfile.TemporaryDirectory() as name:
        for path, text in {**SOUND, **planted}.items():
            file = pathlib.Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, HERE / f"check-{check}.py", name],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


def main():
    cases = [(f"/{check}/passes-a-sound-house", check, {}, None) for check in CHECKS]
    cases += [(f"/{check}/{rule}", check, planted, None) for rule, check, planted in HARMLESS]
    cases += [(f"/{check}/{rule.replace(' ', '-')}", check, planted, words)
              for rule, check, planted, words in OFFENDERS]
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, (name, check, planted, words) in enumerate(cases, 1):
        status, said = run_check(check, planted)
        good = (status == 0 and not said) if words is None else (status == 1 and words in said)
        print(("ok" if good else "not ok"), number, name, flush=True)
        if not good:
            failed += 1
            print(f"# exit {status}, said:", *said.splitlines(), sep="\n#   ", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
