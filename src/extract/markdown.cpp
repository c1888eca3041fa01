// Recognizes Markdown by marks that plain prose does not have, and finds its first heading.
#include "extract/markdown.hpp"

#include "extract/plain_text.hpp"

namespace extract {

namespace {

// The words of a heading line such as "## Jaringan"; empty for any other line.
std::string_view read_heading(std::string_view line) {
  const auto level = line.find_first_not_of('#');
  if (level == 0 || level == std::string_view::npos || level > 6 || line[level] != ' ') return {};
  const auto begin = line.find_first_not_of(' ', level);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" #") + 1 - begin);
}

bool is_table_rule(std::string_view line) {
  return line.starts_with('|') && line.find('|', 1) != std::string_view::npos &&
         line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

// Takes the first line off `rest`.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace

bool recognizes_markdown(std::string_view bytes) {
  const auto decoded = decode_text(bytes);
  if (!decoded) return false;
  for (std::string_view rest = decoded->text; !rest.empty();) {
    const auto line = take_line(rest);
    if (!read_heading(line).empty() || is_table_rule(line) || line.starts_with("```")) return true;
  }
  return false;
}

std::optional<Failure> extract_markdown(std::string_view bytes) {
  const auto decoded = decode_text(bytes);
  if (!decoded) return Failure{"unknown_format"};
  std::string_view title;
  for (std::string_view rest = decoded->text; !rest.empty() && title.empty();)
    title = read_heading(take_line(rest));
  return write_text(*decoded, document::Format::markdown, title);
}

}  // namespace extract
