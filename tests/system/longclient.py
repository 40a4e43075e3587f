#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Makes a client whose record is as long and as odd as a record gets."""

import csv
import datetime

NAME = "O'Neill & Söhne-van der Wülfenrath-Achternaam tot Oude Nieuwenhuis"
RIGHT_TO_LEFT = "لقاء أول مع العميل، يتحدث العربية"
LONG_NOTE = ("Een heel lang verslag met emoji 🙂 en <b>haken</b> & tekens. " * 200)[:10000]
FIRST = datetime.date(2021, 11, 22)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def sessions():
    """280 sessions in five years, on working days; the notes are now and then odd."""
    for i in range(280):
        day = FIRST + datetime.timedelta(days=i * 13 // 2)
        day -= datetime.timedelta(days=max(0, day.weekday() - 4))
        note = LONG_NOTE if i == 279 else RIGHT_TO_LEFT if i == 278 else f"Verslag {i}"
        yield [f"GL{i:03}", "TL1", f"{day}T10:00", "A001" if i % 3 else "A002", 30 + i % 45,
               "phone" if i % 2 else "location", "held", "which_work;retraining", note]


def assessments():
    """Twelve that are over, so that days can be compared, and three under way."""
    for i in range(12):
        yield [f"EL{i:02}", "TL1", "interest", f"2026-0{1 + i % 9}-05", f"2026-0{1 + i % 9}-07",
               f"2026-0{1 + i % 9}-{12 + i % 4}", f"2026-0{1 + i % 9}-{16 + i}",
               f"2026-0{1 + i % 9}-28"]
    yield ["EL20", "TL1", "interest", "2026-11-05", "2026-11-09", "", "", ""]
    yield ["EL21", "TL1", "language", "2026-11-02", "2026-11-04", "2026-11-10", "2026-11-12", ""]
    yield ["EL22", "TL1", "interest", "2026-11-02", "2026-11-04", "2026-11-10", "", ""]


def import_into(desk, store, now):
    """Reads the client, K-LANG, and all that belongs to it from files."""
    tables = (
        ("clients", ["client_no", "family_name", "given_name", "phone", "birth_date"],
         [["K-LANG", NAME, "Zoë-Maria Aurélie", "0612345678", "1979-04-03"]]),
        ("trajectories", ["trajectory_no", "client_no", "opened_on", "counsellor",
                          "first_response_on", "closed_on", "aftercare", "outcome"],
         [["TL0", "K-LANG", "2019-03-04", "A002", "2019-03-05", "2019-09-02", "no",
           "advice_given"],
          ["TL1", "K-LANG", "2021-11-01", "A001", "2021-11-02", "", "", ""]]),
        ("sessions", ["session_no", "trajectory_no", "starts_at", "counsellor", "minutes",
                      "channel", "state", "questions_brought", "note_client"], sessions()),
        ("assessments", ["assessment_no", "trajectory_no", "kind", "requested_on", "invited_on",
                         "taken_on", "result_on", "discussed_on"], assessments()),
        ("promises", ["promise_no", "trajectory_no", "by", "kind", "due_on", "text"],
         [["PL1", "TL1", "counsellor", "send", "2026-11-13",
           "De brochure over zij-instroom in de zorg & het onderwijs sturen"]]),
    )
    for kind, header, rows in tables:
        path = desk.folder / f"long-{kind}.csv"
        write(path, header, rows)
        desk.loketctl("--store", store, "import", kind, path, now=now)
