// Takes the first letter of each part of a given name.
#include "text/initials.hpp"

#include "text/unicode.hpp"

namespace text {

std::string format_initials(std::string_view given) {
  std::string initials;
  bool begins = true;
  bool hyphen = false;
  for (const char32_t character : to_code_points(given)) {
    const bool parts = is_space(character) || character == U'.' || character == U'-' ||
                       character == U'\u2010' || character == U'\u2011';
    if (parts) {
      hyphen = (hyphen && begins) || (!is_space(character) && character != U'.');
      begins = true;
    } else if (begins && is_word_character(character)) {
      if (!initials.empty()) initials += hyphen ? "-" : " ";
      append_utf8(initials, character);
      initials += '.';
      begins = false;
      hyphen = false;
    }
  }
  return initials;
}

}  // namespace text
