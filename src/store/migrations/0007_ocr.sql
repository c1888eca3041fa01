-- What OCR made of a page beside its own text layer. is_canonical: its words are the page's text in source_texts;
-- otherwise the page's own layer is. Shares of words that a dictionary knows are empty where there was none to ask.
CREATE TABLE ocr_readings (
  source_id TEXT NOT NULL REFERENCES sources (id),
  page INTEGER NOT NULL,
  is_canonical INTEGER NOT NULL CHECK (is_canonical IN (0, 1)),
  languages TEXT NOT NULL,
  confidence {real} NOT NULL,
  known_share {real},
  layer_known_share {real},
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, page)
) {strict};

-- The text of the layer that is not canonical, for those who want to compare.
CREATE TABLE other_layers (
  source_id TEXT NOT NULL REFERENCES sources (id),
  page INTEGER NOT NULL,
  text TEXT NOT NULL,
  row_digest TEXT NOT NULL,
  PRIMARY KEY (source_id, page)
) {strict};
