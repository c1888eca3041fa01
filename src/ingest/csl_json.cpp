// CSL-JSON, as Zotero, Mendeley and citation processors exchange it.
#include <algorithm>
#include <array>

#include "codec/json.hpp"
#include "ingest/json_scalar.hpp"
#include "ingest/reference_entry.hpp"

namespace ingest {

namespace {

using assessment::PersonName;
using assessment::ReferenceKind;
using base::ErrorKind;
using base::fail;
using codec::Value;

constexpr std::array<std::pair<std::string_view, ReferenceKind>, 22> kinds = {{
    {"article", ReferenceKind::article},
    {"article-journal", ReferenceKind::article},
    {"article-magazine", ReferenceKind::article},
    {"article-newspaper", ReferenceKind::article},
    {"periodical", ReferenceKind::article},
    {"book", ReferenceKind::book},
    {"collection", ReferenceKind::book},
    {"pamphlet", ReferenceKind::book},
    {"chapter", ReferenceKind::chapter},
    {"entry-dictionary", ReferenceKind::chapter},
    {"entry-encyclopedia", ReferenceKind::chapter},
    {"paper-conference", ReferenceKind::conference_paper},
    {"report", ReferenceKind::report},
    {"standard", ReferenceKind::report},
    {"thesis", ReferenceKind::thesis},
    {"legislation", ReferenceKind::regulation},
    {"regulation", ReferenceKind::regulation},
    {"bill", ReferenceKind::regulation},
    {"webpage", ReferenceKind::web_page},
    {"post-weblog", ReferenceKind::web_page},
    {"dataset", ReferenceKind::dataset},
    {"software", ReferenceKind::software},
}};

constexpr std::array<std::string_view, 7> markup = {
    "i>", "b>", "sup>", "sub>", "span>", "span ", "sc>"};

// Titles may carry <i>, <b>, <sup>, <sub> and <span …>; anything else between angles stays.
std::string without_markup(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto angle = text.find('<');
    plain += text.substr(0, angle);
    if (angle == std::string_view::npos) break;
    text.remove_prefix(angle);
    const auto name = text.substr(text.starts_with("</") ? 2 : 1);
    const auto end = text.find('>');
    const bool known = end != std::string_view::npos &&
                       std::ranges::any_of(markup, [&](auto tag) { return name.starts_with(tag); });
    if (!known) plain += '<';
    text.remove_prefix(known ? end + 1 : 1);
  }
  return plain;
}

std::string field_of(const Value& item, std::string_view key) {
  const auto* value = item.find(key);
  if (value == nullptr || (!value->is_text() && value->kind != codec::Kind::number)) return {};
  const auto text = spell_scalar(*value);
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::string first_of(const Value& item, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys)
    if (auto value = field_of(item, key); !value.empty()) return value;
  return {};
}

std::vector<PersonName> names_of(const Value& item, std::string_view key) {
  std::vector<PersonName> names;
  const auto* list = item.find(key);
  if (list == nullptr) return names;
  for (const auto& one : list->items) {
    PersonName name;
    name.family = field_of(one, "family");
    name.given = field_of(one, "given");
    name.suffix = field_of(one, "suffix");
    name.particle = field_of(one, "dropping-particle");
    const auto bound = field_of(one, "non-dropping-particle");
    if (!bound.empty()) name.particle += (name.particle.empty() ? "" : " ") + bound;
    name.literal = field_of(one, "literal");
    if (!name.family.empty()) name.literal.clear();
    if (name.family.empty() && name.literal.empty()) std::swap(name.literal, name.given);
    if (!name.family.empty() || !name.literal.empty()) names.push_back(std::move(name));
  }
  return names;
}

// {"date-parts": [[2009, 2, 7]]}, {"raw": "2009-02-07"} or {"literal": …}; a range counts from its
// beginning.
std::string date_of(const Value& item, std::string_view key) {
  const auto* date = item.find(key);
  if (date == nullptr) return {};
  if (date->is_text()) return normalize_date(date->scalar);
  const auto* parts = date->find("date-parts");
  if (parts == nullptr || parts->items.empty()) {
    const auto raw = first_of(*date, {"raw", "literal"});
    return raw.empty() ? field_of(*date, "year") : normalize_date(raw);
  }
  std::string written;
  for (const auto& part : parts->items.front().items)
    written += (written.empty() ? "" : "-") + part.scalar;
  return normalize_date(written);
}

bool can_be_typed(std::string_view key) {
  constexpr std::size_t longest = 64;
  if (key.empty() || key.size() > longest) return false;
  bool letter = false;
  for (const char c : key) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool fits = is_letter || (c >= '0' && c <= '9') ||
                      std::string_view("_-.:+").find(c) != std::string_view::npos;
    if (!fits) return false;
    letter = letter || is_letter;
  }
  return letter;
}

ReferenceKind kind_of(const Value& item) {
  const auto written = field_of(item, "type");
  for (const auto& [type, kind] : kinds)
    if (type == written) return kind;
  return ReferenceKind::other;
}

ReferenceEntry to_entry(const Value& item) {
  ReferenceEntry read;
  read.key = first_of(item, {"citation-key", "id"});
  if (!can_be_typed(read.key)) read.key = field_of(item, "id");
  if (!can_be_typed(read.key)) read.key.clear();
  read.source = codec::write_json(item);
  read.abstract = without_markup(field_of(item, "abstract"));
  auto& reference = read.reference;
  reference.kind = kind_of(item);
  reference.authors = names_of(item, "author");
  const auto others = [](const PersonName& name) { return name.literal == "others"; };
  reference.more_authors = std::erase_if(reference.authors, others) > 0;
  reference.editors = names_of(item, "editor");
  reference.issued = date_of(item, "issued");
  reference.title = without_markup(field_of(item, "title"));
  reference.container = without_markup(first_of(item, {"container-title", "event-title", "event"}));
  reference.publisher = field_of(item, "publisher");
  reference.place = field_of(item, "publisher-place");
  reference.volume = field_of(item, "volume");
  reference.issue = first_of(item, {"issue", "number"});
  reference.pages = normalize_pages(field_of(item, "page"));
  reference.edition = field_of(item, "edition");
  reference.genre = field_of(item, "genre");
  reference.url = field_of(item, "URL");
  reference.accessed = date_of(item, "accessed");
  settle_doi(field_of(item, "DOI"), read);
  return read;
}

const std::vector<Value>* items_of(const Value& tree) {
  if (tree.is_sequence()) return &tree.items;
  const auto* items = tree.find("items");
  return items != nullptr && items->is_sequence() ? &items->items : nullptr;
}

}  // namespace

base::Result<std::vector<ReferenceEntry>> read_csl_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto tree = TRY(codec::parse_json(text));
  if (tree.find("type") != nullptr) tree = Value::of_sequence({tree});
  const auto* items = items_of(tree);
  if (items == nullptr) return fail(ErrorKind::invalid, "references.not_items");
  if (items->size() > entries_max)
    return fail(
        ErrorKind::invalid, "references.too_many", {{"limit", std::to_string(entries_max)}});
  std::vector<ReferenceEntry> entries;
  for (const auto& item : *items) {
    if (!item.is_mapping() || first_of(item, {"type", "id", "title"}).empty())
      return fail(ErrorKind::invalid,
                  "references.wrong_item",
                  {{"number", std::to_string(entries.size() + 1)}});
    entries.push_back(to_entry(item));
  }
  return entries;
}

}  // namespace ingest
