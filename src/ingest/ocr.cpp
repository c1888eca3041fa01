// First every page in Indonesian, then those with English words in both languages; then the pages
// are joined anew.
#include "ingest/ocr.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/child_program.hpp"
#include "ingest/extractor.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using document::Extraction;
using document::OcrReading;
using document::OcrUse;
using document::Page;

constexpr auto indonesian = "ind";
constexpr auto both_languages = "ind+eng";
constexpr int exit_not_read = 3;
constexpr int exit_language_missing = 4;

// A page by itself: ranges of words count from its own beginning.
struct LonePage {
  Page page;
  std::string text;
};

// What became of the pages of one round.
struct Round {
  std::map<int, LonePage> read;
  std::vector<document::Problem> problems;
  std::string missing;  // what is not installed; then nothing was read
};

// What a person should know of a page that was not read: that its picture is damaged, that time ran
// out (detail: seconds), or else how the program ended.
document::Problem describe_failure(int number, const base::Error& error) {
  const std::string detail = error.parameters.empty() ? "" : error.parameters.front().second;
  if (error.id == "reading.damaged") return {"reading.ocr_damaged", number, {}};
  if (error.id == "reading.timed_out") return {"reading.ocr_timed_out", number, detail};
  if (error.id == "reading.too_large") return {"reading.ocr_failed", number, "memory"};
  return {"reading.ocr_failed", number, detail};
}

// One child's answer; a sentence of its failure goes to the problems.
void take_answer(int number,
                 const base::ChildOutcome& outcome,
                 const ReadingLimits& limits,
                 Round& round) {
  const bool ended = outcome.signal == 0 && !outcome.timed_out && !outcome.too_much_output;
  if (ended && outcome.exit_code == exit_language_missing) {
    round.missing = "language";
    return;
  }
  auto answer = read_outcome(outcome, limits.ocr_cpu_seconds);
  if (answer && answer->pages.size() == 1 && answer->pages[0].number == number &&
      answer->pages[0].ocr) {
    round.read[number] = {std::move(answer->pages[0]), std::move(answer->text)};
    return;
  }
  round.problems.push_back(answer ? document::Problem{"reading.ocr_failed", number, "answer"}
                                  : describe_failure(number, answer.error()));
}

Round read_pages(const std::vector<int>& numbers,
                 const std::string& languages,
                 std::string_view bytes,
                 const ReadingLimits& limits,
                 const std::function<void()>& progress) {
  Round round;
  base::ChildLimits child;
  child.wall_milliseconds = limits.ocr_wall_seconds * 1000;
  child.cpu_seconds = limits.ocr_cpu_seconds;
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = limits.output_bytes / 16;
  base::ParallelRuns runs;
  for (const int number : numbers) runs.arguments.push_back({std::to_string(number), languages});
  runs.at_once = limits.ocr_at_once > 0 ? limits.ocr_at_once
                                        : static_cast<int>(std::thread::hardware_concurrency());
  runs.take = [&](std::size_t run, const base::ChildOutcome& outcome) {
    take_answer(numbers[run], outcome, limits, round);
    if (round.read.contains(numbers[run])) round.read[numbers[run]].page.ocr->languages = languages;
    progress();
  };
  if (!base::run_child_programs(limits.ocr_path, runs, bytes, child)) round.missing = "program";
  return round;
}

// Many words that Indonesian does not know, and English knows some of them.
bool speaks_english(std::string_view text, const Dictionaries& dictionaries) {
  constexpr int foreign_min = 10;
  const auto known = count_known_words(text, dictionaries);
  const int foreign = known.judged - known.indonesian;
  return foreign >= foreign_min && foreign * 5 >= known.judged && known.english * 3 >= foreign;
}

std::vector<int> find_english_pages(const std::map<int, LonePage>& read,
                                    const Dictionaries* dictionaries) {
  std::vector<int> numbers;
  if (dictionaries == nullptr) return numbers;
  for (const auto& [number, lone] : read)
    if (speaks_english(lone.text, *dictionaries)) numbers.push_back(number);
  return numbers;
}

std::vector<int> find_wanting_pages(const Extraction& extraction) {
  std::vector<int> numbers;
  for (const auto& page : extraction.pages)
    if (page.ocr_use != OcrUse::needless) numbers.push_back(page.number);
  return numbers;
}

void shift_words(Page& page, std::int64_t by) {
  for (auto& word : page.words) word.range = {word.range.begin + by, word.range.end + by};
}

std::vector<LonePage> take_apart(Extraction& extraction) {
  const auto offsets = text::code_point_offsets(extraction.text);
  std::vector<LonePage> pages;
  pages.reserve(extraction.pages.size());
  for (auto& page : extraction.pages) {
    const auto begin = offsets.at(static_cast<std::size_t>(page.range.begin));
    const auto end = offsets.at(static_cast<std::size_t>(page.range.end));
    shift_words(page, -page.range.begin);
    pages.push_back({std::move(page), extraction.text.substr(begin, end - begin)});
  }
  return pages;
}

void put_together(std::vector<LonePage> pages, Extraction& extraction) {
  extraction.text.clear();
  extraction.pages.clear();
  std::int64_t length = 0;
  for (auto& [page, words] : pages) {
    if (!extraction.pages.empty()) {
      extraction.text += '\n';
      ++length;
    }
    page.range = {length, length + text::count_code_points(words)};
    shift_words(page, length);
    length = page.range.end;
    extraction.text += words;
    extraction.pages.push_back(std::move(page));
  }
}

