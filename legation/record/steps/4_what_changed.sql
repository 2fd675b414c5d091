-- What has changed since the record was last settled, and what the settling keeps for the next time.

CREATE TABLE touched (
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (what, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER touched_article_in AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO touched VALUES ('article', new.id);
END;
CREATE TRIGGER touched_article_out AFTER DELETE ON articles BEGIN
    INSERT OR IGNORE INTO touched VALUES ('article', old.id);
END;
CREATE TRIGGER touched_account_in AFTER INSERT ON accounts BEGIN
    INSERT OR IGNORE INTO touched VALUES ('account', new.id), ('article', new.article);
END;
CREATE TRIGGER touched_account_changed AFTER UPDATE ON accounts BEGIN
    INSERT OR IGNORE INTO touched VALUES ('account', new.id), ('article', new.article);
END;
CREATE TRIGGER touched_account_out AFTER DELETE ON accounts BEGIN
    INSERT OR IGNORE INTO touched VALUES ('account', old.id), ('article', old.article);
END;
CREATE TRIGGER touched_figure_in AFTER INSERT ON figures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('article', new.article);
END;
CREATE TRIGGER touched_figure_changed AFTER UPDATE ON figures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('article', new.article);
END;
CREATE TRIGGER touched_figure_out AFTER DELETE ON figures BEGIN
    INSERT OR IGNORE INTO touched VALUES ('article', old.article);
END;
CREATE TRIGGER touched_statement_in AFTER INSERT ON statements BEGIN
    INSERT OR IGNORE INTO touched VALUES ('statement', new.id), ('speaker', coalesce(new.speaker, ''));
END;
CREATE TRIGGER touched_statement_changed AFTER UPDATE ON statements BEGIN
    INSERT OR IGNORE INTO touched VALUES
        ('statement', new.id), ('speaker', coalesce(new.speaker, '')), ('speaker', coalesce(old.speaker, ''));
END;
CREATE TRIGGER touched_statement_out AFTER DELETE ON statements BEGIN
    INSERT OR IGNORE INTO touched VALUES ('statement', old.id), ('speaker', coalesce(old.speaker, ''));
END;

CREATE TABLE settled_articles (
    article TEXT PRIMARY KEY,
    outlet TEXT,
    signature BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE settled_people (id TEXT PRIMARY KEY, country TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE account_blocks (
    block TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (block, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_blocks_by_account ON account_blocks(account);
CREATE TABLE account_parties (
    party TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (party, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_parties_by_account ON account_parties(account);
CREATE TABLE event_keys (
    key TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_keys_by_key ON event_keys(key, first);
CREATE INDEX event_keys_by_event ON event_keys(event);
CREATE INDEX judgements_by_right ON judgements(kind, "right");

INSERT INTO touched SELECT 'article', id FROM articles;
INSERT INTO touched SELECT 'account', id FROM accounts;
INSERT INTO touched SELECT 'statement', id FROM statements;
INSERT OR IGNORE INTO touched SELECT 'speaker', coalesce(speaker, '') FROM statements;
INSERT OR REPLACE INTO state VALUES ('settled', 'no');
