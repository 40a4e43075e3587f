#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests loketctl import and export as scripts use them: exit codes, sentences, files."""

import csv
import io
import json
import pathlib
import stat
import sys

import ctl

KTO = pathlib.Path(sys.argv[2])

DONE, FAILED, WRONG_WORDS, REFUSED_ROWS = 0, 1, 2, 3

CLIENTS = "client_no,family_name,birth_date\nK1,Velden,1980-02-01\nK2,Jansen,\n"


def new_desk():
    desk = ctl.Desk()
    desk.expect(DONE, "init")
    return desk


def count(desk, kind):
    return len(json.loads(desk.expect(DONE, "export", kind, "--format", "json").stdout))


def import_text(desk, status, kind, text, *options):
    desk.write("f.csv", text)
    return desk.expect(status, "import", kind, "f.csv", *options)


def same_file_twice_changes_nothing():
    with new_desk() as desk:
        done = import_text(desk, DONE, "clients", CLIENTS)
        assert done.stdout == "f.csv: 2 new, 0 changed, 0 unchanged, 0 refused\n", done.stdout
        assert done.stderr == "", done.stderr
        done = import_text(desk, DONE, "clients", CLIENTS)
        assert done.stdout == "f.csv: 0 new, 0 changed, 2 unchanged, 0 refused\n", done.stdout
        done = import_text(desk, DONE, "clients", CLIENTS.replace("Jansen", "Janssen"))
        assert done.stdout == "f.csv: 0 new, 1 changed, 1 unchanged, 0 refused\n", done.stdout


def refused_rows_are_named_and_good_ones_come_in():
    with new_desk() as desk:
        done = import_text(desk, REFUSED_ROWS, "clients", CLIENTS + "K3,Bos,2023-02-30\nK4\n")
        assert done.stderr.splitlines() == [
            "loketctl: f.csv, line 4, column birth_date, “2023-02-30”: "
            "February 2023 has no day 30",
            "loketctl: f.csv, line 5: has 1 field where the header has 3",
        ], done.stderr
        assert done.stdout == "f.csv: 2 new, 0 changed, 0 unchanged, 2 refused\n", done.stdout
        assert count(desk, "clients") == 2


def all_or_nothing_writes_nothing():
    with new_desk() as desk:
        done = import_text(desk, REFUSED_ROWS, "clients", CLIENTS + "K3,Bos,30-02-2023\n",
                           "--all-or-nothing")
        assert done.stdout.endswith("Nothing was written.\n"), done.stdout
        assert count(desk, "clients") == 0
        import_text(desk, DONE, "clients", CLIENTS, "--all-or-nothing")
        assert count(desk, "clients") == 2


def a_refusal_in_the_last_line_is_seen():
    many = "client_no,family_name,birth_date\n" + "".join(
        f"K{i},Velden,\n" for i in range(10000))
    with new_desk() as desk:
        done = import_text(desk, REFUSED_ROWS, "clients", many + "K10000,Bos,30-02-2023",
                           "--all-or-nothing")
        assert done.stderr == ("loketctl: f.csv, line 10002, column birth_date, “30-02-2023”: "
                               "February 2023 has no day 30\n"), done.stderr
        assert done.stdout == ("f.csv: 10000 new, 0 changed, 0 unchanged, 1 refused\n"
                               "Nothing was written.\n"), done.stdout
        assert count(desk, "clients") == 0


def dry_run_writes_nothing():
    with new_desk() as desk:
        done = import_text(desk, DONE, "clients", CLIENTS, "--dry-run")
        assert done.stdout == ("f.csv: 2 new, 0 changed, 0 unchanged, 0 refused\n"
                               "Nothing was written.\n"), done.stdout
        import_text(desk, REFUSED_ROWS, "clients", CLIENTS + "K3\n", "--dry-run")
        assert count(desk, "clients") == 0


