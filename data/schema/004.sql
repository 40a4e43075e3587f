-- SPDX-License-Identifier: GPL-3.0-or-later
-- Never forgotten: what the office chose, when it is closed, who is there.

-- A setting is a record like any other: logged and undoable.
CREATE TABLE chosen (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (name, valid_from)
) STRICT;

INSERT INTO chosen SELECT name || ' ' || valid_from, 1, '', name, valid_from, value FROM setting;
DROP TABLE setting;
ALTER TABLE chosen RENAME TO setting;

-- Days on which the office is closed, besides weekends and public holidays.
CREATE TABLE closure (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  reason TEXT
) STRICT;

-- Days of the week on which a counsellor works: "1;2;4" is Monday, Tuesday, Thursday; NULL is all.
ALTER TABLE counsellor ADD COLUMN week_days TEXT;

-- When a counsellor is away, and who stands in.
CREATE TABLE absence (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  counsellor_id TEXT NOT NULL REFERENCES counsellor (id),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  substitute_id TEXT REFERENCES counsellor (id)
) STRICT;

-- Planning asks of thousands of trajectories when the client was last in contact, and which
-- after-care there is: it reads that from the indexes alone.
DROP INDEX session_trajectory;
CREATE INDEX session_trajectory ON session (trajectory_id, starts_at, state);
DROP INDEX contact_trajectory;
CREATE INDEX contact_trajectory ON contact (trajectory_id, kind, due_on, outcome, done_on);
CREATE INDEX trajectory_cared ON trajectory (closed_on, aftercare, id)
  WHERE closed_on IS NOT NULL AND aftercare IN ('yes_once', 'yes_longer');

-- Who was invited to a survey, under which token, and who is not to be invited, and why.
CREATE TABLE invitee (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  trajectory_id TEXT NOT NULL REFERENCES trajectory (id),
  questionnaire TEXT NOT NULL,
  drawn_on TEXT,
  token TEXT UNIQUE,
  email TEXT,
  language TEXT,
  excluded_on TEXT,
  reason TEXT,
  explanation TEXT,
  UNIQUE (trajectory_id, questionnaire)
) STRICT;

CREATE INDEX invitee_drawn ON invitee (drawn_on) WHERE drawn_on IS NOT NULL;

-- Who keeps a promise that was handed over; else it is whose the trajectory is.
ALTER TABLE promise ADD COLUMN counsellor_id TEXT REFERENCES counsellor (id);

CREATE INDEX promise_counsellor ON promise (counsellor_id, due_on) WHERE counsellor_id IS NOT NULL;

-- Under which token a response came in, by which it was linked to its trajectory.
ALTER TABLE response ADD COLUMN token TEXT;

CREATE INDEX response_token ON response (token) WHERE token IS NOT NULL;
