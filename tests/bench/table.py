# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""The table that the bench prints: medians beside a peer, a target, and whether it is met."""

import os
import pathlib
import platform
import re
import statistics
import subprocess

# The load of a machine that does nothing else is less.
BUSY = 1.5

HEADINGS = ("what", "ours", "peer", "ratio", "target", "verdict")


class Row:
    """Figures of one measurement, a list with one per round."""

    def __init__(self, what, unit, ours, peer_name="", peer=(), *, most=None, most_ratio=None,
                 least_times=None):
        self.what = what
        self.unit = unit
        self.ours = statistics.median(ours)
        self.peer_name = peer_name
        self.peer = statistics.median(peer) if peer else None
        self.most = most
        self.most_ratio = most_ratio
        self.least_times = least_times

    def format_figure(self, figure):
        digits = 0 if figure >= 100 else 1 if figure >= 10 else 2
        return f"{figure:.{digits}f} {self.unit}"

    def format_peer(self):
        if not self.peer_name:
            return ""
        if self.peer is None:
            return f"{self.peer_name}: not here"
        return f"{self.peer_name}: {self.format_figure(self.peer)}"

    def format_ratio(self):
        if self.peer is None:
            return ""
        if self.peer > 3 * self.ours:
            return f"{self.peer / self.ours:.0f} times faster"
        return f"{self.ours / self.peer:.2f}"

    def format_target(self):
        if self.most is not None:
            return f"at most {self.most} {self.unit}"
        if self.most_ratio is not None:
            return f"at most {self.most_ratio}"
        if self.least_times is not None:
            return f"at least {self.least_times} times"
        return ""

    def format_verdict(self):
        if self.most is not None:
            return "met" if self.ours <= self.most else "missed"
        if self.most_ratio is None and self.least_times is None:
            return ""
        if self.peer is None:
            return "not compared"
        if self.most_ratio is not None:
            return "met" if self.ours <= self.most_ratio * self.peer else "missed"
        return "met" if self.peer >= self.least_times * self.ours else "missed"

    def cells(self):
        return (self.what, self.format_figure(self.ours), self.format_peer(), self.format_ratio(),
                self.format_target(), self.format_verdict())


def parse_steps(text):
    """Returns the median of each line "NAME  1.0 ms (...)"."""
    return {name: float(figure)
            for name, figure in re.findall(r"^(.+?)\s+([\d.]+) ms", text, re.MULTILINE)}


def read_first(path, pattern):
    match = re.search(pattern, pathlib.Path(path).read_text(encoding="utf-8"))
    return match.group(1) if match else "?"


def version_of(package):
    return subprocess.run(["pkg-config", "--modversion", package], check=False, text=True,
                          stdout=subprocess.PIPE).stdout.strip()


def print_machine(rounds, load):
    """Says on what machine this was, and how busy it was with other things."""
    gibibytes = int(read_first("/proc/meminfo", r"MemTotal:\s+(\d+)")) / 1024 ** 2
    processor = read_first("/proc/cpuinfo", r"model name\s*: (.*)")
    system = read_first("/etc/os-release", r'PRETTY_NAME="(.*)"')
    print()
    print(f"{os.cpu_count()} x {processor}, {gibibytes:.0f} GiB, {system}, "
          f"Linux {platform.release()}, GTK {version_of('gtk4')}, SQLite {version_of('sqlite3')}.")
    print(f"Medians of {rounds} rounds in which ours and the peer took turns; the load of the "
          f"machine was {load:.1f} before and {os.getloadavg()[0]:.1f} after.")
    if load > BUSY:
        print("It was busy with other things: these figures are worse than they should be.")
    print()


def print_rows(rows):
    lines = [HEADINGS] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    for number, line in enumerate(lines):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
