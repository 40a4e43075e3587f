# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Pictures of every view of Satisfaction: with the published survey, with twelve answers, with none,
and with persons who were asked several times."""

import re

import desktop

TEAM_LEAD = "A003"
AFTER_THE_YEAR = "2024-01-10T10:40"
IN_THE_YEAR = "2026-11-20T10:40"
NARROW = (360, 800)
WIDE = (1280, 1000)
WAVES = "ontwikkeladvies-45plus"
VIEWS = ("Overzicht", "Verschillen", "Adviseurs", "Vragen", "Antwoorden", "Proces")


def choose_view(program, view):
    """Looks at one view: by its tab, in a narrow window through the list of views."""
    tabs = program.look("tab", view)
    if tabs:
        program.click(tabs[0])
    elif VIEWS.index(view) > 0:
        program.choose(re.compile("^Weergave"), view)


def take_views(camera, suffix, views=VIEWS, **more):
    with camera.open(**{"size": WIDE, "worker": TEAM_LEAD, "now": AFTER_THE_YEAR, **more}) as program:
        program.key("ctrl+4")
        program.find("heading", "Tevredenheid")
        program.find("button", "Meer over tevredenheid")
        for view in views:
            choose_view(program, view)
            if view == "Antwoorden" and "store" not in more:
                program.find("button", "Vrijgeven")
            camera.take(program, f"tevredenheid-{view.lower()}-{suffix}")


def make_small_store(camera):
    """An office of which twelve clients answered, all in one month."""
    small = camera.desk.folder / "small.db"
    lines = (desktop.ROOT / "data/kto/responses_2023.csv").read_text(encoding="utf-8").splitlines()
    few = camera.desk.folder / "few.csv"
    few.write_text("\n".join(lines[:13]) + "\n", encoding="utf-8")
    camera.desk.loketctl("--store", small, "init", now=AFTER_THE_YEAR)
    camera.desk.loketctl("--store", small, "import", "responses", few, now=AFTER_THE_YEAR)
    return small


def make_wave_store(camera):
    """A survey of persons who were asked before, after and once more."""
    store = camera.desk.folder / "waves.db"
    answers = desktop.ROOT / f"tests/app/data/surveys-{WAVES}.csv"
    camera.desk.loketctl("--store", store, "init", now=AFTER_THE_YEAR)
    camera.desk.loketctl("--store", store, "import", "responses", answers, "--questionnaire", WAVES,
                         now=AFTER_THE_YEAR)
    return store


def take_waves(camera, store, suffix, **more):
    """Nobody answered the usual survey of this store: another one is chosen first."""
    with camera.open(**{"size": WIDE, "store": store, "worker": None, "now": AFTER_THE_YEAR,
                        **more}) as program:
        program.key("ctrl+4")
        program.find("heading", "Tevredenheid")
        program.find("label", "Nog geen antwoorden")
        if more.get("size") == NARROW:
            program.click(program.find("button", re.compile("Alle loketten$")))
        program.choose(re.compile("^Vragenlijst"), "Ontwikkeladvies 45+")
        program.find("label", re.compile("antwoorden in"))
        camera.take(program, f"metingen-overzicht-{suffix}")
        choose_view(program, "Vragen")
        program.find("list item", re.compile("beter|slechter|geen aantoonbaar"))
        camera.take(program, f"metingen-vragen-{suffix}")


def take_nothing(camera, suffix, **more):
    """Before anybody answered: the place itself, and what its menu offers."""
    empty = camera.desk.folder / f"nobody-{suffix}.db"
    camera.desk.loketctl("--store", empty, "init", now=AFTER_THE_YEAR)
    with camera.open(**{"size": WIDE, "store": empty, "worker": None, "now": AFTER_THE_YEAR,
                        **more}) as program:
        program.key("ctrl+4")
        program.find("label", "Nog geen antwoorden")
        camera.take(program, f"tevredenheid-niets-{suffix}")


LOOKS = {"licht": {}, "donker": {"dark": True}, "smal": {"size": NARROW},
         "smal-groot": {"size": NARROW, "dpi": 192}}


def take_surveys(camera):
    small, waves = make_small_store(camera), make_wave_store(camera)
    for suffix, look in {**LOOKS, "groot": {"dpi": 192}}.items():
        take_views(camera, suffix, **look)
        take_views(camera, f"twaalf-{suffix}", store=small, worker=None, **look)
    take_views(camera, "nu", views=("Overzicht", "Adviseurs", "Proces"), now=IN_THE_YEAR)
    take_views(camera, "nu-groot-donker", views=("Proces",), now=IN_THE_YEAR, dpi=192, dark=True)
    for suffix, look in LOOKS.items():
        take_nothing(camera, suffix, **look)
        take_waves(camera, waves, suffix, **look)
