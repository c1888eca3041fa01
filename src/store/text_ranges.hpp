// Cuts ranges of code points out of a canonical text, many times over the same text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace store {

/// Knows where each stretch of code points begins in a text. The text must live longer.
class TextRanges {
 public:
  explicit TextRanges(std::string_view text);

  /// The words of a range; empty where it reaches beyond the text or runs backwards.
  [[nodiscard]] std::optional<std::string_view> cut(const document::Range& range) const;

 private:
  [[nodiscard]] std::size_t find_byte(std::int64_t code_point) const;

  std::string_view text_;
  std::vector<std::size_t> marks_;  ///< byte of every 64th code point
  std::int64_t size_ = 0;
};

}  // namespace store
