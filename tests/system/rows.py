# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Asks a store what is in it, past the program that is using it."""

import sqlite3

import desktop


def read(store, sql):
    """Returns all rows of a question to the store."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=10)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def wait_for_rows(store, sql, expected):
    """Waits until the answer is the expected one; says what it is when it is not."""
    def are_there():
        return read(store, sql) == expected
    try:
        desktop.wait_for(f"{sql} gives {expected}", are_there)
    except desktop.Failed as error:
        raise desktop.Failed(f"{error}; it gives {read(store, sql)}") from error
