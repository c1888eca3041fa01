// Counts per list definition, as word processors do: lists of one definition go on counting.
#include "extract/docx_numbering.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace extract {

namespace {

using codec::XmlNode;

constexpr int levels_max = 9;
constexpr int based_on_max = 20;

std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<int> read_value(XmlNode node) {
  return read_number(node.attribute("val"));
}

bool is_on(XmlNode node) {
  const auto value = node.attribute("val");
  return node && value != "0" && value != "false" && value != "off";
}

ParagraphFormat read_format(XmlNode properties) {
  ParagraphFormat format;
  const auto numbers = properties.child("numPr");
  format.list = numbers.child("numId").attribute("val");
  format.level = read_value(numbers.child("ilvl"));
  format.outline = read_value(properties.child("outlineLvl"));
  format.style = properties.child("pStyle").attribute("val");
  return format;
}

std::optional<NumberStyle> find_style(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, NumberStyle>, 5> styles = {
      {{"lowerLetter", NumberStyle::lower_letter},
       {"upperLetter", NumberStyle::upper_letter},
       {"lowerRoman", NumberStyle::lower_roman},
       {"upperRoman", NumberStyle::upper_roman},
       {"decimalZero", NumberStyle::two_digits}}};
  if (name == "bullet" || name == "none") return std::nullopt;
  for (const auto& [known, style] : styles)
    if (known == name) return style;
  return NumberStyle::decimal;
}

}  // namespace

DocxStyles::DocxStyles(XmlNode styles) {
  for (const auto node : styles.children()) {
    if (node.name() != "style" || node.attribute("type") != "paragraph") continue;
    const std::string id(node.attribute("styleId"));
    Style style{read_format(node.child("pPr")),
                std::string(node.child("basedOn").attribute("val"))};
    style.own.style = id;
    if (node.attribute("default") == "1") default_style_ = id;
    styles_.emplace(id, std::move(style));
  }
}

ParagraphFormat DocxStyles::find(std::string_view name) const {
  ParagraphFormat format;
  format.style = name;
  auto next = styles_.find(name);
  for (int i = 0; next != styles_.end() && i < based_on_max; ++i) {
    const auto& style = next->second;
    if (format.list.empty()) {
      format.list = style.own.list;
      if (!format.list.empty() && !format.level) format.level = style.own.level;
    }
    if (!format.outline) format.outline = style.own.outline;
    next = styles_.find(style.based_on);
  }
  return format;
}

ParagraphFormat DocxStyles::resolve(XmlNode properties) const {
  auto format = read_format(properties);
  const auto inherited = find(format.style.empty() ? default_style_ : format.style);
  format.style = inherited.style;
  if (format.list.empty()) {
    format.list = inherited.list;
    if (!format.level) format.level = inherited.level;
  } else if (!format.level) {
    format.level = 0;
  }
  if (!format.outline) format.outline = inherited.outline;
  return format;
}

DocxNumbering::DocxNumbering(XmlNode numbering, const DocxStyles& styles) {
  for (const auto node : numbering.children())
    if (node.name() == "abstractNum") read_definition(node);
  for (const auto node : numbering.children())
    if (node.name() == "num") read_list(node);
  // A definition may only name the style in which the list is defined.
  for (const auto& [id, style] : linked_styles_) {
    const auto list = lists_.find(styles.find(style).list);
    if (list == lists_.end()) continue;
    const auto definition = list->second.definition;
    if (definition == id) continue;
    for (auto& [name, other] : lists_)
      if (other.definition == id) other.definition = definition;
  }
}

DocxNumbering::Level DocxNumbering::read_level(XmlNode node) {
  Level level;
  const auto format = node.child("numFmt").attribute("val");
  level.start = read_value(node.child("start")).value_or(0);
  level.style = find_style(format);
  level.is_bullet = format == "bullet";
  level.is_legal = is_on(node.child("isLgl"));
  level.has_gap = node.child("suff").attribute("val") != "nothing";
  level.restart_after = read_value(node.child("lvlRestart"));
  level.text = node.child("lvlText").attribute("val");
  level.paragraph_style = node.child("pStyle").attribute("val");
  return level;
}

