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
      if (byte == '\\') {
        ++position_;
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

}  // namespace

base::Result<std::vector<BibtexEntry>> parse_bibtex(std::string_view text) {
  return Parser(text).parse_file();
}

std::vector<std::string> split_names(std::string_view value) {
  std::vector<std::string> names;
  std::string name;
  int depth = 0;
  const auto finish = [&] {
    const auto begin = name.find_first_not_of(" \t\n\r");
    if (begin != std::string::npos)
      names.push_back(name.substr(begin, name.find_last_not_of(" \t\n\r") + 1 - begin));
    name.clear();
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '{') ++depth;
    if (value[i] == '}') --depth;
    const bool parts = depth == 0 && is_space(value[i]) && lower(value.substr(i + 1, 3)) == "and" &&
                       i + 4 < value.size() && is_space(value[i + 4]);
    if (!parts) {
      name += value[i];
      continue;
    }
    finish();
    i += 3;
  }
  finish();
  return names;
}

}  // namespace ingest
