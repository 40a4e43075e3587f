-- SPDX-License-Identifier: GPL-3.0-or-later
-- The appointment: what became of each question, and where promises and contacts come from.

-- "which_work=answered;retraining=follow_up": the questions of which it is known.
ALTER TABLE session ADD COLUMN question_outcomes TEXT;

-- Whether a second session was offered to who had only one; why a trajectory was opened again.
ALTER TABLE trajectory ADD COLUMN second_session TEXT;
ALTER TABLE trajectory ADD COLUMN reopened_on TEXT;
ALTER TABLE trajectory ADD COLUMN reopen_reason TEXT;

ALTER TABLE promise ADD COLUMN session_id TEXT REFERENCES session (id);
ALTER TABLE promise ADD COLUMN question TEXT;
ALTER TABLE promise ADD COLUMN snoozed_until TEXT;

-- The id of the promise or the assessment for which the client is contacted.
ALTER TABLE contact ADD COLUMN cause TEXT;

-- The forms of which everything is in the store: one that outlives a crash is not saved twice.
CREATE TABLE saved_form (
  form_id TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX saved_form_act ON saved_form (act);
CREATE INDEX contact_cause ON contact (cause) WHERE cause IS NOT NULL;
