// The helper reads hostile bytes, so its words are checked like any stranger's.
#include "ingest/extractor.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/child_program.hpp"
#include "codec/json.hpp"
#include "document/format.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;
using document::Extraction;

constexpr int pages_max = 5'000;
constexpr int protocol_version = 1;
constexpr int exit_not_read = 3;
constexpr int exit_not_confined = 7;

// The failures that the helper may name; each has its sentence.
constexpr std::array<std::string_view, 17> failures = {"archive",
                                                       "damaged",
                                                       "empty",
                                                       "encrypted",
                                                       "epub",
                                                       "excel_binary",
                                                       "old_excel",
                                                       "old_office",
                                                       "old_powerpoint",
                                                       "old_word",
                                                       "picture_too_large",
                                                       "rtf",
                                                       "too_large",
                                                       "two_documents",
                                                       "unknown_format",
                                                       "unpacks_too_large",
                                                       "unsafe"};

tl::unexpected<base::Error> fail_crashed(std::string reason) {
  return fail(ErrorKind::invalid, "reading.crashed", {{"reason", std::move(reason)}});
}

template <typename T>
std::optional<T> read_number(const codec::Value* value) {
  if (value == nullptr || value->kind != codec::Kind::number) return std::nullopt;
  T number{};
  const auto& digits = value->scalar;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

// [begin, end, left, top, right, bottom] within a page that begins at `offset`.
std::optional<document::Word> read_word(const codec::Value& value, const document::Range& page) {
  if (value.items.size() != 6) return std::nullopt;
  const auto begin = read_number<std::int64_t>(&value.items[0]);
  const auto end = read_number<std::int64_t>(&value.items[1]);
  std::array<double, 4> box{};
  for (std::size_t i = 0; i < box.size(); ++i) {
    const auto length = read_number<double>(&value.items[i + 2]);
    if (!length || !std::isfinite(*length)) return std::nullopt;
    box.at(i) = *length;
  }
  const auto size = page.end - page.begin;
  if (!begin || !end || *begin < 0 || *end <= *begin || *end > size) return std::nullopt;
  return document::Word{{page.begin + *begin, page.begin + *end}, {box[0], box[1], box[2], box[3]}};
}

// Takes line after line; false for one that breaks the protocol.
class Reading {
 public:
  bool take(const codec::Value& line) {
    if (is_ended_ || !line.is_mapping()) return false;
    if (!has_head_) return take_head(line);
    if (line.find("text") != nullptr) return take_page(line);
    if (line.find("problem") != nullptr) return take_problem(line);
    if (line.find("signature") != nullptr) return take_signature(line);
    return take_end(line);
  }

  [[nodiscard]] bool is_complete() const { return is_ended_ && !extraction_.pages.empty(); }

  Extraction release() { return std::move(extraction_); }

 private:
  bool take_head(const codec::Value& line) {
    const auto* name = line.find("format");
    const auto* title = line.find("title");
    if (name == nullptr || title == nullptr || !title->is_text()) return false;
    const auto format = document::find_format(name->scalar);
    if (read_number<int>(line.find("protocol")) != protocol_version || !format) return false;
    extraction_.format = *format;
    extraction_.title =
        text::normalize(text::replace_controls(title->scalar, " ", text::Breaks::replaced));
    has_head_ = true;
    return true;
  }

  bool take_page(const codec::Value& line) {
    document::Page page;
    const auto number = read_number<int>(line.find("page"));
    const auto width = read_number<double>(line.find("width"));
    const auto height = read_number<double>(line.find("height"));
    const auto* words = line.find("words");
    if (!number || !width || !height || words == nullptr || !words->is_sequence()) return false;
    if (!accepts_page(*number, *line.find("text"))) return false;
    const auto& text = line.find("text")->scalar;
    if (const auto* ocr = line.find("ocr")) {
      const auto use = document::find_ocr_use(ocr->scalar);
      if (!use) return false;
      page.ocr_use = *use;
    }
    if (const auto confidence = read_number<double>(line.find("confidence"))) {
      page.ocr.emplace();
      page.ocr->page = *number;
      page.ocr->confidence = std::clamp(*confidence, 0.0, 100.0);
    }
    page.number = *number;
    page.width = *width;
    page.height = *height;
    if (!take_label(line.find("label"), page)) return false;
    if (!extraction_.pages.empty()) {
      extraction_.text += '\n';
      ++length_;
    }
    page.range = {length_, length_ + text::count_code_points(text)};
    extraction_.text += text;
    length_ = page.range.end;
    if (!take_words(*words, page)) return false;
    extraction_.pages.push_back(std::move(page));
    return true;
  }

  // Only sheets have a name, and each has one, on one line.
  [[nodiscard]] bool take_label(const codec::Value* label, document::Page& page) const {
    constexpr std::size_t label_bytes_max = 1'000;
    const bool is_sheet = document::page_kind_of(extraction_.format) == document::PageKind::sheet;
    if (label == nullptr) return !is_sheet;
    const auto& name = label->scalar;
    if (!is_sheet || !label->is_text() || name.empty() || name.size() > label_bytes_max)
      return false;
    page.label = text::normalize(name);
    return page.label.find_first_of("\n\t") == std::string::npos;
  }

  // Pages ascend from 1; a text without pages is one page with number 0.
  [[nodiscard]] bool accepts_page(int number, const codec::Value& text) const {
    const bool has_pages = document::page_kind_of(extraction_.format) != document::PageKind::none;
    if (!has_pages && (number != 0 || !extraction_.pages.empty())) return false;
    const int last = extraction_.pages.empty() ? 0 : extraction_.pages.back().number;
    if (has_pages && (number <= last || number > pages_max)) return false;
    return text.is_text() && text::is_valid_utf8(text.scalar) &&
           text::normalize(text.scalar) == text.scalar;
  }

  static bool take_words(const codec::Value& words, document::Page& page) {
    page.words.reserve(words.items.size());
    for (const auto& item : words.items) {
      const auto word = read_word(item, page.range);
      if (!word) return false;
      if (!page.words.empty() && word->range.begin < page.words.back().range.end) return false;
      page.words.push_back(*word);
    }
    return true;
  }

  bool take_problem(const codec::Value& line) {
    constexpr std::size_t problems_max = pages_max + 100;
    const auto* id = line.find("problem");
    const auto* detail = line.find("detail");
    if (!id->is_text() || !id->scalar.starts_with("reading.")) return false;
    if (extraction_.problems.size() >= problems_max) return false;
    document::Problem problem{id->scalar, read_number<int>(line.find("page")), {}};
    if (detail != nullptr) problem.detail = text::normalize(detail->scalar);
    extraction_.problems.push_back(std::move(problem));
    return true;
  }

  bool take_signature(const codec::Value& line) {
    constexpr std::size_t signatures_max = 1'000;
    const auto state = document::find_signature_state(line.find("signature")->scalar);
    const auto* covers_all = line.find("covers_all");
    if (!state || covers_all == nullptr) return false;
    if (extraction_.signatures.size() >= signatures_max) return false;
    document::Signature signature{*state, {}, read_number<int>(line.find("page"))};
    for (const auto& [name, text] : {std::pair{"field", &signature.field},
                                     {"signer", &signature.signer},
                                     {"issuer", &signature.issuer},
                                     {"time", &signature.signed_at}}) {
      const auto* value = line.find(name);
      if (value == nullptr || !value->is_text()) return false;
      *text = text::normalize(value->scalar);
    }
    signature.covers_all = covers_all->scalar == "true";
    extraction_.signatures.push_back(std::move(signature));
    return true;
  }

  bool take_end(const codec::Value& line) {
    const auto* needs_ocr = line.find("needs_ocr");
    if (line.find("end") == nullptr || needs_ocr == nullptr) return false;
    extraction_.needs_ocr = needs_ocr->scalar == "true";
    is_ended_ = true;
    return true;
  }

  Extraction extraction_;
  std::int64_t length_ = 0;  // code points of the text so far
  bool has_head_ = false;
  bool is_ended_ = false;
};

// A failure that the helper names, or nothing.
std::optional<base::Error> read_failure(const codec::Value& line) {
  const auto* error = line.find("error");
  if (error == nullptr) return std::nullopt;
  if (std::ranges::find(failures, error->scalar) == failures.end()) return std::nullopt;
  return base::Error{ErrorKind::invalid, "reading." + error->scalar, {}};
}

tl::unexpected<base::Error> fail_missing(const ReadingLimits& limits, std::string reason) {
  return fail(ErrorKind::unavailable,
              "reading.helper_missing",
              {{"program", limits.extractor_path}, {"reason", std::move(reason)}});
}

std::string find_parameter(const base::Error& error, std::string_view name) {
  for (const auto& [known, value] : error.parameters)
    if (known == name) return value;
  return {};
}

}  // namespace

