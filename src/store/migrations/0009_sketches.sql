-- What tells documents of nearly the same wording: a sketch of the canonical text (text/resemblance.hpp). Documents filed before have none.
CREATE TABLE source_sketches (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  sketch {bytes} NOT NULL,
  row_digest TEXT NOT NULL
) {strict};
