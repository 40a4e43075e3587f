#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Drives the window as a person would: test-window.py BUILD.

By keyboard where a person would use the keyboard, by mouse where a person would click, and with the
eyes of a screen reader.
"""

import contextlib
import re
import shutil

import desktop
import screen
from story import Story, run

PLACES = ("Today", "Clients", "Follow-up", "Satisfaction")
# How often the window looks for what other programs changed, and some patience.
SECONDS_TO_NOTICE = 5 + 15


class Window(Story):
    """A made-up office, and a store with nobody in it."""

    def __init__(self, desk, **office):
        super().__init__(desk, **office)
        self.empty = desk.folder / "empty.db"
        self.loketctl(self.empty, "init")

    def open(self, store, *words, language="en", home=None, **more):
        return self.desk.start("--store", store, *words, language=language,
                               home=home or f"home-{self.number}", **more)

    @contextlib.contextmanager
    def office_of(self, counsellor="A001", language="en"):
        """The made-up office, in a window in which a counsellor works."""
        with self.open(self.copy(self.office), "--as", counsellor, language=language) as program:
            program.find("list item", re.compile(", "))
            yield program

    @contextlib.contextmanager
    def new_office(self, language="en"):
        """The first start, with nobody in the store."""
        with self.open(self.copy(self.empty), language=language) as program:
            program.find("button", re.compile(", "))
            yield program


def say(*words):
    return re.compile("|".join(re.escape(screen.plain(word)) for word in words))


def name_of(place):
    """The row of a place is named by the place and by what is to be done there."""
    return re.compile(f"^{re.escape(place)}(,|$)")


def expect_place(program, place):
    def is_selected():
        return [row for row in program.look("list item", name_of(place))
                if row.has(screen.SELECTED)]
    desktop.wait_for(f"{place} is chosen", is_selected)


def fill_in(program, given, family):
    """Makes a client with both hands on the keyboard."""
    program.key("ctrl+n")
    wait_for_form(program)
    program.type(given)
    program.key("Tab", "Tab")
    program.type(family)


def wait_for_form(program):
    desktop.wait_for("the form opens", lambda: len(program.windows()) == 2)
    program.find("text box")


def wait_for_closed_form(program):
    desktop.wait_for("the form closes", lambda: len(program.windows()) == 1)


# Places


def visits_every_place(story):
    with story.office_of() as program:
        for number, place in enumerate(PLACES, 1):
            program.key(f"ctrl+{number}")
            expect_place(program, place)
        for place in PLACES:
            program.click(program.find("list item", name_of(place)))
            expect_place(program, place)
        program.quit()


def visits_every_place_in_dutch(story):
    _ = story.desk.words("nl")
    with story.office_of(language="nl") as program:
        for number, place in enumerate(PLACES, 1):
            program.key(f"ctrl+{number}")
            expect_place(program, _(place))
        program.quit()


# Names


def expect_names(program):
    """No control that can have the focus may be without a name."""
    def find_nameless():
        return [control.trail() for control in program.look()
                if control.has(screen.FOCUSABLE) and control.is_nameless()
                and not is_frame(control)]
    # A list names its rows when it shows them.
    with contextlib.suppress(desktop.Failed):
        desktop.wait_for("all is named", lambda: not find_nameless(), seconds=5)
    nameless = find_nameless()
    if nameless:
        raise desktop.Failed("without a name:\n" + "\n".join(nameless))


def is_frame(control):
    """What we have no say in: what scrolls, what a row with a choice shows of its choice, which
    the row itself tells, and GTK's own window of keys."""
    if control.role == "group" or control.window().name == "GtkShortcutsWindow":
        return True
    if control.role == "button":
        return False
    while control is not None and control.role != "combo box":
        control = control.parent
    return control is not None


def names_every_control(story, language):
    with story.office_of(language=language) as program:
        for number in range(1, 5):
            program.key(f"ctrl+{number}")
            expect_names(program)
        program.key("ctrl+k")
        program.type("a")
        program.find("list item", re.compile(", .*, |, "))
        program.key("Return")
        program.find("button", say("Write an e-mail", "E-mail schrijven"))
        expect_names(program)
        program.key("ctrl+g")
        program.find("button", say("Save and Close", "Bewaren en sluiten"))
        expect_names(program)
        program.key("Escape")
        program.find("button", say("Write an e-mail", "E-mail schrijven"))
        program.key("ctrl+e")
        wait_for_form(program)
        expect_names(program)
        program.key("Escape")
        wait_for_closed_form(program)
        program.key("F1")
        desktop.wait_for("the help opens", lambda: len(program.windows()) == 2)
        expect_names(program)
        program.key("Escape")


