# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""A desktop with a real service for notifications, and the program that reminds on it.

Notifications are shown by dunst. What it showed it tells through the script of a rule; a button is
pressed through the menu that it offers for actions, as its users do."""

import os
import pathlib
import subprocess

from gi.repository import Gio, GLib

import desktop

ID = "org.loketten.Loketten"

DUNSTRC = """[global]
    dmenu = {menu}
    always_run_script = true
    sort = no
[everything]
    appname = "*"
    script = {script}
"""
TELL = """#!/bin/sh
printf '%s|%s\\n' "$DUNST_SUMMARY" "$(printf %s "$DUNST_BODY" | tr '\\n' '/')" >>{log}
"""
MENU = "#!/bin/sh\ngrep \",$(cat {wish})]\"\n"


class Notifications:
    """What dunst shows and has shown."""

    def __init__(self, desk):
        self.folder = desk.folder
        self.log = desk.folder / "notifications.log"
        self.wish = desk.folder / "wish"
        script = self._write_program("tell", TELL.format(log=self.log))
        menu = self._write_program("menu", MENU.format(wish=self.wish))
        rules = desk.folder / "dunstrc"
        rules.write_text(DUNSTRC.format(script=script, menu=menu), encoding="utf-8")
        with open(desk.folder / "dunst.log", "w", encoding="utf-8") as log:
            # It grumbles about icons, which is no matter here.
            quiet = {key: word for key, word in os.environ.items() if key != "G_DEBUG"}
            desk.helpers.append(subprocess.Popen(["dunst", "-config", str(rules)], env=quiet,
                                                 stdout=log, stderr=log))
        desktop.wait_for("dunst answers", lambda: has_owner("org.freedesktop.Notifications"))

    def _write_program(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o700)
        return path

    def told(self):
        """Returns (title, body) of everything that was ever shown."""
        if not self.log.exists():
            return []
        return [tuple(line.split("|", 1))
                for line in self.log.read_text(encoding="utf-8").splitlines()]

    def shown(self):
        """Returns how many are on the screen."""
        return int(dunstctl("count", "displayed"))

    def clear(self):
        dunstctl("close-all")
        desktop.wait_for("nothing is on the screen", lambda: self.shown() == 0)
        self.log.write_text("", encoding="utf-8")

    def press(self, action):
        """Presses the button of an action on the notification that is shown."""
        if action == "default":
            dunstctl("action")
            return
        self.wish.write_text(action, encoding="utf-8")
        dunstctl("context")


def dunstctl(*words):
    return subprocess.run(["dunstctl", *words], capture_output=True, text=True,
                          check=True).stdout.strip()


def bus():
    return Gio.bus_get_sync(Gio.BusType.SESSION)


def ask(method, parameters, kind, name="org.freedesktop.DBus", path="/org/freedesktop/DBus",
        interface="org.freedesktop.DBus"):
    return bus().call_sync(name, path, interface, method, parameters, GLib.VariantType(kind),
                           Gio.DBusCallFlags.NO_AUTO_START, 5000, None).unpack()


def has_owner(name):
    return ask("NameHasOwner", GLib.Variant("(s)", (name,)), "(b)")[0]


def pid_of(name):
    return ask("GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), "(u)")[0]


class Activated:
    """A process that the bus started."""

    def __init__(self, pid):
        self.pid = pid
        self.returncode = 0

    def poll(self):
        """A process that somebody else waits for is gone when it has no name any more."""
        state = pathlib.Path(f"/proc/{self.pid}/stat")
        with_state = state.read_text(encoding="ascii") if state.exists() else ") Z"
        return 0 if with_state.rsplit(")", 1)[1].split()[0] == "Z" else None

    def kill(self):
        if self.poll() is None:
            os.kill(self.pid, 9)

    def wait(self):
        desktop.wait_for("the program is gone", lambda: self.poll() is not None)


class Window(desktop.Program):
    """The window that came up by itself."""

    def __init__(self, desk, log):
        self.desktop = desk
        self.name = None
        self.managed = {}
        desktop.wait_for("the application is on the bus", lambda: has_owner(ID))
        self.log = open(log, "r", encoding="utf-8")
        self.process = Activated(pid_of(ID))
        desk.programs.append(self)
        self.wait_for_window()


def offer(desk, name, program, environment):
    """Lets the bus start a program, as an installed service file would."""
    folder = desk.folder / "dbus-1" / "services"
    folder.mkdir(parents=True, exist_ok=True)
    start = desk.folder / f"start-{name}"
    words = "".join(f"export {key}='{value}'\n" for key, value in environment.items()
                    if key.isidentifier() and "'" not in value)
    start.write_text(f"#!/bin/sh\n{words}exec {program} --gapplication-service "
                     f">>{desk.folder}/activated.log 2>&1\n", encoding="utf-8")
    start.chmod(0o700)
    (folder / f"{name}.service").write_text(
        f"[D-BUS Service]\nName={name}\nExec={start}\n", encoding="utf-8")
    ask("ReloadConfig", None, "()")
    return desk.folder / "activated.log"
