-- The record as a reader of plain SQL wants it.

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
