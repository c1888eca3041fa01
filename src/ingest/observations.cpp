// Observations: each item of the YAML list becomes a source; its text is what was seen.
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "codec/yaml.hpp"
#include "ingest/ingest.hpp"
#include "ingest/source_file.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;
using codec::Value;

constexpr std::array<std::string_view, 8> keys = {
    "code", "date", "place", "observer", "method", "subject", "text", "photos"};

tl::unexpected<base::Error> fail_at(const Value& value,
                                    std::string_view id,
                                    std::vector<base::Parameter> more = {}) {
  more.emplace(more.begin(), "line", std::to_string(value.mark.line));
  return fail(ErrorKind::invalid, "observations." + std::string(id), std::move(more));
}

std::string field_of(const Value& item, std::string_view key) {
  const auto* value = item.find(key);
  if (value == nullptr || !value->is_text()) return {};
  auto text = text::normalize(value->scalar);
  std::erase(text, '\r');
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

// 2026-10-20; whether the day exists in its month is looked up, too.
bool is_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  int numbers[3] = {};
  constexpr std::array<std::pair<std::size_t, std::size_t>, 3> parts = {{{0, 4}, {5, 2}, {8, 2}}};
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (const char digit : date.substr(parts.at(part).first, parts.at(part).second)) {
      if (digit < '0' || digit > '9') return false;
      numbers[part] = numbers[part] * 10 + (digit - '0');
    }
  const auto [year, month, day] = std::tuple(numbers[0], numbers[1], numbers[2]);
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

base::Result<void> check_item(const Value& item) {
  if (!item.is_mapping()) return fail_at(item, "not_a_record");
  for (const auto& [key, value] : item.members) {
    if (std::ranges::find(keys, key) == keys.end())
      return fail_at(value, "unknown_key", {{"key", key}});
    const bool fits = key == "photos" ? value.is_sequence() || value.is_null()
                                      : value.is_text() || value.is_null();
    if (!fits) return fail_at(value, "wrong_form", {{"key", key}});
  }
  for (const std::string_view key : {"code", "text"})
    if (field_of(item, key).empty())
      return fail_at(item, "missing_key", {{"key", std::string(key)}});
  const auto date = field_of(item, "date");
  if (!date.empty() && !is_date(date))
    return fail_at(*item.find("date"), "bad_date", {{"date", date}});
  return {};
}

// The lines of an item in the file, up to the next one. Items on one line share the whole file.
std::string cut_part(const std::string& bytes, const std::vector<Value>& items, std::size_t index) {
  const auto line_of = [&](std::size_t i) { return items[i].mark.line; };
  const bool shares = (index > 0 && line_of(index) == line_of(index - 1)) ||
                      (index + 1 < items.size() && line_of(index + 1) == line_of(index));
  if (shares) return bytes;
  std::size_t begin = 0;
  for (int line = 1; line < line_of(index); ++line) begin = bytes.find('\n', begin) + 1;
  if (index + 1 == items.size()) return bytes.substr(begin);
  std::size_t end = begin;
  for (int line = line_of(index); line < line_of(index + 1); ++line)
    end = bytes.find('\n', end) + 1;
  return bytes.substr(begin, end - begin);
}

ReadSource to_source(const Value& item, std::string part, std::string_view file_name) {
  ReadSource read;
  auto& source = read.source;
  source.code = field_of(item, "code");
  source.kind = assessment::SourceKind::observation;
  source.title = field_of(item, "subject");
  if (source.title.empty()) source.title = source.code;
  source.file_name = base_name_of(file_name);
  source.format = "observation";
  source.date = field_of(item, "date");
  source.observer = field_of(item, "observer");
  source.place = field_of(item, "place");
  source.method = field_of(item, "method");
  read.bytes = std::move(part);
  read.text = field_of(item, "text");
  complete_without_pages(read);
  return read;
}

base::Result<std::vector<ReadSource>> read_items(const std::string& bytes,
                                                 std::string_view file_name) {
  const Value list = TRY(codec::parse_yaml(bytes));
  if (!list.is_sequence()) return fail_at(list, "not_a_list");
  std::vector<ReadSource> sources;
  std::set<std::string> codes;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Value& item = list.items[i];
    TRY(check_item(item));
    sources.push_back(to_source(item, cut_part(bytes, list.items, i), file_name));
    const auto& code = sources.back().source.code;
    if (!codes.insert(code).second) return fail_at(item, "duplicate_code", {{"code", code}});
  }
  return sources;
}

}  // namespace

base::Result<std::vector<ReadSource>> read_observations(const std::string& bytes,
                                                        std::string_view file_name) {
  auto sources = read_items(bytes, file_name);
  if (!sources) return fail_in_file(sources.error(), file_name);
  return sources;
}

}  // namespace ingest
