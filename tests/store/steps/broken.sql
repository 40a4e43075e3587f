-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step that begins well and then fails.

CREATE TABLE colour (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

UPDATE office SET name = 'gone';

INSERT INTO nowhere VALUES (1);
