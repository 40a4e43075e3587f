-- SPDX-License-Identifier: GPL-3.0-or-later
-- A third step, so that an upgrade can stop in between.

CREATE TABLE shape (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

INSERT INTO shape SELECT name FROM office;
