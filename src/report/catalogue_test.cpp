// The catalogues: same keys and parameters in both languages, and every key that this room says.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "assessment/names.hpp"
#include "report/fixture.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = JENJANG_SOURCE_DIR;

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream stream;
  stream << file.rdbuf();
  return stream.str();
}

std::set<std::string> find_all(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), pattern);
       it != std::sregex_iterator();
       ++it)
    found.insert((*it)[1].str());
  return found;
}

/// The sources of a room or of the whole house, tests aside.
std::string read_sources(const fs::path& folder) {
  std::string code;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir / folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".cpp") && !name.ends_with("_test.cpp")) code += read_text(entry.path());
  }
  return code;
}

TEST(Catalogues, HaveTheSameKeysInOrder) {
  const auto indonesian = fixture::read_catalog("id");
  const auto english = fixture::read_catalog("en");
  EXPECT_EQ(indonesian.keys(), english.keys());
  for (const auto* language : {"id", "en"}) {
    const std::string json = read_text(source_dir / "locales" / (std::string(language) + ".json"));
    std::vector<std::string> keys;
    const std::regex line(R"re(\n\s*"([^"]+)":)re");
    for (auto it = std::sregex_iterator(json.begin(), json.end(), line);
         it != std::sregex_iterator();
         ++it)
      keys.push_back((*it)[1].str());
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end())) << language;
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size()) << language;
  }
}

TEST(Catalogues, UseTheSameParametersInBothLanguages) {
  const std::regex parameter(R"(\{([a-z_]+)[,}])");
  const std::regex plain_form(R"((one|other|=[0-9]+) \{([^{}]*)\})");
  const auto catalog = fixture::read_catalog("id");
  for (const auto key : catalog.keys()) {
    std::set<std::string> sets[2];
    int at = 0;
    for (const auto* language : {"id", "en"}) {
      const std::string json =
          read_text(source_dir / "locales" / (std::string(language) + ".json"));
      const std::size_t begin = json.find("\"" + std::string(key) + "\":");
      const std::string line = json.substr(begin, json.find('\n', begin) - begin);
      sets[at++] = find_all(std::regex_replace(line, plain_form, "$2"), parameter);
    }
    // A number may decide a plural in one language only.
    sets[0].erase("n");
    sets[1].erase("n");
    EXPECT_EQ(sets[0], sets[1]) << key;
  }
}

TEST(Catalogues, HoldEveryKeyThatAReportSays) {
  const auto catalog = fixture::read_catalog("id");
  const auto keys =
      find_all(read_sources("src/report"), std::regex(R"re("((?:report|explain)\.[a-z_.]+)")re"));
  EXPECT_GT(keys.size(), 100U);
  for (const auto& key : keys) {
    const bool prefix = key.ends_with('.');
    const auto known = catalog.keys();
    const bool starts_another =
        std::any_of(known.begin(), known.end(), [&](std::string_view other) {
          return other.starts_with(prefix ? key : key + ".");
        });
    EXPECT_TRUE(catalog.has(key) || starts_another) << key;
  }
}

TEST(Catalogues, HoldNoKeyThatNothingSays) {
  const std::string code = read_sources("src");
  const std::set<std::string> built = {"report.outcome",
                                       "report.stage",
                                       "report.standing",
                                       "report.effort",
                                       "report.read",
                                       "report.source_kind",
                                       "report.source_state",
                                       "report.rounding",
                                       "report.rule",
                                       "report.literature",
                                       "explain.outcome",
                                       "explain.left_out",
                                       "explain.at_floor",
                                       "explain.quote",
                                       "explain.state",
                                       "explain.ratings",
                                       "explain.conditions",
                                       "explain.sum"};
  const auto catalog = fixture::read_catalog("id");
  for (const auto key : catalog.keys()) {
    if (!key.starts_with("report.") && !key.starts_with("explain.")) continue;
    const bool whole = code.find("\"" + std::string(key) + "\"") != std::string::npos;
    const bool head =
        code.find("\"" + std::string(key.substr(key.rfind('.') + 1)) + "\"") != std::string::npos;
    const bool family = std::any_of(built.begin(), built.end(), [&](const auto& prefix) {
      return key.starts_with(prefix + ".");
    });
    EXPECT_TRUE(whole || head || family) << key;
  }
}

TEST(Catalogues, SayEveryWordOfAnEnumeration) {
  for (const auto* language : {"id", "en"}) {
    const auto catalog = fixture::read_catalog(language);
    using assessment::Outcome;
    for (const auto outcome : {Outcome::answered,
                               Outcome::not_rated,
                               Outcome::not_applicable,
                               Outcome::insufficient_evidence,
                               Outcome::awaiting_external})
      for (const auto* family :
           {"report.outcome.", "explain.outcome.", "explain.left_out.", "explain.at_floor."})
        EXPECT_TRUE(catalog.has(family + std::string(assessment::format_outcome(outcome))))
            << family;
    using assessment::Stage;
    for (const auto stage :
         {Stage::self, Stage::document, Stage::interview, Stage::visit, Stage::final})
      EXPECT_TRUE(catalog.has("report.stage." + std::string(assessment::format_stage(stage))));
    using assessment::EvidenceState;
    for (const auto state :
         {EvidenceState::proposed, EvidenceState::accepted, EvidenceState::rejected})
      for (const auto* ending : {"", "_by"})
        EXPECT_TRUE(catalog.has("explain.state." +
                                std::string(assessment::format_evidence_state(state)) + ending));
    for (const auto stance : {assessment::Stance::supports, assessment::Stance::contradicts})
      for (const auto* ending : {"", "_level"})
        EXPECT_TRUE(catalog.has("explain.quote." + std::string(assessment::format_stance(stance)) +
                                ending));
  }
}

}  // namespace
}  // namespace report