void DocxNumbering::read_definition(XmlNode node) {
  const std::string id(node.attribute("abstractNumId"));
  auto& definition = definitions_[id];
  for (const auto child : node.children()) {
    if (child.name() == "lvl")
      if (const auto n = read_number(child.attribute("ilvl")); n && *n >= 0 && *n < levels_max)
        definition.levels.insert_or_assign(*n, read_level(child));
    if (child.name() == "numStyleLink") linked_styles_[id] = child.attribute("val");
  }
}

void DocxNumbering::read_list(XmlNode node) {
  List list;
  list.definition = node.child("abstractNumId").attribute("val");
  for (const auto child : node.children()) {
    const auto n = read_number(child.attribute("ilvl"));
    if (child.name() != "lvlOverride" || !n || *n < 0 || *n >= levels_max) continue;
    if (const auto begin = read_value(child.child("startOverride"))) list.starts[*n] = *begin;
    if (const auto level = child.child("lvl")) list.levels.insert_or_assign(*n, read_level(level));
  }
  lists_.insert_or_assign(std::string(node.attribute("numId")), std::move(list));
}

const DocxNumbering::Level* DocxNumbering::find_level(const List& list,
                                                      const Definition& definition,
                                                      int n) {
  if (const auto own = list.levels.find(n); own != list.levels.end()) return &own->second;
  const auto found = definition.levels.find(n);
  return found == definition.levels.end() ? nullptr : &found->second;
}

// A list that names its own beginnings counts from there when it is met first.
void DocxNumbering::start(List& list, Definition& definition) {
  if (!list.is_started)
    for (const auto& [n, begin] : list.starts) definition.counts.erase(n);
  list.is_started = true;
}

std::string DocxNumbering::count(const ParagraphFormat& paragraph) {
  const auto found = lists_.find(paragraph.list);
  if (paragraph.list.empty() || paragraph.list == "0" || found == lists_.end()) return {};
  auto& list = found->second;
  auto& definition = definitions_[list.definition];
  start(list, definition);
  int n = paragraph.level.value_or(0);
  if (!paragraph.level)
    for (const auto& [number, level] : definition.levels)
      if (level.paragraph_style == paragraph.style) n = number;
  const auto* level = find_level(list, definition, n);
  if (level == nullptr) return {};
  for (int i = 0; i <= n; ++i) {
    const auto* higher = find_level(list, definition, i);
    const auto begin = list.starts.find(i);
    const int first = begin != list.starts.end() ? begin->second
                      : higher == nullptr        ? 1
                                                 : higher->start;
    const auto [counted, is_new] = definition.counts.try_emplace(i, first);
    if (!is_new && i == n && counted->second < 1'000'000) ++counted->second;
  }
  for (int i = n + 1; i < levels_max; ++i) {
    const auto* lower = find_level(list, definition, i);
    const bool goes_on = lower != nullptr && lower->restart_after &&
                         (*lower->restart_after == 0 || *lower->restart_after <= n);
    if (!goes_on) definition.counts.erase(i);
  }
  return format(list, definition, *level);
}

std::string DocxNumbering::format(const List& list,
                                  const Definition& definition,
                                  const Level& level) {
  if (level.is_bullet) {
    const bool is_dash = level.text == "-" || level.text == "–" || level.text == "—";
    return is_dash ? level.text + ' ' : "• ";
  }
  std::string text;
  for (std::size_t at = 0; at < level.text.size(); ++at) {
    const bool is_place = level.text[at] == '%' && at + 1 < level.text.size() &&
                          level.text[at + 1] >= '1' && level.text[at + 1] <= '9';
    if (!is_place) {
      text += level.text[at];
      continue;
    }
    const int n = level.text[++at] - '1';
    const auto* shown = find_level(list, definition, n);
    const auto counted = definition.counts.find(n);
    if (shown == nullptr || counted == definition.counts.end() || !shown->style) continue;
    text +=
        format_list_number(counted->second, level.is_legal ? NumberStyle::decimal : *shown->style);
  }
  return text.empty() || !level.has_gap ? text : text + ' ';
}

}  // namespace extract
