// Writes blocks as Markdown; whatever a text holds stays text.
#include "render/markdown.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "render/anchor.hpp"

namespace render {

namespace {

constexpr std::string_view special = "\\`*_[]#|~";

std::string escape_start(std::string text) {
  // A line that begins like a list or a heading rule would become one.
  if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=')) return "\\" + text;
  const std::size_t after = text.find_first_not_of("0123456789");
  if (after != 0 && after != std::string::npos && text[after] == '.') text.insert(after, "\\");
  return text;
}

std::string link_to(const std::string& id, const std::string& text) {
  if (id.empty() || text.empty()) return escape_markdown(text);
  return fmt::format("[{}](#{})", escape_markdown(text), format_anchor(id));
}

std::string sign_of(std::string_view mark) {
  if (mark == "met") return "✓ ";
  if (mark == "missing") return "✗ ";
  if (mark == "above") return "▲ ";
  if (mark == "below") return "▽ ";
  return {};
}

std::string write_cell(const report::Cell& cell) {
  std::string content = sign_of(cell.mark) + link_to(cell.link, cell.text);
  if (cell.note.empty()) return content;
  return content + (content.empty() ? "" : "<br>") + escape_markdown(cell.note);
}

std::string write(const report::Paragraph& paragraph) {
  const std::string text = escape_start(escape_markdown(paragraph.text));
  if (text.empty()) return {};
  using Tone = report::Paragraph::Tone;
  if (paragraph.tone == Tone::lead) return "**" + text + "**\n\n";
  if (paragraph.tone == Tone::note) return "*" + text + "*\n\n";
  if (paragraph.tone == Tone::warning) return "⚠ " + text + "\n\n";
  return text + "\n\n";
}

std::string write(const report::List& list) {
  std::string lines;
  int number = 0;
  for (const auto& item : list.items) {
    const std::string sign = list.numbered ? fmt::format("{}. ", ++number) : "- ";
    const std::string colon = item.text.empty() ? "" : ": ";
    const std::string lead =
        item.lead.empty() ? "" : "**" + link_to(item.link, item.lead) + "**" + colon;
    const std::string text = escape_markdown(item.text);
    lines += sign + lead + (item.lead.empty() ? escape_start(text) : text) + "\n";
  }
  return lines + (lines.empty() ? "" : "\n");
}

std::string write(const report::Table& table) {
  std::string lines = table.caption.empty() ? "" : "*" + escape_markdown(table.caption) + "*\n\n";
  std::string rule = "|";
  lines += "|";
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    lines += " " + escape_markdown(table.head[i]) + " |";
    const bool right = i < table.align.size() && table.align[i] == report::Align::right;
    rule += right ? " ---: |" : " --- |";
  }
  lines += "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    lines += "|";
    for (const auto& cell : row) lines += " " + write_cell(cell) + " |";
    lines += "\n";
  }
  return lines + "\n";
}

std::string write(const report::Figure& figure) {
  // The picture's own words; its figures stand in the table that follows it.
  return fmt::format(
      "*{}.* {}\n\n", escape_markdown(figure.caption), escape_markdown(figure.description));
}

std::string write(const report::Quote& quote) {
  return fmt::format("> {}\n>\n> — {}. {}\n\n",
                     escape_start(escape_markdown(quote.text)),
                     link_to(quote.link, quote.source),
                     escape_markdown(quote.remark));
}

std::string write(const report::KeyFigures& figures) {
  std::string lines;
  for (const auto& figure : figures.figures)
    lines += fmt::format("- {}: **{}** ({})\n",
                         escape_markdown(figure.label),
                         escape_markdown(figure.value),
                         escape_markdown(figure.remark));
  return lines + "\n";
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string safe;
  bool space = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20U || byte == 0x7FU) {
      space = true;
      continue;
    }
    if (space && !safe.empty()) safe += ' ';
    space = false;
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else {
      if (special.find(c) != std::string_view::npos) safe += '\\';
      safe += c;
    }
  }
  return safe;
}

std::string render_markdown(const report::Report& report) {
  std::string page = fmt::format("# {}\n\n", escape_markdown(report.title));
  if (!report.organization.empty())
    page += fmt::format("**{}**\n\n", escape_markdown(report.organization));
  if (!report.subtitle.empty()) page += escape_start(escape_markdown(report.subtitle)) + "\n\n";
  if (!report.notice.empty())
    page += fmt::format("> {}\n\n", escape_start(escape_markdown(report.notice)));
  for (const auto& [label, value] : report.facts)
    page += fmt::format("- {}: {}\n", escape_markdown(label), escape_markdown(value));
  page += fmt::format("\n## {}\n\n", escape_markdown(report.contents_title));
  for (const auto& section : report.sections)
    if (section.depth == 1) page += fmt::format("- {}\n", link_to(section.id, section.title));
  page += "\n";
  for (const auto& section : report.sections) {
    const auto level = static_cast<std::size_t>(std::clamp(section.depth, 1, 3) + 1);
    page += fmt::format("<a id=\"{}\"></a>\n\n{} {}\n\n",
                        format_anchor(section.id),
                        std::string(level, '#'),
                        escape_markdown(section.title));
    for (const auto& block : section.blocks)
      page += std::visit([](const auto& value) { return write(value); }, block);
  }
  while (page.ends_with("\n\n")) page.pop_back();
  return page;
}

}  // namespace render
