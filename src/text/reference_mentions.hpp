// Finds references that an author names in running text: "[@becker2009, hlm. 214; @nugroho2020]".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// One reference named inside a mention.
struct NamedReference {
  std::string key;
  std::string locator;  ///< what stands behind the key: "hlm. 214"; empty if nothing does

  bool operator==(const NamedReference&) const = default;
};

/// A bracket with one reference or several; begin and end are bytes of the text, half open.
struct Mention {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<NamedReference> references;
};

/// All mentions in order. A bracket in which something else than references stands is no mention.
/// The form is that of Pandoc's citations in brackets, without words before the key.
std::vector<Mention> find_mentions(std::string_view words);

}  // namespace text
