// Observations: what becomes of an item, and how a fault in one is told.
#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "ingest/ingest.hpp"

namespace {

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters) shown += " " + name + "=" + value;
  return shown;
}

TEST(Observations, BecomeSources) {
  const std::string first =
      "- code: OBS-01\n  date: 2026-10-20\n  place: Ruang peladen\n  observer: Asesor A\n  method: "
      "Wawancara\n"
      "  subject: Jaringan\n  text: >-\n    Delapan belas ruang\n    diuji.\n\n    Semua "
      "berfungsi.\n  photos: [a.jpg]\n";
  const std::string second = "- code: OBS-02\n  text: \"Baik\"\n";
  const auto sources = ingest::read_observations("# contoh\n" + first + second, "map/o.yaml");
  ASSERT_TRUE(sources) << show(sources.error());
  ASSERT_EQ(sources->size(), 2U);
  const auto& read = sources->at(0);
  EXPECT_EQ(read.source.code, "OBS-01");
  EXPECT_EQ(read.source.kind, assessment::SourceKind::observation);
  EXPECT_EQ(read.source.title, "Jaringan");
  EXPECT_EQ(read.source.date, "2026-10-20");
  EXPECT_EQ(read.source.place, "Ruang peladen");
  EXPECT_EQ(read.source.observer, "Asesor A");
  EXPECT_EQ(read.source.method, "Wawancara");
  EXPECT_EQ(read.source.file_name, "o.yaml");
  EXPECT_EQ(read.text, "Delapan belas ruang diuji.\nSemua berfungsi.");
  EXPECT_EQ(read.bytes, first);
  EXPECT_EQ(read.source.digest, base::sha256(first));
  EXPECT_EQ(sources->at(1).bytes, second);
  EXPECT_EQ(sources->at(1).source.title, "OBS-02");
}

TEST(Observations, SayWhereTheyAreWrong) {
  struct Case {
    std::string_view name;
    std::string_view yaml;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"no list", "code: a\n", "observations.not_a_list file=o.yaml line=1"},
           {"an item that is no record", "- a\n", "observations.not_a_record file=o.yaml line=1"},
           {"no code", "- text: a\n", "observations.missing_key file=o.yaml line=1 key=code"},
           {"no text",
            "- code: a\n  text: x\n- code: b\n  text: \"  \"\n",
            "observations.missing_key file=o.yaml line=3 key=text"},
           {"a key nobody knows",
            "- code: a\n  teks: x\n",
            "observations.unknown_key file=o.yaml line=2 key=teks"},
           {"a list for a text",
            "- code: a\n  text: [x]\n",
            "observations.wrong_form file=o.yaml line=2 key=text"},
           {"a day that does not exist",
            "- code: a\n  text: x\n  date: 2026-02-29\n",
            "observations.bad_date file=o.yaml line=3 date=2026-02-29"},
           {"a date as spoken",
            "- code: a\n  text: x\n  date: 20 Oktober\n",
            "observations.bad_date file=o.yaml line=3 date=20 Oktober"},
           {"the same code twice",
            "- code: a\n  text: x\n- code: a\n  text: y\n",
            "observations.duplicate_code file=o.yaml line=3 code=a"},
       }) {
    const auto sources = ingest::read_observations(std::string(c.yaml), "o.yaml");
    EXPECT_EQ(sources ? "" : show(sources.error()), c.error) << c.name;
  }
  const auto broken = ingest::read_observations("- [", "o.yaml");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().id, "yaml.syntax");
  EXPECT_EQ(broken.error().parameters.at(0), (base::Parameter{"file", "o.yaml"}));
}

}  // namespace
