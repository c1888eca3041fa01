// The numbers that a word processor prints before paragraphs: from styles, list definitions and
// counting.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "extract/list_number.hpp"

namespace extract {

/// What a paragraph has of its own or by its style.
struct ParagraphFormat {
  std::string list;            ///< the list's id; "0" or empty for none
  std::optional<int> level;    ///< of the list, counted from 0
  std::optional<int> outline;  ///< of a heading, counted from 0
  std::string style;
};

/// The paragraph styles of word/styles.xml.
class DocxStyles {
 public:
  explicit DocxStyles(codec::XmlNode styles);

  /// What the paragraph's properties (w:pPr) say, completed by its style and what that is based on.
  [[nodiscard]] ParagraphFormat resolve(codec::XmlNode properties) const;

  [[nodiscard]] ParagraphFormat find(std::string_view style) const;

 private:
  struct Style {
    ParagraphFormat own;
    std::string based_on;
  };

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_style_;
};

/// The lists of word/numbering.xml and how far each has counted.
class DocxNumbering {
 public:
  DocxNumbering(codec::XmlNode numbering, const DocxStyles& styles);

  /// Counts the paragraph and gives what is printed before it, a space at its end: "2.1 ", "• ";
  /// empty for a paragraph without a number.
  std::string count(const ParagraphFormat& paragraph);

 private:
  struct Level {
    int start = 1;
    std::optional<NumberStyle> style;  ///< empty for bullets and for levels that show no number
    bool is_bullet = false;
    bool is_legal = false;  ///< numbers of higher levels are digits
    bool has_gap = true;
    std::optional<int> restart_after;
    std::string text;             ///< "%1.%2"
    std::string paragraph_style;  ///< whose paragraphs stand on this level
  };

  struct Definition {
    std::map<int, Level> levels;
    std::map<int, int> counts;
  };

  struct List {
    std::string definition;
    std::map<int, int> starts;
    std::map<int, Level> levels;  ///< instead of the definition's
    bool is_started = false;
  };

  static Level read_level(codec::XmlNode node);
  void read_definition(codec::XmlNode node);
  void read_list(codec::XmlNode node);
  [[nodiscard]] static const Level* find_level(const List& list,
                                               const Definition& definition,
                                               int n);
  static void start(List& list, Definition& definition);
  static std::string format(const List& list, const Definition& definition, const Level& level);

  std::map<std::string, Definition> definitions_;
  std::map<std::string, std::string> linked_styles_;  // definition -> the style that holds the list
  std::map<std::string, List> lists_;
};

}  // namespace extract
