-- Where a passage stands in its document, and passages that run over a page break.

-- One step a line: "pasal 5", "ayat 2" (document/locator.hpp). Empty for passages filed before this migration.
ALTER TABLE passages ADD COLUMN locator TEXT NOT NULL DEFAULT '';

-- The further stretches of a passage. Its text is the words of all its stretches, joined by line feeds.
CREATE TABLE passage_parts (
  passage_number INTEGER NOT NULL REFERENCES passages (number),
  position INTEGER NOT NULL,
  page INTEGER NOT NULL,
  range_begin INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  PRIMARY KEY (passage_number, position)
) {strict};

-- Where the words of a citation stand; none for citations made before this migration.
CREATE TABLE evidence_locators (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  locator TEXT NOT NULL,
  row_digest TEXT NOT NULL
) {strict};
