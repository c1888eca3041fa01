// What was filed: a document, a reference from the literature, an observation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/observation.hpp"
#include "assessment/record_correction.hpp"
#include "assessment/reference.hpp"
#include "document/document.hpp"
#include "document/record.hpp"
#include "document/signature.hpp"

namespace assessment {

enum class SourceKind { document, reference, observation };

/// Whether the words of a source can be cited: text, or a scan that waits for OCR.
enum class SourceState { readable, needs_ocr };

/// A source as filed. Its code is said by people: a file stem, a BibTeX key, an observation's code.
struct Source {
  std::string id;
  std::string code;
  SourceKind kind = SourceKind::document;
  SourceState state = SourceState::readable;
  std::string title;
  std::string file_name;    ///< as it was called when filed; display only
  std::string format;       ///< pdf, docx, png, plain_text, bibtex, ris, csl_json, observation,
                            ///< observation_table, submission, …
  std::string digest;       ///< SHA-256 of the filed bytes, hexadecimal
  std::string text_digest;  ///< SHA-256 of the canonical text
  std::int64_t size = 0;    ///< bytes as filed
  int page_count = 0;       ///< 0 for a source without pages
  std::string citation;     ///< for a reference: authors, year, title as one line
  std::string url;
  std::string date;      ///< of an observation: when; of a reference: its year
  std::string observer;  ///< of an observation
  std::string place;     ///< of an observation
  std::string method;    ///< of an observation
  std::string added_at;
  std::vector<document::Problem> problems;
  std::vector<document::OcrReading> ocr_readings =
      {};                                            ///< of the pages that OCR has read, in order
  std::vector<document::RecordEntry> record = {};    ///< what it says of itself, as it was read
  std::vector<RecordCorrection> corrections = {};    ///< of the record, in the order they were made
  std::vector<document::Signature> signatures = {};  ///< electronic ones in the file
  std::string revises = {};  ///< code of the source of which it is a newer revision
  std::optional<Reference>
      reference;  ///< of a reference, its parts; none where filed before these were kept
  std::optional<Observation> observation;  ///< likewise of an observation
};

}  // namespace assessment
