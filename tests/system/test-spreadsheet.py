#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Tests that loketctl import reads spreadsheets as it reads CSV, and refuses what is none."""

import csv
import datetime
import io
import random
import re
import sys
import zipfile

import ctl
from sheets import HEAD, MAIN, Book, Raw

DONE, FAILED, WRONG_WORDS, REFUSED_ROWS = 0, 1, 2, 3

HEADER = ["client_no", "family_name", "birth_date", "phone", "no_survey"]
DAY = datetime.date(1980, 2, 1)


def new_desk():
    desk = ctl.Desk()
    desk.expect(DONE, "init")
    return desk


def import_book(desk, status, data, *options, kind="clients", name="f.xlsx"):
    desk.write(name, data)
    return desk.expect(status, "import", kind, name, *options)


def clients_of(desk):
    return list(csv.DictReader(io.StringIO(desk.expect(DONE, "export", "clients").stdout)))


def refusal(desk, data, **more):
    done = import_book(desk, FAILED, data, **more)
    assert not done.stdout, done.stdout
    return done.stderr


def cells_say_what_they_mean():
    rows = [HEADER, ["K1", "Velden & \"Zn\", de", DAY, 31612345678, True],
            ["K2", "Jansen\n<Bos>", None, "06-12345678", False]]
    books = [Book(), Book(shared=False), Book(since_1904=True), Book(references=False)]
    for book in books:
        with new_desk() as desk:
            rows_here = [[value if value is not None or book.references else "" for value in row]
                         for row in rows]
            done = import_book(desk, DONE, book.add("Blad1", rows_here).write())
            assert done.stdout == "f.xlsx: 2 new, 0 changed, 0 unchanged, 0 refused\n", done.stdout
            first, second = clients_of(desk)
            assert first["family_name"] == "Velden & \"Zn\", de", first
            assert first["birth_date"] == "1980-02-01", first
            assert first["phone"] == "31612345678" and first["no_survey"] == "yes", first
            # A name stands on one line.
            assert second["family_name"].split() == ["Jansen", "<Bos>"], second
            assert second["birth_date"] == "" and second["no_survey"] == "no", second


def moments_and_results_of_formulas_are_read():
    with new_desk() as desk:
        import_book(desk, DONE, Book().add("clients", [HEADER[:2], ["K1", "Velden"]]).write())
        import_book(desk, DONE, Book().add("x", [
            ["trajectory_no", "client_no", "opened_on"],
            ["T1", Raw('t="str"><f>"K"&amp;1</f><v>K1</v>'), Raw('t="d"><v>2023-04-03T00:00:00</v>')],
        ]).write(), kind="trajectories")
        import_book(desk, DONE, Book().add("x", [
            ["session_no", "trajectory_no", "starts_at", "minutes"],
            ["S1", "T1", datetime.datetime(2023, 5, 1, 9, 30), Raw("><f>15+15</f><v>30</v>")],
        ]).write(), kind="sessions")
        done = desk.expect(DONE, "export", "sessions")
        row = next(csv.DictReader(io.StringIO(done.stdout)))
        assert row["starts_at"] == "2023-05-01T09:30" and row["minutes"] == "30", row


def rows_are_refused_by_their_number_in_the_sheet():
    rows = [HEADER, ["K1", "Velden", DAY], ["K2", "Two\nlines", DAY],
            ["K3", "Bos", datetime.date(2999, 1, 1)], [], ["K4", "Vis", Raw("s=\"1\"><v>60</v>")],
            ["K5", "Mol", Raw('t="e"><v>#N/A</v>')], ["K1", "Uil"],
            ["K7", "Das", None, None, None, "more"]]
    with new_desk() as desk:
        done = import_book(desk, REFUSED_ROWS, Book().add("x", rows).write(),
                           "--rejects", "r.csv")
        lines = done.stderr.splitlines()
        assert len(lines) == 6, lines
        assert "line 4, column birth_date: “2999-01-01”" in lines[0], lines
        assert "line 5: the line is empty" in lines[1], lines
        assert "line 6, column birth_date, “60”: this is no day" in lines[2], lines
        assert "line 7, column birth_date, “#N/A”: the formula has no result" in lines[3], lines
        assert "line 8, column client_no" in lines[4] and "line 2" in lines[4], lines
        assert "line 9: has 6 fields where the header has 5" in lines[5], lines
        assert len(clients_of(desk)) == 2
        assert len(list(csv.reader(io.StringIO(desk.read("r.csv"))))) == 7


def empty_rows_at_the_end_are_not_there():
    tail = "".join(f'<row r="{number}"><c r="A{number}" s="1"/><c r="B{number}" t="s"/></row>'
                   for number in range(4, 2000))
    book = Book().add("x", [[], HEADER, ["K1", "Velden"] + [None] * 6], tail=tail)
    with new_desk() as desk:
        done = import_book(desk, DONE, book.write())
        assert done.stdout == "f.xlsx: 1 new, 0 changed, 0 unchanged, 0 refused\n", done.stdout


