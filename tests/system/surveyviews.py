# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Pictures of every view of Satisfaction: with the published survey, with twelve answers, with none.
"""

import re
import time

import desktop

TEAM_LEAD = "A003"
AFTER_THE_YEAR = "2024-01-10T10:40"
IN_THE_YEAR = "2026-11-20T10:40"
NARROW = (360, 800)
WIDE = (1280, 1000)
VIEWS = ("Overzicht", "Verschillen", "Adviseurs", "Vragen", "Antwoorden", "Proces")


def choose_view(program, view):
    """Looks at one view: by its tab, in a narrow window through the list of views."""
    tabs = program.look("tab", view)
    if tabs:
        program.click(tabs[0])
    else:
        desktop.wait_for("the list of views is open", lambda: open_views(program))
        program.key("Home", *["Down"] * VIEWS.index(view), "Return")
    if view == "Antwoorden":
        program.find("button", "Vrijgeven")


def open_views(program):
    """Clicks the list of views, which moves while figures come in; returns whether it is open."""
    program.click(program.find("combo box", re.compile("^Weergave")))
    time.sleep(0.5)
    focused = program.focused()
    return focused is not None and focused.role == "list item"


def take_views(camera, suffix, views=VIEWS, **more):
    with camera.open(**{"size": WIDE, "worker": TEAM_LEAD, "now": AFTER_THE_YEAR, **more}) as program:
        program.key("ctrl+4")
        program.find("heading", "Tevredenheid")
        program.find("button", "Meer over tevredenheid")
        for view in views:
            choose_view(program, view)
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


def take_surveys(camera):
    take_views(camera, "licht")
    take_views(camera, "donker", dark=True)
    take_views(camera, "smal", size=NARROW)
    take_views(camera, "groot", dpi=192)
    take_views(camera, "smal-groot", size=NARROW, dpi=192)
    take_views(camera, "nu", views=("Overzicht", "Adviseurs", "Proces"), now=IN_THE_YEAR)
    small = make_small_store(camera)
    take_views(camera, "twaalf", store=small, worker=None)
    take_views(camera, "twaalf-smal", store=small, worker=None, size=NARROW)
