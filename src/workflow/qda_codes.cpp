// Finds the word, the name and the place of each code of a project.
#include "workflow/qda_codes.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "exchange/canonical_text.hpp"
#include "text/unicode.hpp"
#include "workflow/new_code.hpp"
#include "workflow/qda_marks.hpp"

namespace workflow {

namespace {

using assessment::ActKind;
using assessment::CodingAct;
using exchange::QdaCode;

constexpr std::int64_t name_length_max = 500;

/// A name on one line.
std::string tidy(const std::string& name) {
  std::string line;
  for (const char32_t one : text::to_code_points(text::normalize(name)))
    if (!text::is_space(one))
      text::append_utf8(line, one);
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  while (line.ends_with(' ')) line.pop_back();
  return std::string(text::slice(line, 0, name_length_max));
}

/// Which free code bears a name, or bore it, by the folded name. Names of today come first.
std::map<std::string, std::string> list_names(const KnownCodes& known) {
  std::map<std::string, std::string> names;
  for (const auto& code : known.book.codes)
    if (code.merged_into.empty()) names.emplace(text::fold(code.name), code.code);
  for (const auto& code : known.book.codes) names.emplace(text::fold(code.name), code.code);
  const auto taken_back = assessment::list_taken_back(known.acts);
  for (const auto& act : known.acts) {
    if (taken_back.contains(act.number)) continue;
    if (act.kind == ActKind::add) names.emplace(text::fold(act.name), act.code);
    if (act.kind == ActKind::split) names.emplace(text::fold(act.name), act.target);
    if (act.kind == ActKind::rename) names.emplace(text::fold(act.name), act.code);
  }
  return names;
}

class Resolution {
 public:
  Resolution(const exchange::QdaProject& project,
             const KnownCodes& known,
             std::vector<QdaFinding>& findings)
      : project_(project), known_(known), findings_(findings), names_(list_names(known)) {
    for (const auto& note : project.notes)
      if (note.content)
        notes_.emplace(note.item.guid, exchange::CanonicalText(*note.content).text());
  }

  void take(const QdaCode& code, int codings) {
    const auto word = find_word(code);
    if (!word)
      if (auto indicator = find_indicator_of(known_.model, code)) {
        codes_.indicators.emplace(code.guid, *std::move(indicator));
        return;
      }
    const bool is_element = find_element_of(known_.model, code).has_value();
    if (is_element && codings > 0)
      note("code_free", code.name, std::to_string(codings), "left_out");
    if (is_element) return;
    if (!code.is_codable && codings == 0) {
      if (!has_children(code)) note("code_folder", code.name, "", "left_out");
      return;
    }
    const auto meant = find_code(code, word);
    codes_.free_codes.emplace(code.guid, QdaCodes::Free{meant, find_holder(meant)});
  }

  QdaCodes release() {
    if (colors_ > 0) note("code_colors", "", std::to_string(colors_), "left_out");
    return std::move(codes_);
  }

 private:
  void note(std::string_view what, std::string where, std::string detail, std::string_view done) {
    findings_.push_back(
        {{std::string(what), std::move(where), std::move(detail), std::string(done)}});
  }

  [[nodiscard]] std::optional<std::string> find_word(const QdaCode& code) const {
    for (const auto& guid : code.notes)
      if (const auto found = notes_.find(guid); found != notes_.end())
        if (auto word = parse_code_note(found->second)) return word;
    return std::nullopt;
  }

  [[nodiscard]] bool has_children(const QdaCode& code) const {
    const auto index = static_cast<int>(&code - project_.codes.data());
    return std::ranges::find(project_.codes, index, &QdaCode::parent) != project_.codes.end();
  }

  /// The name with those of the codes around it, and the element of the model that all are under.
  [[nodiscard]] std::pair<std::string, std::string> find_place(const QdaCode& code) const {
    std::string name = tidy(code.name.empty() ? code.guid.substr(0, 8) : code.name);
    for (int at = code.parent; at >= 0;) {
      const auto& parent = project_.codes[static_cast<std::size_t>(at)];
      if (auto element = find_element_of(known_.model, parent)) return {name, *element};
      if (const auto found = codes_.indicators.find(parent.guid); found != codes_.indicators.end())
        return {name, found->second};
      name = tidy(fmt::format("{}::{}", parent.name, name));
      at = parent.parent;
    }
    return {name, ""};
  }

  [[nodiscard]] bool is_taken(const std::string& word) const {
    const auto is_same = [&](const CodingAct& act) {
      return model::fold_code(act.code) == model::fold_code(word);
    };
    return assessment::find_code(known_.book, word) != nullptr ||
           std::ranges::any_of(codes_.additions, is_same);
  }

  /// The word of the code that is there, or of a new one.
  std::string find_code(const QdaCode& code, const std::optional<std::string>& word) {
    const auto [name, element] = find_place(code);
    const auto same_name = names_.find(text::fold(name));
    if (word)
      if (const auto* there = assessment::find_code(known_.book, *word)) {
        if (same_name == names_.end() || same_name->second != there->code)
          note("code_named_otherwise", name, there->code + ": " + there->name, "kept");
        return there->code;
      }
    if (!word && same_name != names_.end()) return same_name->second;
    return add(code, name, element, word);
  }

  std::string add(const QdaCode& code,
                  const std::string& name,
                  const std::string& element,
                  const std::optional<std::string>& word) {
    if (name != tidy(code.name) && !code.name.empty())
      note("code_nested", code.name, name, "in_name");
    CodingAct act;
    act.kind = ActKind::add;
    const bool is_fit = word && !is_taken(*word) && check_new_code(known_.model, *word);
    act.code =
        is_fit ? *word : make_code(known_.model, word.value_or(name), [&](const std::string& one) {
          return is_taken(one);
        });
    act.name = name;
    act.node = element;
    act.memo = text::normalize(code.description);
    for (const auto& guid : code.notes)
      if (const auto found = notes_.find(guid); found != notes_.end())
        if (!parse_code_note(found->second))
          act.memo += (act.memo.empty() ? "" : "\n") + found->second;
    colors_ += code.color.empty() ? 0 : 1;
    names_.emplace(text::fold(name), act.code);
    codes_.additions.push_back(act);
    return act.code;
  }

  /// Where a merged code went in the end.
  [[nodiscard]] std::string find_holder(const std::string& word) const {
    const auto* code = assessment::find_code(known_.book, word);
    while (code != nullptr && !code->merged_into.empty())
      code = assessment::find_code(known_.book, code->merged_into);
    return code == nullptr ? word : code->code;
  }

  const exchange::QdaProject& project_;
  const KnownCodes& known_;
  std::vector<QdaFinding>& findings_;
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> notes_;
  QdaCodes codes_;
  int colors_ = 0;
};

}  // namespace

QdaCodes resolve_codes(const exchange::QdaProject& project,
                       const KnownCodes& known,
                       const std::map<std::string, int>& codings,
                       std::vector<QdaFinding>& findings) {
  Resolution resolution(project, known, findings);
  for (const auto& code : project.codes) {
    const auto count = codings.find(code.guid);
    resolution.take(code, count == codings.end() ? 0 : count->second);
  }
  return resolution.release();
}

}  // namespace workflow