base::Result<Extraction> extract_document(std::string_view bytes, const ReadingLimits& limits) {
  if (bytes.empty()) return fail(ErrorKind::invalid, "reading.empty");
  base::ChildLimits child;
  child.wall_milliseconds = limits.wall_seconds * 1000;
  child.cpu_seconds = limits.cpu_seconds;
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = limits.output_bytes;
  const auto outcome = base::run_child_program(limits.extractor_path, {}, bytes, child);
  if (!outcome) return fail_missing(limits, find_parameter(outcome.error(), "reason"));
  if (outcome->exit_code == exit_not_confined && outcome->signal == 0 && !outcome->timed_out)
    return fail_missing(limits, outcome->error_tail);
  return read_outcome(*outcome, std::min(limits.wall_seconds, limits.cpu_seconds));
}

base::Result<Extraction> read_outcome(const base::ChildOutcome& outcome, int seconds) {
  if (outcome.timed_out)
    return fail(ErrorKind::invalid, "reading.timed_out", {{"seconds", std::to_string(seconds)}});
  if (outcome.too_much_output) return fail(ErrorKind::invalid, "reading.too_large");
  if (outcome.signal != 0) return fail_crashed("signal " + std::to_string(outcome.signal));
  if (outcome.exit_code != 0 && outcome.exit_code != exit_not_read)
    return fail_crashed("exit " + std::to_string(outcome.exit_code));
  return parse_extraction(outcome.output);
}

base::Result<Extraction> parse_extraction(std::string_view output) {
  Reading reading;
  for (int number = 1; !output.empty(); ++number) {
    const auto end = std::min(output.find('\n'), output.size());
    const auto line = codec::parse_json(output.substr(0, end));
    output.remove_prefix(std::min(end + 1, output.size()));
    if (line)
      if (const auto failure = read_failure(*line)) return base::pass_on(*failure);
    if (!line || !reading.take(*line)) return fail_crashed("line " + std::to_string(number));
  }
  if (!reading.is_complete()) return fail_crashed("no end");
  return reading.release();
}

}  // namespace ingest
