-- What a document says of itself, and where; no rows for documents filed before this migration.
CREATE TABLE record_entries (
  source_id TEXT NOT NULL REFERENCES sources (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  page INTEGER,
  range_begin INTEGER,
  range_end INTEGER,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, field)
) {strict};

-- A source that was filed as a new revision of another one; the older one stays, with its citations.
CREATE TABLE source_revisions (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  revises TEXT NOT NULL UNIQUE REFERENCES sources (id),
  row_digest TEXT NOT NULL
) {strict};
