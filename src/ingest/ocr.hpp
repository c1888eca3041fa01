// Reads the pages that need it by OCR, each in a process of its own, and keeps the better of two
// readings.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "ingest/known_words.hpp"
#include "ingest/read_source.hpp"

namespace ingest {

/// Whether OCR could give words, or better ones, of any page.
bool wants_ocr(const document::Extraction& extraction);

/// What OCR is given beside the limits.
struct OcrTools {
  /// Null where the machine has no dictionary: then confidence alone decides between two readings.
  const Dictionaries* dictionaries = nullptr;
  /// Hears how many pages are read, and of how many.
  std::function<void(int, int)> progress = [](int, int) {};
};

/// The document with the pages read that want it. A page that cannot be read stays as it was, with
/// a problem (reading.ocr_damaged, ocr_timed_out, ocr_failed, ocr_no_words; not_compared
/// where it has a text layer); so does all of it
/// where OCR is not installed (reading.ocr_unavailable, whose detail is what to install). A page
/// with two readings says which one is canonical and keeps the other's text. Without a dictionary a
/// comparison is told as a problem too (reading.no_dictionary).
document::Extraction read_by_ocr(document::Extraction extraction,
                                 std::string_view bytes,
                                 const ReadingLimits& limits,
                                 const OcrTools& tools);

/// What must be installed before OCR works: "jenjang-ocr", or Tesseract's package of a language.
/// Empty where nothing is missing.
std::string find_missing_ocr(const ReadingLimits& limits);

/// Whether the reading by OCR is the better of the two: see docs/decisions/0019.
bool is_ocr_better(const document::OcrReading& reading, int ocr_words, int layer_words);

}  // namespace ingest
