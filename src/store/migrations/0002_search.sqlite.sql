-- The search index of SQLite: words of passages, folded; the text itself stands in passages alone.
CREATE VIRTUAL TABLE passage_index USING fts5 (
  surface,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2"
);
