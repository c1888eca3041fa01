-- What a workspace keeps: who is assessed, by which model, what was filed, and what was said of it.
-- One text for every engine: {strict} and {bytes} are filled in by schema.cpp. Ids are text, instants ISO 8601 text
-- in UTC, truth values 0 or 1. A row_digest is SHA-256 over the row's own columns (guarded_rows.cpp): a flipped bit in
-- an answer shows. Tables marked "entries" are append-only: rows are added, never changed.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) {strict};
INSERT INTO meta (key, value) VALUES ('application', 'jenjang');

CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  row_digest TEXT NOT NULL
) {strict};

-- A model version as its exact files. The digest is over the files in order of path: path, line feed, size in
-- decimal, line feed, bytes.
CREATE TABLE models (
  digest TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (id, version)
) {strict};

CREATE TABLE model_files (
  model_digest TEXT NOT NULL REFERENCES models (digest),
  path TEXT NOT NULL,
  bytes {bytes} NOT NULL,
  PRIMARY KEY (model_digest, path)
) {strict};

-- An organization × a model version × a period. number: order of entry.
CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  period TEXT NOT NULL,
  model_id TEXT NOT NULL,
  model_version TEXT NOT NULL,
  model_digest TEXT NOT NULL REFERENCES models (digest),
  created_at TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  UNIQUE (organization_id, period, model_id, model_version)
) {strict};

-- indicator_code is empty for a target of all indicators; level is exact: "p/q".
CREATE TABLE targets (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  position INTEGER NOT NULL,
  indicator_code TEXT NOT NULL,
  level TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (assessment_id, position)
) {strict};

-- The bytes as filed, once each: entries of one bibliography share them.
CREATE TABLE source_bytes (
  digest TEXT PRIMARY KEY,
  bytes {bytes} NOT NULL
) {strict};

-- A source belongs to an organization and serves all its assessments.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES source_bytes (digest),
  text_digest TEXT NOT NULL,
  size INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  citation TEXT NOT NULL,
  url TEXT NOT NULL,
  date TEXT NOT NULL,
  observer TEXT NOT NULL,
  place TEXT NOT NULL,
  method TEXT NOT NULL,
  added_at TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  UNIQUE (organization_id, code)
) {strict};

-- The canonical text: UTF-8, NFC, LF. All ranges below count its code points, half open.
CREATE TABLE source_texts (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  text TEXT NOT NULL
) {strict};

-- words: ranges and boxes of the page's words, packed (word_packing.hpp).
CREATE TABLE pages (
  source_id TEXT NOT NULL REFERENCES sources (id),
  number INTEGER NOT NULL,
  width {real} NOT NULL,
  height {real} NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  words {bytes} NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, number)
) {strict};

-- What was odd while reading: a message id, where, and a detail.
CREATE TABLE problems (
  source_id TEXT NOT NULL REFERENCES sources (id),
  position INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  page INTEGER,
  detail TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) {strict};

-- The units of searching. number is also the row of the search index.
CREATE TABLE passages (
  number INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES sources (id),
  page INTEGER NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  text TEXT NOT NULL
) {strict};
CREATE INDEX passages_of_source ON passages (source_id);

-- Entries: citations. Ids are E1, E2, … in the order of number.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  indicator_code TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  page INTEGER NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  stance TEXT NOT NULL,
  level INTEGER,
  note TEXT NOT NULL,
  cited_by TEXT NOT NULL,
  cited_at TEXT NOT NULL,
  row_digest TEXT NOT NULL
) {strict};
CREATE INDEX evidence_of_assessment ON evidence (assessment_id, number);

-- Entries: what was decided of a citation; the highest sequence counts.
CREATE TABLE evidence_decisions (
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  sequence INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  because TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (evidence_id, sequence)
) {strict};

-- Entries: what raters said, in order of sequence. value is exact: "p/q"; checks are codes, one on each line.
CREATE TABLE ratings (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  sequence INTEGER NOT NULL,
  indicator_code TEXT NOT NULL,
  rater TEXT NOT NULL,
  stage TEXT NOT NULL,
  outcome TEXT NOT NULL,
  value TEXT,
  reason TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  checks TEXT NOT NULL,
  because TEXT NOT NULL,
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
  rated_at TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (assessment_id, sequence)
) {strict};
