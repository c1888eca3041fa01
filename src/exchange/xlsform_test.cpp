// The field form of a model: its questions by name, its choices, and the bytes of the workbook.
#include "exchange/xlsform.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "base/files.hpp"
#include "codec/json.hpp"
#include "codec/xml.hpp"
#include "codec/zip.hpp"

namespace {

using exchange::XlsxSheet;

text::Catalog catalog(const std::string& language) {
  const auto bytes =
      base::read_file(std::string(JENJANG_SOURCE_DIR) + "/locales/" + language + ".json", 10 << 20);
  std::vector<std::pair<std::string, std::string>> entries;
  const auto tree = codec::parse_json(*bytes).value();
  for (const auto& [key, value] : tree.members) entries.emplace_back(key, value.scalar);
  return {language, entries};
}

model::Model small_model() {
  model::Model model;
  model.id = "uji-coba";
  model.version = "1.0.0";
  model.digest = "0123456789abcdef";
  model.short_name = {"UJI", ""};
  model.level_names["process"][1] = {{"Awal", "Initial"}, {}};
  model.scale = {base::Rational(1), base::Rational(2), base::Rational(1)};
  model.nodes.resize(3);
  model.nodes[1].code = "S01";
  model.nodes[1].name = {"=cmd|' /C calc'!A0", "Strategy ${text}"};
  model.nodes[2].code = "1.2";
  model.nodes[2].name = {"Kedua", ""};
  model.indicators.resize(2);
  model.indicators[0].capability = "process";
  model.indicators[0].question = {"Adakah?", "Is there?"};
  model.indicators[0].criteria[1] = {"tidak ada", "nothing"};
  model.indicators[0].checks[2] = {{"2a", {"Ada SK", "A decree"}, 0}, {"2b", {"Ada tim", ""}, 0}};
  model.leaves = {1, 2};
  return model;
}

std::vector<XlsxSheet> compose(const model::Model& model) {
  const auto indonesian = catalog("id");
  const auto english = catalog("en");
  return exchange::compose_xlsform(model, {indonesian, english});
}

std::string show(const std::vector<std::string>& row, std::initializer_list<std::size_t> columns) {
  std::string shown;
  for (const auto column : columns)
    shown += (shown.empty() ? "" : "|") + (column < row.size() ? row[column] : "");
  return shown;
}

TEST(XlsForm, AsksWhatAnObservationNeeds) {
  const auto sheets = compose(small_model());
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_EQ(sheets[0].name + sheets[1].name + sheets[2].name, "surveychoicessettings");
  std::string asked;
  for (const auto& row : sheets[0].rows) asked += show(row, {0, 1, 6, 7, 13}) + "\n";
  EXPECT_EQ(asked,
            "type|name|required|relevant|choice_filter\n"
            "start|start|||\n"
            "end|end|||\n"
            "text|observer|yes||\n"
            "text|observer_role|||\n"
            "date|date|yes||\n"
            "time|time|||\n"
            "text|place|yes||\n"
            "geopoint|coordinates|||\n"
            "select_one method|method|yes||\n"
            "text|respondent_role|||\n"
            "select_one consent|consent|yes||\n"
            "text|respondent||${consent} = 'yes'|\n"
            "text|subject|||\n"
            "text|text|yes||\n"
            "image|photos|||\n"
            "image|photo_2|||\n"
            "image|photo_3|||\n"
            "select_multiple indicators|indicators|||\n"
            "begin_group|S01||selected(${indicators}, 'S01')|\n"
            "note|S01_guide|||\n"
            "select_one level_S01|S01_level|||\n"
            "select_multiple checks_S01|S01_checks|||\n"
            "text|S01_note|||\n"
            "select_multiple checks_S01|S01_not_seen|||not(selected(${S01_checks}, name))\n"
            "end_group||||\n"
            "begin_group|i_1_2||selected(${indicators}, 'i_1_2')|\n"
            "note|i_1_2_guide|||\n"
            "select_one level_i_1_2|i_1_2_level|||\n"
            "text|i_1_2_note|||\n"
            "end_group||||\n");
  EXPECT_EQ(show(sheets[0].rows[19], {2, 3}), "S01 =cmd|' /C calc'!A0|S01 Strategy $ {text}");
  EXPECT_EQ(show(sheets[0].rows[26], {2, 3}), "1.2 Kedua|1.2 Kedua");
  for (const auto& row : sheets[0].rows)
    for (const auto& cell : row) EXPECT_EQ(cell.find("⟦"), std::string::npos) << cell;
}

TEST(XlsForm, OffersLevelsAndChecks) {
  const auto sheets = compose(small_model());
  std::string offered;
  for (const auto& row : sheets[1].rows)
    if (row[0] != "method" && row[0] != "consent") offered += show(row, {0, 1, 2, 3}) + "\n";
  EXPECT_EQ(offered,
            "list_name|name|label::Bahasa Indonesia (id)|label::English (en)\n"
            "indicators|S01|S01 =cmd|' /C calc'!A0|S01 Strategy $ {text}\n"
            "level_S01|1|1 Awal: tidak ada|1 Initial: nothing\n"
            "level_S01|2|2|2\n"
            "checks_S01|2a|2a Ada SK|2a A decree\n"
            "checks_S01|2b|2b Ada tim|2b Ada tim\n"
            "indicators|i_1_2|1.2 Kedua|1.2 Kedua\n"
            "level_i_1_2|1|1|1\n"
            "level_i_1_2|2|2|2\n");
  EXPECT_EQ(show(sheets[2].rows[1], {0, 1, 2, 3}),
            "Formulir lapangan UJI|jenjang_uji_coba|1.0.0-01234567|Bahasa Indonesia (id)");
}

// Every cell of a sheet as its words; a formula would come out as "=…" in <f>.
std::map<std::string, std::string> read_cells(const std::string& bytes, const std::string& part) {
  auto archive = codec::open_zip(bytes).value();
  const auto strings = codec::parse_xml(archive.read("xl/sharedStrings.xml").value()).value();
  std::vector<std::string> words;
  for (const auto item : strings.root().children()) words.push_back(item.all_text());
  const auto sheet = codec::parse_xml(archive.read(part).value()).value();
  std::map<std::string, std::string> cells;
  for (const auto row : sheet.root().child("sheetData").children())
    for (const auto cell : row.children()) {
      EXPECT_EQ(cell.attribute("t"), "s");
      EXPECT_FALSE(cell.child("f"));
      cells[std::string(cell.attribute("r"))] =
          words.at(static_cast<std::size_t>(std::stoi(cell.child("v").all_text())));
    }
  return cells;
}

TEST(Xlsx, KeepsWordsAsWords) {
  const std::vector<XlsxSheet> sheets = {
      {"survey",
       {10},
       {{"type", "name"}, {"=1+1", "+1"}, {"-1", "@SUM(A1)"}, {" a\nb ", "<&>é𝄞"}}}};
  const auto bytes = exchange::write_xlsx(sheets);
  ASSERT_TRUE(bytes) << bytes.error().parameters[1].second;
  EXPECT_EQ(read_cells(*bytes, "xl/worksheets/sheet1.xml"),
            (std::map<std::string, std::string>{{"A1", "type"},
                                                {"B1", "name"},
                                                {"A2", "=1+1"},
                                                {"B2", "+1"},
                                                {"A3", "-1"},
                                                {"B3", "@SUM(A1)"},
                                                {"A4", " a\nb "},
                                                {"B4", "<&>é𝄞"}}));
}

TEST(Xlsx, GivesTheSameBytesForTheSameSheets) {
  const auto sheets = compose(small_model());
  const auto first = exchange::write_xlsx(sheets);
  ASSERT_TRUE(first);
  EXPECT_EQ(first, exchange::write_xlsx(sheets));
  EXPECT_NE(codec::open_zip(*first)->read("docProps/core.xml")->find("1980-01-01T00:00:00Z"),
            std::string::npos);
}

TEST(Xlsx, SaysWhatASheetCannotHold) {
  EXPECT_EQ(exchange::write_xlsx(std::vector<XlsxSheet>{{"a/b", {}, {}}}).error().id,
            "xlsx.not_written");
  const auto long_text =
      exchange::write_xlsx(std::vector<XlsxSheet>{{"a", {}, {{std::string(40'000, 'x')}}}});
  ASSERT_FALSE(long_text);
  EXPECT_EQ(long_text.error().kind, base::ErrorKind::invalid);
  EXPECT_EQ(long_text.error().parameters[0].second, "a");
}

}  // namespace
