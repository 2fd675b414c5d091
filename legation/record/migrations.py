"""The shape of the database, as an append-only list of steps; a released step is never edited."""

from __future__ import annotations

import sqlite3

from legation.model import LegationError

FIRST_SHAPE = """
CREATE TABLE builds (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    legation TEXT NOT NULL,
    reader TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT,
    status TEXT NOT NULL CHECK (status IN ('begun', 'present', 'failed', 'removed')),
    problem TEXT,
    reader TEXT,
    PRIMARY KEY (file, name)
) STRICT;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    agency TEXT,
    title TEXT,
    author TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    published_precision TEXT,
    published_words TEXT,
    published_basis TEXT NOT NULL,
    published_span_start INTEGER,
    published_span_end INTEGER,
    language TEXT,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    recorded TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE article_sources (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (article, file, name),
    FOREIGN KEY (file, name) REFERENCES sources(file, name) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX article_sources_by_source ON article_sources(file, name);

CREATE TABLE problems (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('intake', 'reading')),
    kind TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT;
CREATE INDEX problems_by_article ON problems(article);

CREATE TABLE blocks (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    repeats_start INTEGER,
    repeats_end INTEGER,
    PRIMARY KEY (article, start, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'state', 'place')),
    name TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    aliases TEXT NOT NULL
) STRICT;

CREATE TABLE article_entities (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    id TEXT NOT NULL REFERENCES entities(id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    aliases TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entities_by_id ON article_entities(id);

CREATE TABLE mentions (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES entities(id),
    form TEXT NOT NULL
) STRICT;
CREATE INDEX mentions_by_article ON mentions(article, start);
CREATE INDEX mentions_by_entity ON mentions(entity);

CREATE TABLE tenures (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES entities(id),
    office TEXT NOT NULL,
    organisation TEXT,
    country TEXT,
    relation TEXT NOT NULL CHECK (relation IN ('holds', 'held', 'named', 'succeeds', 'vacates')),
    since_earliest TEXT,
    since_latest TEXT,
    since_precision TEXT,
    since_basis TEXT,
    until_earliest TEXT,
    until_latest TEXT,
    until_precision TEXT,
    until_basis TEXT,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    post TEXT
) STRICT;
CREATE INDEX tenures_by_article ON tenures(article);
CREATE INDEX tenures_by_post ON tenures(post);
CREATE INDEX tenures_by_person ON tenures(person);

CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    speaker TEXT REFERENCES entities(id),
    speaker_name TEXT,
    speaker_words_start INTEGER,
    speaker_words_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content TEXT NOT NULL,
    words TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('direct', 'indirect', 'mixed', 'written')),
    addressees TEXT NOT NULL,
    targets TEXT NOT NULL,
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    date_basis TEXT,
    chain TEXT NOT NULL,
    stance TEXT NOT NULL CHECK (stance IN ('cooperative', 'neutral', 'hostile')),
    stance_words TEXT NOT NULL,
    issues TEXT NOT NULL,
    issue_words TEXT NOT NULL,
    repeats TEXT,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX statements_by_article ON statements(article);
CREATE INDEX statements_by_speaker ON statements(speaker);

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    code TEXT,
    mode TEXT,
    contexts TEXT NOT NULL,
    label TEXT NOT NULL,
    sources TEXT NOT NULL,
    targets TEXT NOT NULL,
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    date_basis TEXT,
    place TEXT,
    status TEXT NOT NULL CHECK (status IN ('actual', 'planned', 'called-for', 'denied', 'hypothetical')),
    historical INTEGER NOT NULL,
    said_by TEXT REFERENCES statements(id) ON DELETE CASCADE,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    words TEXT NOT NULL,
    confidence REAL NOT NULL,
    alleged INTEGER NOT NULL
) STRICT;
CREATE INDEX accounts_by_article ON accounts(article);

CREATE TABLE channels (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    parties TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'suspended', 'called-for', 'planned', 'restored', 'closed')),
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    date_basis TEXT,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX channels_by_article ON channels(article);

CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    claimant TEXT REFERENCES entities(id),
    value REAL NOT NULL,
    bound TEXT NOT NULL CHECK (bound IN ('exact', 'over', 'nearly', 'about', 'up-to')),
    unit TEXT,
    what TEXT NOT NULL,
    period_earliest TEXT,
    period_latest TEXT,
    period_precision TEXT,
    period_basis TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX figures_by_article ON figures(article);

CREATE TABLE voice (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('opinion', 'analysis', 'loaded-wording')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX voice_by_article ON voice(article);

CREATE TABLE judgements (
    kind TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'linked')),
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    link TEXT,
    PRIMARY KEY (kind, "left", "right", by)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'merge', 'split', 'add')),
    "table" TEXT NOT NULL,
    row TEXT NOT NULL,
    article TEXT,
    words TEXT,
    field TEXT,
    value TEXT,
    before TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE TRIGGER corrections_are_kept BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END;
CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are never changed'); END;

CREATE TABLE unfit_corrections (
    correction TEXT PRIMARY KEY REFERENCES corrections(id),
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    code TEXT,
    mode TEXT,
    label TEXT NOT NULL,
    sources TEXT NOT NULL,
    targets TEXT NOT NULL,
    date_earliest TEXT,
    date_latest TEXT,
    date_precision TEXT,
    date_basis TEXT,
    place TEXT,
    status TEXT NOT NULL,
    accounts TEXT NOT NULL,
    outlets TEXT NOT NULL,
    contested TEXT NOT NULL
) STRICT;

CREATE TABLE event_accounts (
    event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
    account TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    PRIMARY KEY (event, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_accounts_by_account ON event_accounts(account);

CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE articles_search USING fts5(
    title, text, content='articles', content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_search_in AFTER INSERT ON articles BEGIN
    INSERT INTO articles_search(rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER articles_search_out AFTER DELETE ON articles BEGIN
    INSERT INTO articles_search(articles_search, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;

CREATE VIRTUAL TABLE statements_search USING fts5(
    speaker_name, words, content='statements', content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_search_in AFTER INSERT ON statements BEGIN
    INSERT INTO statements_search(rowid, speaker_name, words) VALUES (new.rowid, new.speaker_name, new.words);
END;
CREATE TRIGGER statements_search_out AFTER DELETE ON statements BEGIN
    INSERT INTO statements_search(statements_search, rowid, speaker_name, words)
    VALUES ('delete', old.rowid, old.speaker_name, old.words);
END;

CREATE VIEW current_articles AS
SELECT a.* FROM articles a
WHERE EXISTS (
    SELECT 1 FROM article_sources s JOIN sources f ON f.file = s.file AND f.name = s.name
    WHERE s.article = a.id AND f.status <> 'removed'
);

CREATE VIEW who_said_what AS
SELECT s.id, s.speaker_name AS speaker,
       substr(a.text, s.cue_start + 1, s.cue_end - s.cue_start) AS cue, s.words, s.form, s.stance, s.issues, s.targets,
       coalesce(s.date_earliest, a.published_earliest) AS about_when, s.confidence,
       a.outlet, a.published_earliest AS published, a.title, s.chain, s.article
FROM statements s JOIN current_articles a ON a.id = s.article
WHERE s.repeats IS NULL;

CREATE VIEW what_happened AS
SELECT e.id, e.date_earliest, e.date_latest, e.code, e.label, e.status,
       (SELECT group_concat(coalesce(n.name, j.value), ', ') FROM json_each(e.sources) j
        LEFT JOIN entities n ON n.id = j.value) AS sources,
       (SELECT group_concat(coalesce(n.name, j.value), ', ') FROM json_each(e.targets) j
        LEFT JOIN entities n ON n.id = j.value) AS targets,
       e.place,
       (SELECT min(a.published_earliest) FROM event_accounts x JOIN accounts c ON c.id = x.account
        JOIN articles a ON a.id = c.article WHERE x.event = e.id) AS reported,
       (SELECT c.words FROM event_accounts x JOIN accounts c ON c.id = x.account
        WHERE x.event = e.id ORDER BY c.id LIMIT 1) AS words,
       json_array_length(e.accounts) AS accounts, e.outlets, e.contested
FROM events e;

CREATE VIEW meetings AS
SELECT * FROM what_happened
WHERE label IN ('meeting', 'phone-call', 'visit', 'summit', 'talks', 'dialogue', 'consultation', 'video-call');

CREATE VIEW who_holds_what AS
SELECT t.id, e.name AS person, t.relation, t.office, t.organisation, t.country, t.post, t.since_earliest AS since,
       t.until_latest AS until, t.words, a.outlet, a.published_earliest AS published, t.article
FROM tenures t JOIN entities e ON e.id = t.person JOIN current_articles a ON a.id = t.article;

CREATE VIEW figures_claimed AS
SELECT f.id, e.name AS claimant, f.bound, f.value, f.unit, f.what, f.period_earliest, f.period_latest, f.words,
       a.outlet, a.published_earliest AS published, f.article
FROM figures f LEFT JOIN entities e ON e.id = f.claimant JOIN current_articles a ON a.id = f.article;

CREATE VIEW channel_states AS
SELECT c.id, c.channel, c.parties, c.state, coalesce(c.date_earliest, a.published_earliest) AS about_when, c.words,
       a.outlet, c.article
FROM channels c JOIN current_articles a ON a.id = c.article;

CREATE VIEW what_was_not_understood AS
SELECT p.kind, p.message, p.stage, a.path AS place FROM problems p JOIN articles a ON a.id = p.article
UNION ALL
SELECT 'file', problem, 'intake', name FROM sources WHERE problem IS NOT NULL
UNION ALL
SELECT 'correction-unfit', u.reason, 'record', u.correction FROM unfit_corrections u;
"""

