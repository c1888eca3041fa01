// Writes the page: head and style, the facts of the first page, the contents, and the sections in
// order.
#include "render/html.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/assets.hpp"
#include "base/contract.hpp"
#include "chart/svg.hpp"
#include "render/anchor.hpp"
#include "render/html_blocks.hpp"

namespace render {

namespace {

using chart::escape_xml;

std::string write_head(const report::Report& report) {
  const auto style = base::find_asset("src/render/report.css");
  ASSERT(style.has_value());
  const std::string separator = report.organization.empty() ? "" : " – ";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light\">\n"
      "<title>{}{}{}</title>\n<style>\n{}</style>\n</head>\n",
      escape_xml(report.language),
      escape_xml(report.title),
      separator,
      escape_xml(report.organization),
      style->bytes);
}

std::string write_masthead(const report::Report& report) {
  std::string html = "<header class=\"masthead\">\n";
  html +=
      fmt::format("<p class=\"organization\">{}</p>\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n",
                  escape_xml(report.organization),
                  escape_xml(report.title),
                  escape_xml(report.subtitle));
  if (!report.notice.empty())
    html += fmt::format("<p class=\"notice\">{}</p>\n", escape_xml(report.notice));
  if (!report.facts.empty()) {
    html += "<dl class=\"facts\">\n";
    for (const auto& [label, value] : report.facts)
      html +=
          fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_xml(label), escape_xml(value));
    html += "</dl>\n";
  }
  return html + "</header>\n";
}

std::string link_to(const report::Section& section) {
  return fmt::format(
      R"(<a href="#{}">{}</a>)", format_anchor(section.id), escape_xml(section.title));
}

/// Chapters; one with sections folds them, so that the contents stay short on a phone.
std::string write_contents(const report::Report& report) {
  const auto& sections = report.sections;
  std::string html =
      fmt::format("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol>\n",
                  escape_xml(report.contents_title));
  for (std::size_t i = 0; i < sections.size();) {
    std::size_t end = i + 1;
    while (end < sections.size() && sections[end].depth > 1) ++end;
    if (end == i + 1) {
      html += fmt::format("<li>{}</li>\n", link_to(sections[i]));
    } else {
      html +=
          fmt::format("<li><details><summary>{}</summary>\n<ol>\n", escape_xml(sections[i].title));
      for (std::size_t k = i; k < end; ++k)
        html += fmt::format("<li>{}</li>\n", link_to(sections[k]));
      html += "</ol></details></li>\n";
    }
    i = end;
  }
  return html + "</ol>\n</nav>\n";
}

std::string write_sections(const report::Report& report) {
  HtmlBlocks blocks;
  std::string html;
  for (const auto& section : report.sections) {
    const int depth = std::clamp(section.depth, 1, 3);
    const std::string id = format_anchor(section.id);
    html += fmt::format(
        "<section id=\"{}\" class=\"depth-{}\" aria-labelledby=\"{}-title\">\n<h{} "
        "id=\"{}-title\">{}</h{}>\n",
        id,
        depth,
        id,
        depth + 1,
        id,
        escape_xml(section.title),
        depth + 1);
    for (const auto& block : section.blocks) blocks.write(block);
    html += blocks.take() + "</section>\n";
  }
  return html;
}

}  // namespace

std::string render_html(const report::Report& report) {
  std::string page = write_head(report);
  page += fmt::format("<body>\n<a class=\"skip\" href=\"#report\">{}</a>\n",
                      escape_xml(report.skip_title));
  page += write_masthead(report);
  page += "<div class=\"page\">\n" + write_contents(report);
  page += "<main id=\"report\" tabindex=\"-1\">\n" + write_sections(report) +
          "</main>\n</div>\n</body>\n</html>\n";
  return page;
}

}  // namespace render
