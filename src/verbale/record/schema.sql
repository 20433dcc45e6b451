-- A record: one SQLite file. Above the line: evidence, which is only ever added to. Below: rows derived from it,
-- rebuilt whole by `Record.refresh` in one transaction.

CREATE TABLE IF NOT EXISTS report (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  text TEXT NOT NULL,
  body TEXT NOT NULL,           -- the Report as JSON, without its text
  added TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS finding (
  seq INTEGER PRIMARY KEY,
  report TEXT NOT NULL REFERENCES report (id),
  pipeline TEXT NOT NULL,
  body TEXT NOT NULL,           -- the Findings as JSON; of several for a report the last counts
  added TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS finding_report ON finding (report, seq);
CREATE TABLE IF NOT EXISTS decision (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS case_file (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS report_kept BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'evidence is only added to'); END;
CREATE TRIGGER IF NOT EXISTS report_stays BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'evidence is only added to'); END;
CREATE TRIGGER IF NOT EXISTS finding_kept BEFORE UPDATE ON finding BEGIN SELECT RAISE(ABORT, 'evidence is only added to'); END;
CREATE TRIGGER IF NOT EXISTS finding_stays BEFORE DELETE ON finding BEGIN SELECT RAISE(ABORT, 'evidence is only added to'); END;
CREATE TRIGGER IF NOT EXISTS decision_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;
CREATE TRIGGER IF NOT EXISTS decision_stays BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;

CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5 (
  headline, text, content = 'report', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER IF NOT EXISTS report_indexed AFTER INSERT ON report BEGIN
  INSERT INTO report_words (rowid, headline, text) VALUES (new.seq, new.headline, new.text);
END;

-- ------------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Views made from the rows at that version, as JSON.
CREATE TABLE IF NOT EXISTS view (key TEXT PRIMARY KEY, version TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS row_report (id TEXT PRIMARY KEY, published TEXT, outlet TEXT, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS row_report_published ON row_report (published);
CREATE TABLE IF NOT EXISTS row_actor (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row_statement (
  id TEXT PRIMARY KEY, report TEXT NOT NULL, first TEXT, last TEXT, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS row_statement_report ON row_statement (report);
CREATE INDEX IF NOT EXISTS row_statement_when ON row_statement (first, last);
CREATE TABLE IF NOT EXISTS row_time (report TEXT NOT NULL, start INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS row_time_report ON row_time (report, start);
CREATE TABLE IF NOT EXISTS row_act (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, track TEXT, first TEXT, last TEXT, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS row_act_when ON row_act (first, last);
CREATE INDEX IF NOT EXISTS row_act_track ON row_act (track, first);
CREATE TABLE IF NOT EXISTS row_account (
  act TEXT NOT NULL, local TEXT NOT NULL, report TEXT NOT NULL, published TEXT, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS row_account_act ON row_account (act);
CREATE INDEX IF NOT EXISTS row_account_local ON row_account (local);
CREATE INDEX IF NOT EXISTS row_account_report ON row_account (report);
-- Names and ids (case levelled) by which a filter on actor, issue or outlet finds a row, and the months in which its
-- accounts may lie, by which one on time as of a day does; kind says which of these.
CREATE TABLE IF NOT EXISTS row_key (kind TEXT NOT NULL, key TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (kind, key, row)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row_answer (ask TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS row_answer_ask ON row_answer (ask);
CREATE INDEX IF NOT EXISTS row_answer_act ON row_answer (json_extract(body, '$.act'));
CREATE TABLE IF NOT EXISTS row_agreement (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row_track (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
