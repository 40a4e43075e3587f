-- SPDX-License-Identifier: GPL-3.0-or-later
-- Never forgotten: what is due later than the coming days, and is to be remembered before.

CREATE INDEX contact_snoozed ON contact (counsellor_id, snoozed_until)
  WHERE snoozed_until IS NOT NULL;
CREATE INDEX promise_snoozed ON promise (counsellor_id, snoozed_until)
  WHERE snoozed_until IS NOT NULL;
