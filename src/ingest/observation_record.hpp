// An observation as a sheet or a form brings it, and how it becomes a source.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// One observation before it is checked: its fields by their English names, trimmed, none empty.
struct ObservationRecord {
  std::map<std::string, std::string, std::less<>> fields;
  std::map<std::string, int, std::less<>> lines;  ///< of a field, where it has a line of its own
  std::vector<std::string> photos;
  std::string bytes;  ///< its own part of the file
  std::string format;
  int line = 0;  ///< where it begins; for JSON its place in the list, counted from 1
};

/// The English name of a field that is named in English or Indonesian, whatever its letter case;
/// empty for an unknown one.
std::string_view find_observation_field(std::string_view name);

/// NFC, without control characters but line feeds and tabs, trimmed.
std::string tidy_observation_text(std::string_view written);

/// Checks the record and makes it a source. A respondent's name is kept only with consent; what is
/// left out is the problem observations.name_withheld. Errors (invalid, with line):
/// observations.missing_key, bad_date, bad_time, bad_coordinates, bad_consent.
base::Result<ReadSource> to_observation(ObservationRecord record, std::string_view file_name);

/// A table with one observation in a row, or with one submission of a form in a row. Errors
/// (invalid, with line): those of CSV, observations.unknown_key, observations.key_twice,
/// observations.row_length.
base::Result<std::vector<ObservationRecord>> read_observation_table(const std::string& bytes);

/// Submissions as KoboToolbox and ODK Central hand them out in JSON. Errors (invalid): those of
/// JSON, observations.not_submissions.
base::Result<std::vector<ObservationRecord>> read_submissions(const std::string& bytes);

}  // namespace ingest
