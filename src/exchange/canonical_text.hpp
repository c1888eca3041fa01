// The canonical text of a text file, and where its positions have gone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// Canonical is UTF-8 in NFC with LF alone; other control characters but tabs are gone.
class CanonicalText {
 public:
  /// `written` is UTF-8.
  explicit CanonicalText(std::string_view written);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// The position in the canonical text of a position in the text as written, both in code points;
  /// what lies beyond the end is the end.
  [[nodiscard]] std::int64_t position(std::int64_t written) const;

 private:
  struct Line {
    std::int64_t written_begin = 0;  ///< code points
    std::int64_t begin = 0;          ///< code points of the canonical text
    std::string written;
  };

  std::string text_;
  std::int64_t length_ = 0;
  std::vector<Line> lines_;
};

}  // namespace exchange
