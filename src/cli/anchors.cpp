// Shows words and places.
#include "cli/anchors.hpp"

#include "assessment/names.hpp"
#include "cli/shared.hpp"
#include "report/place.hpp"

namespace cli {

using codec::Value;

std::string place_of(const Console& console, const assessment::Anchor& anchor) {
  const auto place =
      report::format_place(console.catalog(), anchor.locator, anchor.page, anchor.page);
  return place.empty() ? anchor.source_code : place;
}

std::string shorten(const std::string& quote) {
  constexpr std::int64_t shown = 60;
  std::string line = quote;
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return text::count_code_points(line) > shown ? std::string(slice(line, 0, shown)) + "…" : line;
}

void add_anchor(const Console& console, const assessment::Anchor& anchor, Value& mapping) {
  mapping.add("source", Value::of_text(anchor.source_code));
  mapping.add("page", anchor.page > 0 ? Value::of_integer(anchor.page) : Value());
  mapping.add("place", Value::of_text(place_of(console, anchor)));
  mapping.add("locator", describe_locator(anchor.locator));
  mapping.add("begin", Value::of_integer(anchor.range.begin));
  mapping.add("end", Value::of_integer(anchor.range.end));
  mapping.add("quote", Value::of_text(anchor.quote));
}

Value describe_newer(const Console& console, const std::optional<assessment::NewerPlace>& newer) {
  if (!newer) return {};
  const bool found = !newer->now.quote.empty();
  Value one = Value::of_mapping();
  one.add("source", Value::of_text(newer->now.source_code));
  one.add("outcome",
          Value::of_text(std::string(assessment::format_anchor_outcome(newer->outcome))));
  one.add("page", newer->now.page > 0 ? Value::of_integer(newer->now.page) : Value());
  one.add("place", found ? Value::of_text(place_of(console, newer->now)) : Value());
  one.add("quote", text_or_null(newer->now.quote));
  one.add("by", text_or_null(newer->found_by));
  return one;
}

Value text_or_null(std::string_view text) {
  return text.empty() ? Value() : Value::of_text(std::string(text));
}

Value list_of_texts(const std::vector<std::string>& texts) {
  Value list = Value::of_sequence();
  for (const auto& text : texts) list.items.push_back(Value::of_text(text));
  return list;
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) joined.append(joined.empty() ? "" : ", ").append(word);
  return joined;
}

}  // namespace cli
