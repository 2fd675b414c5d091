-- Which articles' persons are to be judged anew, and under which names persons were judged last.

CREATE TABLE settled_told (
    article TEXT NOT NULL,
    told TEXT NOT NULL,
    name TEXT NOT NULL,
    stem TEXT NOT NULL,
    PRIMARY KEY (article, told)
) STRICT, WITHOUT ROWID;
CREATE INDEX settled_told_by_name ON settled_told(name);
CREATE INDEX settled_told_by_stem ON settled_told(stem);

CREATE TRIGGER touched_entity_in AFTER INSERT ON article_entities BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', new.article), ('entity', new.id);
END;
CREATE TRIGGER touched_entity_changed AFTER UPDATE ON article_entities BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', new.article), ('entity', new.id), ('entity', old.id);
END;
CREATE TRIGGER touched_entity_out AFTER DELETE ON article_entities BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', old.article), ('entity', old.id);
END;
CREATE TRIGGER touched_tenure_in AFTER INSERT ON tenures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', new.article), ('entity', new.person);
END;
CREATE TRIGGER touched_tenure_changed AFTER UPDATE ON tenures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', new.article), ('entity', new.person), ('entity', old.person);
END;
CREATE TRIGGER touched_tenure_out AFTER DELETE ON tenures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('told', old.article), ('entity', old.person);
END;

INSERT INTO touched SELECT 'told', id FROM articles;
INSERT OR REPLACE INTO state VALUES ('settled', 'no');
