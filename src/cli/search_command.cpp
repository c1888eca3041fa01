// jenjang search: words in all sources, with their places.
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "report/ocr_note.hpp"
#include "report/place.hpp"
#include "workflow/load_stemmer.hpp"
#include "workflow/messages.hpp"
#include "workflow/search_passages.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;

/// The words that were found, between brackets that stand out without colour.
std::string mark_words(const text::Snippet& snippet) {
  std::string marked;
  std::int64_t position = 0;
  for (const auto& span : snippet.marks) {
    marked += std::string(slice(snippet.text, position, span.begin)) + "[" +
              std::string(slice(snippet.text, span.begin, span.end)) + "]";
    position = span.end;
  }
  return marked + std::string(slice(snippet.text, position, INT64_MAX));
}

std::string place_of(const Console& console, const store::Hit& hit) {
  return report::format_place(console.catalog(), hit.locator, hit.page, hit.last_page);
}

Value describe_hit(const Console& console, const workflow::FoundPassage& found) {
  Value one = Value::of_mapping();
  one.add("source", Value::of_text(found.hit.source_code));
  one.add("page", found.hit.page > 0 ? Value::of_integer(found.hit.page) : Value());
  one.add("last_page", found.hit.page > 0 ? Value::of_integer(found.hit.last_page) : Value());
  one.add("place", Value::of_text(place_of(console, found.hit)));
  one.add("locator", describe_locator(found.hit.locator));
  one.add("begin", Value::of_integer(found.hit.range.begin));
  one.add("end", Value::of_integer(found.hit.range.end));
  one.add("text", Value::of_text(found.hit.text));
  one.add("similar", Value::of_boolean(found.is_similar));
  one.add("ocr", found.ocr ? describe_ocr(*found.ocr) : Value());
  return one;
}

void tell_search(Console& console, const workflow::FoundPassages& found) {
  for (const auto& [typed, similar] : found.similar)
    console.say("cli.search.similar", {{"typed", typed}, {"similar", similar}});
  if (found.is_index_stale) console.say("cli.search.stale");
  console.say("cli.search.result", {{"count", std::to_string(found.passages.size())}});
}

int run_search(Console& console, const Words& words) {
  auto stemmer = workflow::load_stemmer(console.context());
  auto workspace =
      workflow::open_to_search(words.word("WORKSPACE"), words.word("--assessment"), stemmer);
  if (!workspace) return console.fail(workspace.error());
  workflow::SearchRequest request;
  for (const auto& word : words.words("QUERY"))
    request.query += (request.query.empty() ? "" : " ") + word;
  request.indicator = words.word("--indicator");
  request.limit = words.number("--limit").value_or(request.limit);
  if (request.limit < 1 || request.limit > 1000)
    return console.fail_usage("cli.usage.limit", {{"limit", std::to_string(request.limit)}});
  const auto found = workflow::search_passages(*workspace, request, stemmer);
  if (!found) return console.fail(found.error());
  if (words.has("--json")) {
    Value list = Value::of_sequence();
    for (const auto& one : found->passages) list.items.push_back(describe_hit(console, one));
    console.print_json(list);
    return exit_ok;
  }
  for (const auto& one : found->passages) {
    const auto place = place_of(console, one.hit);
    std::string head = place.empty()
                           ? one.hit.source_code
                           : console.sentence("place.of_source",
                                              {{"source", one.hit.source_code}, {"place", place}});
    if (one.ocr) head.append(" (").append(report::say_ocr(console.catalog(), *one.ocr)).append(")");
    console.print(head);
    console.print("    " + mark_words(one.snippet));
  }
  tell_search(console, *found);
  return exit_ok;
}

}  // namespace

Command search_command() {
  return {"search",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"QUERY", Shape::words, Need::optional, {}},
           {"--indicator", Shape::word, Need::optional, {}},
           {"--limit", Shape::number, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_search};
}

}  // namespace cli
