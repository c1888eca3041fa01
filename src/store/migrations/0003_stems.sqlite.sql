-- The search index of SQLite afresh: for each passage its words, their stems, and compounds apart and fused
-- (text/index_terms.hpp), written by us with spaces between. It is derived: meta 'index_fingerprint' names the rules
-- and word lists that it was made with; where it is absent or another, the index is made again.
DROP TABLE passage_index;
CREATE VIRTUAL TABLE passage_index USING fts5 (
  surface,
  stems,
  compounds,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii"
);
CREATE VIRTUAL TABLE passage_words USING fts5vocab (passage_index, 'col');
