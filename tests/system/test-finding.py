#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Finds clients in the window by whatever a counsellor remembers: test-finding.py BUILD."""

import re

import desktop
from story import run

FILES = {
    "counsellors": "counsellor,name,role\nA001,Marieke de Wit,counsellor\n",
    "clients": "client_no,family_name,given_name,prefix,birth_date,phone,email,city,registered_on\n"
               "K1,Öztürk,Ayşe,,1984-05-01,,ayse@voorbeeld.nl,Goes,2025-09-02\n"
               "K2,Berg,Anna,van der,,06-12345678,,Tilburg,2026-10-01\n"
               "K3,Jansen,Jan,,1970-02-03,,,Breda,2026-10-01\n"
               "K4,Jansen,Jan,,1992-12-31,,,Goirle,2026-10-01\n"
               "K5,\"O'Neil & Zn\",Bram,,,,,Breda,2026-11-19\n"
               "K6,Verhagen,Riet,,,,,Goes,2021-01-04\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                    "T1,K1,2025-09-02,A001,2025-09-03\n"
                    "T3,K3,2025-10-01,A001,2025-10-02\n"
                    "T4,K4,2026-10-01,A001,2026-10-02\n"
                    "T5,K5,2026-11-19,A001,2026-11-19\n"
                "T6,K6,2021-01-04,A001,2021-01-05\n",
    "sessions": "session_no,trajectory_no,starts_at,counsellor,state,note_client,note_internal\n"
                "S1,T4,2025-11-11T10:00,A001,held,"
                "Wil een heftruckcertificaat <b>halen</b> & rijden,\n"
                "S2,T3,2026-03-02T10:00,A001,held,,\"Twijfelt, vertelt over zijn gezin. Wil met "
                "zijn broer de logistiek in, als hij dat heftruckwerk aankan.\"\n"
                "S3,T5,2026-11-19T10:00,A001,held,Logistiek trekt niet,\n"
                # A record of which the beginning is far below.
                "S100,T6,2021-01-11T10:00,A001,held,Overweegt een lasdiploma,\n"
                + "".join(f"S{101 + i},T6,202{1 + i // 12}-{1 + i % 12:02}-21T10:00,A001,held,,\n"
                          for i in range(60)),
    "promises": "promise_no,trajectory_no,by,kind,due_on,made_on,text\n"
                "P1,T1,counsellor,send,2026-11-25,2026-11-18,Folder inburgering sturen\n",
}


def hits(program):
    """Returns what the rows of the result say, from top to bottom."""
    return [row.name for row in program.look("list item", re.compile("  ·  K|, K[0-9]"))]


def seek(program, text, *expected):
    """Types into the search entry, and waits for rows that begin so, in this order."""
    program.key("ctrl+f")
    program.key("ctrl+a")
    program.type(text)

    def are_there():
        found = hits(program)
        return (len(found) == len(expected)
                and all(row.startswith(start) for row, start in zip(found, expected)))
    try:
        desktop.wait_for(f"“{text}” finds {expected}", are_there)
    except desktop.Failed as error:
        raise desktop.Failed(f"{error}: {hits(program)}") from None


def down_goes_to_the_first_hit(story):
    """In a narrow window other buttons stand between the search entry and its hits."""
    story.desk.make_home("narrow", settings={"window-width": 400, "window-height": 800})
    with story.desk.start("--store", story.copy(), "--as", story.worker, home="narrow",
                          now=story.now) as program:
        program.find("button", "Back")
        program.key("ctrl+2")
        seek(program, "ozturk", "Ayşe Öztürk")
        program.key("Down")
        program.expect_focus("list item", re.compile("^Ayşe Öztürk"))
        program.quit()


def finds_however_it_is_typed(story):
    with story.start() as program:
        seek(program, "ozturk", "Ayşe Öztürk")
        seek(program, "berg", "Anna van der Berg")
        seek(program, "vd berg", "Anna van der Berg")
        seek(program, "van der be", "Anna van der Berg")
        seek(program, "+31612345678", "Anna van der Berg")
        seek(program, "06 12 34 56 78", "Anna van der Berg")
        seek(program, "5678", "Anna van der Berg")
        seek(program, "ayse@voor", "Ayşe Öztürk")
        seek(program, "k5", "Bram O'Neil & Zn")
        program.quit()


