-- SPDX-License-Identifier: GPL-3.0-or-later
-- How satisfied, honestly: what may be seen of the responses; and planning that only looks at what
-- may have changed.

-- Which open answers were reviewed: "remarks=shown,DIGEST,A001,2026-11-22,4-9;...".
ALTER TABLE response ADD COLUMN review TEXT;

-- Planning compares every after-care series with what was agreed: it walks along both, in the order
-- of the trajectories, and reads nothing else.
DROP INDEX trajectory_cared;
CREATE INDEX trajectory_cared ON trajectory (id, closed_on, aftercare, counsellor_id, client_id)
  WHERE closed_on IS NOT NULL AND aftercare IN ('yes_once', 'yes_longer');
CREATE INDEX contact_cared ON contact (trajectory_id, due_on, done_on, outcome, open_on, kind)
  WHERE kind = 'aftercare';

-- What makes it look closer at a trajectory.
CREATE INDEX contact_asked ON contact (trajectory_id, kind, open_on)
  WHERE open_on IS NOT NULL AND kind <> 'aftercare';
CREATE INDEX assessment_open ON assessment (trajectory_id) WHERE discussed_on IS NULL;
CREATE INDEX client_no_contact ON client (id) WHERE no_contact = 1;

-- Whose client was invited: the response counts for the same, also when the trajectory changes hands
-- meanwhile; and when the file with the token was written, from which on it cannot be taken back.
ALTER TABLE invitee ADD COLUMN office TEXT;
ALTER TABLE invitee ADD COLUMN counsellor TEXT;
ALTER TABLE invitee ADD COLUMN handed_on TEXT;

-- Questionnaires that the office made itself are records like any other, known by the id in their
-- file. Nothing could write the table before.
DROP TABLE questionnaire;
CREATE TABLE questionnaire (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
