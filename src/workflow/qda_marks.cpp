// Compares names loosely and guids exactly.
#include "workflow/qda_marks.hpp"

#include "assessment/names.hpp"
#include "base/rational.hpp"
#include "exchange/qda_guid.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

constexpr std::string_view mark = "jenjang: evidence\n";

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

bool is_part_of_model(const model::Model& model, const exchange::QdaCode& code) {
  for (const auto& node : model.nodes)
    if (node.indicator < 0 && code_guid(model, node.code) == code.guid) return true;
  return false;
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
  constexpr std::string_view note = "note: ";
  if (text.starts_with(note)) evidence.note = std::string(text.substr(note.size()));
  return true;
}

}  // namespace workflow
