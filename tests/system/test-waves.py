#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reads what came of persons who were asked again: test-waves.py BUILD [CASE]..."""

import json
import pathlib
import re

import desktop
import screen
from story import Story, run

SURVEY = "ontwikkeladvies-45plus"
ANSWERS = pathlib.Path(__file__).resolve().parent.parent / "app/data" / f"surveys-{SURVEY}.csv"


def pairs_are_told_as_the_program_counts_them(story):
    store = story.copy()
    story.loketctl(store, "import", "responses", ANSWERS, "--questionnaire", SURVEY)
    told = json.loads(story.loketctl(store, "satisfaction", "--questionnaire", SURVEY, "--format",
                                     "json"))
    question = next(one for one in told["questions"] if one["id"] == "job_security")
    paired = question["paired"][0]
    word = {"better": "better", "worse": "worse", "none": "no demonstrable difference"}
    with story.start(store) as program:
        program.key("ctrl+4")
        program.choose(re.compile("^Questionnaire"), "Development advice 45+")
        program.find("label", re.compile("^[0-9,]+ answers in"))

        def is_chosen():
            program.click(program.find("tab", "Questions"))
            return program.find("tab", "Questions").has(screen.SELECTED)
        desktop.wait_for("Questions is chosen", is_chosen)
        program.find("list item", re.compile(
            rf".*{word[paired['change']]}, from {paired['mean_before']:.1f} "
            rf"to {paired['mean_after']:.1f}$"))
        program.quit()


CASES = {"pairs-are-told-as-the-program-counts-them": pairs_are_told_as_the_program_counts_them}


if __name__ == "__main__":
    run("waves", CASES, Story, files={})