def the_sheet_of_the_kind_is_read_else_the_first():
    first = [HEADER[:2], ["K1", "First"]]
    second = [HEADER[:2], ["K2", "Second"]]
    for name, expected in (("Clients", "Second"), ("Blad2", "First")):
        with new_desk() as desk:
            import_book(desk, DONE, Book().add("Blad1", first).add(name, second).write())
            assert [row["family_name"] for row in clients_of(desk)] == [expected]


def what_was_exported_comes_back_unchanged():
    kinds = ["counsellors", "clients", "trajectories", "sessions", "assessments", "promises",
             "contacts", "responses", "invitations"]
    with new_desk() as desk, new_desk() as other:
        desk.expect(DONE, "demo", "--clients", "60", "--years", "2")
        for kind in kinds:
            desk.expect(DONE, "export", kind, "--format", "xlsx", "-o", f"{kind}.xlsx")
            done = desk.expect(DONE, "import", kind, f"{kind}.xlsx")
            assert ": 0 new, 0 changed, " in done.stdout, done.stdout
            other.expect(DONE, "import", kind, str(desk.folder / f"{kind}.xlsx"))
            assert (other.expect(DONE, "export", kind).stdout
                    == desk.expect(DONE, "export", kind).stdout), kind
        with zipfile.ZipFile(desk.folder / "clients.xlsx") as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
        assert 't="b"' in sheet and re.search(r'<c r="E2" s="\d"><v>\d+</v></c>', sheet), sheet[:900]
        with ctl.Desk() as empty:
            empty.expect(DONE, "init")
            empty.expect(DONE, "export", "clients", "--format", "xlsx", "-o", "none.xlsx")
            assert "but a header" in empty.expect(FAILED, "import", "clients", "none.xlsx").stderr


def columns_are_mapped_and_files_come_twice():
    data = Book().add("x", [["Nummer", "Achternaam"], ["K1", "Velden"]]).write()
    words = ("--map", "Nummer=client_no", "--map", "Achternaam=family_name")
    with new_desk() as desk:
        import_book(desk, DONE, data, *words)
        done = import_book(desk, DONE, data, *words)
        assert done.stdout == "f.xlsx: 0 new, 0 changed, 1 unchanged, 0 refused\n", done.stdout


def macros_and_rich_texts_do_no_harm():
    book = Book().add("x", [HEADER[:2], ["K1", "Velden"]])
    book.parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 anything"
    book.parts["xl/sharedStrings.xml"] = (
        f'{HEAD}<x:sst xmlns:x="{MAIN}"><x:si><x:t>client_no</x:t></x:si>'
        "<x:si><x:t>family_name</x:t></x:si><x:si><x:t>K1</x:t></x:si>"
        "<x:si><x:r><x:rPr><x:b/></x:rPr><x:t>Vel</x:t></x:r><x:r><x:t>den</x:t></x:r>"
        "<x:rPh><x:t>not this</x:t></x:rPh></x:si></x:sst>")
    with new_desk() as desk:
        import_book(desk, DONE, book.write(), name="f.xlsm")
        assert clients_of(desk)[0]["family_name"] == "Velden"


