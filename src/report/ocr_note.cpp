// Names the reading that is canonical, and how sure it is.
#include "report/ocr_note.hpp"

#include <cmath>

namespace report {

std::string format_percent(double share) {
  const auto percent = std::lround(share * 100);
  return std::to_string(percent == 100 && share < 1 ? 99 : percent);
}

std::string say_ocr(const text::Catalog& catalog, const document::OcrReading& reading) {
  if (!reading.is_canonical) return catalog.say("report.ocr.layer");
  return catalog.say("report.ocr.read", {{"confidence", format_percent(reading.confidence / 100)}});
}

}  // namespace report
