# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""The peer of Today: the same question as one plain query, as SQLite answers it by itself."""

import contextlib
import sqlite3
import statistics
import time

N_RUNS = 9

# What asks for work of a counsellor until today, the hundred that wait longest of each kind. What a
# record leaves open is the trajectory's. No index is named, and no order in which to look.
PLAIN = """
WITH
  mine AS NOT MATERIALIZED (SELECT id FROM counsellor WHERE code = :code),
  course AS NOT MATERIALIZED (
    SELECT trajectory.*, family_name, phone, email, no_contact
    FROM trajectory JOIN client ON client.id = trajectory.client_id)
SELECT * FROM (
  SELECT 'untaken', course.id, course.opened_on, family_name, phone, email FROM course
  WHERE counsellor_id IS NULL AND closed_on IS NULL ORDER BY opened_on LIMIT 100)
UNION ALL SELECT * FROM (
  SELECT 'contact', contact.id, contact.open_on, family_name, phone, email
  FROM contact JOIN course ON course.id = contact.trajectory_id
  WHERE contact.open_on <= :today AND no_contact = 0
  AND coalesce (contact.counsellor_id, course.counsellor_id) = (SELECT id FROM mine)
  ORDER BY contact.open_on LIMIT 100)
UNION ALL SELECT * FROM (
  SELECT 'promise', promise.id, promise.due_on, family_name, phone, email
  FROM promise JOIN course ON course.id = promise.trajectory_id
  WHERE promise.done_on IS NULL AND promise.outcome IS NULL AND made_by = 'counsellor'
  AND promise.due_on <= :today
  AND coalesce (promise.counsellor_id, course.counsellor_id) = (SELECT id FROM mine)
  AND NOT (promise.kind = 'callback' AND (no_contact = 1 OR EXISTS (
    SELECT 1 FROM contact WHERE contact.trajectory_id = course.id AND contact.kind = 'callback'
    AND contact.open_on IS NOT NULL AND coalesce (contact.cause, promise.id) = promise.id)))
  ORDER BY promise.due_on LIMIT 100)
UNION ALL SELECT * FROM (
  SELECT 'appointment', session.id, session.starts_at, family_name, phone, email
  FROM session JOIN course ON course.id = session.trajectory_id
  WHERE session.state = 'planned' AND session.starts_at <= :today || 'T99'
  AND coalesce (session.counsellor_id, course.counsellor_id) = (SELECT id FROM mine)
  ORDER BY session.starts_at LIMIT 100)
UNION ALL SELECT * FROM (
  SELECT 'sign-up', course.id, course.opened_on, family_name, phone, email FROM course
  WHERE first_response_on IS NULL AND closed_on IS NULL AND no_contact = 0
  AND counsellor_id = (SELECT id FROM mine) AND NOT EXISTS (
    SELECT 1 FROM contact WHERE contact.trajectory_id = course.id
    AND contact.kind = 'first_response' AND contact.open_on IS NOT NULL)
  ORDER BY opened_on LIMIT 100)
UNION ALL SELECT * FROM (
  SELECT 'test', assessment.id, assessment.taken_on, family_name, phone, email
  FROM assessment JOIN course ON course.id = assessment.trajectory_id
  WHERE assessment.taken_on <= :today AND assessment.discussed_on IS NULL AND closed_on IS NULL
  AND course.counsellor_id = (SELECT id FROM mine) AND NOT EXISTS (
    SELECT 1 FROM contact WHERE contact.trajectory_id = course.id
    AND contact.kind IN ('assessment_result', 'assessment_debrief')
    AND contact.open_on IS NOT NULL)
  ORDER BY assessment.taken_on LIMIT 100)
"""


def ask(database, code, day):
    """Returns the rows that the plain query finds."""
    return database.execute(PLAIN, {"code": code, "today": day}).fetchall()


def measure(store, code, day):
    """Returns the median in ms of asking SQLite itself."""
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
        taken = []
        for _ in range(N_RUNS):
            start = time.monotonic()
            ask(database, code, day)
            taken.append(1000 * (time.monotonic() - start))
    return statistics.median(taken)