def what_is_no_spreadsheet_is_refused():
    good = Book().add("x", [HEADER[:2], ["K1", "Velden"]])
    with new_desk() as desk:
        assert "no spreadsheet" in refusal(desk, b"client_no,family_name\nK1,Velden\n")
        assert "no spreadsheet" in refusal(desk, good.write()[:400])
        assert "password" in refusal(desk, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
        assert "damaged" in refusal(desk, Book().add("x", [
            HEADER[:2], ["K1", Raw('t="str"><row r="9"/><v>Velden</v>')], ["K2", "Bos"]]).write())
        assert "there is no sheet" in refusal(desk, Book().write())
        assert "there is nothing in it" in refusal(desk, Book().add("x", []).write())
        assert "but a header" in refusal(desk, Book().add("x", [HEADER]).write())
        assert "more than one table" in refusal(desk, Book().add("x", [
            HEADER, ["K1", "Velden"], [], HEADER, ["K2", "Bos"]]).write())
        assert "f.xlsx, sheet x, row 1: column 2 of the header has no name" in refusal(
            desk, Book().add("x", [
                ["client_no", None, "family_name"], ["K1", "x", "Velden"]]).write())
        assert "f.xlsx, sheet Lijst 2, row 4: the column client_no is missing" in refusal(
            desk, Book().add("Lijst 2", [["nummer", "family_name"], ["K1", "Velden"]],
                             first=4).write())
        assert clients_of(desk) == []


def encrypted_parts_are_refused():
    data = bytearray(Book().add("x", [HEADER[:2], ["K1", "Velden"]]).write())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(sign, place + 1)
    with new_desk() as desk:
        assert "password" in refusal(desk, bytes(data))


def bombs_and_foreign_texts_are_refused():
    entity = (f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
              f'<sst xmlns="{MAIN}"><si><t>&x;</t></si></sst>')
    laughs = (f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "haha">'
              + "".join(f'<!ENTITY {name} "{before * 10}">' for name, before in
                        (("b", "&a;"), ("c", "&b;"), ("d", "&c;"), ("e", "&d;"), ("f", "&e;")))
              + f']><sst xmlns="{MAIN}"><si><t>&f;</t></si></sst>')
    with new_desk() as desk:
        for texts in (entity, laughs):
            book = Book().add("x", [HEADER[:2], ["K1", "Velden"]])
            book.parts["xl/sharedStrings.xml"] = texts
            assert "document type" in refusal(desk, book.write())
        book = Book().add("x", [HEADER[:2], ["K1", "Velden"]])
        book.parts["xl/sharedStrings.xml"] = f"<sst>{' ' * 60_000_000}</sst>"
        assert "larger than any" in refusal(desk, book.write())


def a_text_that_many_cells_share_is_no_way_around():
    """Ten megabytes once, and sixty cells that are it."""
    book = Book().add("x", [HEADER[:2]] + [
        [f"K{number}", Raw('t="s"><v>62</v>')] for number in range(60)])
    assert len(book.shared) == 62
    book.shared.append("a" * 10_000_000)
    with new_desk() as desk:
        assert "larger than any" in refusal(desk, book.write())
        assert clients_of(desk) == []


def a_book_may_lie_at_the_root():
    with new_desk() as desk:
        data = Book().add("x", [HEADER[:2], ["K1", "Velden"]]).write(folder="")
        done = import_book(desk, 0, data)
        assert done.stdout == "f.xlsx: 1 new, 0 changed, 0 unchanged, 0 refused\n", done.stdout


def damaged_files_never_break_it():
    """Bytes, and bits of XML, that somebody changed: read, or refused with a sentence."""
    chance = random.Random(8)
    book = Book().add("x", [HEADER, ["K1", "Velden", DAY, 12, True], ["K2", "Bos", DAY, 1.5, False]])
    plain = bytearray(book.write(compression=0))
    with new_desk() as desk:
        for _ in range(60):
            data = bytearray(plain)
            for _ in range(chance.randint(1, 4)):
                place = chance.randrange(len(data))
                data[place:place + chance.randint(0, 3)] = bytes(
                    chance.randrange(256) for _ in range(chance.randint(0, 3)))
            desk.write("f.xlsx", bytes(data))
            done = desk.run("import", "clients", "f.xlsx", "--dry-run")
            assert done.returncode in (DONE, FAILED, REFUSED_ROWS), (done.returncode, done.stderr)
            assert done.returncode == DONE or done.stderr.startswith("loketctl: "), done.stderr


def changed_texts_never_break_it():
    chance = random.Random(9)
    parts = ["<row>", "</row>", '<c r="A2">', "</c>", "<v>", "</v>", "<v>99999999999</v>", "&amp;",
             '<c r="ZZZ9" t="s"><v>0</v></c>', '<row r="0">', '<row r="9999999999"/>', "&x;", "<t>",
             '<c t="b"><v>maybe</v></c>', '<c s="4444444444"><v>1e999</v></c>', "\u0000", "<is>"]
    with new_desk() as desk:
        for _ in range(40):
            book = Book(shared=chance.random() < 0.5)
            book.add("x", [HEADER, ["K1", "Velden", DAY, 12, True]])
            name, xml = book.sheets[0]
            for _ in range(chance.randint(1, 3)):
                place = chance.randrange(len(xml))
                xml = xml[:place] + chance.choice(parts) + xml[place + chance.randint(0, 8):]
            book.sheets[0] = (name, xml)
            desk.write("f.xlsx", book.write())
            done = desk.run("import", "clients", "f.xlsx", "--dry-run")
            assert done.returncode in (DONE, FAILED, REFUSED_ROWS), (done.returncode, done.stderr)


if __name__ == "__main__":
    sys.exit(ctl.run_tests("spreadsheet", [
        cells_say_what_they_mean,
        moments_and_results_of_formulas_are_read,
        rows_are_refused_by_their_number_in_the_sheet,
        empty_rows_at_the_end_are_not_there,
        the_sheet_of_the_kind_is_read_else_the_first,
        what_was_exported_comes_back_unchanged,
        columns_are_mapped_and_files_come_twice,
        macros_and_rich_texts_do_no_harm,
        what_is_no_spreadsheet_is_refused,
        encrypted_parts_are_refused,
        bombs_and_foreign_texts_are_refused,
        a_text_that_many_cells_share_is_no_way_around,
        a_book_may_lie_at_the_root,
        damaged_files_never_break_it,
        changed_texts_never_break_it,
    ]))
