-- Builds, the files that they read, and the articles in these.

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
