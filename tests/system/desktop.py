# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""A desktop of its own, with a person at it: starts the real programs, looks and types.

It has a virtual display, a session bus and an accessibility bus, and a home that is thrown away.
What is on the screen is read through the accessibility bus; keys and clicks come from outside, as
a keyboard and a mouse would make them. Nothing waits for a fixed time: whatever is expected is
looked for until it is there, or until a deadline has passed.
"""

import contextlib
import gettext
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata

from gi.repository import GLib

import screen

SECONDS = 30
DEAD_KEYS = {"\u0301": "dead_acute", "\u0308": "dead_diaeresis"}
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Failed(Exception):
    """What was expected did not come."""


# libadwaita 1.2 still lays out the tabs that a narrow title bar has just hidden.
HARMLESS = re.compile("attempt to allocate (AdwViewSwitcher|GtkBox box) .* and height -1")


def wait_for(what, probe, seconds=SECONDS):
    """Returns what the probe finds, as soon as that is true."""
    deadline = time.monotonic() + seconds
    while True:
        found = None
        with contextlib.suppress(GLib.Error):
            found = probe()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Failed(f"after {seconds} seconds: {what}")
        time.sleep(0.03)


class Desktop:
    """The display, the buses and the home; use it with "with"."""

    def __init__(self, build, screen="1600x1200"):
        self.build = pathlib.Path(build).resolve()
        self.screen = screen
        self.helpers = []
        self.programs = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="loketten-"))
        try:
            self._start_helpers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for program in self.programs:
            program.kill()
        for helper in reversed(self.helpers):
            helper.terminate()
            helper.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_helpers(self):
        with open(self.folder / "helpers.log", "w", encoding="utf-8") as log:
            self._start_display(log)
            os.environ.pop("WAYLAND_DISPLAY", None)
            os.environ.pop("AT_SPI_BUS_ADDRESS", None)
            os.environ["HOME"] = str(self.folder)
            os.environ["XDG_RUNTIME_DIR"] = str(self.folder)
            bus = subprocess.Popen(
                ["dbus-daemon", "--session", "--nofork", "--print-address"],
                stdout=subprocess.PIPE, stderr=log, text=True)
            self.helpers.append(bus)
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            self.helpers.append(subprocess.Popen(
                ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                stdout=log, stderr=log))
            self.bus = wait_for("there is an accessibility bus", screen.Bus)

    def _start_display(self, log):
        """Two displays that are started at once may both find the same number free, so that each
        begins to look somewhere else. Without -noreset a display starts anew whenever its last
        program leaves, and turns away who comes just then."""
        for number in random.sample(range(200, 10000), 20):
            reading, writing = os.pipe()
            display = subprocess.Popen(
                ["Xvfb", f":{number}", "-displayfd", str(writing), "-nolisten", "tcp",
                 "-noreset", "-screen", "0", f"{self.screen}x24"], pass_fds=[writing], stderr=log)
            os.close(writing)
            with os.fdopen(reading) as told:
                if told.readline().strip() == str(number):
                    self.helpers.append(display)
                    os.environ["DISPLAY"] = f":{number}"
                    subprocess.run(["setxkbmap", "us", "intl"], stderr=log, check=True)
                    return
            display.wait()
        raise Failed("no virtual display can be started")

    def environment(self, home="person", language="en", now=None, **more):
        """Returns what a program finds around it."""
        place = self.folder / home
        return {
            **os.environ,
            "HOME": str(place),
            "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_DATA_HOME": str(place / "data"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_DATA_DIRS": f"{ROOT / 'data'}:/usr/local/share:/usr/share",
            "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(self.build / "data"),
            "LOCPATH": str(self.build / "tests"),
            "LC_ALL": "nl_NL.UTF-8" if language == "nl" else "C.UTF-8",
            "LANGUAGE": "nl" if language == "nl" else "en",
            "TZ": "Europe/Amsterdam",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GTK_A11Y": "atspi",
            "GTK_IM_MODULE": "gtk-im-context-simple",
            "G_DEBUG": "fatal-criticals",
            "LOKETTEN_NOW": now or "run:2026-11-20T10:40",
            **more,
        }

    def make_home(self, name, dpi=96, settings=None):
        """Makes a home with a screen of so many dots per inch, and settings of the program."""
        config = self.folder / name / "config"
        (config / "gtk-4.0").mkdir(parents=True, exist_ok=True)
        (config / "gtk-4.0" / "settings.ini").write_text(
            "[Settings]\ngtk-font-name=Cantarell 11\ngtk-decoration-layout=appmenu:close\n"
            "gtk-cursor-blink=false\ngtk-enable-animations=false\n", encoding="utf-8")
        # Without a settings daemon this is where GTK finds how large text is.
        (self.folder / name / ".Xdefaults").write_text(f"Xft.dpi: {dpi}\n", encoding="utf-8")
        keys = "".join(f"{key}={value}\n" for key, value in (settings or {}).items())
        (config / "glib-2.0" / "settings").mkdir(parents=True, exist_ok=True)
        (config / "glib-2.0" / "settings" / "keyfile").write_text(
            f"[org/loketten/Loketten]\n{keys}", encoding="utf-8")

    def words(self, language):
        """Returns the function that says an English sentence in a language."""
        if language != "nl":
            return lambda sentence: sentence
        path = self.build / "po" / "nl" / "LC_MESSAGES" / "loketten.mo"
        with open(path, "rb") as file:
            return gettext.GNUTranslations(file).gettext

    def loketctl(self, *words, **more):
        """Runs loketctl to its end; returns what it printed."""
        done = subprocess.run([str(self.build / "app/ctl/loketctl"), *map(str, words)],
                              env=self.environment(**more), capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            raise Failed(f"loketctl {words} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def start(self, *words, **more):
        """Starts loketten and waits for its window."""
        home = more.get("home", "person")
        if not (self.folder / home / "config").exists():
            self.make_home(home)
        program = Program(self, words, self.environment(**more))
        self.programs.append(program)
        program.wait_for_window()
        return program


class Program:
    """A loketten that runs; leaving "with" ends it."""

    def __init__(self, desktop, words, environment):
        self.log = open(desktop.folder / "program.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen([str(desktop.build / "ui/loketten"), *map(str, words)],
                                        env=environment, stdout=self.log, stderr=self.log)
        self.desktop = desktop
        self.name = None
        self.managed = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, _):
        if problem is not None:
            problem.screen = self.picture()
        self.kill()
        if problem is None:
            self.expect_clean_log()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def words_of_log(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    @contextlib.contextmanager
    def paused(self):
        """What happens meanwhile it sees only afterwards, together with the keys pressed meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def expect_clean_log(self):
        """A program that complains is not well, though it may look so."""
        for line in self.words_of_log().splitlines():
            if ("WARNING" in line or "CRITICAL" in line) and not HARMLESS.search(line):
                raise Failed(f"loketten complained: {line}")

    def expect_end(self, code=0):
        ended = wait_for("the program ends",
                         lambda: self.process.poll() is not None and [self.process.returncode])
        if ended != [code]:
            raise Failed(f"loketten ended with {ended[0]}: {self.words_of_log()}")

    def quit(self):
        """Leaves as a person does, and sees that the program ended well."""
        self.key("ctrl+q")
        self.expect_end()

    # What is on the screen

    def _find_name(self):
        if self.process.poll() is not None:
            raise Failed(f"loketten ended with {self.process.returncode}: {self.words_of_log()}")
        return self.desktop.bus.find_program(self.process.pid)

    def wait_for_window(self):
        self.name = wait_for("loketten is on the accessibility bus", self._find_name)
        wait_for("a window opens", self.windows)
        self.park_mouse()
        self.focus()

    def look(self, role=None, name=None, within=None):
        """Returns the controls of a role that one can see; name may be a text or a pattern."""
        seen = screen.read(self.desktop.bus, self.name)
        if seen is None:
            return []
        return [control for control in seen.walk()
                if fits(role, control.role) and fits(name, control.name)
                and (within is None or is_within(within, control))]

    def find(self, role, name=None, within=None, seconds=SECONDS):
        """Returns the last control of a role and a name, as soon as there is one.

        The last, since a menu button and the button inside of it have the same name."""
        return wait_for(f"there is a {role} {name!r}",
                        lambda: self.look(role, name, within), seconds)[-1]

    def expect_gone(self, role, name):
        wait_for(f"there is no {role} {name!r}", lambda: not self.look(role, name))

    def expect_focus(self, role, name):
        def has_focus():
            return [control for control in self.look(role, name) if control.has(screen.FOCUSED)]
        return wait_for(f"the focus is on the {role} {name!r}", has_focus)[-1]

    def focused(self):
        """Returns what has the keyboard: the innermost, or nothing."""
        found = [control for control in self.look() if control.has(screen.FOCUSED)]
        return found[-1] if found else None

    def picture(self):
        """Returns what is on the screen in words."""
        lines = []
        for control in self.look():
            text = control.text() if control.role in ("entry", "text") else ""
            if control.is_nameless() and not text and not control.has(screen.FOCUSABLE):
                continue
            mark = " <- focus" if control.has(screen.FOCUSED) else ""
            shown = f" [{text}]" if text and text != control.name else ""
            lines.append(f"{' ' * control.depth}{control.role} {control.name!r}{shown}{mark}")
        return "\n".join(lines)

    # What a person does

    def windows(self):
        """Returns the ids of the windows, the one on top last, without popovers and tooltips."""
        shown = xdotool("search", "--all", "--onlyvisible", "--pid", self.process.pid,
                        "--name", ".").split()
        return [window for window in shown if self._is_managed(window)]

    def _is_managed(self, window):
        """Whether a window manager would look after a window; asked once of each. The next program
        may get the same numbers for other windows."""
        if window not in self.managed:
            told = subprocess.run(["xwininfo", "-stats", "-id", window], capture_output=True,
                                  text=True, check=False).stdout
            if not told:
                return False
            self.managed[window] = "Override Redirect State: no" in told
        return self.managed[window]

    def focus(self):
        """Gives the keyboard to the window on top, as a window manager would."""
        windows = self.windows()
        if windows and xdotool("getwindowfocus").strip() != windows[-1]:
            xdotool("windowfocus", "--sync", windows[-1])

    def key(self, *keys):
        self.focus()
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """Types; letters with an accent as on the keyboard that most Dutch people have."""
        self.focus()
        for letters in re.split("([^\0-\x7f])", text):
            if letters.isascii():
                xdotool("type", "--clearmodifiers", "--delay", "20", letters)
            else:
                base, accent = unicodedata.normalize("NFD", letters)
                xdotool("key", "--clearmodifiers", DEAD_KEYS[accent], base)

    def press(self, role, name=None, within=None):
        """Presses a control through the accessibility bus, as a switch or a voice would."""
        def has_pressed():
            return any(control.press() for control in reversed(self.look(role, name, within)))
        wait_for(f"the {role} {name!r} can be pressed", has_pressed)

    def click(self, control):
        """Clicks the middle of a control of the window on top, once it moves no more."""
        def is_still():
            before, control.place = control.place, control.place_now()
            return before == control.place
        wait_for(f"the {control.role} {control.name!r} stands still", is_still)
        left, top, width, height = geometry(self.windows()[-1])
        inside = control.window().place
        place = control.place
        xdotool("mousemove",
                left + (width - inside[2]) // 2 + place[0] + place[2] // 2,
                top + (height - inside[3]) // 2 + place[1] + place[3] // 2,
                "click", 1)

    def choose(self, name, item):
        """Chooses an item of a list that drops down, by keyboard: each step waits for the last."""
        before = self.focused()
        self.click(self.find("combo box", name))
        row = self._wait_for_row(before)
        while not self.look("label", item, within=row):
            self.key("Down")
            row = self._wait_for_row(row)
        self.key("Return")
        wait_for("the list is closed", lambda: not self.look("list item", within=row))

    def _wait_for_row(self, before):
        """Returns the row that the keyboard comes to, from another control or none."""
        def came():
            row = self.focused()
            return row is not None and row.role == "list item" \
                and (before is None or row.path != before.path) and row
        return wait_for("the keyboard is on the next row of the list", came)

    def park_mouse(self):
        """Takes the mouse away from the controls, so that nothing is lit up by it."""
        xdotool("mousemove", *self.desktop.screen.split("x"))

    def place_dialog(self, below=1):
        """Waits for a window above so many others, and lays it over the middle of the first."""
        windows = wait_for(f"there are {below + 1} windows",
                           lambda: len(self.windows()) > below and self.windows())
        left, top, width, height = geometry(windows[0])
        _, _, own_width, own_height = geometry(windows[-1])
        if own_width > width or own_height > height:
            own_width, own_height = min(width, own_width), min(height, own_height)
            xdotool("windowsize", "--sync", windows[-1], own_width, own_height)
        xdotool("windowmove", windows[-1], left + (width - own_width) // 2,
                top + (height - own_height) // 2)


def xdotool(*words):
    done = subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True,
                          check=False)
    return done.stdout


