// For tests of this room: a small study made by hand, and the catalogues as they stand in locales/.
#pragma once

#include <string>
#include <vector>

#include "report/compose.hpp"

namespace report::fixture {

/// A model, what was filed, and what follows, as three values that a test may change.
struct Study {
  model::Model model;
  assessment::Dossier dossier;
  evaluation::Evaluation evaluation;
};

/// Two dimensions with two indicators each, on levels 1 to 5, with checks and an evidence gate.
/// Texts of the model begin with "ID:" or "EN:". S01 claims 3 and stands at 2 (a check and a
/// citation are missing), two raters; S02 stands at 4; S03 is not rated; S04 does not apply.
Study make_study();

/// The same study before anyone rated.
Study make_unrated_study();

/// A study of a model without checks, gate, bands, targets, advice and glossary; all rated.
Study make_plain_study();

/// The catalogue of a language, id or en.
text::Catalog read_catalog(const std::string& language);

/// All text that a reader of the report sees, one piece a line.
std::string words_of(const Report& report);
std::string words_of(const std::vector<Block>& blocks);

}  // namespace report::fixture
