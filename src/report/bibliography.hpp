// References that people name in their words, and the list of the works that were cited.
#pragma once

#include <string>
#include <vector>

#include "report/wording.hpp"

namespace report {

/// The words of a person with each "[@key, hlm. 4]" written out: "(Becker dkk., 2009, hlm. 4)". A
/// bracket with a key that no filed reference has stays as it was typed.
std::string with_references(const Context& context, const std::string& words);

/// The works named in explanations, reasons and memos or quoted as evidence, by name and year;
/// after them the keys that were named but are not filed. Empty where there is neither.
std::vector<Section> compose_bibliography(const Context& context);

}  // namespace report
