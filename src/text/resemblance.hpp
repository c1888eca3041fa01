// How much of their wording two texts share, exactly and by a small sketch that can be kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// The smallest hashes of a text's word triples under 128 orders; all bits set for a text of fewer
/// than three words. Equal words in equal order give an equal sketch, whatever their case, marks
/// and white space.
using Sketch = std::array<std::uint32_t, 128>;

Sketch make_sketch(std::string_view words);

/// The share of word triples that both texts have among those that either has, from their sketches:
/// within 0.04 in two cases of three (A. Broder, On the resemblance and containment of documents,
/// 1997). 0 where one has none.
double estimate_resemblance(const Sketch& a, const Sketch& b);

/// The same share exactly, from the texts. 0 where one has fewer than three words.
double measure_resemblance(std::string_view a, std::string_view b);

/// A sketch as 512 bytes, little-endian, and back; all bits set for bytes of another length.
std::string pack_sketch(const Sketch& sketch);
Sketch unpack_sketch(std::string_view bytes);

}  // namespace text
