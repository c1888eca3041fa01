-- What a coder says of a citation beyond its stance and level; no row for one of which no more was said. coverage is
-- "12/40", "some/40" or "all/40" and unit what is counted, or both are empty.
CREATE TABLE evidence_codings (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  check_code TEXT NOT NULL,
  coverage TEXT NOT NULL,
  unit TEXT NOT NULL,
  strength TEXT NOT NULL CHECK (strength IN ('', 'weak', 'moderate', 'strong')),
  row_digest TEXT NOT NULL
) {strict};

-- Entries: words coded to a free code. Ids are K1, K2, … in the order of number. code is the one that they were coded
-- to; acts may have moved them since. stance and strength may be empty; locator as in evidence_locators.
CREATE TABLE codings (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  code TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  page INTEGER NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  locator TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('', 'supports', 'contradicts')),
  strength TEXT NOT NULL CHECK (strength IN ('', 'weak', 'moderate', 'strong')),
  memo TEXT NOT NULL,
  coded_by TEXT NOT NULL,
  coded_at TEXT NOT NULL,
  row_digest TEXT NOT NULL
) {strict};

-- Entries: every act of coding of a workspace, numbered from 1 without gaps. subjects and former are one a line. The
-- codebook follows from these rows alone; undoing adds a row that names the one taken back.
CREATE TABLE coding_acts (
  number INTEGER PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  kind TEXT NOT NULL,
  subjects TEXT NOT NULL,
  former TEXT NOT NULL,
  code TEXT NOT NULL,
  target TEXT NOT NULL,
  name TEXT NOT NULL,
  node TEXT NOT NULL,
  memo TEXT NOT NULL,
  because TEXT NOT NULL,
  done_by TEXT NOT NULL,
  done_at TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES coding_acts (number),
  row_digest TEXT NOT NULL
) {strict};

-- Entries: where the words of a citation or a coding (subject: E1, K1) stand in a newer revision of their source; the
-- highest sequence for a revision counts. Words that are gone have an empty quote and no range.
CREATE TABLE anchors (
  subject TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  source_id TEXT NOT NULL REFERENCES sources (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('same', 'changed', 'lost')),
  page INTEGER NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  locator TEXT NOT NULL,
  quote TEXT NOT NULL,
  found_by TEXT NOT NULL,
  found_at TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (subject, sequence)
) {strict};
