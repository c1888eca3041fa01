// jenjang search and suggest: passages by words that are typed, or by what an indicator asks for.
#include <algorithm>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "report/ocr_note.hpp"
#include "report/place.hpp"
#include "workflow/load_stemmer.hpp"
#include "workflow/search_passages.hpp"
#include "workflow/suggest_passages.hpp"

namespace cli {

namespace {

using codec::Value;

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

template <typename Passage>
Value describe_passage(const Console& console, const Passage& passage) {
  const auto& hit = passage.hit;
  Value one = Value::of_mapping();
  one.add("source", Value::of_text(hit.source_code));
  one.add("page", hit.page > 0 ? Value::of_integer(hit.page) : Value());
  one.add("last_page", hit.page > 0 ? Value::of_integer(hit.last_page) : Value());
  one.add("place", Value::of_text(place_of(console, hit)));
  one.add("locator", describe_locator(hit.locator));
  one.add("begin", Value::of_integer(hit.range.begin));
  one.add("end", Value::of_integer(hit.range.end));
  one.add("text", Value::of_text(hit.text));
  one.add("ocr", passage.ocr ? describe_ocr(*passage.ocr) : Value());
  return one;
}

/// The place of a passage, and under it the words around what was found.
template <typename Passage>
void print_passage(Console& console, const Passage& passage) {
  const auto& hit = passage.hit;
  const auto place = place_of(console, hit);
  std::string head =
      place.empty()
          ? hit.source_code
          : console.sentence("place.of_source", {{"source", hit.source_code}, {"place", place}});
  if (passage.ocr)
    head.append(" (").append(report::say_ocr(console.catalog(), *passage.ocr)).append(")");
  console.print(head);
  console.print("    " + mark_words(passage.snippet));
}

void tell_search(Console& console, const workflow::FoundPassages& found) {
  for (const auto& [typed, similar, is_unknown] : found.similar)
    console.say(is_unknown ? "cli.search.unknown" : "cli.search.similar",
                {{"typed", typed}, {"similar", similar}});
  if (found.is_index_stale) console.say("cli.search.stale");
  console.say("cli.search.result", {{"count", std::to_string(found.passages.size())}});
}

bool is_limit(int limit) {
  constexpr int limit_max = 1000;
  return limit >= 1 && limit <= limit_max;
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
  request.any_word = words.has("--any");
  request.limit = words.number("--limit").value_or(request.limit);
  if (!is_limit(request.limit))
    return console.fail_usage("cli.usage.limit", {{"limit", std::to_string(request.limit)}});
  const auto found = workflow::search_passages(*workspace, request, stemmer);
  if (!found) return console.fail(found.error());
  if (words.has("--json")) {
    Value list = Value::of_sequence();
    for (const auto& one : found->passages)
      list.items.emplace_back(describe_passage(console, one))
          .add("similar", Value::of_boolean(one.is_similar));
    console.print_json(list);
    return exit_ok;
  }
  for (const auto& one : found->passages) print_passage(console, one);
  tell_search(console, *found);
  return exit_ok;
}

/// The part of the model, or of what people decided, that asked for a word.
std::string say_origin(const Console& console, const finding::Origin& origin) {
  const auto level = std::to_string(origin.level);
  switch (origin.part) {
    case finding::Part::name:
      return console.sentence("cli.suggest.from_name");
    case finding::Part::criterion:
      return console.sentence("cli.suggest.from_criterion", {{"level", level}});
    case finding::Part::check:
      return console.sentence("cli.suggest.from_check", {{"check", origin.code}});
    case finding::Part::evidence:
      return console.sentence("cli.suggest.from_evidence", {{"level", level}});
    case finding::Part::term:
      return console.sentence("cli.suggest.from_term", {{"term", origin.code}});
    case finding::Part::cited:
      return console.sentence("cli.suggest.from_cited");
    case finding::Part::rejected:
      return console.sentence("cli.suggest.from_rejected");
    case finding::Part::companion:
      break;
  }
  return console.sentence("cli.suggest.from_companion");
}

/// A wanted word, where it comes from, and the forms in which it stands.
std::string say_match(const Console& console, const finding::Match& match) {
  constexpr std::size_t origins_shown = 3;
  std::vector<std::string> origins;
  for (const auto& origin : match.origins) {
    if (origins.size() == origins_shown) break;
    origins.push_back(say_origin(console, origin));
  }
  if (const auto more = match.origins.size() - origins.size(); more > 0)
    origins.push_back(console.sentence("cli.suggest.from_more", {{"count", std::to_string(more)}}));
  std::string found;
  for (const auto& form : match.found) found += (found.empty() ? "" : " ") + form;
  const auto from = text::format_list(origins, console.locale());
  if (found == match.asked)
    return console.sentence("cli.suggest.match_same", {{"asked", match.asked}, {"from", from}});
  return console.sentence("cli.suggest.match",
                          {{"asked", match.asked}, {"from", from}, {"found", found}});
}

/// One sentence: which words did most, and whether feedback moved the passage.
std::string say_why(const Console& console, const finding::RankedPassage& ranked) {
  constexpr std::size_t matches_shown = 4;
  std::string matches;
  for (std::size_t i = 0; i < std::min(ranked.matches.size(), matches_shown); ++i)
    matches += (i == 0 ? "" : "; ") + say_match(console, ranked.matches[i]);
  if (const auto more = ranked.matches.size(); more > matches_shown)
    matches += "; " + console.sentence("cli.suggest.more",
                                       {{"count", std::to_string(more - matches_shown)}});
  auto why = console.sentence("cli.suggest.why", {{"matches", matches}});
  if (ranked.by_feedback > 0) why += ' ' + console.sentence("cli.suggest.moved_up");
  if (ranked.by_feedback < 0) why += ' ' + console.sentence("cli.suggest.moved_down");
  return why;
}

Value describe_figure(double figure) {
  return Value::of_number(fmt::format("{:.4f}", figure));
}

Value describe_match(const finding::Match& match) {
  Value one = Value::of_mapping();
  one.add("asked", Value::of_text(match.asked));
  Value& found = one.add("found", Value::of_sequence());
  for (const auto& form : match.found) found.items.push_back(Value::of_text(form));
  Value& from = one.add("from", Value::of_sequence());
  for (const auto& origin : match.origins) {
    Value part = Value::of_mapping();
    part.add("part", Value::of_text(std::string(finding::name_of(origin.part))));
    part.add("level", origin.level > 0 ? Value::of_integer(origin.level) : Value());
    part.add("code", origin.code.empty() ? Value() : Value::of_text(origin.code));
    from.items.push_back(std::move(part));
  }
  one.add("gain", describe_figure(match.gain));
  return one;
}

Value describe_suggestions(const Console& console, const workflow::SuggestedPassages& suggested) {
  Value list = Value::of_sequence();
  for (const auto& passage : suggested.passages) {
    Value& one = list.items.emplace_back(describe_passage(console, passage));
    one.add("snippet", Value::of_text(passage.snippet.text));
    one.add("score", describe_figure(passage.ranked.score));
    one.add("by_feedback", describe_figure(passage.ranked.by_feedback));
    one.add("by_companions", describe_figure(passage.ranked.by_companions));
    one.add("why", Value::of_text(say_why(console, passage.ranked)));
    Value& reasons = one.add("reasons", Value::of_sequence());
    for (const auto& match : passage.ranked.matches) reasons.items.push_back(describe_match(match));
  }
  return list;
}

int run_suggest(Console& console, const Words& words) {
  auto stemmer = workflow::load_stemmer(console.context());
  auto workspace =
      workflow::open_to_search(words.word("WORKSPACE"), words.word("--assessment"), stemmer);
  if (!workspace) return console.fail(workspace.error());
  workflow::SuggestRequest request;
  request.indicator = words.word("--indicator");
  request.level = words.number("--level");
  request.limit = words.number("--limit").value_or(request.limit);
  if (!is_limit(request.limit))
    return console.fail_usage("cli.usage.limit", {{"limit", std::to_string(request.limit)}});
  const auto suggested = workflow::suggest_passages(*workspace, request, stemmer);
  if (!suggested) return console.fail(suggested.error());
  if (words.has("--json")) {
    console.print_json(describe_suggestions(console, *suggested));
    return exit_ok;
  }
  for (const auto& one : suggested->passages) {
    print_passage(console, one);
    console.print("    " + say_why(console, one.ranked));
  }
  if (suggested->is_index_stale) console.say("cli.search.stale");
  console.say("cli.suggest.result",
              {{"count", std::to_string(suggested->passages.size())},
               {"indicator", suggested->indicator},
               {"cited", std::to_string(suggested->cited)},
               {"rejected", std::to_string(suggested->rejected)}});
  return exit_ok;
}

}  // namespace

Command search_command() {
  return {"search",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"QUERY", Shape::words, Need::optional, {}},
           {"--indicator", Shape::word, Need::optional, {}},
           {"--any", Shape::flag, Need::optional, {}},
           {"--limit", Shape::number, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_search};
}

Command suggest_command() {
  return {"suggest",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--indicator", Shape::word, Need::required, {}},
           {"--level", Shape::number, Need::optional, {}},
           {"--limit", Shape::number, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_suggest};
}

}  // namespace cli
