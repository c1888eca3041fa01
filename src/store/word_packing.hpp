// The words of a page as one compact value: ranges exact, boxes to a hundredth of a point.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace store {

/// Packs words in their order. Layout: one byte, the version (1); then six numbers a word, each as
/// a signed variable-length integer (zigzag, seven bits a byte, lowest first): begin − end of the
/// word before, end − begin, and in hundredths of a point left − right of the word before, top −
/// top of the word before, right − left, bottom − top.
std::string pack_words(const std::vector<document::Word>& words);

/// The words again; empty for bytes that no packing wrote.
std::optional<std::vector<document::Word>> unpack_words(std::string_view packed);

}  // namespace store