PEOPLE_OF_ONE_NAME = """
ALTER TABLE entities ADD COLUMN role TEXT;
ALTER TABLE article_entities ADD COLUMN role TEXT;

CREATE TABLE told_people (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    told TEXT NOT NULL,
    id TEXT NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (article, told)
) STRICT, WITHOUT ROWID;

CREATE TABLE told_cells (
    article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    "table" TEXT NOT NULL,
    row TEXT NOT NULL,
    "column" TEXT NOT NULL,
    cell TEXT NOT NULL,
    PRIMARY KEY (article, "table", row, "column")
) STRICT, WITHOUT ROWID;
"""


WHO_ASKED = """
ALTER TABLE accounts ADD COLUMN asked_by TEXT;
ALTER TABLE events ADD COLUMN asked_by TEXT;
"""

WHAT_CHANGED = """
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
"""

ACTOR_CODES = """
ALTER TABLE accounts ADD COLUMN actor_codes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN actor_codes TEXT NOT NULL DEFAULT '[]';
"""

MIGRATIONS: tuple[str, ...] = (FIRST_SHAPE, PEOPLE_OF_ONE_NAME, WHO_ASKED, WHAT_CHANGED, ACTOR_CODES)


def migrate(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring a database, new or old, to the newest shape; each step is one transaction.

    Raises LegationError for a record that a newer Legation has written.
    """
    have = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if have > len(migrations):
        raise LegationError(
            f"record has shape {have}, this Legation knows {len(migrations)}: upgrade with `pip install -U legation`"
        )
    for number, step in enumerate(migrations[have:], have + 1):
        connection.executescript(f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;")
