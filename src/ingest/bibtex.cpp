// A small tolerant parser: braces and quotes nest, # joins, strings are put in where they are
// named.
#include "ingest/bibtex.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool ends_name(char byte) {
  return is_space(byte) || std::string_view("{}(),=#\"%").find(byte) != std::string_view::npos;
}

char to_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), to_lower);
  return lowered;
}

// Walks over one file.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {
    constexpr std::array months = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (const auto* month : months) strings_[month] = month;
  }

  base::Result<std::vector<BibtexEntry>> parse_file() {
    for (position_ = text_.find('@'); position_ < text_.size();
         position_ = text_.find('@', position_)) {
      const auto begin = position_++;
      const auto type = lower(take_name());
      if (type == "comment" || type.empty()) continue;
      skip_space();
      if (!accept('{') && !accept('(')) return fail_here();
      const bool read = type == "preamble" ? skip_value()
                        : type == "string" ? read_string()
                                           : read_entry(type, begin);
      if (!read) return fail_here();
      if (!keys_
               .insert(type == "string" || type == "preamble" ? std::to_string(begin)
                                                              : entries_.back().key)
               .second)
        return fail(ErrorKind::invalid,
                    "references.duplicate_key",
                    {{"line", std::to_string(entries_.back().line)}, {"key", entries_.back().key}});
    }
    return std::move(entries_);
  }

 private:
  [[nodiscard]] tl::unexpected<base::Error> fail_here() const {
    return fail(
        ErrorKind::invalid, "references.syntax", {{"line", std::to_string(line_at(position_))}});
  }

  [[nodiscard]] int line_at(std::size_t position) const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(position, text_.size()));
    return static_cast<int>(std::count(text_.begin(), end, '\n')) + 1;
  }

  [[nodiscard]] bool at_end() const { return position_ >= text_.size(); }

  void skip_space() {
    while (!at_end() && is_space(text_[position_])) ++position_;
  }

  bool accept(char byte) {
    if (at_end() || text_[position_] != byte) return false;
    ++position_;
    return true;
  }

  std::string_view take_name() {
    skip_space();
    const auto begin = position_;
    while (!at_end() && !ends_name(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }

  // What stands between an opening that was taken and its closing; braces inside nest.
  bool take_delimited(char closing, std::string& value) {
    int depth = 0;
    for (const auto begin = position_; !at_end(); ++position_) {
      const char byte = text_[position_];
      if (byte == '\\' && closing == '"' && depth == 0) {
        ++position_;  // \" in a quoted value, which people write though BibTeX wants {\"}
      } else if (depth == 0 && byte == closing) {
        value += text_.substr(begin, position_++ - begin);
        return true;
      } else if (byte == '{') {
        ++depth;
      } else if (byte == '}' && --depth < 0) {
        return false;
      }
    }
    return false;
  }

  // {…}, "…", a number or the name of a string, joined by #.
  bool take_value(std::string& value) {
    do {
      skip_space();
      if (accept('{')) {
        if (!take_delimited('}', value)) return false;
      } else if (accept('"')) {
        if (!take_delimited('"', value)) return false;
      } else {
        const auto name = take_name();
        if (name.empty()) return false;
        const auto known = strings_.find(lower(name));
        value += known == strings_.end() ? name : std::string_view(known->second);
      }
      skip_space();
    } while (accept('#'));
    return true;
  }

  bool close() {
    skip_space();
    return accept('}') || accept(')');
  }

  bool skip_value() {
    std::string ignored;
    return take_value(ignored) && close();
  }

  bool read_string() {
    const auto name = lower(take_name());
    skip_space();
    std::string value;
    if (name.empty() || !accept('=') || !take_value(value)) return false;
    strings_[name] = value;
    return close();
  }

  bool read_entry(const std::string& type, std::size_t begin) {
    BibtexEntry entry;
    entry.type = type;
    entry.key = take_name();
    entry.line = line_at(begin);
    if (entry.key.empty()) return false;
    skip_space();
    while (accept(',')) {
      const auto name = lower(take_name());
      if (name.empty()) break;  // a comma behind the last field
      skip_space();
      std::string value;
      if (!accept('=') || !take_value(value)) return false;
      entry.fields.emplace(name, value);
      skip_space();
    }
    if (!close()) return false;
    entry.source = text_.substr(begin, position_ - begin);
    entries_.push_back(std::move(entry));
    return true;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::map<std::string, std::string, std::less<>> strings_;
  std::vector<BibtexEntry> entries_;
  std::set<std::string> keys_;
};

// What an entry that stands in another one is called there.
std::string_view inherited_name(const BibtexEntry& child, std::string_view field) {
  constexpr std::array parts = {
      "inbook", "incollection", "inproceedings", "conference", "suppbook"};
  const bool within = std::ranges::find(parts, child.type) != parts.end();
  if (within && field == "title") return "booktitle";
  if (within && field == "subtitle") return "booksubtitle";
  return field;
}

void inherit_fields(std::vector<BibtexEntry>& entries) {
  std::map<std::string, std::size_t, std::less<>> by_key;
  for (std::size_t i = 0; i < entries.size(); ++i) by_key.emplace(lower(entries[i].key), i);
  constexpr std::array own = {"crossref", "xref", "ids", "doi", "url", "abstract", "pages", "file"};
  constexpr int generations_max = 4;
  for (auto& child : entries) {
    const BibtexEntry* heir = &child;
    for (int i = 0; i < generations_max; ++i) {
      const auto link = heir->fields.find("crossref");
      const auto parent =
          link == heir->fields.end() ? by_key.end() : by_key.find(lower(link->second));
      if (parent == by_key.end() || &entries[parent->second] == &child) break;
      heir = &entries[parent->second];
      for (const auto& [name, value] : heir->fields)
        if (std::ranges::find(own, name) == own.end())
          child.fields.emplace(inherited_name(child, name), value);
    }
  }
}

}  // namespace

base::Result<std::vector<BibtexEntry>> parse_bibtex(std::string_view text) {
  auto entries = TRY(Parser(text).parse_file());
  inherit_fields(entries);
  return entries;
}

}  // namespace ingest
