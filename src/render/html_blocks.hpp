// The blocks of a report as HTML: paragraphs, lists, tables, charts, quotes, key figures.
#pragma once

#include <string>

#include "report/report.hpp"

namespace render {

/// Writes blocks one after the other and numbers tables and figures, so that their ids are unique
/// on the page.
class HtmlBlocks {
 public:
  /// Appends the block to the page.
  void write(const report::Block& block);

  /// What was written since the last call.
  std::string take();

 private:
  void write_paragraph(const report::Paragraph& paragraph);
  void write_list(const report::List& list);
  void write_table(const report::Table& table);
  void write_figure(const report::Figure& figure);
  void write_quote(const report::Quote& quote);
  void write_key_figures(const report::KeyFigures& figures);

  std::string page_;
  int tables_ = 0;
  int figures_ = 0;
};

}  // namespace render
