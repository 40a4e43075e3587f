-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record: finding in notes, two records of one person, what the client confirmed.

-- What a counsellor keeps at the top of the record: ids of sessions, tests ... joined by ';'.
ALTER TABLE trajectory ADD COLUMN pinned TEXT;

-- How long the last tests of a kind took for a stage.
CREATE INDEX assessment_invited ON assessment (kind, invited_on)
  WHERE invited_on IS NOT NULL AND requested_on IS NOT NULL;
CREATE INDEX assessment_taken_uninvited ON assessment (kind, taken_on)
  WHERE taken_on IS NOT NULL AND invited_on IS NULL AND requested_on IS NOT NULL;
CREATE INDEX assessment_taken ON assessment (kind, taken_on)
  WHERE taken_on IS NOT NULL AND invited_on IS NOT NULL;
CREATE INDEX assessment_result ON assessment (kind, result_on)
  WHERE result_on IS NOT NULL AND taken_on IS NOT NULL;
CREATE INDEX assessment_discussed ON assessment (kind, discussed_on)
  WHERE discussed_on IS NOT NULL AND result_on IS NOT NULL;

-- What was removed is found by what it belonged to.
CREATE INDEX change_log_gone ON change_log (old_value)
  WHERE new_value IS NULL AND field IN ('client_no', 'trajectory_no');

-- The date that was promised first, of a promise for which another one was agreed.
ALTER TABLE promise ADD COLUMN first_due_on TEXT;

-- Two records of one person: the ids of clients who are somebody else, and "ID=NUMBER" of the
-- records that were merged into this one.
ALTER TABLE client ADD COLUMN not_same TEXT;
ALTER TABLE client ADD COLUMN merged TEXT;

CREATE INDEX client_birth_date ON client (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX client_postcode ON client ((upper (replace (postcode, ' ', ''))))
  WHERE postcode IS NOT NULL;

-- Texts that are used again and again; those that come with the program are not here.
CREATE TABLE text_block (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  retired INTEGER NOT NULL
) STRICT;

-- Finding in notes, in the words of this engine. A place is a day, a kind of note and the number
-- of a client in one: day * 2^32 + kind * 2^29 + number, so that the newest notes lie last. Place
-- and number alone, without a day, are the name of the client. Only the folded words of a place are
-- kept, not the notes.
CREATE TABLE note_client (
  number INTEGER NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE note_word USING fts5 (
  words, content = '', columnsize = 0, detail = none, prefix = '3', tokenize = 'ascii'
);

CREATE VIRTUAL TABLE note_vocabulary USING fts5vocab (note_word, instance);

-- So many bytes of words are gathered before they are written.
INSERT INTO note_word (note_word, rank) VALUES ('hashsize', 16777216);

-- Where the facts about a client come from, and when they were confirmed: "phone=2026-11-21,client".
ALTER TABLE client ADD COLUMN confirmed TEXT;

-- The part of the day in which a client who was not reached is tried again.
ALTER TABLE contact ADD COLUMN planned_part TEXT;
