// Says names, levels and figures; the one place that turns a value of the result into words.
#include "report/wording.hpp"

#include <algorithm>

#include "evaluation/gap.hpp"
#include "report/ocr_note.hpp"
#include "report/place.hpp"
#include "text/format.hpp"

namespace report {

namespace {

constexpr int digits_max = 12;

text::Locale locale_of(const Context& context) {
  return context.language == model::Language::english ? text::Locale::english
                                                      : text::Locale::indonesian;
}

/// A code as an anchor: letters, digits, hyphens and points as they are, anything else an
/// underscore.
std::string slug_of(std::string_view code) {
  std::string slug(code);
  for (char& c : slug) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.';
    if (!plain) c = '_';
  }
  return slug;
}

/// Whether a rounded value is at most a twentieth off: what is seen is close to what is.
bool is_close(const base::Rational& rounded, const base::Rational& value) {
  const base::Rational error = rounded < value ? value - rounded : rounded - value;
  const base::Rational size = value < base::Rational(0) ? base::Rational(0) - value : value;
  return error * base::Rational(20) <= size;
}

void collect_indicators(const model::Model& model, int node, std::vector<int>& found) {
  const auto& element = model.nodes.at(static_cast<std::size_t>(node));
  if (element.indicator >= 0) found.push_back(element.indicator);
  for (const int child : element.children) collect_indicators(model, child, found);
}

}  // namespace

std::string say(const Context& context,
                std::string_view key,
                const std::vector<text::MessageParameter>& parameters) {
  return context.catalog.say(key, parameters);
}

std::string say_word(const Context& context, std::string_view key, std::string_view aspect) {
  return context.catalog.say(std::string(key) + "." + std::string(aspect));
}

std::string text_of(const Context& context, const model::Text& words) {
  const std::string& own = words.in(context.language);
  if (own.empty() && !words.empty()) return say(context, "report.translation_missing");
  return own;
}

std::string figure_of(const Context& context, const base::Rational& value) {
  const auto& rounding = context.model.rounding;
  return text::format_number(base::format_decimal(value, rounding.digits, rounding.mode),
                             locale_of(context));
}

std::string figure_of(const Context& context, const std::optional<base::Rational>& value) {
  return value ? figure_of(context, *value) : say(context, "report.no_figure");
}

std::string difference_of(const Context& context, const base::Rational& value) {
  int digits = context.model.rounding.digits;
  while (digits < digits_max &&
         !is_close(base::round_to(value, digits, base::RoundingMode::half_up), value))
    ++digits;
  return text::format_number(base::format_decimal(value, digits), locale_of(context));
}

std::string worth_of(const Context& context, const base::Rational& value) {
  const int digits = context.model.rounding.digits + 1;
  const bool vanishes = base::round_to(value, digits, base::RoundingMode::half_up).is_zero();
  if (vanishes && !value.is_zero()) return difference_of(context, value);
  return text::format_number(base::format_decimal(value, digits), locale_of(context));
}

std::string number_of(const Context& context, const base::Rational& value) {
  return text::format_number(base::format_decimal_trimmed(value, /*digits=*/4), locale_of(context));
}

std::string exact_of(const base::Rational& value) {
  if (const auto whole = value.to_integer()) return std::to_string(*whole);
  return value.to_string();
}

std::string date_of(const Context& context, std::string_view iso) {
  return text::format_date(iso, locale_of(context));
}

std::string list_of(const Context& context, const std::vector<std::string>& items) {
  return text::format_list(items, locale_of(context));
}

std::string level_of(const Context& context, int indicator, const base::Rational& value) {
  const auto whole = value.to_integer();
  if (!whole) return number_of(context, value);
  return level_of(context, indicator, static_cast<int>(*whole));
}

std::string level_of(const Context& context, int indicator, int level) {
  std::string number = std::to_string(level);
  const auto& element = context.model.indicators.at(static_cast<std::size_t>(indicator));
  const auto* name = model::find_level_name(context.model, element, level);
  if (name == nullptr || name->name.empty()) return number;
  return say(context, "report.level", {{"level", number}, {"name", text_of(context, name->name)}});
}

std::string name_of(const Context& context, int node) {
  const auto& element = context.model.nodes.at(static_cast<std::size_t>(node));
  if (node == 0) {
    const auto name = text_of(context, context.model.index_name);
    return name.empty() ? say(context, "report.index") : name;
  }
  return element.code + " " + text_of(context, element.name);
}

std::string kind_of(const Context& context, int node) {
  const auto* kind =
      model::find_node_kind(context.model, context.model.nodes.at(static_cast<std::size_t>(node)));
  return kind == nullptr ? std::string() : text_of(context, kind->name);
}

int node_of(const Context& context, int indicator) {
  return context.model.leaves.at(static_cast<std::size_t>(indicator));
}

std::string indicator_anchor(const Context& context, int indicator) {
  return node_anchor(context, node_of(context, indicator));
}

std::string node_anchor(const Context& context, int node) {
  const auto& element = context.model.nodes.at(static_cast<std::size_t>(node));
  if (node == 0) return "index";
  return (element.indicator >= 0 ? "indicator-" : "node-") + slug_of(element.code);
}

std::string source_anchor(const Context& context, std::string_view source_code) {
  const auto& sources = context.dossier.sources;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (sources[i].code == source_code) return "source-" + std::to_string(i + 1);
  return {};
}

const assessment::Source* find_source(const Context& context, std::string_view code) {
  for (const auto& source : context.dossier.sources)
    if (source.code == code) return &source;
  return nullptr;
}

std::string place_of(const Context& context, const assessment::Anchor& anchor) {
  const auto* source = find_source(context, anchor.source_code);
  std::string title =
      source == nullptr || source->title.empty() ? anchor.source_code : source->title;
  auto place = format_place(context.catalog, anchor.locator, anchor.page, anchor.page);
  if (place.empty()) return title;
  place = say(context, "place.of_source", {{"source", title}, {"place", place}});
  if (source == nullptr) return place;
  for (const auto& reading : source->ocr_readings)
    if (reading.page == anchor.page)
      place.append(" (").append(say_ocr(context.catalog, reading)).append(")");
  return place;
}

std::optional<base::Rational> target_of(const Context& context, int indicator) {
  return evaluation::find_target(context.model, context.dossier.assessment, indicator);
}

bool claims_need_proof(const Context& context) {
  if (context.evaluation.method.gate == evaluation::Gate::claims_only) return false;
  if (context.model.evidence_required.value_or(0) > 0) return true;
  return std::any_of(context.model.indicators.begin(),
                     context.model.indicators.end(),
                     [](const auto& indicator) { return !indicator.checks.empty(); });
}

std::vector<int> indicators_below(const Context& context, int node) {
  std::vector<int> found;
  collect_indicators(context.model, node, found);
  return found;
}

}  // namespace report
