# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Starts our window and a bare one in turns: windows.py BUILD STORE BIG_STORE ROUNDS REPORT.

Runs inside a display and a session bus of its own, and writes lists of figures as JSON. Both
programs are watched by the same probe, from before they start until after they have been used.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

# What a person does before the memory is read: look at all clients, and scroll from end to end.
N_CLIENTS = 1_000_000
N_SCROLLS = 50
VISIT = (["LoketWindow win.place 'clients'"] + ["wait"] * 10
         + ["LoketClientsPage clients.show-everybody"] + ["wait"] * 20
         + [f"GtkListView list.scroll-to-item uint32 {(N_CLIENTS - 1) * i // N_SCROLLS}"
            for i in range(N_SCROLLS + 1)] + ["wait"] * 10)


class Windows:
    def __init__(self, build):
        self.build = build
        self.report = build / "window.report"
        self.environment = os.environ | {
            "LD_PRELOAD": str(build / "tests/bench/window-probe.so"),
            "PROBE_REPORT": str(self.report),
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        }

    def start(self, *command, widget=None, steps=()):
        """Starts a program, waits until it has been used, and returns what the probe saw."""
        environment = self.environment | {"PROBE_STEPS": "\n".join(steps)}
        if widget is not None:
            environment["PROBE_WIDGET"] = widget
        environment["PROBE_START"] = str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000)
        subprocess.run([str(word) for word in command], env=environment, check=True, timeout=120,
                       stdout=sys.stderr)
        with open(self.report, encoding="utf-8") as lines:
            return {name: int(number) for name, number in (line.split() for line in lines)}

    def start_bare(self, **options):
        return self.start(self.build / "tests/bench/bare-window", **options)

    def start_ours(self, store, **options):
        return self.start(self.build / "ui/loketten", "--store", store, "--as", "A001",
                          widget="LoketWorkRow", **options)


def main():
    build, store, big_store, rounds, report = sys.argv[1:]
    windows = Windows(pathlib.Path(build))
    figures = {name: [] for name in ("first_frame", "complete_frame", "bare_first_frame",
                                     "memory", "bare_memory")}

    # Once for nothing: the first start wakes the services of the session.
    windows.start_bare()
    windows.start_ours(store)
    for _ in range(int(rounds)):
        bare, ours = windows.start_bare(), windows.start_ours(store)
        figures["bare_first_frame"].append(bare["first_frame"] / 1000)
        figures["first_frame"].append(ours["first_frame"] / 1000)
        figures["complete_frame"].append(ours["complete_frame"] / 1000)
    for _ in range(int(rounds)):
        figures["bare_memory"].append(
            windows.start_bare(steps=["wait"] * len(VISIT))["rss"] / 1024)
        figures["memory"].append(windows.start_ours(big_store, steps=VISIT)["rss"] / 1024)
    pathlib.Path(report).write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
