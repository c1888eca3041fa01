-- What a reference and an observation say beyond the line that every source has. A source filed before has no row here.

CREATE TABLE source_references (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  kind TEXT NOT NULL,
  more_authors INTEGER NOT NULL CHECK (more_authors IN (0, 1)),
  issued TEXT NOT NULL,
  title TEXT NOT NULL,
  container TEXT NOT NULL,
  publisher TEXT NOT NULL,
  place TEXT NOT NULL,
  volume TEXT NOT NULL,
  issue TEXT NOT NULL,
  pages TEXT NOT NULL,
  edition TEXT NOT NULL,
  genre TEXT NOT NULL,
  doi TEXT NOT NULL,
  url TEXT NOT NULL,
  accessed TEXT NOT NULL,
  row_digest TEXT NOT NULL
) {strict};

-- Names of authors and editors in the order of the work.
CREATE TABLE source_names (
  source_id TEXT NOT NULL REFERENCES sources (id),
  role TEXT NOT NULL CHECK (role IN ('author', 'editor')),
  position INTEGER NOT NULL,
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  particle TEXT NOT NULL,
  suffix TEXT NOT NULL,
  literal TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, role, position)
) {strict};

-- latitude and longitude are decimal degrees as written, or both empty. respondent is empty unless consent is given.
CREATE TABLE source_observations (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  observer_role TEXT NOT NULL,
  latitude TEXT NOT NULL,
  longitude TEXT NOT NULL,
  respondent_role TEXT NOT NULL,
  respondent TEXT NOT NULL,
  consent TEXT NOT NULL CHECK (consent IN ('not_asked', 'given', 'refused')),
  row_digest TEXT NOT NULL,
  CHECK (respondent = '' OR consent = 'given')
) {strict};

-- digest is that of the picture that lay beside the observation when it was filed; empty where there was none.
CREATE TABLE source_photos (
  source_id TEXT NOT NULL REFERENCES sources (id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  digest TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) {strict};
