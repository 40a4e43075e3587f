#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Makes an office up with the real program: test-demo.py LOKETCTL."""

import json
import sys
import time

import ctl


def says_what_it_made():
    with ctl.Desk() as desk:
        done = desk.expect(0, "demo", "--clients", "60")
        assert str(desk.store) in done.stdout, done.stdout
        assert done.stderr == "", done.stderr
        desk.expect(0, "check")


def fills_a_store_that_was_set_up_before():
    with ctl.Desk() as desk:
        desk.expect(0, "init")
        desk.expect(0, "demo", "--clients", "60")


def refuses_a_store_with_clients_in_one_line():
    with ctl.Desk() as desk:
        desk.write("clients.csv", "client_no,family_name\nK1,Jansen\n")
        desk.expect(0, "init")
        desk.expect(0, "import", "clients", "clients.csv")
        done = desk.expect(1, "demo")
        assert done.stdout == "" and done.stderr.count("\n") == 1, (done.stdout, done.stderr)
        assert "1 client already" in done.stderr, done.stderr
        assert desk.expect(0, "export", "clients").stdout.count("\n") == 2


def refuses_a_store_with_a_survey():
    with ctl.Desk() as desk:
        desk.write("invited.csv", "month,sent\n2023-02,10\n")
        desk.expect(0, "init")
        desk.expect(0, "import", "invitations", "invited.csv")
        done = desk.expect(1, "demo")
        assert "a survey already" in done.stderr, done.stderr


def same_seed_gives_the_same_files():
    texts = []
    for seed in ("3", "3", "4"):
        with ctl.Desk() as desk:
            desk.expect(0, "demo", "--seed", seed, "--clients", "80")
            texts.append([desk.expect(0, "export", kind).stdout
                          for kind in ("clients", "sessions", "contacts", "responses")])
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def survey_of_2023_is_the_published_one():
    with ctl.Desk() as desk:
        desk.expect(0, "demo", "--clients", "60")
        told = json.loads(desk.expect(0, "satisfaction", "--period", "2023",
                                      "--format", "json").stdout)
        assert told["responses"] == 2159 and told["invited"] == 11046, told["invited"]


def reaches_as_far_back_as_wanted():
    with ctl.Desk() as desk:
        desk.expect(0, "demo", "--clients", "300", "--years", "5")
        rows = desk.expect(0, "export", "clients", "--format", "json").stdout
        first = min(row["registered_on"] for row in json.loads(rows))
        assert "2021-11-01" < first < "2022-01-31", first


def killed_half_way_leaves_an_empty_store():
    """Killed when a part of the clients lies in the file already: it is as before the demo."""
    with ctl.Desk() as desk:
        desk.expect(0, "init")
        empty = desk.store.stat().st_size
        process = desk.start("demo", "--clients", "200000")
        while process.poll() is None and desk.store.stat().st_size < 10 * empty:
            time.sleep(0.01)
        process.kill()
        process.communicate()
        assert process.returncode == -9, process.returncode
        assert desk.store.stat().st_size > empty
        desk.expect(0, "check")
        assert desk.expect(0, "export", "clients").stdout.count("\n") == 1
        assert desk.store.stat().st_size == empty
        desk.expect(0, "demo", "--clients", "60")


def every_client_is_found_by_every_name():
    """The check looks each word of each client up."""
    with ctl.Desk() as desk:
        desk.expect(0, "demo", "--clients", "3000")
        desk.expect(0, "check")
        assert desk.expect(0, "export", "clients").stdout.count("\n") == 3001


def wrong_words_are_refused():
    with ctl.Desk() as desk:
        for words in (["--clients", "-1"], ["--years", "0"], ["--seed", "x"], ["more"]):
            done = desk.expect(2, "demo", *words)
            assert done.stderr != "" and not desk.store.exists(), (words, done.stderr)


if __name__ == "__main__":
    sys.exit(ctl.run_tests("ctl-demo", [
        says_what_it_made,
        fills_a_store_that_was_set_up_before,
        refuses_a_store_with_clients_in_one_line,
        refuses_a_store_with_a_survey,
        same_seed_gives_the_same_files,
        survey_of_2023_is_the_published_one,
        reaches_as_far_back_as_wanted,
        killed_half_way_leaves_an_empty_store,
        every_client_is_found_by_every_name,
        wrong_words_are_refused,
    ]))
