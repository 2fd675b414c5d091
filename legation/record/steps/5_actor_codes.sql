-- The PLOVER code of each actor of an event.

ALTER TABLE accounts ADD COLUMN actor_codes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN actor_codes TEXT NOT NULL DEFAULT '[]';
