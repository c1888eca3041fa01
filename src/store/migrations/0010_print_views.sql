-- The pages of an office file as LibreOffice prints them: a PDF, for looking at; the canonical text stays that of the file. Its bytes are in source_bytes.
CREATE TABLE print_views (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  digest TEXT NOT NULL,
  made_at TEXT NOT NULL,
  row_digest TEXT NOT NULL
) {strict};

-- Every attempt at printing, from its start: one without an outcome ended abruptly. What has neither a view nor a failure waits.
CREATE TABLE print_attempts (
  source_id TEXT NOT NULL REFERENCES sources (id),
  number INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('started', 'done', 'failed')),
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, number)
) {strict};
