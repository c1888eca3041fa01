// Draws bars of blocks, each with its figure, so that no colour is needed.
#include "cli/profile.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/unicode.hpp"

namespace cli {

namespace {

using base::Rational;

constexpr int bar_width = 40;

std::string shown(const Console& console,
                  const model::Model& model,
                  const std::optional<Rational>& value) {
  if (!value) return "–";
  return text::format_number(
      base::format_decimal(*value, model.rounding.digits, model.rounding.mode), console.locale());
}

int column_of(const model::Model& model, const Rational& value) {
  const double part = ((value - model.scale.min) / (model.scale.max - model.scale.min)).to_double();
  return static_cast<int>(std::lround(part * bar_width));
}

std::string draw_bar(const model::Model& model,
                     const std::optional<Rational>& value,
                     const std::optional<Rational>& target) {
  const int filled = value ? std::max(1, column_of(model, *value)) : 0;
  const int mark = target ? column_of(model, *target) : -1;
  std::string bar;
  for (int i = 0; i <= bar_width; ++i) {
    if (i == mark)
      bar += "│";
    else
      bar += i < filled ? "█" : "·";
  }
  return bar;
}

std::string completeness_of(const evaluation::Completeness& completeness) {
  return std::to_string(completeness.answered) + "/" + std::to_string(completeness.applicable);
}

void print_index(Console& console,
                 const model::Model& model,
                 const evaluation::Evaluation& evaluation) {
  const auto& index = evaluation.nodes.front();
  std::string line =
      model.index_name.in(console.language()) + ": " + shown(console, model, index.value);
  for (const auto& result : evaluation.bands) {
    if (!result.band) continue;
    const auto& list = model.band_lists[static_cast<std::size_t>(result.list)];
    line += "  ·  " + list.name.in(console.language()) + ": " +
            list.bands[static_cast<std::size_t>(*result.band)].name.in(console.language());
  }
  console.print(line);
  std::string state = console.sentence("cli.profile.completeness",
                                       {{"completeness", completeness_of(index.completeness)}});
  if (index.provisional) state += " " + console.sentence("cli.profile.provisional");
  if (index.blocked) state += " " + console.sentence("cli.profile.blocked");
  console.print(state);
}

}  // namespace

void print_profile(Console& console,
                   const model::Model& model,
                   const assessment::Assessment& assessment,
                   const evaluation::Evaluation& evaluation) {
  console.print(assessment.organization + " · " + assessment.period + " · " + model.id + "@" +
                model.version);
  print_index(console, model, evaluation);
  console.print("");
  std::optional<Rational> target = model.target_level;
  for (const auto& one : assessment.targets)
    if (one.indicator_code.empty()) target = one.level;
  int width = 0;
  for (const int child : model.nodes.front().children)
    width = std::max(width,
                     text::display_width(
                         model.nodes[static_cast<std::size_t>(child)].name.in(console.language())));
  for (const int child : model.nodes.front().children) {
    const auto& node = model.nodes[static_cast<std::size_t>(child)];
    const auto& result = evaluation.nodes[static_cast<std::size_t>(child)];
    const auto& name = node.name.in(console.language());
    const std::string space(static_cast<std::size_t>(width - text::display_width(name)), ' ');
    const std::string code_space(node.code.size() < 3 ? 3 - node.code.size() : 0, ' ');
    console.print(fmt::format("{}{}{}{}  {}  {}  {}",
                              node.code,
                              code_space,
                              name,
                              space,
                              draw_bar(model, result.value, target),
                              shown(console, model, result.value),
                              completeness_of(result.completeness)));
  }
  if (target)
    console.print(console.sentence(
        "cli.profile.target",
        {{"target",
          text::format_number(base::format_decimal_trimmed(*target, 2), console.locale())},
         {"min", base::format_decimal_trimmed(model.scale.min, 2)},
         {"max", base::format_decimal_trimmed(model.scale.max, 2)}}));
}

}  // namespace cli
