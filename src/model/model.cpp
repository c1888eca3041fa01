// Finds things in a model by the names that people use.
#include "model/model.hpp"

#include <cctype>

namespace model {

std::string fold_code(std::string_view code) {
  std::string folded;
  bool in_number = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const auto c = static_cast<unsigned char>(code[i]);
    const bool digit = std::isdigit(c) != 0;
    const bool more_digits =
        i + 1 < code.size() && std::isdigit(static_cast<unsigned char>(code[i + 1])) != 0;
    if (digit && !in_number && c == '0' && more_digits) continue;
    in_number = digit;
    folded += static_cast<char>(std::toupper(c));
  }
  return folded;
}

bool is_on_scale(const Scale& scale, const base::Rational& value) {
  if (value < scale.min || value > scale.max) return false;
  if (scale.step == base::Rational(1) && scale.min.is_integer()) return value.is_integer();
  return ((value - scale.min) / scale.step).is_integer();
}

std::vector<int> levels_of(const Scale& scale) {
  std::vector<int> levels;
  constexpr int levels_max = 1000;
  base::Rational level = scale.min;
  for (int i = 0; i < levels_max && level <= scale.max; ++i, level += scale.step)
    if (const auto whole = level.to_integer()) levels.push_back(static_cast<int>(*whole));
  return levels;
}

std::optional<int> find_node(const Model& model, std::string_view code) {
  for (std::size_t i = 0; i < model.nodes.size(); ++i)
    if (model.nodes[i].code == code) return static_cast<int>(i);
  const std::string folded = fold_code(code);
  for (std::size_t i = 0; i < model.nodes.size(); ++i)
    if (fold_code(model.nodes[i].code) == folded) return static_cast<int>(i);
  return std::nullopt;
}

std::optional<int> find_indicator(const Model& model, std::string_view code) {
  for (std::size_t i = 0; i < model.leaves.size(); ++i)
    if (model.nodes[static_cast<std::size_t>(model.leaves[i])].code == code)
      return static_cast<int>(i);
  const std::string folded = fold_code(code);
  for (std::size_t i = 0; i < model.leaves.size(); ++i)
    if (fold_code(model.nodes[static_cast<std::size_t>(model.leaves[i])].code) == folded)
      return static_cast<int>(i);
  return std::nullopt;
}

const LevelName* find_level_name(const Model& model, const Indicator& indicator, int level) {
  const auto capability = model.level_names.find(indicator.capability);
  if (capability == model.level_names.end()) return nullptr;
  const auto name = capability->second.find(level);
  return name == capability->second.end() ? nullptr : &name->second;
}

const NodeKind* find_node_kind(const Model& model, const Node& node) {
  if (node.height < 1 || static_cast<std::size_t>(node.height) > model.node_kinds.size())
    return nullptr;
  if (node.indicator >= 0) return &model.node_kinds.back();
  return &model.node_kinds[static_cast<std::size_t>(node.height) - 1];
}

const BandList* find_band_list(const Model& model, std::string_view code) {
  for (const auto& list : model.band_lists)
    if (list.code == code) return &list;
  return nullptr;
}

const Band* find_band(const BandList& list, const base::Rational& value) {
  for (std::size_t i = 0; i < list.bands.size(); ++i) {
    const Band& band = list.bands[i];
    const bool is_last = i + 1 == list.bands.size();
    if (value >= band.min && (value < band.max || (is_last && value == band.max))) return &band;
  }
  return nullptr;
}

}  // namespace model
