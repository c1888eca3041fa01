// Writes lines, tables and blocks for a terminal.
#include "cli/console.hpp"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

#include "codec/json.hpp"
#include "text/unicode.hpp"
#include "workflow/messages.hpp"

namespace cli {

namespace {

constexpr int line_width = 96;
constexpr int table_width = 118;

/// Breaks a text into lines of at most `width` columns, each after the first indented.
std::string wrap(std::string_view words, int width, std::string_view indent) {
  std::string wrapped;
  int column = 0;
  std::size_t begin = 0;
  while (begin < words.size()) {
    auto end = words.find_first_of(" \n", begin);
    if (end == std::string_view::npos) end = words.size();
    const auto word = words.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const int size = text::display_width(word);
    if (column > 0 && column + 1 + size > width) {
      wrapped += "\n" + std::string(indent);
      column = 0;
    }
    if (column > 0) wrapped += " ";
    wrapped += word;
    column += size + (column > 0 ? 1 : 0);
  }
  return wrapped;
}

std::string pad(std::string_view cell, int width, bool right) {
  const int missing = std::max(0, width - text::display_width(cell));
  const std::string space(static_cast<std::size_t>(missing), ' ');
  return right ? space + std::string(cell) : std::string(cell) + space;
}

/// A cell as lines of at most `width` columns; leading spaces stay on every line.
std::vector<std::string> wrap_cell(const std::string& cell, int width) {
  if (text::display_width(cell) <= width) return {cell};
  const std::string indent(std::min(cell.find_first_not_of(' '), cell.size()), ' ');
  std::string wrapped = indent + wrap(cell, width - static_cast<int>(indent.size()), indent);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= wrapped.size();) {
    const auto end = std::min(wrapped.find('\n', begin), wrapped.size());
    lines.push_back(wrapped.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The longest word of a cell: a column is never narrower.
int longest_word(std::string_view cell) {
  int longest = 0;
  for (std::size_t begin = 0; begin < cell.size();) {
    const auto end = std::min(cell.find(' ', begin), cell.size());
    longest = std::max(longest, text::display_width(cell.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

/// The widths of columns such that a row fits the line where that is possible: the widest column
/// gives way first.
std::vector<int> fit_widths(const std::vector<std::string>& head,
                            const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths;
  std::vector<int> least;
  for (const auto& cell : head) {
    widths.push_back(text::display_width(cell));
    least.push_back(longest_word(cell));
  }
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], text::display_width(row[i]));
      least[i] = std::max(least[i], std::min(40, longest_word(row[i])));
    }
  int total = -2;
  for (const int width : widths) total += width + 2;
  for (; total > table_width; --total) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == widths.size()) break;
    --widths[widest];
  }
  return widths;
}

// What documents and file names say is shown, and never obeyed by the terminal.
constexpr std::string_view unprintable = "\uFFFD";

std::string show(std::string_view line) {
  return text::replace_controls(line, unprintable, text::Breaks::kept);
}

std::string mark_of(const report::Cell& cell) {
  if (cell.mark == "met") return "✓ " + cell.text;
  if (cell.mark == "missing") return "✗ " + cell.text;
  if (cell.mark == "below") return "▼ " + cell.text;
  if (cell.mark == "above") return "▲ " + cell.text;
  return cell.text;
}

}  // namespace

int to_exit_code(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::invalid:
      return exit_invalid;
    case base::ErrorKind::not_found:
      return exit_not_found;
    case base::ErrorKind::conflict:
      return exit_conflict;
    case base::ErrorKind::forbidden:
      return exit_denied;
    case base::ErrorKind::unsupported:
      return exit_damaged;
    case base::ErrorKind::unavailable:
      return exit_unavailable;
    case base::ErrorKind::internal:
      return exit_failure;
  }
  return exit_failure;
}

Console::Console(text::Catalog catalog, workflow::Context context)
    : catalog_(std::move(catalog)), context_(std::move(context)) {}

model::Language Console::language() const {
  return catalog_.language() == "en" ? model::Language::english : model::Language::indonesian;
}

text::Locale Console::locale() const {
  return catalog_.language() == "en" ? text::Locale::english : text::Locale::indonesian;
}

std::string Console::sentence(std::string_view key,
                              const std::vector<text::MessageParameter>& parameters) const {
  return catalog_.say(key, parameters);
}

std::string Console::tell(std::string_view key,
                          const std::vector<text::MessageParameter>& parameters) const {
  std::vector<std::string> shown;
  std::vector<text::MessageParameter> put_in;
  shown.reserve(parameters.size());
  put_in.reserve(parameters.size());
  for (const auto& [name, value] : parameters)
    put_in.emplace_back(
        name,
        shown.emplace_back(text::replace_controls(value, unprintable, text::Breaks::replaced)));
  return sentence(key, put_in);
}

void Console::print(std::string_view line) {
  print_bytes(show(line) + "\n");
}

void Console::print_bytes(std::string_view bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

void Console::print_json(const codec::Value& value) {
  print_bytes(codec::write_json(value, codec::JsonStyle::indented) + "\n");
}

void Console::print_listing(const std::vector<std::string_view>& head_keys,
                            const std::vector<std::vector<std::string>>& rows,
                            const std::vector<bool>& right) {
  std::vector<std::string> head;
  head.reserve(head_keys.size());
  for (const auto key : head_keys) head.push_back(sentence(key));
  print_table(head, rows, right);
}

void Console::print_table(const std::vector<std::string>& head,
                          const std::vector<std::vector<std::string>>& rows,
                          const std::vector<bool>& right) {
  const auto widths = fit_widths(head, rows);
  const auto print_row = [&](const std::vector<std::string>& row) {
    std::vector<std::vector<std::string>> lines;
    lines.reserve(row.size());
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      lines.push_back(wrap_cell(row[i], widths[i]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i)
        line +=
            (i > 0 ? "  " : "") +
            pad(k < lines[i].size() ? lines[i][k] : "", widths[i], i < right.size() && right[i]);
      line.erase(line.find_last_not_of(' ') + 1);
      print(line);
    }
  };
  print_row(head);
  std::string rule;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) rule += "  ";
    for (int k = 0; k < widths[i]; ++k) rule += "─";
  }
  print(rule);
  for (const auto& row : rows) print_row(row);
}

