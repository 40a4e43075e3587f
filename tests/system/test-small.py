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
    "counsellors": "counsellor,name,office,role\nA001,Joke,Noord,team_lead\n"
                   "A002,Kees,Noord,counsellor\nB001,Piet,Zuid,counsellor\n",
    "clients": "client_no,family_name\n"
               + "".join(f"K{number},Jansen {number}\n" for number in range(11)),
    # Of A002 the first response took three days, of A001 one.
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    + "".join(f"T{number},K{number},2025-03-03,A002,2025-03-06\n"
                              for number in range(5))
                    + "".join(f"T{number},K{number},2025-03-03,A001,2025-03-04\n"
                              for number in range(5, 11)),
    "responses": COLUMNS + "\n" + answers(100, 19, 2024, 9, "Noord")
                 + answers(200, 12, 2025, 3, "Noord") + answers(300, 40, 2025, 3, "Zuid"),
}


def few_answers_are_told_with_reserve(story):
    with story.start(now="2026-01-12T10:40") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^52 answers in 2025"))
        assert not program.look("heading", re.compile("of 50 answers"))
        program.choose(re.compile("^Office"), "Noord")
        program.find("heading", "12 of 50 answers in this period, 31 over 24 months")
        program.find("label", re.compile("^In the last 12 months 12 came; at this pace there are 50 "
                                         "in Jul 2027"))
        grade = program.find("image", "The grade, as far as it can be told").description()
        assert [line.split(",")[0] for line in grade.split("\n")][0] == "This period: mean 7.5", grade
        assert "24 months, until Dec 2025: mean 7.5" in grade and "n 31" in grade, grade
        assert "All offices, this period: mean 7.5" in grade, grade
        parts = program.find("image", "Parts over 24 months").description()
        assert "Website: mean 8.0" in parts, parts
        program.find("image", "12 of 50 answers in this period, 31 over 24 months")
        program.find("list item", "Good, sufficient, insufficient")
        assert not program.look("image", re.compile("rated best|appreciated")), "a chart of bands"
        program.quit()


def counsellor_sees_the_own_work_first(story):
    """Below the threshold, and on the tab that has the own grade."""
    with story.start(worker="A002", now="2026-01-12T10:40") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^52 answers in 2025"))
        program.choose(re.compile("^Office"), "Noord")
        program.find("heading", "Your work, from the records")
        program.find("list item", "Days to the first response: median 3, n 5")
        program.click(program.find("tab", "Counsellors"))
        program.find("list item", "Days to the first response: median 3, n 5")
        program.quit()


def team_lead_sees_the_work_of_the_office(story):
    with story.start(now="2026-01-12T10:40") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^52 answers in 2025"))
        program.choose(re.compile("^Office"), "Noord")
        program.find("heading", "The work of Noord, from the records")
        program.find("list item", "Days to the first response: median 1, n 11")
        program.quit()


def colleagues_of_other_offices_stay_points_without_a_name(story):
    with story.start(now="2026-01-12T10:40") as program:
        program.key("ctrl+4")
        program.find("label", re.compile("^52 answers in 2025"))
        program.choose(re.compile("^Office"), "Noord")
        program.find("heading", "The work of Noord, from the records")
        program.choose(re.compile("^Counsellor"), re.compile("^A001"))
        program.find("heading", "Your work, from the records")
        program.find("list item", "Days to the first response: median 1, n 6")
        program.quit()


CASES = {
    "few-answers-are-told-with-reserve": few_answers_are_told_with_reserve,
    "counsellor-sees-the-own-work-first": counsellor_sees_the_own_work_first,
    "team-lead-sees-the-work-of-the-office": team_lead_sees_the_work_of_the_office,
    "colleagues-of-other-offices-stay-points-without-a-name":
        colleagues_of_other_offices_stay_points_without_a_name,
}


if __name__ == "__main__":
    run("small", CASES, Story, files=FILES)
