-- Where to look for the events of a party and for an article by its path.

CREATE TABLE event_parties (
    party TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
    PRIMARY KEY (party, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parties_by_event ON event_parties(event);
CREATE TRIGGER event_parties_in AFTER INSERT ON events BEGIN
    INSERT OR IGNORE INTO event_parties SELECT value, new.id FROM json_each(new.sources);
    INSERT OR IGNORE INTO event_parties SELECT value, new.id FROM json_each(new.targets);
END;
CREATE TRIGGER event_parties_changed AFTER UPDATE OF sources, targets ON events BEGIN
    DELETE FROM event_parties WHERE event = old.id;
    INSERT OR IGNORE INTO event_parties SELECT value, new.id FROM json_each(new.sources);
    INSERT OR IGNORE INTO event_parties SELECT value, new.id FROM json_each(new.targets);
END;
INSERT OR IGNORE INTO event_parties SELECT j.value, e.id FROM events e, json_each(e.sources) j;
INSERT OR IGNORE INTO event_parties SELECT j.value, e.id FROM events e, json_each(e.targets) j;

CREATE INDEX articles_by_path ON articles(path, id);
