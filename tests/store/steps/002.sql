-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step as one may come after the first: a table, a column, and rows that are carried over.

CREATE TABLE colour (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

ALTER TABLE office ADD COLUMN colour TEXT;

UPDATE office SET colour = 'blue';
