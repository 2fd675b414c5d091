-- What all articles together give, and what analysts say to it.

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
