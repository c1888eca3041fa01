// Looks at how a file begins; JSON and tables are looked into for what they hold.
#include "ingest/file_kind.hpp"

#include <algorithm>
#include <array>

#include "codec/csv.hpp"
#include "codec/json.hpp"
#include "ingest/form_answers.hpp"

namespace ingest {

namespace {

using codec::Value;

std::string_view skip_mark_and_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// @article{…, with lines of comment before it.
bool begins_as_bibtex(std::string_view text) {
  text = skip_mark_and_space(text);
  while (text.starts_with('%')) {
    const auto end = text.find('\n');
    text =
        end == std::string_view::npos ? std::string_view() : skip_mark_and_space(text.substr(end));
  }
  if (!text.starts_with('@')) return false;
  text.remove_prefix(1);
  std::size_t length = 0;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (length < text.size() && is_letter(text[length])) ++length;
  if (length < 3) return false;
  const auto behind = text.find_first_not_of(" \t", length);
  return behind != std::string_view::npos && (text[behind] == '{' || text[behind] == '(');
}

bool has_item(const Value& item, std::string_view key) {
  const auto* value = item.find(key);
  return value != nullptr && !value->is_null();
}

bool is_submission(const Value& item) {
  for (const auto& [key, value] : item.members)
    if (marks_submission(key)) return true;
  return false;
}

const Value& first_of(const Value& tree, std::initializer_list<std::string_view> lists) {
  const Value* list = tree.is_sequence() ? &tree : nullptr;
  for (const auto name : lists)
    if (list == nullptr) list = tree.find(name);
  return list != nullptr && list->is_sequence() && !list->items.empty() ? list->items.front()
                                                                        : tree;
}

// One item, a list of items or {"items": […]}: each has a type, and an id or a title.
FileKind tell_json_kind(const Value& tree) {
  if (is_submission(first_of(tree, {"results", "value"}))) return FileKind::observations;
  const Value& first = first_of(tree, {"items"});
  if (has_item(first, "type") && (has_item(first, "id") || has_item(first, "title")))
    return FileKind::references;
  return FileKind::document;
}

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const auto tail = name.substr(name.size() - ending.size());
  return std::ranges::equal(tail, ending, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

}  // namespace

bool begins_as_ris(std::string_view text) {
  text = skip_mark_and_space(text);
  return text.starts_with("TY  -") || text.starts_with("TY - ");
}

bool begins_as_json(std::string_view text) {
  text = skip_mark_and_space(text);
  return text.starts_with('[') || text.starts_with('{');
}

bool holds_submissions(const std::string& bytes) {
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto tree = codec::parse_json(text);
  return tree && tell_json_kind(*tree) == FileKind::observations;
}

bool begins_as_observation_table(std::string_view text) {
  constexpr std::size_t header_bytes_max = 256U << 10U;
  const auto end = text.find('\n');
  if (end == std::string_view::npos || end > header_bytes_max) return false;
  codec::CsvReader reader(text.substr(0, end));
  codec::CsvRow header;
  const auto read = reader.next(header);
  if (!read || !*read || header.cells.size() < 2) return false;
  bool coded = false;
  bool told = false;
  for (const auto& cell : header.cells) {
    if (marks_submission(cell.text)) return true;
    coded = coded || find_observation_field(cell.text) == "code";
    told = told || find_observation_field(cell.text) == "text";
  }
  return coded && told;
}

FileKind tell_file_kind(const std::string& bytes, std::string_view file_name) {
  if (begins_as_bibtex(bytes) || begins_as_ris(bytes)) return FileKind::references;
  if (begins_as_json(bytes)) {
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto tree = codec::parse_json(text);
    const auto kind = tree ? tell_json_kind(*tree) : FileKind::document;
    if (kind != FileKind::document) return kind;
    // Cut off or damaged: the reader of JSON says so, where a text would be filed without a word.
    if (!tree && ends_with(file_name, ".json")) return FileKind::references;
  }
  if (begins_as_observation_table(bytes)) return FileKind::observations;
  for (const std::string_view ending : {".bib", ".ris"})
    if (ends_with(file_name, ending)) return FileKind::references;
  for (const std::string_view ending : {".yaml", ".yml"})
    if (ends_with(file_name, ending)) return FileKind::observations;
  return FileKind::document;
}

}  // namespace ingest
