// What a result says, without layout: sections of paragraphs, tables, figures and quotes, composed
// once for every format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace report {

struct Paragraph {
  std::string text;
  enum class Tone { plain, lead, note, warning } tone = Tone::plain;
};

/// A line of a list; `lead` names the thing that the line is about and may point to its section.
struct ListItem {
  std::string text = {};
  std::string lead = {};  ///< empty: the text stands alone
  std::string link = {};  ///< id of a section of this report, or empty
};

struct List {
  std::vector<ListItem> items = {};
  bool numbered = false;
};

enum class Align { left, right };

/// A cell may carry an anchor that another part of the report points to.
struct Cell {
  std::string text = {};
  std::string link = {};  ///< id of a section of this report, or empty
  std::string note = {};  ///< a second line in small print
  std::string mark = {};  ///< "met", "missing", "below", "above" or empty: shown by a sign, never
                          ///< by colour alone
};

struct Table {
  std::string caption;
  std::vector<std::string> head;
  std::vector<Align> align;  ///< as head; empty: all left
  std::vector<std::vector<Cell>> rows;
};

/// One bar of a profile: what was claimed, what stands, and the target, on the model's scale.
struct Bar {
  std::string label = {};
  std::optional<double> effective = {};
  std::optional<double> claimed = {};
  std::string shown = {};  ///< the figure as printed
  std::string link = {};   ///< id of a section of this report, or empty
};

/// A profile as horizontal bars on a fixed scale; its table stands beside it.
struct Figure {
  std::string caption;
  std::string description;  ///< what a reader who cannot see it must know
  double scale_min = 1;
  double scale_max = 5;
  std::optional<double> target;
  std::string target_label;
  std::string claimed_label;
  std::string effective_label;
  std::vector<Bar> bars;
};

/// The very words of a source, and where they stand.
struct Quote {
  std::string text;
  std::string source;    ///< "Perbup 12 Tahun 2025, hlm. 4"
  std::string remark;    ///< stance, level and state as a sentence
  std::string link;      ///< id of the section of the source
  std::string language;  ///< of the words, where it is not the report's; empty: the same or unknown
  bool contradicts = false;
};

/// A few large figures for the first page.
struct KeyFigure {
  std::string label;
  std::string value;
  std::string remark;
};

struct KeyFigures {
  std::vector<KeyFigure> figures;
};

using Block = std::variant<Paragraph, List, Table, Figure, Quote, KeyFigures>;

struct Section {
  std::string id;  ///< an anchor, unique in the report: "indicator-S01"
  std::string title;
  int depth = 1;  ///< 1 chapter, 2 section, 3 sub-section
  std::vector<Block> blocks;
};

/// A composed report in one language.
struct Report {
  std::string language;  ///< id or en
  std::string title;
  std::string subtitle;
  std::string organization;
  std::vector<std::pair<std::string, std::string>>
      facts;                   ///< label and value for the head of the first page
  std::string notice;          ///< such as "fictional example"; empty if none
  std::string contents_title;  ///< heading of the table of contents
  std::string skip_title;      ///< words of the link that jumps over the contents
  std::vector<Section> sections;
};

}  // namespace report
