// What a report says of itself, beyond the evaluation: when, by which engine, from what.
#pragma once

#include <string>

namespace report {

/// What a report says of itself, beyond the evaluation.
struct ReportFacts {
  std::string created_at;      ///< ISO instant
  std::string engine_version;  ///< "0.1.0"
  std::string notice;  ///< such as "fictional example", in the reader's language; empty if none
  std::string dossier_digest;  ///< of what was filed and said; empty if not known
  std::string until = {};      ///< day by which a request is to be met, "2026-12-15"; empty if none
};

}  // namespace report
