#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Takes pictures of every place in every state: shots.py --into FOLDER [--only NAME]...

The pictures are of a made-up office on a Friday that never changes, so that two of them can be
laid side by side; --store takes another store, and --now another moment.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

import desktop
import longclient
import surveyviews
import turnclients
import workday

FRIDAY = "2026-11-20T10:40"
WEEKS_LATER = "2026-12-18T10:40"
COUNSELLOR = "A001"
TEAM_LEAD = "A003"
PLACES = ("vandaag", "klanten", "nazorg", "tevredenheid")
WIDE = (1280, 800)
NARROW = (360, 800)
# Without a window manager the theme draws a border around a window, which is cut off again.
BORDER = 5
SECONDS_TO_SETTLE = 0.5


class Photographer:
    """Starts the program in a state and takes pictures of what it shows."""

    def __init__(self, desk, store, now, folder):
        self.desk = desk
        self.store = store
        self.now = now
        self.folder = folder

    def open(self, size=WIDE, dpi=96, dark=False, language="nl", **more):
        """Starts the program in a home of its own, in a window of a size."""
        store = more.pop("store", self.store)
        now = more.pop("now", self.now)
        worker = more.pop("worker", COUNSELLOR)
        home = f"{size[0]}-{dpi}"
        self.desk.make_home(home, dpi, {"window-width": size[0] + 2 * BORDER,
                                        "window-height": size[1] + 2 * BORDER})
        if dark:
            more["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        words = ["--store", store] + (["--as", worker] if worker else [])
        return self.desk.start(*words, home=home, language=language, now=now, **more)

    def take(self, program, name):
        """Takes a picture as soon as nothing moves any more."""
        path = self.folder / f"{name}.png"
        left, top, width, height = desktop.geometry(program.windows()[0])
        cut = f"{width - 2 * BORDER}x{height - 2 * BORDER}+{left + BORDER}+{top + BORDER}"
        subprocess.run(["convert", "miff:-", "-crop", cut, "+repage", str(path)],
                       input=settled_screen(), check=True)
        print(path, flush=True)

    def take_places(self, suffix, places=PLACES, **more):
        with self.open(**more) as program:
            for place in places:
                program.key(f"ctrl+{PLACES.index(place) + 1}")
                self.take(program, f"{place}-{suffix}")


def settled_screen():
    """Returns a picture of the screen after it has stood still for a while."""
    shown, since = None, 0.0
    deadline = time.monotonic() + desktop.SECONDS
    while time.monotonic() < deadline:
        seen = subprocess.run(["import", "-silent", "-window", "root", "miff:-"],
                              capture_output=True, check=True).stdout
        pixels = seen[seen.find(b"\f\n:\x1a"):]
        if pixels != shown:
            shown, since = pixels, time.monotonic()
        elif time.monotonic() - since > SECONDS_TO_SETTLE:
            return seen
    raise desktop.Failed("the screen does not come to rest")


def take_record(camera, suffix, **more):
    """The record of the first client, and the forms to change it and to make another."""
    with camera.open(**more) as program:
        program.key("ctrl+2")
        program.key("ctrl+k")
        program.type("sanne vermeulen")
        program.find("list item", re.compile("Vermeulen"))
        program.key("Return")
        program.find("label", re.compile("Vermeulen"))
        camera.take(program, f"klant-{suffix}")
        program.key("ctrl+e")
        program.place_dialog()
        camera.take(program, f"klant-bewerken-{suffix}")


def take_session(camera, suffix, **more):
    """A session as it begins, and with everything filled in."""
    with camera.open(store=copy_store(camera), **more) as program:
        program.key("ctrl+2")
        program.key("ctrl+k")
        program.type("sanne vermeulen")
        program.find("list item", re.compile("Vermeulen"))
        program.key("Return")
        program.find("label", re.compile("Vermeulen"))
        program.key("ctrl+g")
        program.find("text box")
        camera.take(program, f"gesprek-leeg-{suffix}")
        program.type("Wil de zorg in. Ik bel u dinsdag terug over de regeling.")
        camera.take(program, f"gesprek-toezegging-{suffix}")
        program.key("ctrl+t", "alt+1", "alt+3", "alt+v")
        program.type("4-12")
        program.key("Tab")
        program.type("1030")
        camera.take(program, f"gesprek-vervolg-{suffix}")
        program.key("ctrl+shift+g")
        program.place_dialog()
        camera.take(program, f"gesprek-wie-{suffix}")
        program.type("bakker")
        program.find("list item", re.compile("Bakker"))
        program.key("Return")
        program.find("combo box", re.compile("^Of .*Bakker"))
        camera.take(program, f"gesprek-groep-{suffix}")
        program.key("ctrl+j")
        camera.take(program, f"gesprek-tekstblok-{suffix}")
        program.press("button", "Tekstblokken wijzigen…")
        program.place_dialog()
        camera.take(program, f"tekstblokken-{suffix}")


def take_duplicates(camera, suffix, **more):
    """The warning in a form, the pairs, two records to be merged, and when there are no pairs."""
    with camera.open(store=copy_store(camera), **more) as program:
        program.key("ctrl+n")
        program.place_dialog()
        program.type("Cees")
        program.key("Tab", "Tab")
        program.type("van der Velden")
        program.key("Tab")
        program.type("06-55561239")
        program.find("list item", re.compile("Kees"))
        camera.take(program, f"dubbel-melding-{suffix}")
        program.key("Escape")
        program.key("ctrl+shift+m")
        program.place_dialog()
        program.find("button", re.compile("^Samenvoegen… "))
        camera.take(program, f"dubbel-paar-{suffix}")
        program.key("1")
        program.find("button", "Samenvoegen")
        program.place_dialog()
        camera.take(program, f"dubbel-samenvoegen-{suffix}")
        program.key("ctrl+Return")
        program.find("label", re.compile("samengevoegd$"))
        camera.take(program, f"dubbel-samengevoegd-{suffix}")
    with camera.open(store=empty_store(camera), **more) as program:
        program.key("ctrl+shift+m")
        program.place_dialog()
        program.find("label", "Niemand staat er dubbel in")
        camera.take(program, f"dubbel-niemand-{suffix}")


def empty_store(camera):
    """A store with a few clients who are here once."""
    store = camera.desk.folder / "few.db"
    if not store.exists():
        camera.desk.loketctl("--store", store, "init", now=FRIDAY)
        camera.desk.loketctl("--store", store, "demo", "--clients", "3", now=FRIDAY)
    return store


def take_twice(camera):
    take_duplicates(camera, "licht")
    take_duplicates(camera, "donker", dark=True)
    take_duplicates(camera, "smal", size=NARROW)
    take_duplicates(camera, "groot", dpi=192)
    take_duplicates(camera, "smal-groot", size=NARROW, dpi=192)


def copy_store(camera):
    """A session leaves a draft beside the store; the others are to find none."""
    copy = camera.desk.folder / "session.db"
    for left in camera.desk.folder.glob("session.db*"):
        left.unlink()
    shutil.copy(camera.store, copy)
    return copy


def take_sessions(camera):
    take_session(camera, "licht")
    take_session(camera, "donker", dark=True)
    take_session(camera, "smal", size=NARROW)
    take_session(camera, "groot", dpi=192)
    take_session(camera, "smal-groot", size=NARROW, dpi=192)


def take_finding(camera, suffix, **more):
    """What a search finds: by name, in notes and nowhere."""
    with camera.open(**more) as program:
        program.key("ctrl+2")
        for name, text, shown in (
                ("naam", "jansen", ("list item", re.compile("Jansen, "))),
                ("verslag", "heftruckchauffeur", ("list item", re.compile("heftruckchauffeur"))),
                ("niets", "heftrukc & <zoon>", ("label", re.compile("^“heftrukc & <zoon>”")))):
            program.key("ctrl+k", "ctrl+a")
            program.type(text)
            program.find(*shown)
            camera.take(program, f"zoeken-{name}-{suffix}")


def take_findings(camera):
    take_finding(camera, "licht")
    take_finding(camera, "donker", dark=True)
    take_finding(camera, "smal", size=NARROW)
    take_finding(camera, "groot", dpi=192)


def take_work(camera, store, suffix, **more):
    """Selecting, what may be put off, the message to who was not reached, and loose ends."""
    with camera.open(store=store, worker=workday.COUNSELLOR, **more) as program:
        program.find("list item", re.compile("^Kees"))
        camera.take(program, f"dag-{suffix}")
        program.press("button", "Geen gehoor, Nora Nuis")
        program.find("button", "Bericht schrijven…")
        camera.take(program, f"bericht-aanbod-{suffix}")
        program.press("button", "Bericht schrijven…")
        program.place_dialog()
        camera.take(program, f"bericht-{suffix}")
        program.key("Escape")
        program.key("ctrl+3")
        program.find("button", "Selecteren")
        camera.take(program, f"opvolging-{suffix}")
        program.key("ctrl+a")
        program.find("label", "3 geselecteerd")
        camera.take(program, f"selecteren-{suffix}")
        program.key("Escape", "ctrl+d")
        program.find("button", "Doorgegaan")
        program.key("1", "space")
        camera.take(program, f"losse-eindjes-{suffix}")
    with camera.open(store=store, worker=workday.TEAM_LEAD, **more) as program:
        program.find("list item", re.compile("^Lars"))
        camera.take(program, f"te-laat-{suffix}")


def take_worklists(camera):
    """The small office of which every row is known; each look begins with the same day."""
    for suffix, more in (("licht", {}), ("donker", {"dark": True}), ("smal", {"size": NARROW}),
                         ("groot", {"dpi": 192}), ("smal-groot", {"size": NARROW, "dpi": 192})):
        store = camera.desk.folder / f"work-{suffix}.db"
        workday.make(camera.desk, store)
        take_work(camera, store, suffix, **more)


def take_places(camera):
    camera.take_places("licht")


def take_looks(camera):
    camera.take_places("donker", dark=True)
    camera.take_places("smal", size=NARROW)
    camera.take_places("groot", dpi=192)
    camera.take_places("engels", language="en")
    camera.take_places("smal-groot", size=NARROW, dpi=192)


def take_records(camera):
    take_record(camera, "licht")
    take_record(camera, "donker", dark=True)
    take_record(camera, "smal", size=NARROW)
    take_record(camera, "groot", dpi=192)


def take_dossier(camera, store, suffix, **more):
    """A record of many years: its timeline, one event in full, the changes, a correction."""
    with camera.open(store=store, **more) as program:
        program.key("ctrl+2", "ctrl+k")
        program.type("aurélie")
        program.find("list item", re.compile("Aurélie"))
        program.key("Return")
        program.find("button", "Gesprek beginnen")
        camera.take(program, f"dossier-{suffix}")
        program.click(program.find("list item", re.compile("^Interessetest: uitgenodigd")))
        program.find("button", "Corrigeren…")
        camera.take(program, f"dossier-open-{suffix}")
        program.key("F2")
        program.place_dialog()
        camera.take(program, f"dossier-corrigeren-{suffix}")
        program.key("Escape")
        program.press("button", "Wijzigingen")
        camera.take(program, f"dossier-wijzigingen-{suffix}")


def take_dossiers(camera):
    store = copy_store(camera)
    longclient.import_into(camera.desk, store, FRIDAY)
    take_dossier(camera, store, "licht", size=(1280, 1400))
    take_dossier(camera, store, "donker", dark=True)
    take_dossier(camera, store, "smal", size=(360, 1400))
    take_dossier(camera, store, "groot", size=(1280, 1400), dpi=192)


def open_record(program, name):
    program.key("ctrl+2", "ctrl+k", "ctrl+a")
    program.type(name)
    program.find("list item", re.compile(name, re.IGNORECASE))
    program.key("Return")
    program.find("button", "Meer over deze klant")


# Whose record, the keys that open the dialog, what stands in it, and keys to fill it in.
DIALOGS = (
    ("afsluiten", "ylva quist", ["ctrl+shift+w"], ("label", "Afsluiten en nazorg"), ["alt+4"]),
    ("afsluiten-toezegging", "mehmet ayd", ["ctrl+shift+w"],
     ("label", re.compile("brochure")), ["alt+3", "ctrl+Return"]),
    ("afsluiten-een-gesprek", "quirine", ["ctrl+shift+w"],
     ("combo box", re.compile("gesprek")), []),
    ("heropenen", "xander", ["ctrl+shift+o"], ("text box", re.compile("")), []),
    ("nieuw-traject", "mehmet ayd", ["ctrl+shift+n"],
     ("combo box", re.compile("^Situatie")), []),
    ("gegevens-nagaan", "mehmet ayd", ["ctrl+i"], ("text box", re.compile("Telefoon")), []),
    ("toewijzen", "mehmet ayd", ["ctrl+shift+a"], ("combo box", re.compile("adviseur", re.I)), []),
)


def take_dialog(camera, store, suffix, **more):
    """The forms at the turns of a trajectory."""
    with camera.open(store=store, **more) as program:
        for name, client, opening, shown, filling in DIALOGS:
            open_record(program, client)
            program.key(*opening)
            program.place_dialog()
            program.find(*shown)
            program.key(*filling)
            camera.take(program, f"{name}-{suffix}")
            program.key("Escape")
            desktop.wait_for("the dialog is gone", lambda: len(program.windows()) == 1)


def take_unreadable(camera, store):
    """The changes of a record, while the store does not give them."""
    with camera.open(store=store) as program:
        open_record(program, "mehmet ayd")
        subprocess.run(["sqlite3", store, "ALTER TABLE change_log RENAME TO lost"], check=True)
        program.press("button", "Meer over deze klant")
        program.press("menu item", re.compile("wijzigingen"))
        camera.take(program, "wijzigingen-onleesbaar-licht")
        program.kill()


def take_dialogs(camera):
    store = copy_store(camera)
    turnclients.import_into(camera.desk, store, FRIDAY)
    take_dialog(camera, store, "licht")
    take_dialog(camera, store, "donker", dark=True)
    take_dialog(camera, store, "smal", size=NARROW)
    take_dialog(camera, store, "groot", dpi=192)
    take_dialog(camera, store, "smal-groot", size=NARROW, dpi=192)
    take_unreadable(camera, store)


def take_preference(camera, store, suffix, **more):
    """The pages of the preferences, and a form that tells what it changes."""
    with camera.open(store=store, **more) as program:
        program.key("ctrl+comma")
        program.place_dialog()
        # Where there is little room, the tabs are at the bottom.
        for page in ("Sluitingsdagen", "Team", "Herinneringen", "Termijnen"):
            program.press("tab", page)
            camera.take(program, f"voorkeuren-{page.lower()}-{suffix}")
        program.click(program.find("list item", re.compile("^Eerste reactie op")))
        program.place_dialog(2)
        program.key("ctrl+a")
        program.type("6")
        program.key("Tab", "ctrl+a")
        program.type("01-11-2026")
        program.find("label", re.compile("andere datum"))
        camera.take(program, f"voorkeuren-termijn-wijzigen-{suffix}")


def take_preferences(camera):
    store = copy_store(camera)
    take_preference(camera, store, "licht")
    take_preference(camera, store, "donker", dark=True)
    take_preference(camera, store, "smal", size=NARROW)
    take_preference(camera, store, "smal-groot", size=NARROW, dpi=192)


def take_invitation(camera, suffix, **more):
    """Who can be invited to the survey and who is not, and why somebody is kept out."""
    with camera.open(store=copy_store(camera), **more) as program:
        program.key("ctrl+4")
        program.press("button", "Uitnodigen…")
        program.place_dialog()
        program.find("heading", re.compile("kunnen nu worden uitgenodigd"))
        camera.take(program, f"uitnodigen-{suffix}")
        program.press("button", re.compile("^Niet uitnodigen…: "))
        program.place_dialog(2)
        program.find("combo box", "Reden")
        camera.take(program, f"niet-uitnodigen-{suffix}")


def take_invitations(camera):
    take_invitation(camera, "licht")
    take_invitation(camera, "donker", dark=True)
    take_invitation(camera, "smal", size=NARROW)
    take_invitation(camera, "smal-groot", size=NARROW, dpi=192)
    nobody = camera.desk.folder / "nobody.db"
    camera.desk.loketctl("--store", nobody, "init", now=FRIDAY)
    with camera.open(store=nobody, worker=None) as program:
        program.key("ctrl+4")
        program.press("button", "Uitnodigen…")
        program.place_dialog()
        program.find("label", "Niemand om uit te nodigen")
        camera.take(program, "uitnodigen-niemand-licht")


def open_answers(program):
    """Goes to the open answers, in a narrow window through the list of views."""
    program.key("ctrl+4")
    program.find("heading", "Tevredenheid")
    program.find("button", "Meer over tevredenheid")
    surveyviews.choose_view(program, "Antwoorden")


def take_open_answer(camera, suffix, **more):
    """Open answers as the team lead reviews them, and a word that is masked."""
    with camera.open(store=copy_store(camera), worker=TEAM_LEAD, **more) as program:
        open_answers(program)
        program.find("heading", re.compile("^Tot slot|^Waarover"))
        camera.take(program, f"antwoorden-{suffix}")
        program.press("button", "Weglakken")
        program.press("button", "Weglakken")
        camera.take(program, f"antwoorden-weglakken-{suffix}")


def take_response(camera, suffix, **more):
    """A response that is typed over: a grade, several answers, and one that is not asked any more."""
    with camera.open(store=copy_store(camera), worker=TEAM_LEAD, **more) as program:
        program.key("ctrl+4")
        program.press("button", "Meer over tevredenheid")
        program.press("menu item", "Respons invoeren…")
        program.place_dialog()
        program.key("5", "Return")
        program.type("Traag")
        program.key("Return")
        camera.take(program, f"respons-{suffix}")
        program.key("shift+Tab", "shift+Tab", "7", *["Return"] * 13)
        program.key("a", "c")
        camera.take(program, f"respons-keuzes-{suffix}")


def take_responses(camera):
    take_response(camera, "licht")
    take_response(camera, "donker", dark=True)
    take_response(camera, "smal", size=NARROW)
    take_response(camera, "smal-groot", size=NARROW, dpi=192)


def take_open_answers(camera):
    take_open_answer(camera, "licht")
    take_open_answer(camera, "donker", dark=True)
    take_open_answer(camera, "smal", size=NARROW)
    take_open_answer(camera, "smal-groot", size=NARROW, dpi=192)
    with camera.open() as program:
        open_answers(program)
        program.find("label", "Nog niets vrijgegeven")
        camera.take(program, "antwoorden-adviseur-licht")


def take_days(camera):
    """The same office after a month in which nobody did anything, and before its first client."""
    camera.take_places("druk", now=WEEKS_LATER)
    camera.take_places("druk-donker", now=WEEKS_LATER, dark=True)
    camera.take_places("teamleider", now=WEEKS_LATER, worker=TEAM_LEAD)
    work = ("vandaag", "nazorg")
    for suffix, look in (("smal", {"size": NARROW}), ("groot", {"dpi": 192}),
                         ("smal-groot", {"size": NARROW, "dpi": 192})):
        camera.take_places(f"druk-{suffix}", work, now=WEEKS_LATER, **look)
    empty = camera.desk.folder / "empty.db"
    camera.desk.loketctl("--store", empty, "init")
    camera.take_places("leeg", store=empty, worker=None)
    camera.take_places("leeg-smal", store=empty, worker=None, size=NARROW)
    camera.take_places("leeg-donker", work, store=empty, worker=None, dark=True)
    camera.take_places("leeg-groot", work, store=empty, worker=None, size=NARROW, dpi=192)


def take_moments(camera):
    """What stands over a place, or in its stead."""
    with camera.open(size=NARROW) as program:
        program.key("alt+Left")
        camera.take(program, "plaatsen-smal")
    with camera.open(worker=None) as program:
        camera.take(program, "wie-licht")
    with camera.open() as program:
        program.key("ctrl+k")
        program.type("qqqq")
        camera.take(program, "niemand-licht")
        program.key("F1")
        program.place_dialog()
        camera.take(program, "toetsen-licht")
    with camera.open() as program:
        make_mistake(program)
        camera.take(program, "klant-fout-licht")
        program.key("Escape")
        camera.take(program, "toast-licht")
    damaged = camera.desk.folder / "damaged.db"
    damaged.write_bytes(camera.store.read_bytes()[:40960].replace(b"CREATE", b"GARBLE"))
    with camera.open(store=damaged) as program:
        camera.take(program, "fout-licht")


def make_mistake(program):
    program.key("ctrl+n")
    program.place_dialog()
    program.type("Bram")
    program.key(*["Tab"] * 4)
    program.type("de Groot")
    program.key("ctrl+Return")


SETS = {"places": take_places, "preferences": take_preferences, "looks": take_looks,
        "records": take_records,
        "dossiers": take_dossiers, "sessions": take_sessions, "duplicates": take_twice,
        "dialogs": take_dialogs, "invitations": take_invitations, "answers": take_open_answers,
        "surveys": surveyviews.take_surveys, "responses": take_responses,
        "days": take_days,
        "worklists": take_worklists, "moments": take_moments, "finding": take_findings}


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--build", type=pathlib.Path, default=desktop.ROOT / "build")
    reader.add_argument("--into", type=pathlib.Path, required=True)
    reader.add_argument("--store", type=pathlib.Path)
    reader.add_argument("--now", default=f"run:{FRIDAY}")
    reader.add_argument("--only", choices=SETS, action="append")
    given = reader.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    with desktop.Desktop(given.build) as desk:
        store = given.store
        if store is None:
            store = desk.folder / "office.db"
            desk.loketctl("--store", store, "init", now=FRIDAY)
            desk.loketctl("--store", store, "demo", now=FRIDAY)
        camera = Photographer(desk, store, given.now, given.into)
        for name in given.only or SETS:
            SETS[name](camera)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
