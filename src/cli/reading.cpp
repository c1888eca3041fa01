// Counts the pages that OCR read, and puts what was odd into sentences.
#include "cli/reading.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "report/ocr_note.hpp"

namespace cli {

namespace {

/// The mean confidence of the pages whose text OCR gave; empty where it gave none.
std::optional<double> mean_confidence(const assessment::Source& source) {
  double sum = 0;
  int pages = 0;
  for (const auto& reading : source.ocr_readings)
    if (reading.is_canonical && reading.confidence > 0) {
      sum += reading.confidence;
      ++pages;
    }
  return pages == 0 ? std::nullopt : std::optional<double>(sum / pages);
}

std::int64_t count_ocr_pages(const assessment::Source& source) {
  return std::ranges::count_if(source.ocr_readings, [](const document::OcrReading& reading) {
    return reading.is_canonical && reading.confidence > 0;
  });
}

std::string tell_problem(const Console& console, const document::Problem& problem) {
  const std::string page = std::to_string(problem.page.value_or(0));
  return console.sentence(problem.id, {{"page", page}, {"detail", problem.detail}});
}

/// What was odd while a source was read. A long document may have much of it and the rest is kept
/// with the source; of an entry of a bibliography each is told.
void report_problems(Console& console, const assessment::Source& source) {
  constexpr std::size_t told_max = 5;
  const bool is_document = source.kind == assessment::SourceKind::document;
  const auto told =
      is_document ? std::min(source.problems.size(), told_max) : source.problems.size();
  for (std::size_t i = 0; i < told; ++i)
    console.say("cli.add.problem",
                {{"code", source.code}, {"problem", tell_problem(console, source.problems[i])}});
  if (told < source.problems.size())
    console.say("cli.add.more_problems",
                {{"count", std::to_string(source.problems.size() - told)}, {"code", source.code}});
}

std::string show_share(const std::optional<double>& share) {
  return share ? report::format_percent(*share) + " %" : "–";
}

}  // namespace

std::vector<int> list_pages_without_text(const assessment::Source& source) {
  constexpr std::array<std::string_view, 5> causes = {"reading.page_without_text",
                                                      "reading.ocr_no_words",
                                                      "reading.ocr_failed",
                                                      "reading.ocr_damaged",
                                                      "reading.ocr_timed_out"};
  std::vector<int> pages;
  for (const auto& problem : source.problems)
    if (problem.page && std::ranges::find(causes, problem.id) != causes.end())
      pages.push_back(*problem.page);
  return pages;
}

void report_reading(Console& console, const assessment::Source& source) {
  if (const auto confidence = mean_confidence(source))
    console.say("cli.add.ocr",
                {{"pages", std::to_string(count_ocr_pages(source))},
                 {"confidence", report::format_percent(*confidence / 100)}});
  const auto empty = list_pages_without_text(source);
  const auto kept = std::ranges::count_if(source.ocr_readings, [&](const auto& reading) {
    return !reading.is_canonical && std::ranges::find(empty, reading.page) == empty.end();
  });
  if (kept > 0) console.say("cli.add.layer_kept", {{"pages", std::to_string(kept)}});
  report_problems(console, source);
  if (source.state == assessment::SourceState::needs_ocr)
    console.say("cli.add.needs_ocr", {{"code", source.code}});
}

std::string show_ocr(const Console& console, const assessment::Source& source) {
  const auto confidence = mean_confidence(source);
  if (!confidence) return "–";
  return console.sentence("cli.sources.ocr",
                          {{"pages", std::to_string(count_ocr_pages(source))},
                           {"confidence", report::format_percent(*confidence / 100)}});
}

void print_reading(Console& console, const assessment::Source& source) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(source.ocr_readings.size());
  for (const auto& reading : source.ocr_readings)
    rows.push_back(
        {std::to_string(reading.page),
         console.sentence(reading.is_canonical ? "cli.reading.ocr" : "cli.reading.layer"),
         reading.languages,
         report::format_percent(reading.confidence / 100) + " %",
         show_share(reading.known_share),
         show_share(reading.layer_known_share)});
  if (!rows.empty())
    console.print_listing({"cli.head.page",
                           "cli.head.words_from",
                           "cli.head.languages",
                           "cli.head.confidence",
                           "cli.head.known_ocr",
                           "cli.head.known_layer"},
                          rows,
                          {true, false, false, true, true, true});
  for (const auto& problem : source.problems)
    console.say("cli.add.problem",
                {{"code", source.code}, {"problem", tell_problem(console, problem)}});
}

}  // namespace cli
