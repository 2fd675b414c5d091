-- Who asked for a meeting or call.

ALTER TABLE accounts ADD COLUMN asked_by TEXT;
ALTER TABLE events ADD COLUMN asked_by TEXT;
