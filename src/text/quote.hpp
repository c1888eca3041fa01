// Finds a quotation in a page as a careful reader would: white space, line-end hyphens, ligatures
// and curly quotes folded.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

/// A half-open range of code points.
struct Span {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  bool operator==(const Span&) const = default;
};

/// Every place where `quote` stands in `page`, as ranges of code points of `page` in order. Both
/// are UTF-8. Compared after NFC, runs of white space equal (leading and trailing ignored), hyphens
/// at line ends removed together with the break, ligatures (ﬁ ﬂ ﬀ ﬃ ﬄ), curly quotes and soft
/// hyphens folded; letter case is kept. An empty quote matches nowhere.
std::vector<Span> find_quote(std::string_view page, std::string_view quote);

}  // namespace text
