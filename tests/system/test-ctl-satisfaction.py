#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Asks the real program how satisfied clients are: test-ctl-satisfaction.py LOKETCTL SOURCE.

What it says of 2023 must be what was published.
"""

import contextlib
import csv
import decimal
import io
import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile


def half_up(value, digits):
    step = decimal.Decimal(1).scaleb(-digits)
    return float(decimal.Decimal(repr(value)).quantize(step, decimal.ROUND_HALF_UP))


class Case:
    """A store with the surveys of 2022 and 2023, and what may be asked of it."""

    def __init__(self, program, source, folder):
        self.program = program
        self.folder = folder
        self.store = folder / "store.db"
        kto = source / "data/kto"
        self.source = source
        self.kto = kto
        with open(kto / "responses_2023.csv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.published = json.loads((kto / "published_2023.json").read_text(encoding="utf-8"))
        invited = folder / "invited.csv"
        invited.write_text("month,loket,sent\n" + "".join(
            f"2023-{month:02},,{1006 if month == 12 else 1004}\n" for month in range(2, 13)),
            encoding="utf-8")
        self.must("init")
        self.must("import", "responses", kto / "responses_2022.csv")
        self.must("import", "responses", kto / "responses_2023.csv")
        self.must("import", "invitations", invited)

    def run(self, *words, **environment):
        return subprocess.run([self.program, "--store", self.store, *words], text=True,
                              capture_output=True, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8", **environment})

    def count_releases(self):
        with contextlib.closing(sqlite3.connect(self.store)) as store:
            return store.execute("SELECT count(*) FROM release").fetchone()[0]

    def must(self, *words, **environment):
        done = self.run(*words, **environment)
        assert done.returncode == 0, done.stderr
        assert "CRITICAL" not in done.stderr and "WARNING" not in done.stderr, done.stderr
        return done.stdout

    def summary(self, *words):
        return json.loads(self.must("satisfaction", *words, "--format", "json"))


def says_what_was_published(case):
    told = case.summary("--period", "2023", "--against", "2022")
    assert told["responses"] == case.published["n"]
    assert told["invited"] == case.published["response"]["sent"]
    assert half_up(told["response_rate"] * 100, 1) == case.published["response"]["response_pct"]
    questions = {question["id"]: question for question in told["questions"]}
    for published in case.published["graded"]:
        question = questions[published["id"]]
        assert question["base"] == published["base_n"], published["id"]
        assert half_up(question["mean"], 1) == published["mean"], published["id"]
        for code, percent in published["shares_pct"].items():
            share = half_up(question["shares"][code] * 100, 0)
            assert percent is None or share == percent, (published["id"], code)
        for rank, top in zip(question["ranking"], published["top_list"]):
            assert (rank["rank"], rank["office"], rank["mean"], rank["n"]) == (
                top["rank"], top["loket"], top["mean"], top["n"]), published["id"]
        if published["mean_2022"] is not None:
            assert half_up(question["against"]["mean"], 1) == published["mean_2022"]


def groups_are_asked_for(case):
    told = case.summary("--period", "2023", "--by", "situation", "--by", "gender")
    overall = told["questions"][0]
    found = {(group["by"], group["value"]): group for group in overall["groups"]}
    assert half_up(found["situation", "jobseeker"]["mean"], 1) == 7.3
    assert found["situation", "jobseeker"]["differs"] == "lower"
    assert ("gender", "female") in found
    only = case.summary("--period", "2023", "--where", "situation=jobseeker")
    assert only["responses"] == found["situation", "jobseeker"]["n"]


def few_are_hidden(case):
    told = case.summary("--period", "2023", "--where", "office=Regio 20", "--by", "age_group")
    text = json.dumps(told)
    assert '"hidden": true' in text
    for question in told["questions"]:
        for group in question.get("groups", []):
            assert not group["hidden"] or set(group) <= {"by", "value", "hidden"}, group


def text_speaks_the_language(case):
    told = case.must("satisfaction", "--period", "2023", LC_ALL="nl_NL.UTF-8")
    assert "Kennis van de adviseur" in told and "2.159" in told and "8,2" in told, told
    told = case.must("satisfaction", "--period", "2023")
    assert "Knowledge of the adviser" in told and "8.2" in told, told


def csv_is_for_programs(case):
    told = case.must("satisfaction", "--period", "2023", "--format", "csv", LC_ALL="nl_NL.UTF-8")
    rows = list(csv.reader(io.StringIO(told)))
    assert len({len(row) for row in rows}) == 1
    assert any("7.87" in cell for row in rows for cell in row)


def files_are_private(case):
    path = case.folder / "told.json"
    case.must("satisfaction", "--period", "2023", "--format", "json", "-o", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text(encoding="utf-8"))["responses"] == 2159


def wrong_words_are_refused(case):
    for words, sentence in [
            (["--questionnaire", "nothing"], "nothing"),
            (["--period", "2023-13"], "2023-13"),
            (["--against", "last year"], "last year"),
            (["--by", "shoe_size"], "shoe_size"),
            (["--by", "shoe_size"], "which has office, counsellor, "),
            (["--by", "remarks"], "remarks"),
            (["--where", "gender"], "GROUP=VALUE"),
            (["--where", "gender=green"], "which has male, female, other_not_say"),
            (["--where", "office=Atlantis"], "Atlantis"),
            (["--format", "pdf"], "pdf is written to a file"),
            (["--format", "xlsx"], "xlsx is written to a file"),
            (["--format", "clay"], "clay"),
            (["surplus"], "satisfaction")]:
        done = case.run("satisfaction", *words)
        assert done.returncode == 2, (words, done.returncode)
        assert sentence in done.stderr and not done.stdout, (words, done.stderr)
        assert "CRITICAL" not in done.stderr, (words, done.stderr)


def help_speaks_one_language(case):
    told = case.must("--help", LANGUAGE="nl", LC_ALL="nl_NL.UTF-8")
    assert "BESTAND" in told and "FILE" not in told, told


def a_period_without_answers_is_no_comparison(case):
    done = case.run("satisfaction", "--period", "2023", "--against", "2019")
    assert done.returncode == 0 and "no answers of 2019" in done.stderr, done.stderr
    done = case.run("satisfaction", "--period", "2023", "--against", "2022")
    assert not done.stderr, done.stderr


def filters_that_set_few_apart_are_refused(case):
    ages = ["--where", "age_group=18_27", "--where", "age_group=27_50", "--where",
            "age_group=50plus"]
    few = [month for month in range(1, 13)
           if 1 <= sum(row["age_group"] == "lt18" for row in case.rows
                       if int(row["month_sent"]) == month) <= 4]
    for words, sentence in [
            (["--period", "2023", "--where", "counsellor=A147"], "leaves 1 to 4 answers"),
            (["--period", f"2023-{few[0]:02}", *ages], "leaves out 1 to 4 answers"),
            (["--period", "2022", "--against", f"2023-{few[0]:02}", *ages],
             "leaves out 1 to 4 answers")]:
        done = case.run("satisfaction", *words)
        assert done.returncode == 1 and not done.stdout, (words, done)
        assert sentence in done.stderr and len(done.stderr.splitlines()) == 1, done.stderr


def what_left_before_counts(case):
    store = case.folder / "ledger.db"
    path = case.folder / "left.json"
    head, *lines = (case.kto / "responses_2023.csv").read_text(encoding="utf-8").splitlines()
    told = ["--store", store, "satisfaction", "--period", "2023", "--format", "json", "-o", path]
    case.must("--store", store, "init")
    for first, last, leaves in [(0, 40, True), (40, 43, False), (43, 48, True)]:
        part = case.folder / "part.csv"
        part.write_text("\n".join([head, *lines[first:last], ""]), encoding="utf-8")
        case.must("--store", store, "import", "responses", part, LOKETTEN_NOW="2023-12-31T10:00")
        before = path.read_text(encoding="utf-8") if path.exists() else None
        done = case.run(*told, LOKETTEN_NOW="2023-12-31T10:00")
        if leaves:
            assert done.returncode == 0, done
            assert json.loads(path.read_text(encoding="utf-8"))["responses"] == last
        else:
            assert done.returncode == 1 and "left before" in done.stderr, done
            assert path.read_text(encoding="utf-8") == before
    assert sorted(case.folder.glob("*left*")) == [path]


# Three answers more in the last wave, and many more in the first: the last one stays as it was.
def what_left_before_counts_in_each_wave(case):
    store = case.folder / "waves.db"
    path = case.folder / "waves.json"
    survey = case.source / "tests/app/data/surveys-ontwikkeladvies-45plus.csv"
    head, *lines = survey.read_text(encoding="utf-8").splitlines()
    waves = {wave: [line for line in lines if line.split(",")[3] == wave] for wave in "012"}
    parts = [waves["0"][:60] + waves["1"] + waves["2"][:60], waves["0"][60:] + waves["2"][60:63]]
    hidden = []
    case.must("--store", store, "init")
    for lines in parts:
        part = case.folder / "part.csv"
        part.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
        case.must("--store", store, "import", "responses", part, "--questionnaire",
                  "ontwikkeladvies-45plus")
        case.must("--store", store, "satisfaction", "--questionnaire", "ontwikkeladvies-45plus",
                  "--by", "gender", "--format", "json", "-o", path)
        told = json.loads(path.read_text(encoding="utf-8"))
        question = next(one for one in told["questions"] if one["id"] == "job_security")
        assert not question["hidden"], question
        hidden.append({wave["wave"]: wave["hidden"] for wave in question["waves"]})
    assert not any(hidden[0].values()), hidden
    assert hidden[1][2] and sum(hidden[1].values()) == 2, hidden


def a_look_is_no_release(case):
    """What is printed is looked at, as on the screen, also by a script; -o lets it leave."""
    before = case.count_releases()
    for form in ("text", "csv", "csv-excel", "json"):
        case.must("satisfaction", "--period", "2022", "--format", form)
    assert case.count_releases() == before
    for form in ("text", "csv", "csv-excel", "json", "pdf", "xlsx"):
        path = case.folder / f"leaves.{form}"
        case.must("satisfaction", "--period", "2022", "--format", form, "-o", path)
        before += 1
        assert path.exists() and case.count_releases() == before, form


# Persons stand in the order of their codes, whatever they were given.
def persons_are_never_ranked(case):
    words = ["--period", "2023", "--by", "counsellor"]
    told = case.summary(*words)
    for question in told["questions"]:
        for units in [[group["value"] for group in question["groups"]],
                      [unit["value"] for unit in question.get("fair", {"units": []})["units"]]]:
            assert units == sorted(units), (question["id"], units)
        assert all("office" in rank for rank in question.get("ranking", []))
    for form in ["csv", "text"]:
        order = {}
        for line in case.must("satisfaction", *words, "--format", form).splitlines():
            cells = [cell for cell in re.split(r"[ ,]+", line) if cell]
            codes = [cell for cell in cells if re.fullmatch(r"A[0-9]{3}", cell)]
            if codes:
                order.setdefault((form, cells[0] if form == "csv" else ""), []).append(codes[0])
        assert order
        for key, codes in order.items():
            runs = 1 + sum(later < earlier for earlier, later in zip(codes, codes[1:]))
            # One table of groups and one fair comparison for each question.
            assert runs <= (2 if form == "csv" else 2 * len(told["questions"])), (key, codes)


def unwritable_file_fails(case):
    before = case.count_releases()
    done = case.run("satisfaction", "-o", case.folder / "no/such/folder.txt")
    assert done.returncode == 1 and done.stderr, done
    assert case.count_releases() == before


# As when the disk is full: the program is forbidden to write files of more than 400 kB.
def failed_write_leaves_no_release(case):
    path = case.folder / "large.json"
    words = ["satisfaction", "--period", "2023", "--by", "counsellor", "--format", "json"]
    before = case.count_releases()
    assert len(case.must(*words)) > 500000

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400000, 400000))

    done = subprocess.run([case.program, "--store", case.store, *words, "-o", path], text=True,
                          capture_output=True, check=False, preexec_fn=limit,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert done.returncode == 1 and "too large" in done.stderr, done
    assert not list(case.folder.glob("large*")) and case.count_releases() == before
    case.must(*words, "-o", path)
    assert path.exists() and case.count_releases() == before + 1


def other_questionnaires_are_summed_up(case):
    """By their scale, in every form; and one of the office's own once it is there."""
    data = case.kto.parent.parent / "tests/app/data"
    stap = ("satisfaction", "--questionnaire", "stap-opo-2025", "--by", "hours_group")
    case.must("import", "responses", data / "surveys-stap-opo-2025.csv", "--questionnaire",
              "stap-opo-2025")
    answer = json.loads(case.must(*stap, "--format", "json", "--holm"))
    plan = next(q for q in answer["questions"] if q["id"] == "sat_plan")
    assert answer["holm"] and answer["comparisons"] > 50, answer["comparisons"]
    assert plan["kind"] == "likert" and plan["top"]["count"] > 0, plan
    assert {group["value"] for group in plan["groups"]} >= {"h0_3", "h4_plus"}, plan["groups"]
    assert ",likert,hours_group,h4_plus,top," in case.must(*stap, "--format", "csv")
    assert "Satisfied or very satisfied" in case.must(*stap)

    own = ("satisfaction", "--questionnaire", "own")
    assert case.run(*own).returncode == 2
    wrong = case.folder / "wrong.json"
    wrong.write_text((data / "own.json").read_text(encoding="utf-8").replace('"likert"', '"faces"'),
                     encoding="utf-8")
    refused = case.run("import", "questionnaires", wrong)
    assert refused.returncode == 1, refused
    assert "wrong.json:25: items[1]: “type” must be grade, likert" in refused.stderr, refused.stderr
    assert "“own” with 6 questions" in case.must("import", "questionnaires", data / "own.json")
    assert "Our questions" in case.must(*own)