def namesakes_differ(story):
    with story.start() as program:
        seek(program, "jan jansen", "Jan Jansen, 3-2-1970  ·  Breda  ·  K3",
             "Jan Jansen, 31-12-1992  ·  Goirle  ·  K4")
        program.quit()


def notes_say_where(story):
    with story.start() as program:
        seek(program, "heftruck",
             "Jan Jansen, 3-2-1970  ·  Breda  ·  K3, Session, 2 Mar 2026: … ",
             "Jan Jansen, 31-12-1992  ·  Goirle  ·  K4, Session, 11 Nov 2025: Wil een "
             "heftruckcertificaat <b>halen</b> & rijden")
        seek(program, "inburgering",
             "Ayşe Öztürk, 1-5-1984  ·  Goes  ·  K1, Promise, 18 Nov 2026: Folder inburgering")
        program.quit()


def words_are_all_wanted(story):
    with story.start() as program:
        seek(program, "logistiek", "Bram", "Jan Jansen, 3-2-1970")
        seek(program, "jansen logistiek", "Jan Jansen, 3-2-1970")
        seek(program, "logistiek heftruck", "Jan Jansen, 3-2-1970")
        seek(program, "o'neil logistiek", "Bram")
        program.quit()


def a_hit_opens_the_record(story):
    with story.start() as program:
        seek(program, "certificaat")
        seek(program, "heftruckc", "Jan Jansen, 31-12-1992")
        program.key("Return")
        program.find("label", re.compile("^33 years  ·  Goirle  .*K4$"))
        program.quit()


def is_in_sight(control):
    top, height = control.place[1], control.window().place[3]
    return 0 <= top and top + control.place[3] <= height


def a_hit_in_a_note_goes_to_its_event(story):
    """However far below it is, and whatever the filters hide."""
    session = re.compile("^Session, Mon 11 Jan")
    with story.start() as program:
        for _ in range(2):
            seek(program, "lasdiploma", "Riet Verhagen")
            program.key("Return")
            # What is planned meanwhile makes the rows anew: each look is at those that there are.
            desktop.wait_for("the event is in sight", lambda: any(
                is_in_sight(row) and program.look("label", "Overweegt een lasdiploma", within=row)
                for row in [program.expect_focus("list item", session)]))
            program.find("button", "Promises").press()
            program.expect_gone("list item", session)
        program.quit()


def a_telephone_number_is_shown(story):
    """Of who was found by it, so that one sees who it is; of nobody else."""
    with story.start() as program:
        seek(program, "5678", "Anna van der Berg, Tilburg  ·  K2  ·  06-12345678")
        seek(program, "+31612", "Anna van der Berg, Tilburg  ·  K2  ·  06-12345678")
        seek(program, "berg", "Anna van der Berg, Tilburg  ·  K2, ")
        program.quit()


def words_stay_with_what_they_found(story):
    """A hit that is opened leaves the others beside it; another place ends the search."""
    with story.start() as program:
        seek(program, "jansen", "Jan Jansen", "Jan Jansen")
        program.key("Return")
        program.find("label", re.compile("K3$"))
        if len(hits(program)) != 2:
            raise desktop.Failed("the search ended when a hit was opened")
        program.key("ctrl+1", "ctrl+2")
        program.find("label", re.compile("^5 clients with an open"))
        program.quit()


def nothing_found_says_what_was_sought(story):
    with story.start(language="nl") as program:
        program.key("ctrl+f")
        program.find("search box", re.compile("Zoek een klant of een woord in een verslag"))
        seek(program, "<i>xyzzy</i>")
        program.find("label", re.compile("^“<i>xyzzy</i>” staat in geen naam, nummer, e-mailadres "
                                         "of verslag"))
        program.find("button", "Nieuwe klant")
        program.quit()


CASES = {
    "down-goes-to-the-first-hit": down_goes_to_the_first_hit,
    "finds-however-it-is-typed": finds_however_it_is_typed,
    "namesakes-differ": namesakes_differ,
    "notes-say-where": notes_say_where,
    "words-are-all-wanted": words_are_all_wanted,
    "a-hit-opens-the-record": a_hit_opens_the_record,
    "a-hit-in-a-note-goes-to-its-event": a_hit_in_a_note_goes_to_its_event,
    "a-telephone-number-is-shown": a_telephone_number_is_shown,
    "words-stay-with-what-they-found": words_stay_with_what_they_found,
    "nothing-found-says-what-was-sought": nothing_found_says_what_was_sought,
}


if __name__ == "__main__":
    run("finding", CASES, files=FILES)
