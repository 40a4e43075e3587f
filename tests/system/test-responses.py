#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reviews what clients wrote in a survey, and enters responses by hand, as people do:
test-responses.py BUILD [CASE]..."""

import re
import shutil
import sys

import desktop
import rows

NOW = "2026-11-20T10:40"
REVIEW = "SELECT response_no, review FROM response WHERE review IS NOT NULL ORDER BY response_no"
MASK = "█████"

ITEMS = ("age_group,gender,education,sessions,situation,test_taken,overall,website,reachability,"
         "opening_hours,response_time,clarity,knowledge,tests,advice,aftercare,heard_via,"
         "questions_brought,yield,done_since,next_steps,dissatisfied_about,remarks")
ANSWERS = ("27_50,male,mbo4,3,other,no,8,10,9,10,9,9,10,,10,yes_self,uwv,retraining,"
           "know_what_to_learn,hired,start_new_job,")
REMARKS = ["Fijn gesprek gehad.", "Mevrouw Bakker belde op 06-12345678.", "Niets & <b>niemand</b>",
           "Bedankt.", "Duurde lang.", "Prima 👍"]

FILES = {
    "counsellors": "counsellor,name,office,role\nA01,Anna de Wit,Midden,team_lead\n"
                   "B02,Bert & Co,Midden,counsellor\n",
    "clients": "client_no,family_name,given_name,email\nK1,Yılmaz,Ayşe,a@x.nl\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor\nT1,K1,2026-08-01,B02\n",
    "sessions": "session_no,trajectory_no,starts_at,state\nG1,T1,2026-09-11T10:00,held\n",
    "responses": f"respondent_id,year,month_sent,{ITEMS}\n" + "".join(
        f"R{n},2026,2,{ANSWERS},{text}\n" for n, text in enumerate(REMARKS, 1)),
}


class Story:
    """What the cases share: a desktop, and an office that is made once."""

    def __init__(self, desk):
        self.desk = desk
        self.number = 0
        self.office = desk.folder / "office.db"
        self.loketctl(self.office, "init")
        for kind, text in FILES.items():
            path = desk.folder / f"{kind}.csv"
            path.write_text(text, encoding="utf-8")
            self.loketctl(self.office, "import", kind, path)
        self.loketctl(self.office, "plan")

    def loketctl(self, store, *words):
        return self.desk.loketctl("--store", store, *words, now=NOW)

    def copy(self):
        """Returns a store of its own."""
        self.number += 1
        store = self.desk.folder / f"store-{self.number}.db"
        shutil.copy(self.office, store)
        return store

    def open(self, store, worker="A01"):
        """Returns a program that shows the place Satisfaction."""
        self.number += 1
        program = self.desk.start("--store", store, "--as", worker, home=f"home-{self.number}",
                                  now=NOW)
        program.find("list item", re.compile("^Today"))
        program.key("ctrl+4")
        return program

    def open_answers(self, store, worker="A01"):
        program = self.open(store, worker)
        program.click(program.find("tab", "Answers"))
        program.find("heading", "Finally: do you have any remarks or suggestions?")
        return program


def read_review(store):
    """Returns what was decided: {"R1": "shown"}."""
    return {number.split("/")[1]: re.search("=(.*?),", review)[1]
            for number, review in rows.read(store, REVIEW)}


def take_first(program):
    """Gives the keyboard to the first answer."""
    program.click(program.find("list item", re.compile("^Fijn gesprek gehad")))


def three_keys_decide(story):
    store = story.copy()
    with story.open_answers(store) as program:
        program.find("label", "0 of 6 reviewed, 6 to go")
        # The keys work as soon as the tab is chosen.
        program.expect_focus("list item", re.compile("^Fijn gesprek gehad"))
        program.key("v")
        program.find("list item", re.compile("^Fijn gesprek gehad., released, A01"))
        program.key("v", "n", "v", "n", "v")
        program.find("label", "All 6 reviewed, 4 released")
        desktop.wait_for("all are written", lambda: read_review(store) == {
            "R1": "shown", "R2": "shown", "R3": "withheld", "R4": "shown", "R5": "withheld",
            "R6": "shown"})
        program.quit()
    out = story.loketctl(store, "--as", "B02", "export", "responses")
    assert f"Mevrouw {MASK} belde op {MASK}." in out, out
    assert "Bakker" not in out and "niemand" not in out and "Prima 👍" in out, out


def word_is_masked_by_key(story):
    store = story.copy()
    with story.open_answers(store) as program:
        take_first(program)
        program.key("w", "w", "Right", "Right", "w", "v")
        program.find("list item", re.compile(r"^\(masked\) gesprek \(masked\)., released"))
        desktop.wait_for("it is written", lambda: read_review(store) == {"R1": "shown"})
        assert f"{MASK} gesprek {MASK}." in story.loketctl(store, "--as", "B02", "export",
                                                          "responses")
        program.quit()


def release_can_be_undone(story):
    store = story.copy()
    with story.open_answers(store) as program:
        take_first(program)
        program.press("button", "Release")
        program.find("label", "1 of 6 reviewed, 5 to go")
        program.find("label", "Answer released")
        program.press("button", "Undo")
        program.find("label", "0 of 6 reviewed, 6 to go")
        assert rows.read(store, REVIEW) == []
        program.quit()


def counsellor_sees_what_was_released(story):
    store = story.copy()
    with story.open_answers(store, "B02") as program:
        program.find("label", "Nothing Released Yet")
        program.find("label", "0 of 6 answers released")
        assert not any("Fijn" in control.name for control in program.look())
        program.quit()
    with story.open_answers(store) as program:
        take_first(program)
        program.key("v")
        program.find("label", "1 of 6 reviewed, 5 to go")
        program.quit()
    with story.open_answers(store, "B02") as program:
        program.find("label", "1 of 6 answers released")
        program.find("list item", re.compile("^Fijn gesprek gehad"))
        assert not any(control.name == "Release" for control in program.look())
        program.quit()


def open_form(story, store, worker="A01"):
    """Returns the program with the form for responses on top."""
    program = story.open(store, worker)
    program.press("button", "More about satisfaction")
    program.press("menu item", "Enter Responses…")
    desktop.wait_for("the form opens", lambda: len(program.windows()) == 2)
    program.find("group", re.compile("^How satisfied are you in general"))
    return program


# Every answer of the survey of 2023, key by key; "tests" and the open answers are among them.
KEYS = (["5"], list("Traag"), ["7"], ["n"], ["8"], ["0"], ["6"], ["9"], ["a"], ["7"], ["8"], ["b"],
        ["a"], ["a", "c"], ["b"], ["a"], ["a"], ["c"], ["a"], ["b"], ["a"], ["d"], list("Dank"))
ANSWERED = "SELECT count(*) FROM response WHERE response_no LIKE 'kto/H%'"


def response_takes_two_keys_a_question(story):
    store = story.copy()
    with open_form(story, store) as program:
        n_keys = 0
        for keys in KEYS:
            program.key(*keys, "Return")
            n_keys += 2 if len(keys) > 2 else len(keys) + 1
        program.expect_focus("button", "Save, and On to the Next")
        program.key("Return")
        program.find("label", re.compile("^Response entered"))
        rows.wait_for_rows(store, ANSWERED, [(1,)])
        assert n_keys <= 2 * len(KEYS) + 1, n_keys
        out = story.loketctl(store, "--as", "A01", "export", "responses")
        assert ("H0000001,2026,11,,,Midden,,,5,Traag,7,,8,10,6,9,yes,7,8,yes_self,uwv,"
                "which_work;retraining,") in out.replace("\r", ""), out
        assert "Dank" in out
        # The next one begins at once, at its first question; what is missing is said afterwards.
        program.find("label", "Counts for Midden")
        program.key("8", "ctrl+Return")
        program.find("label", "Response entered, 20 of 21 questions without an answer")
        rows.wait_for_rows(store, ANSWERED, [(2,)])
        program.press("button", "Undo")
        rows.wait_for_rows(store, ANSWERED, [(1,)])
        program.key("Escape")
        program.quit()


def earlier_answer_drops_nothing_in_silence(story):
    store = story.copy()
    with open_form(story, store) as program:
        program.key("5", "Return")
        program.type("Traag")
        program.key("shift+Tab", "7")
        program.find("label", "Answered, but not asked any more: Less satisfied with")
        program.key("ctrl+Return")
        program.find("label", re.compile("^Leave out what is not asked any more"))
        assert rows.read(store, ANSWERED) == [(0,)]
        program.key("alt+l")
        program.expect_gone("button", "Leave It Out")
        program.key("ctrl+Return")
        rows.wait_for_rows(store, ANSWERED, [(1,)])
        assert "Traag" not in story.loketctl(store, "--as", "A01", "export", "responses")
        program.key("Escape")
        program.quit()


def what_is_wrong_is_named(story):
    store = story.copy()
    with open_form(story, store) as program:
        program.key("x")
        program.find("label", "Type a digit: 1 to 9, 0 for 10")
        program.key("n")
        program.find("label", "n/a is not one of the answers here")
        program.key("8", "alt+m", "ctrl+a")
        program.type("2027-01")
        program.find("label", "Month: is still to come")
        program.key("ctrl+Return")
        program.find("label", "Month: is still to come")
        assert rows.read(store, ANSWERED) == [(0,)]
        program.key("ctrl+a")
        program.type("2026-10")
        program.key("alt+t")
        program.type("nobody")
        program.find("label", "Token: nobody was invited under this token")
        program.key("ctrl+a", "BackSpace", "alt+r")
        program.type("T9")
        program.find("label", "Trajectory: there is none of that number")
        program.key("BackSpace", "1")
        program.find("label", "Counts for Midden, B02")
        program.key("ctrl+Return")
        rows.wait_for_rows(store, "SELECT office, counsellor FROM response "
                                  "WHERE trajectory_id IS NOT NULL", [("Midden", "B02")])
        program.key("Escape")
        program.quit()


def corrected_by_number_with_its_history(story):
    store = story.copy()
    with open_form(story, store) as program:
        program.key("alt+n")
        program.type("R9")
        program.key("ctrl+f")
        program.find("label", "There is no response “R9”")
        program.key("BackSpace", "1", "ctrl+f")
        program.find("list item", re.compile("^Read from a file"))
        program.expect_focus("group", re.compile("Answer: 8"))
        program.key("9", "ctrl+Return")
        program.find("label", "Response corrected")
        program.key("alt+n")
        program.type("R1")
        program.key("ctrl+f")
        program.find("list item", re.compile("^Overall satisfaction: 9, was 8"))
        program.key("Escape")
        program.quit()


def other_questionnaire_is_typed_over(story):
    store = story.copy()
    with open_form(story, store) as program:
        program.find("combo box", "Questionnaire")
        program.key("alt+m", "shift+Tab", "space", "Down", "Down", "Return")
        program.find("text box", "Wave")
        program.key("alt+w")
        program.type("7")
        program.find("label", "Wave: is not a wave of this questionnaire")
        program.key("ctrl+a", "1", "Return")
        program.find("label", re.compile("^1 of "))
        program.key("7", "Return", "ctrl+Return")
        rows.wait_for_rows(store, "SELECT response_no, wave FROM response WHERE "
                                  "questionnaire = 'ontwikkeladvies-45plus'",
                           [("ontwikkeladvies-45plus/H0000001/1", 1)])
        program.key("Escape")
        program.quit()


CASES = {
    "three-keys-decide": three_keys_decide,
    "word-is-masked-by-key": word_is_masked_by_key,
    "release-can-be-undone": release_can_be_undone,
    "counsellor-sees-what-was-released": counsellor_sees_what_was_released,
    "response-takes-two-keys-a-question": response_takes_two_keys_a_question,
    "earlier-answer-drops-nothing-in-silence": earlier_answer_drops_nothing_in_silence,
    "what-is-wrong-is-named": what_is_wrong_is_named,
    "other-questionnaire-is-typed-over": other_questionnaire_is_typed_over,
    "corrected-by-number-with-its-history": corrected_by_number_with_its_history,
}


def main():
    build, wanted = sys.argv[1], sys.argv[2:] or CASES
    with desktop.Desktop(build) as desk:
        story = Story(desk)
        cases = [(name, lambda case=CASES[name]: case(story)) for name in wanted]
        sys.exit(desktop.run_cases("responses", cases))


if __name__ == "__main__":
    main()