def geometry(window):
    """Returns left, top, width and height of a window in pixels."""
    told = dict(line.split("=") for line in
                xdotool("getwindowgeometry", "--shell", window).split())
    return tuple(int(told[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))


def fits(wanted, word):
    """Whether a word is what is wanted: a text, a pattern to find, or anything."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(word) is not None
    return screen.plain(wanted) == word


def is_within(outer, control):
    while control is not None and control.path != outer.path:
        control = control.parent
    return control is not None


def run_cases(suite, cases):
    """Runs (name, function) one after the other and tells in TAP how it went.

    Returns: the exit code of the test"""
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, (name, case) in enumerate(cases, 1):
        problem = None
        try:
            case()
        except (Failed, AssertionError, GLib.Error, OSError, subprocess.SubprocessError) as error:
            problem = error
        print("not ok" if problem else "ok", number, f"/{suite}/{name}", flush=True)
        if problem is not None:
            failed += 1
            tell(problem)
    return 1 if failed else 0


def tell(problem):
    """Says what went wrong and what was on the screen; on standard error too, for people."""
    lines = [repr(problem), "On the screen:", *getattr(problem, "screen", "nothing").splitlines()]
    for line in lines:
        print(f"#   {line}", flush=True)
        print(line, file=sys.stderr, flush=True)
