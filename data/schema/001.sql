-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of a desk. A step that has been released is never changed; the next one is 002.sql.
--
-- Every record has an id (UUIDv7), the version that an update must name, and the act that made it:
-- ids grow with time, so what an act made lies behind the act's own id in every index.

CREATE TABLE schema_version (
  version INTEGER NOT NULL PRIMARY KEY,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name, valid_from)
) STRICT;

-- Codes are retired, never deleted or used again.
CREATE TABLE code (
  list TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  label_en TEXT NOT NULL,
  label_nl TEXT NOT NULL,
  retired INTEGER NOT NULL,
  PRIMARY KEY (list, code)
) STRICT;

CREATE TABLE change_log (
  id TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  at TEXT NOT NULL,
  counsellor TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT
) STRICT;

CREATE INDEX change_log_act ON change_log (act);
CREATE INDEX change_log_record ON change_log (record_id, at);

CREATE TABLE office (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE counsellor (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name TEXT,
  office_id TEXT REFERENCES office (id),
  role TEXT,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE client (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  client_no TEXT NOT NULL UNIQUE,
  family_name TEXT NOT NULL,
  given_name TEXT,
  prefix TEXT,
  birth_date TEXT,
  gender TEXT,
  email TEXT,
  phone TEXT,
  postcode TEXT,
  city TEXT,
  education TEXT,
  situation TEXT,
  heard_via TEXT,
  language TEXT,
  registered_on TEXT,
  no_contact INTEGER NOT NULL,
  no_survey INTEGER NOT NULL,
  sort_name TEXT NOT NULL
) STRICT;

CREATE INDEX client_sort_name ON client (sort_name, id);

-- What a client is found by, folded: 0 family name, 1 given name, 2 number, 3 telephone backwards,
-- 4 e-mail. The sort name stands beside it, so that a search of several words needs no other table.
CREATE TABLE client_name (
  place INTEGER NOT NULL,
  word TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  client_id TEXT NOT NULL,
  PRIMARY KEY (place, word, sort_name, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE trajectory (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  trajectory_no TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL REFERENCES client (id),
  opened_on TEXT NOT NULL,
  counsellor_id TEXT REFERENCES counsellor (id),
  first_response_on TEXT,
  situation TEXT,
  closed_on TEXT,
  aftercare TEXT,
  outcome TEXT
) STRICT;

CREATE INDEX trajectory_client ON trajectory (client_id, opened_on);
CREATE INDEX trajectory_counsellor ON trajectory (counsellor_id, client_id);
CREATE INDEX trajectory_open ON trajectory (counsellor_id, client_id) WHERE closed_on IS NULL;
CREATE INDEX trajectory_waiting ON trajectory (opened_on)
  WHERE first_response_on IS NULL AND closed_on IS NULL;

CREATE TABLE trajectory_question (
  owner_id TEXT NOT NULL REFERENCES trajectory (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (owner_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  session_no TEXT NOT NULL UNIQUE,
  trajectory_id TEXT NOT NULL REFERENCES trajectory (id),
  starts_at TEXT NOT NULL,
  ended_at TEXT,
  counsellor_id TEXT REFERENCES counsellor (id),
  minutes INTEGER,
  channel TEXT,
  state TEXT,
  note_client TEXT,
  note_internal TEXT,
  group_no TEXT
) STRICT;

CREATE INDEX session_trajectory ON session (trajectory_id, starts_at);
CREATE INDEX session_counsellor ON session (counsellor_id, starts_at);
CREATE INDEX session_start ON session (starts_at);
CREATE INDEX session_planned ON session (starts_at) WHERE state = 'planned';
CREATE INDEX session_counsellor_planned ON session (counsellor_id, starts_at)
  WHERE state = 'planned';

CREATE TABLE session_question (
  owner_id TEXT NOT NULL REFERENCES session (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (owner_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  assessment_no TEXT NOT NULL UNIQUE,
  trajectory_id TEXT NOT NULL REFERENCES trajectory (id),
  kind TEXT NOT NULL,
  requested_on TEXT,
  invited_on TEXT,
  taken_on TEXT,
  result_on TEXT,
  discussed_on TEXT
) STRICT;

CREATE INDEX assessment_trajectory ON assessment (trajectory_id);
CREATE INDEX assessment_waiting ON assessment (taken_on)
  WHERE taken_on IS NOT NULL AND discussed_on IS NULL;

CREATE TABLE promise (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  promise_no TEXT NOT NULL UNIQUE,
  trajectory_id TEXT NOT NULL REFERENCES trajectory (id),
  made_by TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  text TEXT,
  made_on TEXT,
  done_on TEXT,
  outcome TEXT
) STRICT;

CREATE INDEX promise_trajectory ON promise (trajectory_id);
CREATE INDEX promise_open ON promise (due_on) WHERE done_on IS NULL;
CREATE INDEX promise_done ON promise (done_on) WHERE done_on IS NOT NULL;

-- open_on is the day on which an open contact is due, after rescheduling; NULL when it is closed.
CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  contact_no TEXT NOT NULL UNIQUE,
  trajectory_id TEXT NOT NULL REFERENCES trajectory (id),
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  planned_on TEXT,
  counsellor_id TEXT REFERENCES counsellor (id),
  attempts INTEGER,
  snoozed_until TEXT,
  done_on TEXT,
  outcome TEXT,
  channel TEXT,
  note TEXT,
  open_on TEXT
) STRICT;

CREATE INDEX contact_trajectory ON contact (trajectory_id);
CREATE INDEX contact_open ON contact (open_on, kind, snoozed_until) WHERE open_on IS NOT NULL;
CREATE INDEX contact_counsellor_open ON contact (counsellor_id, open_on, kind, snoozed_until)
  WHERE open_on IS NOT NULL;
CREATE INDEX contact_done ON contact (done_on) WHERE done_on IS NOT NULL;

CREATE TABLE attempt (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  attempted_at TEXT NOT NULL,
  counsellor_id TEXT REFERENCES counsellor (id),
  channel TEXT,
  outcome TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX attempt_contact ON attempt (contact_id, attempted_at);

-- Questionnaires that the office made itself; those that come with the program are not here.
CREATE TABLE questionnaire (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

-- A response is one row: its attribution as the survey gave it, and its coded answers in one text
-- with a place per item, in the order of the questionnaire's version.
CREATE TABLE response (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  response_no TEXT NOT NULL UNIQUE,
  questionnaire TEXT NOT NULL,
  month TEXT NOT NULL,
  wave INTEGER,
  client TEXT,
  office TEXT,
  counsellor TEXT,
  trajectory_id TEXT REFERENCES trajectory (id),
  answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX response_trajectory ON response (trajectory_id) WHERE trajectory_id IS NOT NULL;

CREATE TABLE open_answer (
  owner_id TEXT NOT NULL REFERENCES response (id),
  item TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (owner_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  invitation_no TEXT NOT NULL UNIQUE,
  questionnaire TEXT NOT NULL,
  month TEXT NOT NULL,
  office TEXT,
  counsellor TEXT,
  sent INTEGER NOT NULL
) STRICT;

-- What left the program: every report, export, print and picture with figures, and its tables.
CREATE TABLE release (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  counsellor TEXT NOT NULL,
  medium TEXT NOT NULL,
  request TEXT NOT NULL,
  tables TEXT NOT NULL
) STRICT;
