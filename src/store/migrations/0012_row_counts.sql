-- How many rows each guarded table should hold, so that a row that somebody deleted is missed; no row for a table that
-- nothing was ever filed in. Whoever files rows adds to the count (guarded_rows.cpp).
CREATE TABLE row_counts (
  table_name TEXT PRIMARY KEY,
  row_count INTEGER NOT NULL
) {strict};
INSERT INTO row_counts SELECT 'organizations', COUNT(*) FROM organizations;
INSERT INTO row_counts SELECT 'assessments', COUNT(*) FROM assessments;
INSERT INTO row_counts SELECT 'targets', COUNT(*) FROM targets;
INSERT INTO row_counts SELECT 'sources', COUNT(*) FROM sources;
INSERT INTO row_counts SELECT 'pages', COUNT(*) FROM pages;
INSERT INTO row_counts SELECT 'problems', COUNT(*) FROM problems;
INSERT INTO row_counts SELECT 'ocr_readings', COUNT(*) FROM ocr_readings;
INSERT INTO row_counts SELECT 'other_layers', COUNT(*) FROM other_layers;
INSERT INTO row_counts SELECT 'source_references', COUNT(*) FROM source_references;
INSERT INTO row_counts SELECT 'source_names', COUNT(*) FROM source_names;
INSERT INTO row_counts SELECT 'source_observations', COUNT(*) FROM source_observations;
INSERT INTO row_counts SELECT 'source_photos', COUNT(*) FROM source_photos;
INSERT INTO row_counts SELECT 'evidence', COUNT(*) FROM evidence;
INSERT INTO row_counts SELECT 'evidence_locators', COUNT(*) FROM evidence_locators;
INSERT INTO row_counts SELECT 'evidence_codings', COUNT(*) FROM evidence_codings;
INSERT INTO row_counts SELECT 'codings', COUNT(*) FROM codings;
INSERT INTO row_counts SELECT 'coding_acts', COUNT(*) FROM coding_acts;
INSERT INTO row_counts SELECT 'anchors', COUNT(*) FROM anchors;
INSERT INTO row_counts SELECT 'record_entries', COUNT(*) FROM record_entries;
INSERT INTO row_counts SELECT 'source_revisions', COUNT(*) FROM source_revisions;
INSERT INTO row_counts SELECT 'source_sketches', COUNT(*) FROM source_sketches;
INSERT INTO row_counts SELECT 'evidence_decisions', COUNT(*) FROM evidence_decisions;
INSERT INTO row_counts SELECT 'ratings', COUNT(*) FROM ratings;
INSERT INTO row_counts SELECT 'print_views', COUNT(*) FROM print_views;
INSERT INTO row_counts SELECT 'print_attempts', COUNT(*) FROM print_attempts;
INSERT INTO row_counts SELECT 'source_signatures', COUNT(*) FROM source_signatures;
INSERT INTO row_counts SELECT 'record_corrections', COUNT(*) FROM record_corrections;