def names_menus(story):
    with story.office_of() as program:
        for button in (say("Main Menu"), say("Add"), say("Marieke de Wit")):
            program.press("button", button)
            program.find("menu item")
            expect_names(program)
            program.key("Escape")
            program.expect_gone("menu item", None)


def tab_reaches_only_names(story):
    """Goes round with Tab, as somebody without a mouse does."""
    with story.office_of() as program:
        for number in range(1, 5):
            program.key(f"ctrl+{number}")
            for _ in range(12):
                program.key("Tab")
                control = program.focused()
                if control is not None and not is_frame(control):
                    assert not control.is_nameless(), control.trail()


# Clients


def keeps_a_client_made_by_keyboard(story, language, find):
    """Makes a client, sees the toast, finds the client, quits, starts again, finds it again."""
    store = story.copy(story.office)
    _ = story.desk.words(language)
    with story.open(store, "--as", "A001", language=language) as program:
        program.find("button", re.compile("Marieke"))
        fill_in(program, "Zoë", "van Zanddijk")
        program.key("ctrl+Return")
        wait_for_closed_form(program)
        program.find("label", _("%s saved") % "Zoë van Zanddijk")
        find_client(program, find)
        program.quit()
    with story.open(store, "--as", "A001", language=language) as program:
        program.find("button", re.compile("Marieke"))
        find_client(program, find)
        program.quit()


def find_client(program, text):
    program.key("ctrl+1")
    program.key("ctrl+k")
    program.key("ctrl+a")
    program.type(text)
    program.find("list item", re.compile("^Zoë van Zanddijk"))
    program.key("Return")
    desktop.wait_for("the record is shown", lambda: [
        label for label in program.look("label", "Zoë van Zanddijk") if is_title(label)])


def is_title(label):
    """Whether it stands by itself, not in a line of a list."""
    while label is not None and label.role != "list item":
        label = label.parent
    return label is None


def open_client(program, text):
    program.key("ctrl+k")
    program.type(text)
    program.find("list item", re.compile(text, re.IGNORECASE))
    program.key("Return")
    program.find("button", say("Write an e-mail"))


def change_town(program, town):
    program.key("ctrl+e")
    wait_for_form(program)
    program.key(*["Tab"] * 6)
    program.key("ctrl+a")
    program.type(town)
    program.key("ctrl+Return")
    wait_for_closed_form(program)
    program.find("label", re.compile(rf"·  {town}"))


def undoes_a_change(story):
    with story.office_of() as program:
        open_client(program, "vermeulen")
        old = program.find("label", re.compile("·  .*  ·")).name
        change_town(program, "Verweggistan")
        program.press("button", "Undo")
        program.find("label", old)
        program.find("label", "Undone")
        change_town(program, "Nergenshuizen")
        program.key("ctrl+z")
        program.find("label", old)
        program.expect_gone("label", re.compile("·  Nergenshuizen"))


def opens_a_discarded_form_again(story):
    with story.new_office() as program:
        fill_in(program, "Bram", "Nooitgedacht")
        program.key("Escape")
        wait_for_closed_form(program)
        program.press("button", "Open Again")
        wait_for_form(program)
        program.key("ctrl+Return")
        wait_for_closed_form(program)
        program.find("label", "Bram Nooitgedacht saved")


def names_the_field_that_is_wrong(story):
    with story.new_office() as program:
        fill_in(program, "Bram", "Nooitgedacht")
        program.key(*["Tab"] * 5)
        program.type("31-02-1990")
        program.key("ctrl+Return")
        program.find("label", re.compile(r"^Date of birth.*: .*31-02-1990"))
        assert len(program.windows()) == 2, "the form was closed"
        # The cursor stands where the mistake is.
        program.key("ctrl+a")
        program.type("28-02-1990")
        program.key("ctrl+Return")
        wait_for_closed_form(program)
        program.find("label", "Bram Nooitgedacht saved")


# Who works, and where


