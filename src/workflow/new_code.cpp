// Checks the letters of a code, and keeps letters and digits of a name.
#include "workflow/new_code.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::int64_t code_length_max = 40;

/// Whether a person could take the code for the id of a citation or a coding.
bool looks_like_an_id(const std::string& code) {
  return code.size() > 1 &&
         (code[0] == 'E' || code[0] == 'K' || code[0] == 'e' || code[0] == 'k') &&
         code.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// Letters and digits in small letters, a hyphen for all between them.
std::string join_words(const std::string& name) {
  std::string joined;
  for (const char32_t one : text::to_code_points(text::fold(name)))
    if (text::is_word_character(one))
      text::append_utf8(joined, one);
    else if (!joined.empty() && joined.back() != '-')
      joined += '-';
  constexpr std::int64_t room_for_number = 8;
  joined = std::string(text::slice(joined, 0, code_length_max - room_for_number));
  while (joined.ends_with('-')) joined.pop_back();
  return joined;
}

}  // namespace

base::Result<void> check_new_code(const model::Model& model, const std::string& code) {
  const auto characters = text::to_code_points(code);
  const bool fits =
      !characters.empty() && static_cast<std::int64_t>(characters.size()) <= code_length_max &&
      text::is_word_character(characters.front()) && !looks_like_an_id(code) &&
      std::ranges::all_of(characters, [](char32_t one) {
        return text::is_word_character(one) || one == U'-' || one == U'_' || one == U'.';
      });
  if (!fits)
    return fail(ErrorKind::invalid,
                "codes.code_unfit",
                {{"code", code}, {"limit", std::to_string(code_length_max)}});
  for (const auto& node : model.nodes)
    if (model::fold_code(node.code) == model::fold_code(code))
      return fail(
          ErrorKind::invalid, "codes.code_of_model", {{"code", node.code}, {"model", model.id}});
  return {};
}

std::string make_code(const model::Model& model,
                      const std::string& name,
                      const std::function<bool(const std::string&)>& is_taken) {
  std::string code = join_words(name);
  if (!check_new_code(model, code)) code = code.empty() ? "kode" : "kode-" + code;
  std::string free = code;
  for (int number = 2; is_taken(free); ++number) free = code + "-" + std::to_string(number);
  return free;
}

}  // namespace workflow
