# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Spreadsheet files as other programs write them, made by hand."""

import datetime
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Styles of cells: plain, a day as built in, one of the book's own, with a time, two decimals.
PLAIN, DAY, OWN_DAY, MOMENT, DECIMALS = range(5)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy&quot; om &quot;hh:mm"/></numFmts>'
    '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5">'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    '<xf numFmtId="2"/></cellXfs></styleSheet>')


def serial(value, since_1904=False):
    """The number of a day, or of a moment."""
    start = datetime.datetime(1904, 1, 1) if since_1904 else datetime.datetime(1899, 12, 30)
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime.combine(value, datetime.time())
    return repr((value - start) / datetime.timedelta(days=1)).removesuffix(".0")


def letters(column):
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


class Raw(str):
    """A cell as it stands in the XML, but for its place: `t="e"><v>#N/A</v>`."""


class Book:
    """Collects what the parts of a file say; shared texts unless they are to stand in the cells."""

    def __init__(self, shared=True, since_1904=False, references=True):
        self.shared = [] if shared else None
        self.since_1904 = since_1904
        self.references = references
        self.sheets = []
        self.parts = {}

    def text(self, value):
        if self.shared is None:
            return f't="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'
        self.shared.append(value)
        return f't="s"><v>{len(self.shared) - 1}</v>'

    def cell(self, value):
        if isinstance(value, Raw):
            return value
        if isinstance(value, bool):
            return f't="b"><v>{int(value)}</v>'
        if isinstance(value, (int, float)):
            return f'><v>{value!r}</v>'
        if isinstance(value, datetime.datetime):
            return f's="{MOMENT}"><v>{serial(value, self.since_1904)}</v>'
        if isinstance(value, datetime.date):
            return f's="{OWN_DAY}"><v>{serial(value, self.since_1904)}</v>'
        return self.text(value)

    def add(self, name, rows, first=1, tail=""):
        """Adds a sheet; None in a row is no cell, an empty row is not there."""
        data = []
        for number, row in enumerate(rows, first):
            cells = "".join(
                f'<c {f"""r="{letters(column)}{number}" """ if self.references else ""}'
                f'{self.cell(value)}</c>'
                for column, value in enumerate(row) if value is not None)
            if row:
                data.append(f'<row r="{number}" spans="1:9">{cells}</row>' if self.references
                            else f"<row>{cells}</row>")
        self.sheets.append((name, f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(data)}{tail}'
                                  '</sheetData></worksheet>'))
        return self

    def write(self, compression=zipfile.ZIP_DEFLATED, folder="xl/"):
        names = [(name, f"rId{number}", f"worksheets/sheet{number}.xml")
                 for number, (name, _) in enumerate(self.sheets, 1)]
        parts = {
            "[Content_Types].xml": f"{HEAD}<Types/>",
            "_rels/.rels": (
                f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                f'Type="{RELATIONS}/officeDocument" Target="{folder}workbook.xml"/></Relationships>'),
            f"{folder}workbook.xml": (
                f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr'
                f'{" date1904=" + quoteattr("1") if self.since_1904 else ""}/><sheets>'
                + "".join(f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="{relation}"/>'
                          for number, (name, relation, _) in enumerate(names, 1))
                + "</sheets></workbook>"),
            f"{folder}_rels/workbook.xml.rels": (
                f'{HEAD}<Relationships xmlns="{PACKAGE}">'
                + "".join(f'<Relationship Id="{relation}" Type="{RELATIONS}/worksheet" '
                          f'Target="{target}"/>' for _, relation, target in names)
                + f'<Relationship Id="rId90" Type="{RELATIONS}/styles" Target="/{folder}styles.xml"/>'
                + (f'<Relationship Id="rId91" Type="{RELATIONS}/sharedStrings" '
                   'Target="sharedStrings.xml"/>' if self.shared is not None else "")
                + "</Relationships>"),
            f"{folder}styles.xml": HEAD + STYLES,
        }
        for (_, xml), (_, _, target) in zip(self.sheets, names):
            parts[f"{folder}{target}"] = xml
        if self.shared is not None:
            parts[f"{folder}sharedStrings.xml"] = (
                f'{HEAD}<sst xmlns="{MAIN}">'
                + "".join(f"<si><t>{escape(text)}</t></si>" for text in self.shared) + "</sst>")
        parts.update(self.parts)
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", compression) as archive:
            for path, xml in parts.items():
                if xml is not None:
                    archive.writestr(path, xml)
        return data.getvalue()