def empty_store_says_so(case):
    store = case.folder / "empty.db"
    case.must("--store", store, "init")
    told = case.must("--store", store, "satisfaction", "--period", "2023")
    assert "No responses" in told, told
    told = json.loads(case.must("--store", store, "satisfaction", "--format", "json"))
    assert told["responses"] == 0, told


CASES = [a_look_is_no_release, says_what_was_published, groups_are_asked_for, few_are_hidden, text_speaks_the_language,
         csv_is_for_programs, files_are_private, wrong_words_are_refused,
         help_speaks_one_language, a_period_without_answers_is_no_comparison,
         filters_that_set_few_apart_are_refused, what_left_before_counts,
         what_left_before_counts_in_each_wave,
         persons_are_never_ranked, unwritable_file_fails, failed_write_leaves_no_release,
         other_questionnaires_are_summed_up, empty_store_says_so]


def main():
    failed = 0
    print(f"1..{len(CASES)}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        case = Case(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(name))
        for number, check in enumerate(CASES, 1):
            wrong = ""
            try:
                check(case)
            except (AssertionError, KeyError, ValueError) as error:
                wrong = f"{type(error).__name__}: {error}"
            print("not ok" if wrong else "ok", number,
                  "/ctl-satisfaction/" + check.__name__.replace("_", "-"), flush=True)
            for line in wrong.splitlines():
                print(f"#   {line}", flush=True)
            failed += bool(wrong)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
