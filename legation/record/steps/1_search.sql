-- Search in the full text.

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
