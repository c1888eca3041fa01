// Hashes triples of folded words and keeps the smallest hash of each order.
#include "text/resemblance.hpp"

#include <algorithm>
#include <vector>

#include "text/tokens.hpp"

namespace text {

namespace {

constexpr std::size_t words_together = 3;
constexpr std::uint32_t none = 0xFFFFFFFFU;

constexpr std::uint64_t mix(std::uint64_t bits) {  // splitmix64's finalizer: every bit counts
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31U);
}

constexpr std::uint64_t hash_word(std::string_view word) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return hash;
}

/// One hash for each triple of neighbouring words, sorted, each once.
std::vector<std::uint64_t> hash_triples(std::string_view words) {
  const auto tokens = find_words(words);
  std::vector<std::uint64_t> triples;
  if (tokens.size() < words_together) return triples;
  triples.reserve(tokens.size());
  for (std::size_t i = 0; i + words_together <= tokens.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < words_together; ++j)
      hash = mix(hash + 0x9E3779B97F4A7C15ULL + hash_word(tokens[i + j].folded));
    triples.push_back(hash);
  }
  std::ranges::sort(triples);
  triples.erase(std::ranges::unique(triples).begin(), triples.end());
  return triples;
}

}  // namespace

Sketch make_sketch(std::string_view words) {
  Sketch sketch;
  sketch.fill(none);
  for (const auto triple : hash_triples(words))
    for (std::size_t i = 0; i < sketch.size(); ++i) {
      const auto hash = static_cast<std::uint32_t>(mix(triple + i * 0x9E3779B97F4A7C15ULL) >> 32U);
      sketch[i] = std::min(sketch[i], hash);
    }
  return sketch;
}

double estimate_resemblance(const Sketch& a, const Sketch& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] == b[i] && a[i] != none) ++equal;
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

double measure_resemblance(std::string_view a, std::string_view b) {
  const auto first = hash_triples(a);
  const auto second = hash_triples(b);
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(first, second, std::back_inserter(shared));
  const auto all = first.size() + second.size() - shared.size();
  return all == 0 ? 0 : static_cast<double>(shared.size()) / static_cast<double>(all);
}

std::string pack_sketch(const Sketch& sketch) {
  std::string bytes;
  bytes.reserve(sketch.size() * sizeof(std::uint32_t));
  for (const auto hash : sketch)
    for (unsigned shift = 0; shift < 32; shift += 8)
      bytes += static_cast<char>((hash >> shift) & 0xFFU);
  return bytes;
}

Sketch unpack_sketch(std::string_view bytes) {
  Sketch sketch;
  sketch.fill(none);
  if (bytes.size() != sketch.size() * sizeof(std::uint32_t)) return sketch;
  for (std::size_t i = 0; i < sketch.size(); ++i) {
    sketch[i] = 0;
    for (unsigned part = 0; part < 4; ++part)
      sketch[i] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 * i + part]))
                   << (8U * part);
  }
  return sketch;
}

}  // namespace text
