# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""What tests of loketctl share: a desk in a folder of its own, and TAP."""

import os
import pathlib
import subprocess
import sys
import tempfile
import traceback


class Desk:
    """A store in a temporary folder, and the program that works on it."""

    def __init__(self, now="2026-11-21T12:00"):
        self.place = tempfile.TemporaryDirectory(prefix="loketctl-")
        self.folder = pathlib.Path(self.place.name)
        self.store = self.folder / "store.db"
        self.environment = dict(os.environ, HOME=self.place.name, XDG_DATA_HOME=self.place.name,
                                LOKETTEN_STORE=str(self.store), LOKETTEN_NOW=now)
        self.environment.pop("LOKETTEN_COUNSELLOR", None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.place.cleanup()

    def write(self, name, text):
        """Writes a file beside the store; text is UTF-8 unless it is bytes already."""
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (self.folder / name).write_bytes(data)

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def start(self, *words):
        return subprocess.Popen([program(), *words], cwd=self.folder, env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        return subprocess.run([program(), *words], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)

    def expect(self, status, *words):
        """Runs the program, which must exit with status; returns what it wrote."""
        done = self.run(*words)
        assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
        return done


def program():
    """The first argument, wherever the program is started."""
    return str(pathlib.Path(sys.argv[1]).resolve())


def run_tests(prefix, tests):
    """Runs functions without arguments; their names say the rules. Returns the exit status."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = f"/{prefix}/{test.__name__.replace('_', '-')}"
        try:
            test()
            print("ok", number, name, flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print("not ok", number, name, flush=True)
            print("# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
    return 1 if failed else 0