OcrReading compare(const LonePage& layer, const LonePage& ocr, const Dictionaries* dictionaries) {
  OcrReading reading = ocr.page.ocr.value();
  const int layer_words = count_words(layer.text);
  const int ocr_words = count_words(ocr.text);
  if (dictionaries != nullptr) {
    reading.known_share = count_known_words(ocr.text, *dictionaries).share();
    if (layer_words > 0)
      reading.layer_known_share = count_known_words(layer.text, *dictionaries).share();
  }
  reading.is_canonical = is_ocr_better(reading, ocr_words, layer_words);
  return reading;
}

// The page with the better reading in front; the other one's text is kept.
void merge(LonePage& page, LonePage ocr, const Dictionaries* dictionaries) {
  const auto reading = compare(page, ocr, dictionaries);
  if (reading.is_canonical) std::swap(page, ocr);
  page.page.ocr = reading;
  page.page.ocr_use = OcrUse::needless;
  page.page.other_text = std::move(ocr.text);
}

// The reader's word on pages without text is answered by what OCR found.
void settle_problems(Extraction& extraction, const Round& round) {
  const auto find_read = [&](const document::Problem& problem) {
    return problem.page ? round.read.find(*problem.page) : round.read.end();
  };
  std::erase_if(extraction.problems, [&](const document::Problem& problem) {
    const auto found = find_read(problem);
    return problem.id == "reading.page_without_text" && found != round.read.end() &&
           count_words(found->second.text) > 0;
  });
  for (auto& problem : extraction.problems)
    if (problem.id == "reading.page_without_text" && find_read(problem) != round.read.end())
      problem.id = "reading.ocr_no_words";
  for (auto failed : round.problems) {
    const auto erased = std::erase_if(extraction.problems, [&](const document::Problem& problem) {
      return problem.id == "reading.page_without_text" && problem.page == failed.page;
    });
    if (erased == 0)
      failed = {"reading.not_compared", failed.page, {}};  // it has a layer of its own
    extraction.problems.push_back(failed);
  }
}

// Reads again what speaks English; that reading counts where it came to pass.
void read_english(Round& round,
                  const std::vector<int>& numbers,
                  std::string_view bytes,
                  const ReadingLimits& limits,
                  const std::function<void()>& progress) {
  if (numbers.empty()) return;
  auto english = read_pages(numbers, both_languages, bytes, limits, progress);
  for (auto& [number, page] : english.read)
    if (page.page.ocr->confidence >= round.read[number].page.ocr->confidence - 1)
      round.read[number] = std::move(page);
}

}  // namespace

bool wants_ocr(const Extraction& extraction) {
  return !find_wanting_pages(extraction).empty();
}

std::string find_missing_ocr(const ReadingLimits& limits) {
  for (const auto& [languages, package] : {std::pair{indonesian, "tesseract-ocr-ind"},
                                           std::pair{both_languages, "tesseract-ocr-eng"}}) {
    const auto outcome = base::run_child_program(limits.ocr_path, {"1", languages}, {}, {});
    if (!outcome) return "jenjang-ocr";
    if (outcome->signal != 0 || outcome->exit_code != exit_not_read) return package;
  }
  return {};
}

bool is_ocr_better(const OcrReading& reading, int ocr_words, int layer_words) {
  constexpr double confidence_min = 80;
  if (ocr_words == 0 || layer_words == 0) return ocr_words > 0;
  if (2 * layer_words < ocr_words) return true;
  if (2 * ocr_words < layer_words) return false;
  if (reading.known_share && reading.layer_known_share)
    return *reading.known_share > *reading.layer_known_share;
  return reading.confidence >= confidence_min;
}

Extraction read_by_ocr(Extraction extraction,
                       std::string_view bytes,
                       const ReadingLimits& limits,
                       const OcrTools& tools) {
  const auto numbers = find_wanting_pages(extraction);
  int done = 0;
  int count = static_cast<int>(numbers.size());
  const auto progress = [&] { tools.progress(++done, count); };
  tools.progress(0, count);
  auto round = read_pages(numbers, indonesian, bytes, limits, progress);
  if (!round.missing.empty()) {
    const auto* package = round.missing == "program" ? "jenjang-ocr" : "tesseract-ocr-ind";
    extraction.problems.push_back({"reading.ocr_unavailable", std::nullopt, package});
    return extraction;
  }
  const auto english = find_english_pages(round.read, tools.dictionaries);
  count += static_cast<int>(english.size());
  read_english(round, english, bytes, limits, progress);
  settle_problems(extraction, round);
  auto pages = take_apart(extraction);
  bool has_words = false;
  bool has_two = false;
  for (auto& page : pages) {
    const auto found = round.read.find(page.page.number);
    if (found == round.read.end()) continue;
    merge(page, std::move(found->second), tools.dictionaries);
    has_words = has_words || count_words(page.text) > 0;
    has_two = has_two || !page.page.other_text.empty();
  }
  put_together(std::move(pages), extraction);
  if (has_words) extraction.needs_ocr = false;
  if (has_two && tools.dictionaries == nullptr)
    extraction.problems.push_back({"reading.no_dictionary", std::nullopt, "hunspell-id"});
  return extraction;
}

}  // namespace ingest
