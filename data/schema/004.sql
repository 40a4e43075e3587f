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

CREATE INDEX absence_until ON absence (until_on);

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
