// The stemmer that indexes and searches: the machine's dictionary and the word lists of our own.
#pragma once

#include "text/stemmer.hpp"
#include "workflow/context.hpp"

namespace workflow {

/// Without a dictionary only the roots of our own lists are known: words of administration are
/// still brought together, others stand as they are.
text::Stemmer load_stemmer(const Context& context);

/// The words of a dictionary of hunspell; none where it is absent.
text::Lexicon load_lexicon(const std::string& path);

}  // namespace workflow
