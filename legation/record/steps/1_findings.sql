-- What one article tells: who and what is named in it, who said and did what.

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
