// Reads a page's picture: its words, where they stand, and how sure the reading is. The one door to
// Tesseract.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "extract/lines.hpp"
#include "extract/picture.hpp"

namespace extract {

/// A page as read, and the mean confidence of its words in percent (0 where it has none).
struct OcrPage {
  PageText page;
  double confidence = 0;
};

/// Tesseract with its language data, which it loads from files and keeps.
class OcrEngine {
 public:
  /// Languages as Tesseract names them, such as "ind" or "ind+eng". Empty where the data of one is
  /// not installed.
  static std::optional<OcrEngine> load(const std::string& languages);

  OcrEngine(OcrEngine&&) noexcept;
  OcrEngine& operator=(OcrEngine&&) noexcept;
  OcrEngine(const OcrEngine&) = delete;
  OcrEngine& operator=(const OcrEngine&) = delete;
  ~OcrEngine();

  /// An empty page where nothing is written. Empty where Tesseract gives up.
  std::optional<OcrPage> read(const PagePicture& picture, int number);

 private:
  struct Inner;
  explicit OcrEngine(std::unique_ptr<Inner> inner);
  std::unique_ptr<Inner> inner_;
};

}  // namespace extract
