#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Checks the Flatpak manifest, above all that it asks for little: check-flatpak.py [ROOT]."""

import json
import re

import house

APPLICATION_ID = "org.loketten.Loketten"
OLDEST_RUNTIME = 48
ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}


def sentences_about(manifest):
    if manifest.get("id", manifest.get("app-id")) != APPLICATION_ID:
        yield f"the application id must be {APPLICATION_ID}."
    if manifest.get("runtime") != "org.gnome.Platform" or manifest.get("sdk") != "org.gnome.Sdk":
        yield "the runtime must be org.gnome.Platform, and the SDK org.gnome.Sdk."
    version = str(manifest.get("runtime-version", ""))
    if not version.isdigit() or int(version) < OLDEST_RUNTIME:
        yield f"the runtime must be version {OLDEST_RUNTIME} or newer, not \"{version}\"."
    if manifest.get("command") != "loketten":
        yield "the command must be loketten."
    for permission in manifest.get("finish-args", []):
        if permission not in ALLOWED:
            yield f"the permission {permission} is more than a window needs."
    for permission in sorted(ALLOWED - set(manifest.get("finish-args", []))):
        yield f"a window needs the permission {permission}."
    names = [module["name"] for module in manifest.get("modules", [])]
    if not names or names[-1] != "loketten":
        yield "the last module must be loketten."
    for module in manifest.get("modules", []):
        for source in module.get("sources", []):
            yield from sentences_about_source(module["name"], source)


def sentences_about_source(name, source):
    if source.get("type") in ("archive", "file"):
        if not source.get("url", "").startswith("https://"):
            yield f"the source of {name} must come over https."
        if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            yield f"the source of {name} must be pinned by its sha256."
    if source.get("type") == "git" and "commit" not in source:
        yield f"the source of {name} must be pinned by its commit."


def check(root):
    path = root / "flatpak" / f"{APPLICATION_ID}.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [(path, 0, f"cannot be read: {error}.")]
    return [(path, 0, sentence) for sentence in sentences_about(manifest)]


if __name__ == "__main__":
    tree = house.root_of_tree()
    house.report(tree, check(tree))
