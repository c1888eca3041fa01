// Compares names loosely and guids exactly.
#include "workflow/qda_marks.hpp"

#include "assessment/names.hpp"
#include "base/rational.hpp"
#include "exchange/qda_guid.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

constexpr std::string_view mark = "jenjang: evidence\n";
constexpr std::string_view code_mark = "jenjang: code\n";
constexpr std::string_view coding_mark = "jenjang: coding\n";
constexpr std::string_view note_key = "note: ";

const model::Node& node_of(const model::Model& model, std::size_t indicator) {
  return model.nodes[static_cast<std::size_t>(model.leaves[indicator])];
}

// "S01" of "S01 Strategi", "S01: …", "S01.".
std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find_first_of(" :.,;\t\n\u00A0"));
}

// The line behind "key: ", taken off the head; empty where another one stands there.
std::optional<std::string> take_line(std::string_view& text, std::string_view key) {
  if (!text.starts_with(key) || !text.substr(key.size()).starts_with(": ")) return std::nullopt;
  const auto end = std::min(text.find('\n'), text.size());
  const auto begin = key.size() + 2;
  std::string value(text.substr(std::min(begin, end), end - std::min(begin, end)));
  text.remove_prefix(std::min(end + 1, text.size()));
  return value;
}

}  // namespace

std::string code_guid(const model::Model& model, const std::string& node_code) {
  return exchange::make_guid("code", model.id + "\n" + node_code);
}

std::optional<std::string> find_indicator_of(const model::Model& model,
                                             const exchange::QdaCode& code) {
  for (std::size_t i = 0; i < model.indicators.size(); ++i)
    if (code_guid(model, node_of(model, i).code) == code.guid) return node_of(model, i).code;
  if (const auto found = model::find_indicator(model, first_word(code.name)))
    return node_of(model, static_cast<std::size_t>(*found)).code;
  const auto name = text::fold(code.name);
  std::optional<std::string> meant;
  for (std::size_t i = 0; i < model.indicators.size(); ++i) {
    const auto& node = node_of(model, i);
    if (name.empty() || (text::fold(node.name.id) != name && text::fold(node.name.en) != name))
      continue;
    if (meant) return std::nullopt;  // two indicators of one name
    meant = node.code;
  }
  return meant;
}

std::optional<std::string> find_element_of(const model::Model& model,
                                           const exchange::QdaCode& code) {
  for (const auto& node : model.nodes)
    if (node.indicator < 0 && code_guid(model, node.code) == code.guid) return node.code;
  return std::nullopt;
}

std::string format_citation_note(const assessment::Evidence& evidence) {
  std::string text(mark);
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text.append(key).append(": ");
    for (const char byte : value) text += byte == '\n' ? ' ' : byte;
    text += '\n';
  };
  add("stance", assessment::format_stance(evidence.stance));
  add("level", evidence.level ? std::to_string(*evidence.level) : "");
  add("state", assessment::format_evidence_state(evidence.state));
  add("decided_by", evidence.decided_by);
  add("because", evidence.because);
  if (!evidence.note.empty()) text += "note: " + evidence.note;
  return text;
}

bool parse_citation_note(std::string_view text, assessment::Evidence& evidence) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  if (const auto stance = take_line(text, "stance"))
    evidence.stance = assessment::parse_stance(*stance).value_or(assessment::Stance::supports);
  if (const auto level = take_line(text, "level")) {
    const auto number = base::parse_rational(*level);
    const auto whole = number ? number->to_integer() : std::nullopt;
    if (whole && *whole > 0 && *whole < 1000) evidence.level = static_cast<int>(*whole);
  }
  for (const std::string_view key : {"state", "decided_by", "because"}) take_line(text, key);
  if (text.starts_with(note_key)) evidence.note = std::string(text.substr(note_key.size()));
  return true;
}

std::string format_code_note(const assessment::FreeCode& code) {
  return std::string(code_mark) + "code: " + code.code + "\n";
}

std::optional<std::string> parse_code_note(std::string_view text) {
  if (!text.starts_with(code_mark)) return std::nullopt;
  text.remove_prefix(code_mark.size());
  return take_line(text, "code");
}

std::string format_coding_note(const assessment::Coding& coding) {
  std::string text;
  if (coding.stance)
    text.append("stance: ").append(assessment::format_stance(*coding.stance)) += '\n';
  if (coding.strength)
    text.append("strength: ").append(assessment::format_strength(*coding.strength)) += '\n';
  if (!coding.memo.empty()) text.append(note_key).append(coding.memo);
  return text.empty() ? text : std::string(coding_mark) + text;
}

bool parse_coding_note(std::string_view text, assessment::Coding& coding) {
  if (!text.starts_with(coding_mark)) return false;
  text.remove_prefix(coding_mark.size());
  if (const auto stance = take_line(text, "stance"))
    coding.stance = assessment::parse_stance(*stance);
  if (const auto strength = take_line(text, "strength"))
    coding.strength = assessment::parse_strength(*strength);
  if (text.starts_with(note_key)) coding.memo = std::string(text.substr(note_key.size()));
  return true;
}

}  // namespace workflow
