// Walks groups, boxes, tables and diagrams, and counts numbered paragraphs.
#include "extract/pptx_shapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "extract/list_number.hpp"

namespace extract {

namespace {

using codec::XmlNode;

// A shape's name, visibility and place: "nvSpPr", "nvGraphicFramePr", "nvGrpSpPr".
XmlNode find_properties(XmlNode shape) {
  for (const auto node : shape.children())
    if (node.name().starts_with("nv")) return node;
  return {};
}

std::string_view placeholder_of(XmlNode shape) {
  return find_properties(shape).child("nvPr").child("ph").attribute("type");
}

bool is_title(XmlNode shape) {
  const auto type = placeholder_of(shape);
  return type == "title" || type == "ctrTitle";
}

bool is_margin(XmlNode shape) {
  const auto type = placeholder_of(shape);
  return type == "sldNum" || type == "dt" || type == "ftr" || type == "hdr" || type == "sldImg";
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

// Numbers as PowerPoint counts them: a paragraph of another kind or a higher level begins anew.
class Numbering {
 public:
  std::string count(XmlNode properties) {
    int level = 0;
    const auto digits = properties.attribute("lvl");
    std::from_chars(digits.data(), digits.data() + digits.size(), level);
    counts_.erase(counts_.upper_bound(level), counts_.end());
    const auto automatic = properties.child("buAutoNum");
    if (!automatic) {
      counts_.erase(level);
      return {};
    }
    auto& [type, number] = counts_[level];
    if (type != automatic.attribute("type")) {
      type = automatic.attribute("type");
      number = 1;
      const auto start = automatic.attribute("startAt");
      std::from_chars(start.data(), start.data() + start.size(), number);
    }
    return format(number++, type);
  }

 private:
  static std::string format(int number, std::string_view type) {
    constexpr std::array<std::pair<std::string_view, NumberStyle>, 4> styles = {
        {{"alphaLc", NumberStyle::lower_letter},
         {"alphaUc", NumberStyle::upper_letter},
         {"romanLc", NumberStyle::lower_roman},
         {"romanUc", NumberStyle::upper_roman}}};
    auto style = NumberStyle::decimal;
    for (const auto& [name, known] : styles)
      if (type.starts_with(name)) style = known;
    const auto digits = format_list_number(number, style);
    if (type.ends_with("ParenBoth")) return '(' + digits + ") ";
    if (type.ends_with("ParenR")) return digits + ") ";
    return digits + (type.ends_with("Period") ? ". " : " ");
  }

  std::map<int, std::pair<std::string, int>> counts_;  // level -> kind and next number
};

void read_runs(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children()) {
    const auto name = node.name();
    if (name == "r" || name == "fld")
      target.add(node.child("t").text());
    else if (name == "br")
      target.add_line_break();
    else if (name == "tab")
      target.add_tab();
    else if (name == "m" || name == "oMathPara" || name == "oMath")
      target.add(node.all_text());
    else if (name == "AlternateContent")
      read_runs(node.child("Choice"), target);
  }
}

void read_body(XmlNode body, BlockText& target) {
  Numbering numbering;
  for (const auto paragraph : body.children()) {
    if (paragraph.name() != "p") continue;
    const auto mark = numbering.count(paragraph.child("pPr"));
    if (!paragraph.all_text().empty()) target.add(mark);
    read_runs(paragraph, target);
    target.end_block();
  }
}

void read_table(XmlNode table, BlockText& target) {
  target.end_block();
  for (const auto row : table.children()) {
    if (row.name() != "tr") continue;
    std::vector<std::string> cells;
    for (const auto cell : row.children()) {
      if (cell.name() != "tc" || is_true(cell.attribute("hMerge"))) continue;
      BlockText text;
      if (!is_true(cell.attribute("vMerge"))) read_body(cell.child("txBody"), text);
      cells.push_back(text.release());
    }
    target.add_row(cells);
  }
  target.end_block();
}

class ShapeReader {
 public:
  explicit ShapeReader(BlockText& target) : target_(target) {}

  // Either the titles or all other shapes.
  void read(XmlNode parent, bool titles) {
    for (const auto node : parent.children()) {
      if (!node.is_element() || target_.is_full()) continue;
      const auto name = node.name();
      if (is_true(find_properties(node).child("cNvPr").attribute("hidden")))
        findings.hidden_shapes += !titles && !node.all_text().empty() ? 1 : 0;
      else if (name == "sp")
        read_shape(node, titles);
      else if (name == "grpSp")
        read(node, titles);
      else if (name == "graphicFrame" && !titles)
        read_graphic(node.child("graphic").child("graphicData"));
      else if (name == "AlternateContent")
        read_alternatives(node, titles);
    }
  }

  ShapeFindings findings;

 private:
  void read_shape(XmlNode shape, bool titles) {
    if (is_title(shape) != titles || is_margin(shape)) return;
    const auto body = shape.child("txBody");
    read_body(body, target_);
    if (!titles || !findings.title.empty()) return;
    BlockText title;
    read_body(body, title);
    findings.title = flatten(title.release());
  }

  void read_graphic(XmlNode data) {
    for (const auto node : data.children()) {
      if (node.name() == "tbl") read_table(node, target_);
      if (node.name() == "relIds") findings.diagrams.emplace_back(node.prefixed_attribute("dm"));
    }
  }

  // The same content in several ways: the first that has words is read.
  void read_alternatives(XmlNode node, bool titles) {
    for (const auto way : node.children()) {
      if (way.all_text().find_first_not_of(" \t\n") == std::string::npos) continue;
      return read(way, titles);
    }
  }

  BlockText& target_;
};

}  // namespace

ShapeFindings read_shapes(XmlNode slide, BlockText& target) {
  const auto tree = slide.child("cSld").child("spTree");
  ShapeReader reader(target);
  reader.read(tree, true);
  reader.read(tree, false);
  return std::move(reader.findings);
}

void read_paragraphs(XmlNode parent, BlockText& target) {
  for (const auto node : parent.children()) {
    if (node.name() == "p") {
      read_runs(node, target);
      target.end_block();
    } else if (node.is_element()) {
      read_paragraphs(node, target);
    }
  }
}

}  // namespace extract
