// Headers of offices' worksheets are recognised, and a mapping survives being written and read.
#include "workflow/workbook_mapping.hpp"

#include <gtest/gtest.h>

namespace {

using workflow::SheetRows;
using workflow::WorkbookMapping;

std::string outcome_of(const auto& result) {
  return result ? "ok" : result.error().id;
}

TEST(Mapping, IsGuessedFromHeaders) {
  struct Case {
    const char* name;
    std::vector<SheetRows> sheets;
    std::string found;  // sheet, row and fields
  };

  for (const auto& c : std::vector<Case>{
           {"nothing", {}, ""},
           {"the exported names",
            {{"A", {{"indicator", "rater", "value"}}}},
            "A 1 indicator rater value"},
           {"words of an office below a title",
            {{"Sampul", {{"Laporan"}}},
             {"Nilai",
              {{"Penilaian Mandiri"},
               {},
               {"No", "KODE  Indikator", "", "Tingkat\nKematangan", "Penjelasan"}}}},
            "Nilai 3 because indicator value"},
           {"no answers", {{"A", {{"Kode", "Penjelasan"}}}}, ""},
           {"no indicators", {{"A", {{"Nilai", "Penjelasan"}}}}, ""},
           {"the first of two columns",
            {{"A", {{"Kode", "Indikator", "Nilai"}}}},
            "A 1 indicator value"},
       }) {
    const auto mapping = workflow::guess_mapping(c.sheets);
    std::string found;
    if (mapping) {
      found = mapping->sheet + " " + std::to_string(mapping->head_row);
      for (const auto& [field, header] : mapping->columns) found.append(" ").append(field);
    }
    EXPECT_EQ(found, c.found) << c.name;
  }
}

TEST(Mapping, SurvivesBeingWrittenAndRead) {
  const WorkbookMapping mapping{"Nilai: \"2025\" # a",
                                4,
                                {{"indicator", "Kode"}, {"value", "Tingkat\n- 1"}},
                                {{"rater", "Tim {A}"}, {"stage", "self"}}};
  const auto read = workflow::parse_mapping(workflow::format_mapping(mapping));
  ASSERT_TRUE(read) << read.error().id;
  EXPECT_EQ(read->sheet, mapping.sheet);
  EXPECT_EQ(read->head_row, mapping.head_row);
  EXPECT_EQ(read->columns, mapping.columns);
  EXPECT_EQ(read->constants, mapping.constants);
}

TEST(Mapping, WithAMistakeIsRefused) {
  struct Case {
    const char* yaml;
    const char* outcome;
  };

  for (const auto& c : std::vector<Case>{
           {"- a", "mapping.wrong_form"},
           {"sheet: [a]", "mapping.wrong_form"},
           {"sheet: A\ncolumns:\n  indicator: Kode\n", "ok"},
           {"sheet: A\n", "mapping.no_indicator"},
           {"sheet: A\nhead_row: 0\n", "mapping.wrong_form"},
           {"sheet: A\nhead_row: 1x\n", "mapping.wrong_form"},
           {"lembar: A\n", "mapping.unknown_key"},
           {"columns:\n  kode: A\n", "mapping.unknown_key"},
           {"columns: A\n", "mapping.wrong_form"},
           {"columns:\n  indicator: [A]\n", "mapping.wrong_form"},
           {"sheet: \"A\n", "yaml.syntax"},
       })
    EXPECT_EQ(outcome_of(workflow::parse_mapping(c.yaml)), c.outcome) << c.yaml;
}

TEST(Mapping, IsHeldToTheWorkbook) {
  const std::vector<SheetRows> sheets = {{"A", {{"Kode", "Nilai", "Nilai"}, {"S01", "3", "4"}}}};

  struct Case {
    WorkbookMapping mapping;
    const char* outcome;
  };

  for (const auto& c : std::vector<Case>{
           {{"A", 1, {{"indicator", "kode"}}, {}}, "ok"},
           {{"B", 1, {{"indicator", "Kode"}}, {}}, "mapping.no_sheet"},
           {{"A", 9, {{"indicator", "Kode"}}, {}}, "mapping.no_row"},
           {{"A", 2, {{"indicator", "Kode"}}, {}}, "mapping.no_column"},
           {{"A", 1, {{"indicator", "Kode"}, {"value", "Nilai"}}, {}}, "mapping.two_columns"},
       })
    EXPECT_EQ(outcome_of(workflow::find_columns(sheets, c.mapping)), c.outcome);
}

}  // namespace
