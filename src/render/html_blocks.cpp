// Writes each kind of block with the elements that mean what it is.
#include "render/html_blocks.hpp"

#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "chart/bars.hpp"
#include "chart/svg.hpp"
#include "render/anchor.hpp"

namespace render {

namespace {

using chart::escape_xml;

std::string_view tone_class(report::Paragraph::Tone tone) {
  switch (tone) {
    case report::Paragraph::Tone::plain:
      return "";
    case report::Paragraph::Tone::lead:
      return R"( class="lead")";
    case report::Paragraph::Tone::note:
      return R"( class="note")";
    case report::Paragraph::Tone::warning:
      return R"( class="warning")";
  }
  return "";
}

std::string link_to(const std::string& id, const std::string& text) {
  if (id.empty()) return escape_xml(text);
  return fmt::format(R"(<a href="#{}">{}</a>)", format_anchor(id), escape_xml(text));
}

/// The sign of a mark; the words beside it say the same, so readers who cannot see it lose nothing.
std::string sign_of(std::string_view mark) {
  const std::pair<std::string_view, std::string_view> signs[] = {
      {"met", "✓"}, {"missing", "✗"}, {"above", "▲"}, {"below", "▽"}};
  for (const auto& [name, sign] : signs)
    if (name == mark)
      return fmt::format(R"(<span class="mark {}" aria-hidden="true">{}</span>&nbsp;)", name, sign);
  return {};
}

std::string cell_content(const report::Cell& cell) {
  std::string content = sign_of(cell.mark) + link_to(cell.link, cell.text);
  if (!cell.note.empty()) content += fmt::format("<small>{}</small>", escape_xml(cell.note));
  return content;
}

bool is_right(const report::Table& table, std::size_t column) {
  return column < table.align.size() && table.align[column] == report::Align::right;
}

/// Whether a text holds a word too long for a column, such as a digest.
bool has_long_word(std::string_view text) {
  constexpr std::size_t word_max = 30;
  std::size_t length = 0;
  for (const char c : text) {
    length = c == ' ' || c == '\n' ? 0 : length + 1;
    if (length > word_max) return true;
  }
  return false;
}

std::string cell_class(const report::Table& table, std::size_t column, const report::Cell& cell) {
  if (is_right(table, column)) return R"( class="right")";
  return has_long_word(cell.text) || has_long_word(cell.note) ? R"( class="long")" : "";
}

std::string write_row(const report::Table& table, const std::vector<report::Cell>& row) {
  std::string html = "<tr>";
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string kind = cell_class(table, i, row[i]);
    if (i == 0 && !row[i].text.empty())
      html += fmt::format(R"(<th scope="row"{}>{}</th>)", kind, cell_content(row[i]));
    else
      html += fmt::format("<td{}>{}</td>", kind, cell_content(row[i]));
  }
  return html + "</tr>\n";
}

chart::BarChart to_chart(const report::Figure& figure, const std::string& id) {
  chart::BarChart picture;
  picture.id = id;
  picture.title = figure.caption;
  picture.description = figure.description;
  picture.scale_min = figure.scale_min;
  picture.scale_max = figure.scale_max;
  picture.target = figure.target;
  picture.value_label = figure.effective_label;
  picture.marker_label = figure.claimed_label;
  picture.target_label = figure.target_label;
  for (const auto& bar : figure.bars)
    picture.rows.push_back({bar.label, bar.effective, bar.claimed, bar.shown});
  return picture;
}

}  // namespace

void HtmlBlocks::write(const report::Block& block) {
  std::visit(
      [this](const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, report::Paragraph>) write_paragraph(value);
        if constexpr (std::is_same_v<T, report::List>) write_list(value);
        if constexpr (std::is_same_v<T, report::Table>) write_table(value);
        if constexpr (std::is_same_v<T, report::Figure>) write_figure(value);
        if constexpr (std::is_same_v<T, report::Quote>) write_quote(value);
        if constexpr (std::is_same_v<T, report::KeyFigures>) write_key_figures(value);
      },
      block);
}

std::string HtmlBlocks::take() {
  return std::exchange(page_, std::string());
}

void HtmlBlocks::write_paragraph(const report::Paragraph& paragraph) {
  page_ += fmt::format("<p{}>{}</p>\n", tone_class(paragraph.tone), escape_xml(paragraph.text));
}

void HtmlBlocks::write_list(const report::List& list) {
  if (list.items.empty()) return;
  const std::string_view element = list.numbered ? "ol" : "ul";
  page_ += fmt::format("<{}>\n", element);
  for (const auto& item : list.items) {
    const std::string colon = item.text.empty() ? "" : ": ";
    const std::string lead =
        item.lead.empty()
            ? ""
            : fmt::format("<strong>{}</strong>{}", link_to(item.link, item.lead), colon);
    page_ += fmt::format("<li>{}{}</li>\n", lead, escape_xml(item.text));
  }
  page_ += fmt::format("</{}>\n", element);
}

void HtmlBlocks::write_table(const report::Table& table) {
  constexpr std::size_t columns_on_a_phone = 4;
  const int number = ++tables_;
  page_ += fmt::format(
      R"(<div class="scroll" role="region" aria-labelledby="table-{}" tabindex="0"><table{}><caption id="table-{}">{}</caption>)",
      number,
      table.head.size() > columns_on_a_phone ? R"( class="wide")" : "",
      number,
      escape_xml(table.caption));
  page_ += "\n<thead><tr>";
  for (std::size_t i = 0; i < table.head.size(); ++i)
    page_ += fmt::format(R"(<th scope="col"{}>{}</th>)",
                         is_right(table, i) ? R"( class="right")" : "",
                         escape_xml(table.head[i]));
  page_ += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) page_ += write_row(table, row);
  page_ += "</tbody></table></div>\n";
}

void HtmlBlocks::write_figure(const report::Figure& figure) {
  const std::string id = fmt::format("figure-{}", ++figures_);
  page_ += fmt::format(
      R"(<figure class="chart"><div class="scroll" role="region" aria-label="{}" tabindex="0">{}</div><figcaption>{}</figcaption></figure>)",
      escape_xml(figure.caption),
      chart::draw_bars(to_chart(figure, id)),
      escape_xml(figure.caption));
  page_ += '\n';
}

void HtmlBlocks::write_quote(const report::Quote& quote) {
  const std::string language =
      quote.language.empty() ? "" : fmt::format(R"( lang="{}")", escape_xml(quote.language));
  page_ += fmt::format(
      R"(<figure class="quote{}"><blockquote{}><p>{}</p></blockquote><figcaption><cite>{}</cite>. {}</figcaption></figure>)",
      quote.contradicts ? " against" : "",
      language,
      escape_xml(quote.text),
      link_to(quote.link, quote.source),
      escape_xml(quote.remark));
  page_ += '\n';
}

void HtmlBlocks::write_key_figures(const report::KeyFigures& figures) {
  page_ += "<dl class=\"key-figures\">\n";
  for (const auto& figure : figures.figures)
    page_ += fmt::format(R"(<div><dt>{}</dt><dd class="figure">{}</dd><dd>{}</dd></div>)",
                         escape_xml(figure.label),
                         escape_xml(figure.value),
                         escape_xml(figure.remark)) +
             "\n";
  page_ += "</dl>\n";
}

}  // namespace render