def rejects_can_be_mended_and_offered_again():
    with new_desk() as desk:
        import_text(desk, REFUSED_ROWS, "clients", CLIENTS + "K3,\"Bos, jr\",31-11-2023\n",
                    "--rejects", "r.csv")
        assert desk.read("r.csv") == ("client_no,family_name,birth_date,line,reason\n"
                                      "K3,\"Bos, jr\",31-11-2023,4,"
                                      "birth_date: November 2023 has no day 31\n")
        assert stat.S_IMODE((desk.folder / "r.csv").stat().st_mode) == 0o600
        mended = desk.read("r.csv").replace("31-11-2023", "30-11-2023")
        done = import_text(desk, DONE, "clients", mended)
        assert "column reason is not known" in done.stderr, done.stderr
        assert count(desk, "clients") == 3


def rejects_never_overwrite_the_file():
    with new_desk() as desk:
        desk.write("f.csv", CLIENTS)
        desk.expect(WRONG_WORDS, "import", "clients", "f.csv", "--rejects", "./f.csv")
        assert desk.read("f.csv") == CLIENTS


def rejects_that_cannot_be_written_stop_the_import():
    with new_desk() as desk:
        import_text(desk, FAILED, "clients", CLIENTS, "--rejects", "not/there.csv")
        assert count(desk, "clients") == 0


def columns_can_be_mapped():
    with new_desk() as desk:
        done = import_text(desk, DONE, "clients", "nr;naam;maat\nK1;Velden;43\n",
                           "--map", "nr=client_no", "--map", "naam=family_name")
        assert done.stderr == ("loketctl: f.csv: the column maat is not known and was not "
                               "read\n"), done.stderr
        assert count(desk, "clients") == 1


def wrong_words_are_refused():
    cases = [
        (),
        ("clients",),
        ("clients", "f.csv", "g.csv"),
        ("klanten", "f.csv"),
        ("clients", "f.csv", "--what"),
        ("clients", "f.csv", "--map", "family_name"),
        ("clients", "f.csv", "--map", "family_name=shoe"),
        ("responses", "f.csv", "--questionnaire", "../kto"),
    ]
    with new_desk() as desk:
        desk.write("f.csv", CLIENTS)
        for words in cases:
            done = desk.expect(WRONG_WORDS, "import", *words)
            assert done.stdout == "" and done.stderr.startswith("loketctl"), (words, done)
        assert count(desk, "clients") == 0


def files_are_refused_as_a_whole():
    cases = [
        (b"", "f.csv: there is nothing in it"),
        (b"client_no,family_name\n", "f.csv: there is nothing in it but a header"),
        (b"client_no,family_name\nK1,Velden\nK2,Andr\xe9\n",
         "f.csv, line 3: is not UTF-8 (byte 0xE9); save the file as “CSV UTF-8” and try again"),
        (CLIENTS.encode("utf-16"),
         "f.csv is written in UTF-16; save it as “CSV UTF-8” and try again"),
        (b"client_no\nK1\n",
         "f.csv, line 1: the header has no comma, semicolon or tab between its columns"),
        (b"client_no,given_name\nK1,A\n", "f.csv, line 1: the column family_name is missing"),
        (b"client_no,family_name,client_no\nK1,A,K1\n",
         "f.csv, line 1: the column client_no is there twice"),
    ]
    with new_desk() as desk:
        for data, sentence in cases:
            desk.write("f.csv", data)
            done = desk.expect(FAILED, "import", "clients", "f.csv")
            assert done.stderr == f"loketctl: {sentence}\n", (data, done.stderr)
        done = desk.expect(FAILED, "import", "clients", "nowhere.csv")
        assert "nowhere.csv" in done.stderr, done.stderr
        assert count(desk, "clients") == 0


