#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Closes, reopens and begins trajectories as a counsellor does: test-trajectory.py BUILD.

The office is made of a few files; what was done is read from the store itself.
"""

import re
import sqlite3

import desktop
import screen
from rows import wait_for_rows
from story import run

FILES = {
    "counsellors": "counsellor,name,role\nA001,Marieke de Wit,counsellor\nA002,Joost Bos,counsellor\n",
    "clients": "client_no,family_name,given_name,prefix,phone,email,city,situation,education,"
               "registered_on\n"
               "K1,Aydın,Mehmet,,0612345678,mehmet@voorbeeld.nl,Goes,jobseeker,mbo2,2025-09-02\n"
               "K2,Berg,Anna,van den,0611112222,,Tilburg,work,hbo,2026-10-01\n"
               "K3,\"O'Neil & Zn\",Bram,,,,Breda,work,hbo,2026-11-19\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on,situation\n"
                    "T1,K1,2026-09-02,A001,2026-09-03,jobseeker\n"
                    "T2,K2,2026-10-01,A001,2026-10-02,work\n"
                    "T3,K3,2026-11-19,,,work\n",
    "sessions": "session_no,trajectory_no,starts_at,counsellor,state\n"
                "S1,T1,2026-09-10T10:00,A001,held\n"
                "S2,T1,2026-10-10T10:00,A001,held\n"
                "S3,T2,2026-10-08T10:00,A001,held\n"
                "S4,T2,2026-11-12T14:00,A001,planned\n",
    "promises": "promise_no,trajectory_no,by,kind,due_on,text\n"
                "P1,T1,counsellor,send,2026-11-18,Folder <mbo> & kosten\n",
    "contacts": "contact_no,trajectory_no,kind,due_on,counsellor\n"
                "C1,T2,other,2026-11-20,A001\n",
}


def go_to_client(program, name):
    program.key("ctrl+k")
    program.key("ctrl+a")
    program.type(name)
    program.find("list item", re.compile(name, re.IGNORECASE))
    program.key("Return")
    program.find("button", "More about this client")


def expect_dialog(program):
    """Waits for a second window, and gives it the keyboard as a window manager would."""
    desktop.wait_for("a second window opens", lambda: len(program.windows()) > 1)
    program.focus()


AFTERCARE = "SELECT due_on FROM contact WHERE kind = 'aftercare' AND open_on IS NOT NULL ORDER BY 1"
CLOSED = "SELECT closed_on, aftercare, outcome FROM trajectory WHERE trajectory_no = 'T1'"


def closing_waits_for_promises(story):
    """Refused with the promise named; kept in the form, then closed, and all of it undone."""
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.key("ctrl+shift+w")
        program.find("label", "Closing and After-care")
        program.find("label", "Folder <mbo> & kosten")
        program.key("alt+4")
        program.find("label", "Fri 4 Dec 2026")
        program.find("label", "moved on from Fri 1 Jan")
        program.find("label", "Mon 4 Jan 2027")
        program.key("ctrl+Return")
        program.find("label", re.compile("^Promised to the client, and still open: “Folder <mbo>"))
        wait_for_rows(store, CLOSED, [(None, None, None)])
        # The keyboard stands at what is in the way.
        program.expect_focus("button", "Done, Folder <mbo> & kosten")
        program.key("space")
        program.find("label", "none")
        wait_for_rows(store, "SELECT outcome FROM promise", [("kept",)])
        program.key("ctrl+Return")
        program.find("label", re.compile("Mehmet Aydın: trajectory closed, after-care from Fri 4"))
        wait_for_rows(store, CLOSED, [("2026-11-20", "yes_longer", "advice_given")])
        wait_for_rows(store, AFTERCARE, [("2026-12-04",), ("2027-01-04",), ("2027-02-12",),
                                         ("2027-05-21",)])
        program.key("ctrl+z")
        wait_for_rows(store, CLOSED, [(None, None, None)])
        wait_for_rows(store, AFTERCARE, [])
        program.quit()


def one_session_asks_for_a_second(story):
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "berg")
        program.key("ctrl+shift+w")
        program.find("label", "Closing and After-care")
        control = program.find("combo box", re.compile("Was a second one offered"))
        program.key("alt+2")
        program.key("ctrl+Return")
        wait_for_rows(store, "SELECT count(*) FROM trajectory WHERE closed_on IS NOT NULL", [(0,)])
        program.click(control)
        program.key("Down", "Return")
        program.key("ctrl+Return")
        program.find("label", "Anna van den Berg: trajectory closed")
        wait_for_rows(store, "SELECT second_session, aftercare FROM trajectory "
                             "WHERE trajectory_no = 'T2'", [("not_wanted", "yes_self")])
        wait_for_rows(store, AFTERCARE, [])
        program.quit()


def closing_says_which_test_waits(story):
    """The test stays as it is and its step gets no tick; what asked after it ends, and comes back
    with the trajectory."""
    open_contacts = "SELECT kind FROM contact WHERE open_on IS NOT NULL AND kind LIKE 'assess%'"
    store = story.copy()
    story.bring(store, {"assessments": "assessment_no,trajectory_no,kind,requested_on,taken_on\n"
                                       "A1,T2,interest,2026-10-20,2026-11-16\n"})
    wait_for_rows(store, open_contacts, [("assessment_result",)])
    with story.start(store) as program:
        go_to_client(program, "berg")
        program.find("label", "under way")
        program.key("ctrl+shift+w")
        program.find("label", "Closing and After-care")
        program.find("label", "1 test was not discussed yet")
        program.find("label", re.compile("^Interest test: taken\nAfter closing nobody is reminded"))
        program.click(program.find("combo box", re.compile("Was a second one offered")))
        program.key("Down", "Return", "alt+2", "ctrl+Return")
        program.find("label", "Anna van den Berg: trajectory closed")
        program.find("label", "not discussed")
        wait_for_rows(store, open_contacts, [])
        program.key("ctrl+z")
        program.find("label", "under way")
        wait_for_rows(store, open_contacts, [("assessment_result",)])
        program.quit()


def reopening_needs_a_reason(story):
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "berg")
        program.key("ctrl+shift+w")
        control = program.find("combo box", re.compile("Was a second one offered"))
        program.click(control)
        program.key("Down", "Return")
        program.key("alt+4")
        program.key("ctrl+Return")
        wait_for_rows(store, "SELECT count(*) FROM contact WHERE kind = 'aftercare' "
                             "AND open_on IS NOT NULL", [(4,)])
        program.find("label", re.compile("^Anna van den Berg: trajectory closed, after-care"))
        program.key("ctrl+shift+o")
        program.find("label", re.compile("4 after-care contacts are cancelled"))
        expect_dialog(program)
        program.key("Return")
        wait_for_rows(store, AFTERCARE, [("2026-12-04",), ("2027-01-04",), ("2027-02-12",),
                                         ("2027-05-21",)])
        program.type("Baan toch verloren")
        program.key("Escape")
        program.find("label", "This is not saved yet. Once more closes without saving")
        program.key("Return")
        program.find("label", re.compile("trajectory reopened, 4 after-care contacts cancelled"))
        wait_for_rows(store, AFTERCARE, [])
        wait_for_rows(store, "SELECT reopen_reason, closed_on FROM trajectory "
                             "WHERE trajectory_no = 'T2'", [("Baan toch verloren", None)])
        program.quit()


def change(story, store, sql):
    connection = sqlite3.connect(store)
    with connection:
        connection.execute(sql)
    connection.close()
    story.loketctl(store, "plan")


def closed_is_only_read(story):
    """Nothing of it can be corrected, and why is said; a session says that it begins anew."""
    closed = "The trajectory is closed. Reopen it to change what was recorded"
    store = story.copy()
    change(story, store, "UPDATE trajectory SET closed_on = '2026-11-18', "
                         "outcome = 'advice_given' WHERE trajectory_no = 'T1'")
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.press("button", "Intake · 10 Sep 2026")
        program.expect_focus("list item", "Session, Thu 10 Sep")
        program.find("label", closed)
        if program.find("button", "Correct…").has(screen.SENSITIVE):
            raise desktop.Failed("what is closed can be corrected")
        program.key("F2")
        desktop.wait_for("why is said once more", lambda: len(program.look("label", closed)) == 2)
        program.key("ctrl+g")
        program.find("label", "New trajectory")
        program.quit()


CONFIRMED = "SELECT confirmed FROM client WHERE client_no = 'K1'"


def one_key_confirms_all(story):
    """What has grown old is asked with its value and where it comes from; Enter is enough."""
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.find("label", "To be asked once more: situation, telephone, e-mail, town, education")
        program.key("ctrl+i")
        program.find("text box", "Telephone, from import, never confirmed")
        expect_dialog(program)
        program.key("Return")
        program.find("label", "Mehmet Aydın: details confirmed")
        wait_for_rows(store, CONFIRMED, [(
            "*=,import;situation=2026-11-20,client;phone=2026-11-20,client;"
            "email=2026-11-20,client;city=2026-11-20,client;education=2026-11-20,client",)])
        program.expect_gone("label", re.compile("^To be asked once more"))
        program.key("ctrl+z")
        wait_for_rows(store, CONFIRMED, [("*=,import",)])
        program.find("label", re.compile("^To be asked once more"))
        program.quit()


def old_facts_are_corrected_in_place(story):
    """What is wrong is refused and named; what is not sure stays to be asked."""
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.key("ctrl+i")
        entry = program.find("text box", "Telephone, from import, never confirmed")
        expect_dialog(program)
        program.click(program.find("checkbox", "Town is right"))
        program.click(entry)
        program.key("ctrl+a")
        program.type("geen")
        program.key("ctrl+Return")
        program.find("label", re.compile("^Telephone: “geen” is not a telephone number"))
        program.key("ctrl+a")
        program.type("0687654321")
        program.key("ctrl+Return")
        program.find("label", "Mehmet Aydın: details confirmed")
        wait_for_rows(store, "SELECT phone FROM client WHERE client_no = 'K1'", [("0687654321",)])
        program.find("label", "To be asked once more: town")
        program.quit()


def client_begins_anew(story):
    """Only what has grown old is asked; the facts of the moment stay with each trajectory."""
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.key("ctrl+shift+n")
        program.find("label", re.compile("^The trajectory that began on Wednesday 2 September"))
        control = program.find("combo box", re.compile("^Situation at this moment"))
        expect_dialog(program)
        program.click(control)
        program.key("Down", "Down", "Return")
        program.click(program.find("button", "How can I retrain?"))
        program.key("ctrl+Return")
        program.find("label", "Mehmet Aydın: new trajectory begun")
        wait_for_rows(store, "SELECT opened_on, first_response_on, trajectory.situation FROM trajectory "
                             "JOIN client ON client.id = client_id WHERE client_no = 'K1' "
                             "ORDER BY opened_on",
                      [("2026-09-02", "2026-09-03", "jobseeker"),
                       ("2026-11-20", "2026-11-20", "benefit_uwv")])
        wait_for_rows(store, "SELECT code FROM trajectory_question", [("retraining",)])
        # The older one can be reached, and is the one that is closed then.
        control = program.find("combo box", re.compile("^Trajectory"))
        program.find("label", "Trajectory of Fri 20 Nov 2026")
        program.click(control)
        program.key("Down", "Return")
        program.find("label", "Wed 2 Sep")
        program.key("ctrl+shift+w")
        program.find("label", "Folder <mbo> & kosten")
        program.key("Escape")
        program.quit()


def sign_up_is_answered_and_handed_over(story):
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "bram")
        program.key("ctrl+r")
        program.find("label", "Bram O'Neil & Zn: response noted")
        wait_for_rows(store, "SELECT first_response_on, channel, contact.outcome FROM trajectory "
                             "JOIN contact ON trajectory_id = trajectory.id "
                             "WHERE trajectory_no = 'T3'", [("2026-11-20", "phone", "reached")])
        program.key("ctrl+shift+a")
        control = program.find("combo box", "Counsellor")
        expect_dialog(program)
        program.click(control)
        program.key("Down", "Return")
        program.key("ctrl+Return")
        program.find("label", "Bram O'Neil & Zn: assigned to Joost Bos")
        wait_for_rows(store, "SELECT code FROM trajectory JOIN counsellor "
                             "ON counsellor.id = counsellor_id WHERE trajectory_no = 'T3'",
                      [("A002",)])
        program.quit()


def passed_appointment_asks_for_its_outcome(story):
    """One of last week stands on the first place until it has one; it can be written down then."""
    store = story.copy()
    with story.start(store) as program:
        state = "SELECT state FROM session WHERE session_no = 'S4'"
        program.find("list item", re.compile("^Today, 6"))
        program.press("button", "Did not come, Anna van den Berg")
        program.find("label", "Anna van den Berg: did not come")
        wait_for_rows(store, state, [("no_show",)])
        program.find("list item", re.compile("^Today, 5"))
        program.key("ctrl+z")
        wait_for_rows(store, state, [("planned",)])
        program.find("list item", re.compile("^Today, 6"))
        # The same on the record.
        go_to_client(program, "berg")
        program.click(program.find("button", re.compile("^Held, Appointment")))
        program.find("label", "Anna van den Berg: session held")
        wait_for_rows(store, state, [("held",)])
        program.key("ctrl+1")
        program.expect_gone("button", "Did not come, Anna van den Berg")
        program.quit()


def passed_appointment_is_written_down(story):
    """The form is that of the appointment of last week; saving it gives that its outcome."""
    store = story.copy()
    change(story, store, "UPDATE session SET minutes = 45 WHERE state = 'held'")
    held = ("SELECT session_no, state, starts_at, note_client FROM session "
            "WHERE trajectory_id = (SELECT id FROM trajectory WHERE trajectory_no = 'T2') "
            "ORDER BY starts_at DESC LIMIT 1")
    with story.start(store) as program:
        row = program.find("list item", re.compile("^Anna van den Berg, .*outcome missing"))
        program.press("button", "More, Anna van den Berg", within=row)
        program.press("menu item", "Held, Write It Down")
        program.find("button", re.compile("14:00 – 14:45"))
        program.find("label", "appointment of 14:00")
        wait_for_rows(store, held, [("S4", "planned", "2026-11-12T14:00", None)])
        program.type("Wil naar de zorg.")
        program.key("ctrl+Return")
        wait_for_rows(store, held, [("S4", "held", "2026-11-12T14:00", "Wil naar de zorg.")])
        program.key("ctrl+1")
        program.expect_gone("button", "Did not come, Anna van den Berg")
        program.quit()


def held_appointment_leads_to_its_report(story):
    """One click says that it was held, another writes down what was said: one session, not two."""
    store = story.copy()
    change(story, store, "UPDATE session SET minutes = 45 WHERE state = 'held'")
    held = ("SELECT session_no, state, note_client FROM session WHERE trajectory_id = "
            "(SELECT id FROM trajectory WHERE trajectory_no = 'T2') ORDER BY session_no")
    with story.start(store) as program:
        program.click(program.find("button", "Held, Anna van den Berg"))
        program.find("label", "Anna van den Berg: session held")
        wait_for_rows(store, held, [("S3", "held", None), ("S4", "held", None)])
        program.click(program.find("button", "Write the Report"))
        program.find("button", re.compile("14:00 – 14:45"))
        program.find("label", "appointment of 14:00")
        program.expect_focus("text box", "For the Client")
        program.type("Wil naar de zorg.")
        program.key("ctrl+Return")
        wait_for_rows(store, held, [("S3", "held", None), ("S4", "held", "Wil naar de zorg.")])
        program.quit()


CONTACT = "SELECT open_on, attempts, planned_part, outcome FROM contact WHERE contact_no = 'C1'"


def press_no_answer(program):
    """In the row of the contact: the client has another one, of somebody who was not heard of."""
    row = program.find("list item", re.compile("^Anna van den Berg, Other contact"))
    program.press("button", "No answer, Anna van den Berg", within=row)


def third_attempt_closes(story):
    """The first from Today, the second from the record, the third from Follow-up."""
    store = story.copy()
    with story.start(store) as program:
        press_no_answer(program)
        program.find("label", "Anna van den Berg: no answer, again on Tue 24 Nov in the afternoon")
        wait_for_rows(store, CONTACT, [("2026-11-24", 1, "afternoon", None)])
        program.quit()
    with story.start(store, now="2026-11-24T14:00") as program:
        program.find("label", re.compile("second attempt in the afternoon"))
        go_to_client(program, "berg")
        program.find("list item", re.compile("^Other contact"))
        program.press("button", re.compile("^No answer, Other contact"))
        program.find("label", "Anna van den Berg: no answer, again on Thu 26 Nov in the morning")
        wait_for_rows(store, CONTACT, [("2026-11-26", 2, "morning", None)])
        program.quit()
    with story.start(store, now="2026-11-26T09:30") as program:
        program.key("ctrl+3")
        press_no_answer(program)
        program.find("label", "Anna van den Berg: no answer for the last time, closed")
        wait_for_rows(store, CONTACT, [(None, 3, "morning", "closed_not_reached")])
        wait_for_rows(store, "SELECT count(*) FROM attempt", [(3,)])
        program.quit()


def leaving_waits_for_what_is_saved(story):
    """Another program writes meanwhile: the form cannot close yet, and the key is not forgotten."""
    store = story.copy()
    with story.start(store) as program:
        go_to_client(program, "mehmet")
        program.key("ctrl+i")
        program.find("text box", "Telephone, from import, never confirmed")
        expect_dialog(program)
        other = sqlite3.connect(store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        program.key("Return")
        program.key("ctrl+q")
        program.find("text box", "Telephone, from import, never confirmed")
        other.execute("COMMIT")
        other.close()
        program.expect_end()
    wait_for_rows(store, "SELECT confirmed LIKE '%phone=2026-11-20%' FROM client "
                         "WHERE client_no = 'K1'", [(1,)])


CASES = {
    "closing-waits-for-promises": closing_waits_for_promises,
    "one-session-asks-for-a-second": one_session_asks_for_a_second,
    "closing-says-which-test-waits": closing_says_which_test_waits,
    "reopening-needs-a-reason": reopening_needs_a_reason,
    "closed-is-only-read": closed_is_only_read,
    "one-key-confirms-all": one_key_confirms_all,
    "old-facts-are-corrected-in-place": old_facts_are_corrected_in_place,
    "client-begins-anew": client_begins_anew,
    "leaving-waits-for-what-is-saved": leaving_waits_for_what_is_saved,
    "passed-appointment-asks-for-its-outcome": passed_appointment_asks_for_its_outcome,
    "held-appointment-leads-to-its-report": held_appointment_leads_to_its_report,
    "passed-appointment-is-written-down": passed_appointment_is_written_down,
    "third-attempt-closes": third_attempt_closes,
    "sign-up-is-answered-and-handed-over": sign_up_is_answered_and_handed_over,
}


if __name__ == "__main__":
    run("trajectory", CASES, files=FILES)
