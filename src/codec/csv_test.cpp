// CSV: every cell keeps its place, and a number is read in one way or not at all.
#include "codec/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {

using codec::CsvCell;
using codec::CsvReader;
using codec::CsvRow;
using codec::NumberReading;

std::vector<std::vector<std::string>> read_all(std::string_view text,
                                               std::string* error = nullptr) {
  CsvReader reader(text);
  CsvRow row;
  std::vector<std::vector<std::string>> rows;
  while (true) {
    const auto more = reader.next(row);
    if (!more) {
      if (error != nullptr) *error = more.error().id;
      return rows;
    }
    if (!*more) return rows;
    auto& cells = rows.emplace_back();
    for (const auto& cell : row.cells) cells.emplace_back(cell.text);
  }
}

TEST(CsvReader, ReadsRowsAsRfc4180) {
  using Rows = std::vector<std::vector<std::string>>;
  EXPECT_EQ(read_all("a,b\r\n1,\"x \"\"y\"\"\nz\"\r\n"), (Rows{{"a", "b"}, {"1", "x \"y\"\nz"}}));
  EXPECT_EQ(read_all("\xEF\xBB\xBFid;I1\n\n1;2,5\n"), (Rows{{"id", "I1"}, {"1", "2,5"}}));
  EXPECT_EQ(read_all("a,b\n,\n"), (Rows{{"a", "b"}, {"", ""}}));
  EXPECT_EQ(read_all("a"), (Rows{{"a"}}));
  EXPECT_EQ(read_all(""), (Rows{}));
}

TEST(CsvReader, CountsLinesThroughQuotedBreaks) {
  CsvReader reader("h\n\"a\nb\"\nc\n");
  CsvRow row;
  std::vector<int> lines;
  while (*reader.next(row)) lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<int>{1, 2, 4}));
}

TEST(CsvReader, RefusesBrokenQuotesAndHugeCells) {
  struct Case {
    std::string text;
    const char* id;
  };

  for (const auto& c : {
           Case{"a\n\"x", "csv.unclosed_quote"},
           Case{"a\nx\"y\n", "csv.stray_quote"},
           Case{"a\n\"x\"y\n", "csv.stray_quote"},
           Case{"a\n" + std::string(10'000'000, 'x') + "\n", "csv.cell_too_large"},
           Case{std::string("a\nx\0y\n", 6), "csv.nul_byte"},
       }) {
    std::string error;
    read_all(c.text, &error);
    EXPECT_EQ(error, c.id);
  }
}

TEST(CsvReader, ReadsBackWhatWasQuoted) {
  rc::check("format and read are inverse", [](const std::vector<std::string>& cells) {
    RC_PRE(!cells.empty());
    std::string line = "h";
    for (const auto& cell : cells) {
      RC_PRE(cell.find('\0') == std::string::npos);
      line += "," + codec::format_csv_cell(cell);
    }
    const auto rows = read_all(line + "\n");
    RC_ASSERT(rows.size() == 1U);
    RC_ASSERT(rows[0].size() == cells.size() + 1);
    for (std::size_t i = 0; i < cells.size(); ++i) RC_ASSERT(rows[0][i + 1] == cells[i]);
  });
}

TEST(ParseCsvNumber, NeverGuesses) {
  struct Case {
    const char* text;
    bool quoted;
    char separator;
    NumberReading reading;
    const char* value;
  };

  for (const auto& c : {
           Case{"3", false, ',', NumberReading::number, "3/1"},
           Case{"2.5", false, ',', NumberReading::number, "5/2"},
           Case{"76.123", false, ',', NumberReading::number, "76123/1000"},
           Case{"0,33", true, ',', NumberReading::number, "33/100"},
           Case{"0,33", false, ';', NumberReading::number, "33/100"},
           Case{"76,123", false, ';', NumberReading::number, "76123/1000"},
           Case{"1,234", true, ',', NumberReading::ambiguous, ""},
           Case{"1.234", false, ';', NumberReading::ambiguous, ""},
           Case{"0.333", false, ';', NumberReading::number, "333/1000"},
           Case{"1.234,5", false, ';', NumberReading::ambiguous, ""},
           Case{"3a", false, ',', NumberReading::not_a_number, ""},
           Case{"1/2", false, ',', NumberReading::not_a_number, ""},
           Case{" 3", false, ',', NumberReading::not_a_number, ""},
       }) {
    const auto number = codec::parse_csv_number(CsvCell{c.text, c.quoted}, c.separator);
    EXPECT_EQ(number.reading, c.reading) << c.text;
    if (c.reading == NumberReading::number) {
      EXPECT_EQ(number.value, *base::parse_rational(c.value)) << c.text;
    }
  }
}

TEST(FormatCsvText, DefusesFormulas) {
  EXPECT_EQ(codec::format_csv_text("=1+1"), "'=1+1");
  EXPECT_EQ(codec::format_csv_text("@a,b"), "\"'@a,b\"");
  EXPECT_EQ(codec::format_csv_text("3"), "3");
}

TEST(UndoCsvText, GivesTheTextBack) {
  EXPECT_TRUE(rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('\'', '=', '-', 'a', '\t'));
    RC_ASSERT(codec::undo_csv_text(codec::format_csv_text(text)) == text);
  }));
}

}  // namespace
