-- The fields for electronic signatures in a document and what became of the signatures in them, in the order of its form; no
-- rows for documents filed before this migration. page is empty where the field stands on none.
CREATE TABLE source_signatures (
  source_id TEXT NOT NULL REFERENCES sources (id),
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('empty', 'valid', 'unchecked', 'damaged', 'broken')),
  field TEXT NOT NULL,
  page INTEGER,
  signer TEXT NOT NULL,
  issuer TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  covers_all INTEGER NOT NULL CHECK (covers_all IN (0, 1)),
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) {strict};

-- Entries: what people said of a document's record against what was read; the highest sequence of a field counts. An empty
-- value takes the earlier ones back.
CREATE TABLE record_corrections (
  source_id TEXT NOT NULL REFERENCES sources (id),
  sequence INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  because TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, sequence)
) {strict};
