#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Looks at an office with twelve answers: test-small.py BUILD [CASE]..."""

import re

from story import Story, run

COLUMNS = ("respondent_id,year,month_sent,loket,counsellor,age_group,gender,education,sessions,"
           "situation,test_taken,overall,website,reachability,opening_hours,response_time,clarity,"
           "knowledge,tests,advice,aftercare,heard_via,questions_brought,yield,done_since,"
           "next_steps,dissatisfied_about,remarks")


def answers(first, n, year, month, office):
    return "".join(f"R{number},{year},{month},{office},A001,27_50,female,mbo4,1,work,no,"
                   f"{7 + number % 2},8,8,8,8,8,8,,8,no,other,which_work,know_what_fits,"
                   "stayed_in_job,gather_info,,\n" for number in range(first, first + n))


# Twelve in the period, as many as make 31 in 24 months, and those of another office.
FILES = {
    "counsellors": "counsellor,name,office,role\nA001,Joke,Noord,team_lead\n",
    "responses": COLUMNS + "\n" + answers(100, 19, 2024, 9, "Noord")
                 + answers(200, 12, 2025, 3, "Noord") + answers(300, 40, 2025, 3, "Zuid"),
}


def choose_north(program):
    program.click(program.find("combo box", re.compile("^Office")))
    program.find("label", "Zuid")
    while not program.look("label", "Noord", within=program.focused()):
        program.key("Down")
    program.key("Return")


def few_answers_are_told_with_reserve(story):
    with story.start(now="2026-01-12T10:40") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^52 answers in 2025"))
        assert not program.look("heading", re.compile("of 50 answers"))
        choose_north(program)
        program.find("heading", "12 of 50 answers in this period, 31 over 24 months")
        program.find("label", re.compile("^In the last 12 months 12 came; at this pace there are 50 "
                                         "in Jul 2027"))
        program.find("list item", "This period: 7.5")
        program.find("list item", "24 months, until Dec 2025: 7.5")
        program.find("list item", "All offices, this period: 7.5")
        program.find("list item", "Website: 8.0")
        program.find("list item", "Good, sufficient, insufficient")
        assert not program.look("image", re.compile("rated best|appreciated")), "a chart of bands"
        program.quit()


CASES = {"few-answers-are-told-with-reserve": few_answers_are_told_with_reserve}


if __name__ == "__main__":
    run("small", CASES, Story, files=FILES)
