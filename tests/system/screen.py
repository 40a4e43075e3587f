# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""What is on the screen, as a screen reader is told: controls with a role, a name and a state.

All questions about a level of the tree are asked at once, so that a page of a thousand controls is
read in the time of a few answers.
"""

import re

from gi.repository import Gio, GLib

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
# Bits of a state, as the protocol numbers them.
FOCUSABLE, FOCUSED, SELECTED, SENSITIVE, VISIBLE = 11, 12, 23, 24, 30
# Places are told from the corner of the window.
OF_WINDOW = 1
# What GTK calls a widget that nobody gave a name.
NAMELESS = re.compile(r"(Gtk|Adw|Loket)[A-Z]\w*|\s*")


class Bus:
    """The accessibility bus of the session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, -1).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, name, path, interface, method, words=None):
        """Asks one thing and returns the answer."""
        return self.connection.call_sync(name, path, interface, method, words, None,
                                         Gio.DBusCallFlags.NONE, 5000).unpack()

    def ask(self, questions):
        """Asks (name, path, interface, method, words) all at once; returns the answers in order,
        and nothing for those that were refused."""
        answers = [None] * len(questions)
        waiting = [len(questions)]

        def answered(connection, result, number):
            waiting[0] -= 1
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (name, path, interface, method, words) in enumerate(questions):
            self.connection.call(name, path, interface, method, words, None,
                                 Gio.DBusCallFlags.NONE, 5000, None, answered, number)
        while waiting[0] > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def find_program(self, pid):
        """Returns the name on the bus of the program with a process id, or nothing."""
        for name, _ in self.call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
            owner = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                              GLib.Variant("(s)", (name,)))
            if owner[0] == pid:
                return name
        return None


class Control:
    """Something on the screen at one moment, and what stands inside of it."""

    def __init__(self, bus, owner, path, parent, answers):
        state, role, name, children, place = answers
        self.bus = bus
        self.owner = owner
        self.path = path
        self.parent = parent
        self.depth = parent.depth + 1 if parent is not None else 0
        self.state = state[0][0] if state is not None else 0
        self.role = role[0] if role is not None else ""
        self.name = plain(name[0]) if name is not None else ""
        self.place = place[0] if place is not None else None
        self.paths = [path for _, path in children[0]] if children is not None else []
        self.children = []

    def has(self, bit):
        return bool(self.state >> bit & 1)

    def is_shown(self):
        """Pages of a stack that were never shown call themselves visible, but have no size."""
        if self.parent is None:
            return True
        return self.has(VISIBLE) and (self.place is None
                                      or (self.place[2] > 0 and self.place[3] > 0))

    def is_nameless(self):
        return NAMELESS.fullmatch(self.name) is not None

    def walk(self):
        """Yields this and everything in it, from top to bottom."""
        yield self
        for child in self.children:
            yield from child.walk()

    def window(self):
        """Returns the window that this stands in."""
        control = self
        while control.parent is not None and control.parent.parent is not None:
            control = control.parent
        return control

    def trail(self):
        """Returns the roles and names from the window to here."""
        above = self.parent.trail() + " > " if self.parent is not None else ""
        return f"{above}{self.role} {self.name!r}"

    def press(self):
        """Does what the control is for; returns whether it does anything."""
        try:
            return self.bus.call(self.owner, self.path, ACTION, "DoAction",
                                 GLib.Variant("(i)", (0,)))[0]
        except GLib.Error:
            return False

    def place_now(self):
        """Returns where it stands at this moment; nothing when it is gone."""
        try:
            return self.bus.call(self.owner, self.path, COMPONENT, "GetExtents",
                                 GLib.Variant("(u)", (OF_WINDOW,)))[0]
        except GLib.Error:
            return None

    def description(self):
        """Returns what a screen reader says after the name, such as the table of a chart."""
        return self.bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get",
                             GLib.Variant("(ss)", (ACCESSIBLE, "Description")))[0]

    def text(self):
        """Returns what stands in an entry, or nothing."""
        try:
            return self.bus.call(self.owner, self.path, TEXT, "GetText",
                                 GLib.Variant("(ii)", (0, -1)))[0]
        except GLib.Error:
            return ""


def plain(name):
    """The name of a control without the underline of its mnemonic, said once."""
    words = name.replace("_", "")
    half = len(words) // 2
    if len(words) % 2 and words[half] == " " and words[:half] == words[half + 1:]:
        return words[:half]
    return words


def read(bus, owner):
    """Returns the program as a control, with everything that one can see in it."""
    root = None
    level = [(None, ROOT)]
    while level:
        questions = []
        for _, path in level:
            name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
            questions += [
                (owner, path, ACCESSIBLE, "GetState", None),
                (owner, path, ACCESSIBLE, "GetRoleName", None),
                (owner, path, "org.freedesktop.DBus.Properties", "Get", name),
                (owner, path, ACCESSIBLE, "GetChildren", None),
                (owner, path, COMPONENT, "GetExtents", GLib.Variant("(u)", (OF_WINDOW,))),
            ]
        answers = bus.ask(questions)
        following = []
        for number, (parent, path) in enumerate(level):
            control = Control(bus, owner, path, parent, answers[5 * number:5 * number + 5])
            if not control.is_shown():
                continue
            if parent is None:
                root = control
            else:
                parent.children.append(control)
            following += [(control, path) for path in control.paths]
        level = following
    return root
