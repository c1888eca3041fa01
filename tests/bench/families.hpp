// Swaps the words of a question for other forms of their families: what an assessor does who types
// another form than the document has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/stemmer.hpp"

namespace bench {

/// Families among the words of some passages. Two words are of one family when hunspell's
/// dictionary of Indonesian (its stem(), libhunspell) gives them a common stem and, with
/// `both_agree`, our stemmer gives them the same stem as well.
class Families {
 public:
  Families(const std::vector<std::string>& passages, text::Stemmer& stemmer, bool both_agree);
  ~Families();
  Families(const Families&) = delete;
  Families& operator=(const Families&) = delete;
  Families(Families&&) = delete;
  Families& operator=(Families&&) = delete;

  /// The question folded, each word of more than three letters swapped for the next word of its
  /// family by the alphabet, the first after the last; a word without a family stays.
  std::string inflect(std::string_view question);

  [[nodiscard]] int swapped() const { return swapped_; }

  [[nodiscard]] int words() const { return words_; }

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
  int swapped_ = 0;
  int words_ = 0;
};

}  // namespace bench
