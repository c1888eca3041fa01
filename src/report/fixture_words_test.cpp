// The catalogues read from their files, and a report as the plain words that its reader sees.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "report/fixture.hpp"

namespace report::fixture {

namespace {

/// A string of JSON from its opening quote; escapes of one character are enough for catalogues.
std::string read_string(const std::string& json, std::size_t& at) {
  std::string words;
  for (++at; json.at(at) != '"'; ++at) {
    if (json[at] != '\\') {
      words += json[at];
      continue;
    }
    const char escaped = json.at(++at);
    words += escaped == 'n' ? '\n' : escaped;
  }
  ++at;
  return words;
}

void add_words(const Block& block, std::string& words) {
  const auto add = [&words](const std::string& text) { words += text + "\n"; };
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) add(paragraph->text);
  if (const auto* list = std::get_if<List>(&block))
    for (const auto& item : list->items) add(item.lead + ": " + item.text);
  if (const auto* table = std::get_if<Table>(&block)) {
    add(table->caption);
    for (const auto& head : table->head) add(head);
    for (const auto& row : table->rows)
      for (const auto& cell : row) add(cell.text + " / " + cell.note);
  }
  if (const auto* figure = std::get_if<Figure>(&block)) {
    for (const auto& text : {figure->caption,
                             figure->description,
                             figure->target_label,
                             figure->claimed_label,
                             figure->effective_label})
      add(text);
    for (const auto& bar : figure->bars) add(bar.label + " " + bar.shown);
  }
  if (const auto* quote = std::get_if<Quote>(&block))
    add(quote->text + " | " + quote->source + " | " + quote->remark);
  if (const auto* figures = std::get_if<KeyFigures>(&block))
    for (const auto& figure : figures->figures)
      add(figure.label + ": " + figure.value + " | " + figure.remark);
}

}  // namespace

text::Catalog read_catalog(const std::string& language) {
  std::ifstream file(std::string(JENJANG_SOURCE_DIR) + "/locales/" + language + ".json");
  std::stringstream stream;
  stream << file.rdbuf();
  const std::string json = stream.str();
  std::vector<std::pair<std::string, std::string>> entries;
  std::size_t at = 0;
  while ((at = json.find('"', at)) != std::string::npos) {
    std::string key = read_string(json, at);
    at = json.find('"', at);
    entries.emplace_back(std::move(key), read_string(json, at));
  }
  return {language, std::move(entries)};
}

std::string words_of(const std::vector<Block>& blocks) {
  std::string words;
  for (const auto& block : blocks) add_words(block, words);
  return words;
}

std::string words_of(const Report& report) {
  std::string words = report.title + "\n" + report.subtitle + "\n" + report.organization + "\n" +
                      report.notice + "\n";
  for (const auto& [label, value] : report.facts) words += label + ": " + value + "\n";
  for (const auto& section : report.sections)
    words += section.title + "\n" + words_of(section.blocks);
  return words;
}

TEST(Catalogue, IsReadFromItsFile) {
  EXPECT_EQ(read_catalog("id").say("report.title"), "Laporan Hasil Penilaian");
  EXPECT_EQ(read_catalog("en").say("report.title"), "Results report");
}

}  // namespace report::fixture
