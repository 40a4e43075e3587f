#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Sees that what measures measures something: test-bench.py LOKETCTL PROGRAMS."""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))

import ctl  # pylint: disable=wrong-import-position
import stores  # pylint: disable=wrong-import-position
import table  # pylint: disable=wrong-import-position
import today  # pylint: disable=wrong-import-position


def run(desk, name, *words, text=None):
    """Runs a program of the bench on the store of a desk; returns what it printed."""
    return subprocess.run([pathlib.Path(sys.argv[2]).resolve() / name, desk.store, *words],
                          env=desk.environment, input=text, capture_output=True, text=True,
                          check=True).stdout


def every_keystroke_is_measured():
    with ctl.Desk() as desk:
        desk.expect(0, "demo", "--clients", "300")
        chosen = stores.choose_searches(desk.store, names=20, phones=5, words=10, pairs=3)
        assert len(chosen) == 38 and chosen[24].isdigit() and " " in chosen[-1], chosen
        assert stores.count_notes(desk.store) > 300
        for program in ("bench-search", "bare-search"):
            strokes, median, high, longest = map(
                float, run(desk, program, text="\n".join(chosen)).split())
            assert strokes == sum(map(len, chosen)), (strokes, chosen)
            assert 0 < median <= high <= longest, (median, high, longest)


def every_step_has_a_figure():
    with ctl.Desk() as desk:
        desk.expect(0, "demo", "--clients", "300")
        people = "\n".join(stores.choose_people(desk.store, people=5))
        steps = table.parse_steps(run(desk, "bench-alike", text=people))
        assert {"keystroke, median", "keystroke, 95th percentile",
                "all clients compared"} <= set(steps), steps
        steps = table.parse_steps(run(desk, "bench-worklist", "A001", "A003"))
        assert {"today, own", "today, everybody's", "today, team lead's",
                "follow-up, own, 4 weeks"} <= set(steps), steps
        assert today.measure(desk.store, "A001", "2026-11-20") > 0
        steps = table.parse_steps(run(desk, "bench-survey"))
        assert set(steps) == {"load the frame", "9 grades by 8 groupings",
                              "9 grades under a new filter", "summary of all questions",
                              "page under a new filter", "fair comparison"}, steps


def responses_are_those_of_2023():
    with ctl.Desk() as desk:
        file = desk.folder / "responses.csv"
        stores.make_responses(file, 3000)
        desk.expect(0, "init")
        desk.expect(0, "import", "responses", str(file))
        told = json.loads(desk.expect(0, "satisfaction", "--format", "json").stdout)
        assert told["responses"] == 3000, told["responses"]


def misses_are_told():
    def verdict(ours, peer=(), **target):
        return table.Row("x", "ms", ours, "peer" if peer else "", peer, **target).format_verdict()

    assert verdict([1, 60, 90], most=60) == "met"
    assert verdict([1, 61, 90], most=60) == "missed"
    assert verdict([15], [10], most_ratio=1.5) == "met"
    assert verdict([16], [10], most_ratio=1.5) == "missed"
    assert verdict([10], [300], least_times=30) == "met"
    assert verdict([10], [299], least_times=30) == "missed"
    assert table.Row("x", "ms", [10], "peer", [], least_times=30).format_verdict() == "not compared"
    assert verdict([10]) == ""


if __name__ == "__main__":
    sys.exit(ctl.run_tests("bench", [
        every_keystroke_is_measured,
        every_step_has_a_figure,
        responses_are_those_of_2023,
        misses_are_told,
    ]))
