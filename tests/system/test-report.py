#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Reports as files: a PDF, a spreadsheet, tables: test-report.py LOKETCTL KTO.

A PDF is read with poppler, a spreadsheet as the XML that it is.
"""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

import ctl

KTO = pathlib.Path(sys.argv[2]).resolve()
YEARS = ["--period", "2023", "--against", "2022"]
GROUPS = ["--by", "office", "--by", "sessions", "--by", "situation", "--by", "gender", "--by",
          "age_group", "--by", "education_level", "--by", "test_taken"]
SPACE = {"main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LONG = "Leerwerkloket voor de samenwerkende gemeenten van het midden en het zuiden van de streek"
HOSTILE = {"Regio 01": "A & B <van> \"C\"", "Regio 02": "=1+2", "Regio 03": LONG,
           "Regio 04": "@SUM(A1)"}


def survey(now="2024-01-08T10:00"):
    """A desk with both years and the number invited, speaking Dutch."""
    desk = ctl.Desk(now=now)
    desk.environment.update(LC_ALL="nl_NL.UTF-8", LANGUAGE="nl")
    desk.expect(0, "init")
    desk.write("invited.csv", "month,loket,sent\n" + "".join(
        f"2023-{month:02},,{1006 if month == 12 else 1004}\n" for month in range(2, 13)))
    for year in (2022, 2023):
        desk.expect(0, "import", "responses", str(KTO / f"responses_{year}.csv"))
    desk.expect(0, "import", "invitations", "invited.csv")
    return desk


def hostile():
    """Offices with names that files trip over, and 150 counsellors."""
    desk = ctl.Desk(now="2024-01-08T10:00")
    desk.environment.update(LC_ALL="nl_NL.UTF-8", LANGUAGE="nl")
    desk.expect(0, "init")
    with open(KTO / "responses_2023.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row["loket"] = HOSTILE.get(row["loket"], row["loket"])
        row["counsellor"] = f"<C&{number % 150:03}>"
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    desk.write("hostile.csv", text.getvalue())
    desk.expect(0, "import", "responses", "hostile.csv")
    return desk


def save(desk, name, *words):
    done = desk.expect(0, "satisfaction", *words, "-o", name)
    assert not done.stdout and "CRITICAL" not in done.stderr, done
    return desk.folder / name


def tool(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout.decode("utf-8")


def words_of(path):
    """The text of a PDF without line breaks and hyphenation."""
    return re.sub(r"\s+", " ", tool("pdftotext", path, "-"))


def pdf_says_conclusions_and_figures():
    with survey() as desk:
        text = words_of(save(desk, "report.pdf", *YEARS, *GROUPS, "--format", "pdf"))
        for sentence in ("Klanten geven een 7,9", "Alle loketten, 2023 vergeleken met 2022",
                         "Klanten met een test geven 8,1, klanten zonder test 7,7.",
                         "Klanten waarderen de kennis van de adviseur het best",
                         "2.159 van 11.046 uitgenodigd", "peildatum 31-12-2023",
                         "gemaakt 8-1-2024", "Begrippen", "Midden-Brabant krijgt het hoogste",
                         "Samenhang, geen oorzaak", "Spiegelhalter",
                         "Hoe vaak elk cijfer is gegeven"):
            assert sentence in text, sentence
        told = json.loads(desk.expect(0, "satisfaction", *YEARS, "--format", "json").stdout)
        for question in told["questions"]:
            if question["kind"] == "grade":
                low, high = (f"{end:.2f}".replace(".", ",") for end in question["ci95"])
                assert f"{low}–{high}" in text, question["id"]


def pdf_embeds_its_fonts():
    with survey() as desk:
        path = save(desk, "report.pdf", *YEARS, "--format", "pdf")
        fonts = tool("pdffonts", path).splitlines()[2:]
        assert any("Cantarell" in line for line in fonts), fonts
        for line in fonts:
            embedded, _, has_unicode = line.split()[-5:-2]
            assert embedded == "yes" and has_unicode == "yes", line
        facts = tool("pdfinfo", path)
        assert "A4" in facts and "Klanten geven een 7,9" in facts, facts
        assert int(re.search(r"Pages: +(\d+)", facts)[1]) > 5


def pdf_can_be_read_aloud():
    with survey() as desk:
        path = save(desk, "report.pdf", *YEARS, *GROUPS, "--format", "pdf")
        done = subprocess.run(["pdfinfo", "-struct", path], check=True, capture_output=True,
                              encoding="utf-8")
        assert not done.stderr, done.stderr
        tags = [line.split()[0] for line in done.stdout.splitlines()]
        assert tags[0] == "Document" and tags.count("H1") == 1 and tags.count("H2") >= 5, tags
        assert set(tags) == {"Document", "H1", "H2", "H3", "P", "L", "LI", "Figure", "Table", "TR",
                             "TH", "TD"}, set(tags)
        # What was appended is found by the offsets of the last table.
        data = path.read_bytes()
        table = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
        told = []
        for number, offset in re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", data[table:]):
            entry = data[int(offset):data.index(b"endobj", int(offset))]
            assert entry.startswith(number + b" 0 obj\n"), (number, entry[:40])
            told.append(entry)
        assert b"/Lang (nl)" in told[-1] and b"/Type /Catalog" in told[-1], told[-1]
        words = [bytes.fromhex(entry.split(b"/Alt <FEFF")[1].split(b">")[0].decode("ascii"))
                 .decode("utf-16-be") for entry in told[:-1]]
        assert len(words) == tags.count("Figure") > 15
        assert words[0].startswith("Cijfers\nAlgemene tevredenheid: "), words[0]
        assert any("Eén gesprek: " in figure for figure in words)


def pdf_is_the_same_for_the_same_day():
    with survey() as desk:
        first = save(desk, "one.pdf", *YEARS, "--format", "pdf").read_bytes()
        assert first == save(desk, "two.pdf", *YEARS, "--format", "pdf").read_bytes()
        desk.environment["LOKETTEN_NOW"] = "2024-01-09T10:00"
        assert first != save(desk, "three.pdf", *YEARS, "--format", "pdf").read_bytes()


def pages_keep_their_margins():
    with survey() as desk:
        path = save(desk, "report.pdf", *YEARS, *GROUPS, "--format", "pdf")
        tool("pdftotext", "-bbox", path, desk.folder / "boxes.html")
        text = (desk.folder / "boxes.html").read_text(encoding="utf-8")
        boxes = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"',
                           text)
        assert len(boxes) > 1000
        for left, top, right, bottom in (tuple(map(float, box)) for box in boxes):
            assert left > 56 and right < 595.3 - 56 and top > 50 and bottom < 842 - 14, (
                left, top, right, bottom)


def cells(archive, number):
    """All cells of a worksheet as (place, type, style, value)."""
    shared = [
        "".join(part.text or "" for part in entry.iter(f"{{{SPACE['main']}}}t"))
        for entry in xml.etree.ElementTree.fromstring(
            archive.read("xl/sharedStrings.xml")).findall("main:si", SPACE)]
    sheet = xml.etree.ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    found = []
    for cell in sheet.iter(f"{{{SPACE['main']}}}c"):
        assert cell.find("main:f", SPACE) is None, "a formula"
        value = cell.find("main:v", SPACE)
        if value is None:
            continue
        text = cell.get("t") == "s"
        found.append((cell.get("r"), "text" if text else "number", cell.get("s"),
                      shared[int(value.text)] if text else float(value.text)))
    return found


def sheet_names(archive):
    book = xml.etree.ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return [sheet.get("name") for sheet in book.iter(f"{{{SPACE['main']}}}sheet")]


def spreadsheet_has_typed_cells():
    with survey() as desk:
        told = json.loads(desk.expect(0, "satisfaction", *YEARS, "--format", "json").stdout)
        path = save(desk, "report.xlsx", *YEARS, *GROUPS, "--format", "xlsx")
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            names = sheet_names(archive)
            assert names == ["Overzicht", "Cijfers", "Cijfers per groep", "Volgorde van loketten",
                             "Eén antwoord", "Meer antwoorden mogelijk", "Begrippen"], names
            overview = {place: (kind, value) for place, kind, _, value in cells(archive, 1)}
            grades = cells(archive, 2)
            styles = archive.read("xl/styles.xml").decode("utf-8")
        # 31 December 2023, as spreadsheets count days
        assert ("number", 45291.0) in overview.values(), overview
        assert ("number", 2159.0) in overview.values()
        assert "dd-mm-yyyy" in styles and 'formatCode="0.0"' in styles
        numbers = [value for _, kind, _, value in grades if kind == "number"]
        for question in told["questions"]:
            if question["kind"] == "grade":
                for figure in (question["mean"], question["shares"]["good"], *question["ci95"]):
                    assert any(abs(figure - number) < 1e-9 for number in numbers), question["id"]


def what_looks_like_a_formula_is_text():
    with hostile() as desk:
        path = save(desk, "report.xlsx", "--by", "office", "--format", "xlsx")
        with zipfile.ZipFile(path) as archive:
            texts = {value for number in range(1, len(sheet_names(archive)) + 1)
                     for _, kind, _, value in cells(archive, number) if kind == "text"}
        assert set(HOSTILE.values()) <= texts, set(HOSTILE.values()) - texts
        told = desk.expect(0, "satisfaction", "--by", "office", "--format", "csv-excel").stdout
        assert ";=1+2;" not in told and "; =1+2;" in told


def persons_below_the_threshold_cannot_be_sorted():
    with hostile() as desk:
        path = save(desk, "report.xlsx", "--by", "counsellor", "--format", "xlsx")
        with zipfile.ZipFile(path) as archive:
            rows = {}
            for place, kind, _, value in cells(archive, sheet_names(archive).index(
                    "Cijfers per groep") + 1):
                rows.setdefault(int(re.sub(r"\D", "", place)), []).append((kind, value))
        persons = [row for row in rows.values() if len(row) > 2 and row[1][1] == "Adviseur"]
        assert len(persons) > 100
        for row in persons:
            assert [kind for kind, _ in row[4:]] in ([], ["text"]), row


def no_format_sorts_persons_by_grade():
    """Wherever counsellors stand below one another, they do so by code; and where a spreadsheet
    could sort them, below the threshold there is nothing to sort by."""
    with survey() as desk:
        words = ("--period", "2023", "--by", "counsellor")
        told = json.loads(save(desk, "f.json", *words, "--format", "json").read_text("utf-8"))
        grades = [question for question in told["questions"] if question["kind"] == "grade"]
        by_grade = sorted((group for group in grades[0]["groups"] if not group["hidden"]),
                          key=lambda group: group["mean"])
        assert [group["value"] for group in by_grade] != sorted(
            group["value"] for group in by_grade)
        for question in grades:
            codes = [group["value"] for group in question["groups"]]
            assert codes == sorted(codes), question["id"]
            units = [unit["value"] for unit in question["fair"]["units"]]
            assert units == sorted(units), question["id"]
        machine = save(desk, "f.csv", *words, "--format", "csv").read_text("utf-8")
        excel = save(desk, "g.csv", *words, "--format", "csv-excel").read_text("utf-8-sig")
        for text, separator in ((machine, ","), (excel, ";")):
            rows = [row for row in csv.DictReader(io.StringIO(text), delimiter=separator)
                    if row["by"] == "counsellor" and not row["code"]]
            for question in grades:
                codes = [row["value"] for row in rows if row["question"] == question["id"]]
                assert len(codes) > 100 and codes == sorted(codes), question["id"]
        few = [row for row in csv.DictReader(io.StringIO(excel), delimiter=";")
               if row["by"] == "counsellor" and int(row["n"] or 0) < 30]
        assert len(few) > 100 and not any(row["mean"] or row["share"] for row in few), few[0]
        assert any(row["mean"] for row in csv.DictReader(io.StringIO(machine))
                   if row["by"] == "counsellor")
        text = save(desk, "f.txt", *words, "--format", "text").read_text("utf-8")
        assert descents(text) <= 2 * len(told["questions"]), descents(text)
        # A report names no counsellor to whom it was not made for.
        assert not re.search(r"\bA\d{3}\b", words_of(save(desk, "f.pdf", *words, "--format",
                                                          "pdf")))
        with zipfile.ZipFile(save(desk, "f.xlsx", *words, "--format", "xlsx")) as archive:
            for number in range(1, len(sheet_names(archive)) + 1):
                values = " ".join(str(value) for *_, value in cells(archive, number))
                assert descents(values) <= len(grades), (number, descents(values))


def descents(text):
    """How often a counsellor stands behind one with a higher code."""
    codes = re.findall(r"\bA\d{3}\b", text)
    return sum(later < earlier for earlier, later in zip(codes, codes[1:]))


def both_tables_have_the_figures_of_the_json():
    with survey() as desk:
        words = ("satisfaction", *YEARS, "--by", "gender")
        told = json.loads(desk.expect(0, *words, "--format", "json").stdout)
        machine = list(csv.DictReader(io.StringIO(
            desk.expect(0, *words, "--format", "csv").stdout)))
        text = desk.expect(0, *words, "--format", "csv-excel").stdout
        assert text.startswith("\ufeff")
        dutch = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
        assert len(machine) == len(dutch) and machine[0].keys() == dutch[0].keys()
        texts = ("question", "kind", "by", "value", "code")
        assert any("," in row["sd"] and "." not in row["sd"] for row in dutch)
        for one, other in zip(machine, dutch):
            assert one == {key: value if key in texts else value.replace(",", ".")
                           for key, value in other.items()}
        means = {row["question"]: float(row["mean"].replace(",", ".")) for row in dutch
                 if row["kind"] == "grade" and not row["by"] and not row["code"]}
        for question in told["questions"]:
            if question["kind"] == "grade":
                assert means[question["id"]] == question["mean"]


def large_and_hostile_data_are_reported():
    with hostile() as desk:
        path = save(desk, "report.pdf", "--by", "office", "--by", "counsellor", "--by", "situation",
                    "--format", "pdf")
        text = words_of(path)
        assert 'A & B <van> "C"' in text and "=1+2" in text and LONG[:30] in text
        assert "150 adviseurs" in text, text


def too_few_are_not_reported():
    with survey() as desk:
        few = ["--where", "office=Regio 16", "--format", "pdf", "-o", "few.pdf"]
        desk.expect(1, "satisfaction", "--period", "2023-03", *few)
        assert not (desk.folder / "few.pdf").exists()
        text = words_of(save(desk, "thin.pdf", "--period", "2023-02..2023-04", *few[:4]))
        assert "12 van 50 antwoorden" in text and "dun" in text, text
        assert "Hoe vaak elk cijfer is gegeven" not in text, text
        empty = words_of(save(desk, "none.pdf", "--period", "2019", "--format", "pdf"))
        assert "geen antwoorden" in empty, empty


def a_report_needs_a_file():
    with survey() as desk:
        for kind in ("pdf", "xlsx"):
            done = desk.expect(2, "satisfaction", *YEARS, "--format", kind)
            assert "-o" in done.stderr and not done.stdout, done.stderr
        done = desk.expect(1, "satisfaction", *YEARS, "--format", "pdf", "-o", "none/report.pdf")
        assert done.stderr.count("\n") == 1, done.stderr


sys.exit(ctl.run_tests("report", [
    pdf_says_conclusions_and_figures, pdf_embeds_its_fonts, pdf_can_be_read_aloud, pdf_is_the_same_for_the_same_day,
    pages_keep_their_margins, spreadsheet_has_typed_cells, what_looks_like_a_formula_is_text,
    persons_below_the_threshold_cannot_be_sorted, no_format_sorts_persons_by_grade,
    both_tables_have_the_figures_of_the_json,
    large_and_hostile_data_are_reported, too_few_are_not_reported, a_report_needs_a_file]))
