// How well a text is known to dictionaries: by this the better of two readings is told.
#pragma once

#include <string_view>

#include "text/lexicon.hpp"
#include "text/stemmer.hpp"

namespace ingest {

/// The dictionaries of the languages that documents are written in.
struct Dictionaries {
  text::Stemmer& indonesian;
  const text::Lexicon& english;
};

/// The words of a text that can be judged: three letters and more, no digits, parts around a line's
/// hyphen joined.
struct KnownWords {
  int words = 0;       ///< all runs of letters and digits
  int judged = 0;      ///< such words
  int indonesian = 0;  ///< of these
  int english = 0;     ///< of those that are no Indonesian

  /// 0 where nothing can be judged.
  [[nodiscard]] double share() const {
    return judged == 0 ? 0 : static_cast<double>(indonesian + english) / judged;
  }
};

KnownWords count_known_words(std::string_view text, const Dictionaries& dictionaries);

/// The number of all runs of letters and digits.
int count_words(std::string_view text);

}  // namespace ingest