def switches_counsellor(story):
    store = story.copy(story.office)
    with story.open(store, "--as", "A001") as program:
        program.press("button", re.compile("^Marieke de Wit"))
        choose(program, "Joke van den Akker")
        program.find("button", "Joke van den Akker, Team lead")
        program.quit()
    # The choice is this person's, and is kept.
    with story.open(store) as program:
        program.find("button", "Joke van den Akker, Team lead")
        program.quit()


def choose(program, name):
    """Goes down a menu with the arrow keys."""
    program.find("menu item", name)
    for _ in range(20):
        control = program.focused()
        if control is not None and control.name == name:
            break
        program.key("Down")
    program.expect_focus("menu item", name)
    program.key("Return")


def asks_who_works(story):
    with story.open(story.copy(story.office)) as program:
        row = program.find("list item", re.compile("Hicham Bouzidi"))
        program.click(row)
        program.find("button", "Hicham Bouzidi, Counsellor")
        expect_place(program, "Today")


def works_as(story):
    with story.office_of("A002") as program:
        program.find("button", "Hicham Bouzidi, Counsellor")


def opens_a_mended_store(story):
    store = story.desk.folder / "damaged.db"
    store.write_bytes(b"This is not a store. " * 1000)
    with story.open(store, home="damaged") as program:
        program.find("label", "The Store Cannot Be Opened")
        program.find("label", re.compile(r"damaged\.db"))
        shutil.copy(story.empty, store)
        program.expect_focus("button", "Try Again")
        program.key("Return")
        program.expect_gone("label", "The Store Cannot Be Opened")
        expect_place(program, "Today")


def notices_other_programs(story):
    store = story.copy(story.empty)
    people = story.desk.folder / "people.csv"
    people.write_text("client_no,family_name,given_name\n"
                      "K900,Vanbuiten,Karel\n", encoding="utf-8")
    with story.open(store) as program:
        program.find("button", re.compile(", Team lead$"))
        program.key("ctrl+2")
        program.press("button", "Show All Clients")
        program.find("label", "No Clients Here")
        story.desk.loketctl("--store", store, "import", "clients", people)
        program.find("list item", re.compile("^Karel Vanbuiten"), seconds=SECONDS_TO_NOTICE)


def lets_loketctl_work(story):
    store = story.copy(story.office)
    with story.open(store, "--as", "A001") as program:
        program.find("button", re.compile("Marieke"))
        story.desk.loketctl("--store", store, "check")
        story.desk.loketctl("--store", store, "backup", story.desk.folder / "backup.db")
        program.quit()


def opens_two_stores(story):
    first, second = story.copy(story.empty), story.copy(story.office)
    with story.open(first, home="first") as one:
        with story.open(second, "--as", "A004", home="second") as other:
            other.find("button", "Ravi Soekhai, Counsellor")
            one.find("button", re.compile(", Team lead$"))
            assert not one.look("button", "Ravi Soekhai, Counsellor")
            other.quit()
        one.focus()
        one.quit()


CASES = {
    "visits-every-place": visits_every_place,
    "visits-every-place-in-dutch": visits_every_place_in_dutch,
    "names-every-control": lambda story: names_every_control(story, "en"),
    "names-every-control-in-dutch": lambda story: names_every_control(story, "nl"),
    "names-menus": names_menus,
    "tab-reaches-only-names": tab_reaches_only_names,
    "keeps-a-client-made-by-keyboard":
        lambda story: keeps_a_client_made_by_keyboard(story, "en", "zoe zandd"),
    "keeps-a-client-made-by-keyboard-in-dutch":
        lambda story: keeps_a_client_made_by_keyboard(story, "nl", "Zoë van Zanddijk"),
    "undoes-a-change": undoes_a_change,
    "opens-a-discarded-form-again": opens_a_discarded_form_again,
    "names-the-field-that-is-wrong": names_the_field_that_is_wrong,
    "switches-counsellor": switches_counsellor,
    "asks-who-works": asks_who_works,
    "works-as": works_as,
    "opens-a-mended-store": opens_a_mended_store,
    "notices-other-programs": notices_other_programs,
    "lets-loketctl-work": lets_loketctl_work,
    "opens-two-stores": opens_two_stores,
}


if __name__ == "__main__":
    run("window", CASES, Window, clients=200)
