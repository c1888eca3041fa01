// Translated sentences: a catalogue of patterns with parameters and plurals.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/// A parameter of a sentence: its name and its text, already formatted for the reader.
using MessageParameter = std::pair<std::string_view, std::string_view>;

/// The sentences of one language. Patterns hold {name}, and {name, plural, one {…} other {…}} where
/// # stands for the number; Indonesian has the form `other` only. A form =0 is for that very
/// number. A quote ' needs no doubling; \{ is a plain brace.
class Catalog {
 public:
  Catalog() = default;
  Catalog(std::string language, std::vector<std::pair<std::string, std::string>> entries);

  /// The sentence with its parameters put in. An unknown key comes back as ⟦key⟧ and an unknown
  /// parameter as ⟦name⟧, so that a gap shows; a test forbids both.
  [[nodiscard]] std::string say(std::string_view key,
                                const std::vector<MessageParameter>& parameters = {}) const;

  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] const std::string& language() const { return language_; }

  [[nodiscard]] std::vector<std::string_view> keys() const;

 private:
  std::string language_;
  std::map<std::string, std::string, std::less<>> entries_;
};

}  // namespace text
