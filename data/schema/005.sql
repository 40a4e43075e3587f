-- SPDX-License-Identifier: GPL-3.0-or-later
-- How satisfied, honestly: what may be seen of the responses.

-- Which open answers were reviewed: "remarks=shown,DIGEST,A001,2026-11-22,4-9;...".
ALTER TABLE response ADD COLUMN review TEXT;
