// Takes from OpenDocument styles the few properties that decide what is printed.
#include "extract/odf_styles.hpp"

#include <charconv>

namespace extract {

namespace {

using codec::XmlNode;

std::optional<NumberStyle> find_number_style(std::string_view format) {
  if (format == "1") return NumberStyle::decimal;
  if (format == "a") return NumberStyle::lower_letter;
  if (format == "A") return NumberStyle::upper_letter;
  if (format == "i") return NumberStyle::lower_roman;
  if (format == "I") return NumberStyle::upper_roman;
  return std::nullopt;
}

// Whether a character of a symbol font, which lie in Unicode's private area: U+E000 to U+F8FF.
bool is_private(std::string_view character) {
  return character.starts_with('\xEE') || (character >= "\xEF\x80" && character < "\xEF\xA4");
}

}  // namespace

OdfStyles::OdfStyles(const std::vector<XmlNode>& roots) {
  for (const auto root : roots)
    for (const auto node : root.children())
      if (node.name() == "styles" || node.name() == "automatic-styles") take(node);
}

void OdfStyles::take(XmlNode styles) {
  for (const auto node : styles.children()) {
    if (node.name() == "style") take_style(node);
    if (node.name() == "list-style") take_levels(node, node.attribute("name"));
    if (node.name() == "outline-style") take_levels(node, "");
  }
}

void OdfStyles::take_style(XmlNode style) {
  const bool no_text = style.child("text-properties").attribute("display") == "none";
  const bool no_table = style.child("table-properties").attribute("display") == "false";
  const bool no_slide = style.child("drawing-page-properties").attribute("visibility") == "hidden";
  if (!no_text && !no_table && !no_slide) return;
  auto name = std::string(style.attribute("family"));
  name += ' ';
  name += style.attribute("name");
  hidden_.insert(std::move(name));
}

void OdfStyles::take_levels(XmlNode style, std::string_view name) {
  auto& levels = levels_[std::string(name)];
  for (const auto node : style.children()) {
    if (!node.is_element()) continue;
    auto& level = levels[read_odf_number(node.attribute("level"), 1)];
    level.number = find_number_style(node.attribute("num-format"));
    level.prefix = node.attribute("num-prefix");
    level.suffix = node.attribute("num-suffix");
    level.levels_shown = read_odf_number(node.attribute("display-levels"), 1);
    level.start = read_odf_number(node.attribute("start-value"), 1);
    if (node.name() == "list-level-style-bullet") level.bullet = node.attribute("bullet-char");
    if (node.name() == "list-level-style-image" || is_private(level.bullet)) level.bullet = "•";
  }
}

bool OdfStyles::is_hidden(std::string_view family, std::string_view style) const {
  if (hidden_.empty() || style.empty()) return false;
  auto name = std::string(family);
  name += ' ';
  name += style;
  return hidden_.contains(name);
}

const OdfLevels* OdfStyles::find_levels(std::string_view list_style) const {
  const auto found = levels_.find(list_style);
  return found == levels_.end() ? nullptr : &found->second;
}

int read_odf_number(std::string_view digits, int otherwise) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : otherwise;
}

}  // namespace extract
