-- What each article alone calls the persons that all articles together give another id.

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
