#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Installs into a folder of its own and looks at what is there: test-install.py BUILD [PROGRAM]...

The folder is as good as a package: whatever a desktop needs to know the application by must be in
it, in the form that the desktop's own validators ask for.
"""

import configparser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ID = "org.loketten.Loketten"
FILES = [
    f"share/applications/{ID}.desktop",
    f"share/dbus-1/services/{ID}.service",
    f"share/dbus-1/services/{ID}.Reminders.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"share/metainfo/{ID}.metainfo.xml",
    "share/locale/nl/LC_MESSAGES/loketten.mo",
]
SVG = "{http://www.w3.org/2000/svg}"


def run(*command, **more):
    """Runs a command; returns what is wrong, or nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    return "" if done.returncode == 0 else done.stdout + done.stderr or f"{command[0]} failed"


def option_of(build, name):
    told = subprocess.run(["meson", "introspect", "--buildoptions", build],
                          capture_output=True, text=True, check=True).stdout
    return next(option["value"] for option in json.loads(told) if option["name"] == name)


def autostart_of(build, folder):
    """Returns the entry by which the session starts the reminders."""
    settings = pathlib.Path(option_of(build, "prefix"), option_of(build, "sysconfdir"))
    return folder / str(settings).lstrip("/") / "xdg" / "autostart" / f"{ID}.Reminders.desktop"


def keyfile(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser


def installs(build, folder):
    environment = {**os.environ, "DESTDIR": str(folder)}
    return run("meson", "install", "-C", build, "--no-rebuild", "--quiet", env=environment)


def has_file(place, name):
    return "" if (place / name).is_file() else f"{name} is not installed."


def schema_compiles(place):
    return run("glib-compile-schemas", "--strict", "--dry-run", place / "share/glib-2.0/schemas")


def desktop_file_is_valid(path, *translated):
    entry = keyfile(path)["Desktop Entry"]
    missing = [f"{key}[nl]" for key in translated if f"{key}[nl]" not in entry]
    if missing:
        return f"the desktop file has no {', '.join(missing)}."
    return run("desktop-file-validate", path)


def autostart_starts_what_is_installed(path, place):
    program = keyfile(path)["Desktop Entry"]["Exec"]
    return "" if (place / "bin" / program).is_file() else f"there is no {program} to start."


def metainfo_is_valid(place):
    path = place / f"share/metainfo/{ID}.metainfo.xml"
    release = ElementTree.parse(path).getroot().find("releases/release").get("version")
    if release != version_of_project():
        return f"the newest release is {release}, the project says {version_of_project()}."
    return run("appstreamcli", "validate", "--no-net", path)


def version_of_project():
    root = pathlib.Path(__file__).resolve().parents[2]
    text = (root / "meson.build").read_text(encoding="utf-8")
    return re.search(r"version: '([^']+)'", text).group(1)


def service_starts_what_is_installed(name, place, folder):
    service = keyfile(place / f"share/dbus-1/services/{name}.service")["D-BUS Service"]
    if service["Name"] != name:
        return f"the service file names {service['Name']}, not {name}."
    program = service["Exec"].split()[0]
    return "" if (folder / program.lstrip("/")).is_file() else f"there is no {program} to start."


def icon_is_drawn_on(path, size, paths=None):
    """Says what is wrong with an icon: its grid, letters in it, or (symbolic) more than a path."""
    root = ElementTree.parse(path).getroot()
    if root.get("viewBox") != f"0 0 {size} {size}":
        return f"{path.name} is not drawn on a grid of {size} by {size}."
    if root.findall(f".//{SVG}text") or root.findall(f".//{SVG}image"):
        return f"{path.name} has letters or a picture in it."
    if paths is not None and len(list(root)) != paths:
        return f"{path.name} must be a single path, to be coloured by the theme."
    return ""


def main():
    build, programs = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        place = folder / option_of(build, "prefix").lstrip("/")
        icons = place / "share/icons/hicolor"
        autostart = autostart_of(build, folder)
        cases = [("installs-into-a-folder", lambda: installs(build, folder))]
        cases += [(f"has-{file}", lambda file=file: has_file(place, file))
                  for file in FILES + [f"bin/{program}" for program in programs]]
        cases += [
            ("settings-schema-compiles", lambda: schema_compiles(place)),
            ("desktop-file-is-valid-and-dutch",
             lambda: desktop_file_is_valid(place / FILES[0], "Name", "Comment", "Keywords")),
            ("autostart-is-valid-and-dutch",
             lambda: desktop_file_is_valid(autostart, "Name", "Comment")),
            ("metainfo-is-valid-and-of-this-version", lambda: metainfo_is_valid(place)),
            ("icon-is-on-its-grid",
             lambda: icon_is_drawn_on(icons / f"scalable/apps/{ID}.svg", 128)),
            ("symbolic-icon-is-one-path",
             lambda: icon_is_drawn_on(icons / f"symbolic/apps/{ID}-symbolic.svg", 16, paths=1)),
        ]
        if "loketten" in programs:
            cases.append(("service-starts-what-is-installed",
                          lambda: service_starts_what_is_installed(ID, place, folder)))
        if "loketten-reminders" in programs:
            cases.append(("reminders-service-starts-what-is-installed",
                          lambda: service_starts_what_is_installed(f"{ID}.Reminders", place,
                                                                   folder)))
            cases.append(("autostart-starts-what-is-installed",
                          lambda: autostart_starts_what_is_installed(autostart, place)))
        sys.exit(run_cases(cases))


def run_cases(cases):
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, (name, case) in enumerate(cases, 1):
        try:
            wrong = case()
        except (OSError, KeyError, ElementTree.ParseError) as error:
            wrong = str(error)
        print("not ok" if wrong else "ok", number, f"/install/{name}", flush=True)
        for line in wrong.splitlines():
            print(f"#   {line}", flush=True)
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    main()
