// What every list of literature needs of a reference: families, makers, the year.
#include "assessment/reference.hpp"

#include <algorithm>

namespace assessment {

std::string family_of(const PersonName& name) {
  if (name.family.empty()) return name.literal.empty() ? name.given : name.literal;
  return name.particle.empty() ? name.family : name.particle + " " + name.family;
}

const std::vector<PersonName>& makers_of(const Reference& reference) {
  return reference.authors.empty() ? reference.editors : reference.authors;
}

std::string year_of(const Reference& reference) {
  constexpr std::size_t year_digits = 4;
  const auto& issued = reference.issued;
  const bool dated = issued.size() >= year_digits &&
                     std::all_of(issued.begin(), issued.begin() + year_digits, [](char c) {
                       return c >= '0' && c <= '9';
                     });
  return dated ? issued.substr(0, year_digits) : issued;
}

}  // namespace assessment