void Console::print_blocks(const std::vector<report::Block>& blocks) {
  const auto print_block = [this](const auto& block) {
    using Kind = std::decay_t<decltype(block)>;
    if constexpr (std::is_same_v<Kind, report::Paragraph>) {
      print(wrap(block.text, line_width, ""));
    } else if constexpr (std::is_same_v<Kind, report::List>) {
      for (std::size_t i = 0; i < block.items.size(); ++i) {
        const std::string bullet = block.numbered ? std::to_string(i + 1) + ". " : "• ";
        print("  " + bullet + wrap(block.items[i].text, line_width - 4, "    "));
      }
    } else if constexpr (std::is_same_v<Kind, report::Table>) {
      if (!block.caption.empty()) print(wrap(block.caption, line_width, ""));
      std::vector<std::vector<std::string>> rows;
      for (const auto& row : block.rows) {
        auto& cells = rows.emplace_back();
        for (const auto& cell : row) cells.push_back(mark_of(cell));
      }
      std::vector<bool> right;
      right.reserve(block.align.size());
      for (const auto align : block.align) right.push_back(align == report::Align::right);
      print_table(block.head, rows, right);
    } else if constexpr (std::is_same_v<Kind, report::Quote>) {
      print("  “" + wrap(block.text, line_width - 4, "   ") + "”");
      print("    — " + wrap(block.source + ". " + block.remark, line_width - 6, "      "));
    } else if constexpr (std::is_same_v<Kind, report::KeyFigures>) {
      for (const auto& figure : block.figures)
        print("  " + figure.label + ": " + figure.value +
              (figure.remark.empty() ? "" : " (" + figure.remark + ")"));
    } else if constexpr (std::is_same_v<Kind, report::Figure>) {
      print(wrap(block.description, line_width, ""));
    }
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) print("");
    std::visit(print_block, blocks[i]);
  }
}

void Console::say(std::string_view key, const std::vector<text::MessageParameter>& parameters) {
  end_progress();
  std::fputs((tell(key, parameters) + "\n").c_str(), stderr);
}

void Console::show_progress(std::string_view line) {
  if (::isatty(STDERR_FILENO) == 0) return;
  std::fputs(("\r\x1b[K" + show(line)).c_str(), stderr);
  progress_shown_ = true;
}

void Console::end_progress() {
  if (progress_shown_) std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
}

int Console::fail(const base::Error& error) {
  end_progress();
  const std::vector<text::MessageParameter> parameters(error.parameters.begin(),
                                                       error.parameters.end());
  std::fputs(("jenjang: " + tell(error.id, parameters) + "\n").c_str(), stderr);
  return to_exit_code(error.kind);
}

int Console::fail_usage(std::string_view key,
                        const std::vector<text::MessageParameter>& parameters) {
  end_progress();
  std::fputs(("jenjang: " + tell(key, parameters) + "\n").c_str(), stderr);
  return exit_usage;
}

}  // namespace cli