def every_kind_goes_out_and_in():
    files = {
        "counsellors": "counsellor,name,office,role,active\nA01,Anna,Noord,team_lead,yes\n",
        "clients": CLIENTS,
        "trajectories": "trajectory_no,client_no,opened_on,counsellor\nT1,K1,2026-01-05,A01\n",
        "sessions": "session_no,trajectory_no,starts_at,note\nG1,T1,2026-01-12T10:00,\"a\nb\"\n",
        "assessments": "assessment_no,trajectory_no,kind\nE1,T1,competence\n",
        "promises": "promise_no,trajectory_no,by,kind,due_on\nB1,T1,client,send,2026-02-01\n",
        "contacts": "contact_no,trajectory_no,kind,due_on\nC1,T1,other,2026-02-01\n",
        "invitations": "month,sent\n2023-01,11046\n",
    }
    with new_desk() as desk, new_desk() as other:
        for kind, text in files.items():
            import_text(desk, DONE, kind, text)
            desk.expect(DONE, "export", kind, "-o", f"{kind}.csv")
            assert desk.expect(DONE, "export", kind).stdout == desk.read(f"{kind}.csv")
            done = desk.expect(DONE, "import", kind, f"{kind}.csv")
            assert ": 0 new, 0 changed, " in done.stdout, done.stdout
            other.expect(DONE, "import", kind, str(desk.folder / f"{kind}.csv"))
            assert other.expect(DONE, "export", kind).stdout == desk.read(f"{kind}.csv")
        desk.expect(DONE, "check")


def the_survey_comes_in_and_goes_out_whole():
    with new_desk() as desk:
        for year, expected in (("2022", 960), ("2023", 2159)):
            source = KTO / f"responses_{year}.csv"
            done = desk.expect(DONE, "import", "responses", str(source))
            assert f": {expected} new, 0 changed, 0 unchanged, 0 refused" in done.stdout
        rows = {row["respondent_id"]: row
                for row in csv.DictReader(io.StringIO(desk.expect(DONE, "export",
                                                                  "responses").stdout))}
        for year in ("2022", "2023"):
            with open(KTO / f"responses_{year}.csv", encoding="utf-8", newline="") as source:
                for row in csv.DictReader(source):
                    out = rows.pop(row["respondent_id"])
                    for column, value in row.items():
                        assert sorted(value.split(";")) == sorted(out[column].split(";")), \
                            (row["respondent_id"], column, value, out[column])
        assert not rows


def exports_are_private_and_whole():
    with new_desk() as desk:
        import_text(desk, DONE, "clients", CLIENTS)
        desk.expect(DONE, "export", "clients", "-o", "out.csv")
        assert stat.S_IMODE((desk.folder / "out.csv").stat().st_mode) == 0o600
        desk.expect(FAILED, "export", "clients", "-o", "not/there.csv")
        done = desk.expect(WRONG_WORDS, "export", "clients", "--format", "xlsx")
        assert "-o FILE" in done.stderr, done.stderr
        desk.expect(WRONG_WORDS, "export", "clients", "--format", "pdf")
        desk.expect(WRONG_WORDS, "export", "klanten")


def who_acts_must_be_known():
    with new_desk() as desk:
        desk.write("f.csv", CLIENTS)
        desk.expect(FAILED, "--as", "A99", "import", "clients", "f.csv")
        assert count(desk, "clients") == 0


def a_store_that_is_not_there_is_not_made():
    with ctl.Desk() as desk:
        desk.write("f.csv", CLIENTS)
        desk.expect(FAILED, "import", "clients", "f.csv")
        assert not desk.store.exists()


if __name__ == "__main__":
    sys.exit(ctl.run_tests("import", [
        same_file_twice_changes_nothing,
        refused_rows_are_named_and_good_ones_come_in,
        all_or_nothing_writes_nothing,
        a_refusal_in_the_last_line_is_seen,
        dry_run_writes_nothing,
        rejects_can_be_mended_and_offered_again,
        rejects_never_overwrite_the_file,
        rejects_that_cannot_be_written_stop_the_import,
        columns_can_be_mapped,
        wrong_words_are_refused,
        files_are_refused_as_a_whole,
        every_kind_goes_out_and_in,
        the_survey_comes_in_and_goes_out_whole,
        exports_are_private_and_whole,
        who_acts_must_be_known,
        a_store_that_is_not_there_is_not_made,
    ]))
