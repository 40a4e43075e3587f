-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person is typing and has not saved yet: a file of its own beside the store, so that typing
-- never waits for the store. A step that has been released is never changed.

CREATE TABLE schema_version (
  version INTEGER NOT NULL PRIMARY KEY,
  applied_at TEXT NOT NULL
) STRICT;

-- discarded_at is NULL for a form that is open.
CREATE TABLE form (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  discarded_at TEXT
) STRICT;

CREATE TABLE form_value (
  form_id TEXT NOT NULL REFERENCES form (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (form_id, name)
) STRICT, WITHOUT ROWID;
