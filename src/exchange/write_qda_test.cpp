// What is written comes back as it was: each position, each area, each word.
#include "exchange/write_qda.hpp"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/shared_data_for_test.hpp"
#include "exchange/qda_for_test.hpp"
#include "exchange/read_qda.hpp"
#include "text/unicode.hpp"

namespace {

using exchange::QdaProject;
using exchange::test_guid;

TEST(WriteQda, GivesBackAllThatTheStandardKnows) {
  const auto project = exchange::test_project();
  const auto bytes = exchange::write_qda_project(project);
  ASSERT_TRUE(bytes) << bytes.error().id << bytes.error().parameters[0].second
                     << bytes.error().parameters[1].second;
  const auto reading = exchange::read_qda_project(*bytes);
  ASSERT_TRUE(reading) << reading.error().id;
  EXPECT_EQ(reading->project, project);
  // Two recordings lie outside, a place is empty: that is all.
  std::string odd;
  for (const auto& one : reading->deviations) odd += one.what + "|" + one.where + "\n";
  EXPECT_EQ(odd,
            "place_empty|TextSource teks › PlainTextSelection titik\n"
            "media_elsewhere|VideoSource rapat.mp4\n"
            "media_elsewhere|AudioSource suara.m4a\n");
}

TEST(WriteQda, GivesTheSameBytesForTheSameProject) {
  const auto project = exchange::test_project();
  EXPECT_EQ(exchange::write_qda_project(project).value(),
            exchange::write_qda_project(project).value());
  EXPECT_EQ(exchange::make_guid("code", "I01"), exchange::make_guid("code", "I01"));
  EXPECT_NE(exchange::make_guid("code", "I01"), exchange::make_guid("case", "I01"));
  EXPECT_EQ(exchange::make_guid("code", "I01")[14], '8');
  EXPECT_TRUE(exchange::parse_guid("{" + exchange::make_guid("", "") + "}"));
}

// xmllint, as everyone has it; the schema lies among the shared data.
int validate(const std::string& xml) {
  const auto schema = base::find_shared_data("interop/refi-qda-project.xsd").string();
  const std::string place = ::testing::TempDir() + "project.qde";
  std::ofstream(place) << xml;
  return std::system(
      ("xmllint --noout --nonet --schema '" + schema + "' '" + place + "' 2>&1").c_str());
}

std::string project_file_of(const std::string& bytes) {
  return codec::open_zip(bytes)->read("project.qde").value();
}

TEST(RealQda, ThatWeWriteIsValidAgainstTheSchema) {
  const auto whole = exchange::write_qda_project(exchange::test_project());
  ASSERT_TRUE(whole);
  EXPECT_EQ(validate(project_file_of(*whole)), 0);
  QdaProject bare;
  EXPECT_EQ(validate(project_file_of(exchange::write_qda_project(bare).value())), 0);
  EXPECT_NE(validate(exchange::test_xml("<Code/>")), 0);
}

TEST(WriteQda, RefusesWhatTheSchemaRefuses) {
  struct Case {
    std::string_view where;
    void (*spoil)(QdaProject& project);
  };

  for (const auto& c : std::vector<Case>{
           {"guid", [](QdaProject& p) { p.users[0].guid = "Ani"; }},
           {"targetGUID", [](QdaProject& p) { p.sources[0].selections[0].codings[0].code = ""; }},
           {"creationDateTime", [](QdaProject& p) { p.item.created_at = "kemarin"; }},
           {"color", [](QdaProject& p) { p.codes[1].color = "merah"; }},
           {"Code", [](QdaProject& p) { p.codes[1].parent = 1; }},
           {"Vertex", [](QdaProject& p) { p.graphs[0].vertices[0].shape = "Bulat"; }},
           {"Edge", [](QdaProject& p) { p.graphs[0].edges[0].line_style = "bulat"; }},
           {"teks", [](QdaProject& p) { p.sources[0].content = "\xFF"; }},
           {"PlainTextSelection",
            [](QdaProject& p) { p.sources[0].selections[0].place = exchange::QdaTimePlace{}; }},
           {"PDFSelection",
            [](QdaProject& p) { p.sources[1].selections[0].place = exchange::QdaAreaPlace{}; }},
           {"AudioSource",
            [](QdaProject& p) { p.sources[4].representation = p.sources[1].representation; }}}) {
    auto project = exchange::test_project();
    c.spoil(project);
    const auto bytes = exchange::write_qda_project(project);
    ASSERT_FALSE(bytes) << c.where;
    EXPECT_EQ(bytes.error().id, "qda.not_writable");
    EXPECT_EQ(bytes.error().parameters[0].second, c.where);
  }
}

TEST(WriteQda, KeepsWordsThatXmlCannotHold) {
  auto project = exchange::test_project();
  project.notes[0].content = "a\x01\r\nb";
  project.notes[0].path = "internal://" + project.notes[0].item.guid + ".txt";
  project.codes[1].name = "a\x01\xEF\xBF\xBF\tb";
  const auto reading = exchange::read_qda_project(exchange::write_qda_project(project).value());
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->project.notes, project.notes);
  EXPECT_EQ(reading->project.codes[1].name, "a\tb");
}

std::string any_text() {
  const auto characters = *rc::gen::container<std::u32string>(rc::gen::oneOf(
      rc::gen::element(U'a', U' ', U'\n', U'\t', U'<', U'&', U'é', U'\u0301', U'\r', U'𝄞', U'ﬁ'),
      rc::gen::inRange<char32_t>(0x20, 0x2FFF)));
  std::string text;
  for (const auto character : characters) text::append_utf8(text, character);
  return text;
}

exchange::QdaSource any_source(int number) {
  auto source = exchange::test_text("s" + std::to_string(number), any_text());
  const auto length = text::count_code_points(*source.content);
  const int count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    const auto begin = *rc::gen::inRange<std::int64_t>(0, length + 1);
    const auto end = *rc::gen::inRange<std::int64_t>(begin, length + 1);
    source.selections.push_back(exchange::test_selection(source.item.name + "-" + std::to_string(i),
                                                         exchange::QdaTextPlace{begin, end}));
  }
  return source;
}

RC_GTEST_PROP(WriteQda, KeepsEveryPositionAndArea, ()) {
  auto project = exchange::test_project();
  const int count = *rc::gen::inRange(1, 5);
  for (int i = 0; i < count; ++i) project.sources.push_back(any_source(i));
  auto& areas = project.sources[1].selections;
  const int areas_count = *rc::gen::inRange(0, 5);
  for (int i = 0; i < areas_count; ++i) {
    const auto corner = [] { return *rc::gen::inRange<std::int64_t>(-100, 100'000); };
    areas.push_back(exchange::test_selection(
        "a" + std::to_string(i),
        exchange::QdaAreaPlace{
            *rc::gen::inRange(0, 5000), corner(), corner(), corner(), corner()}));
  }
  const auto bytes = exchange::write_qda_project(project);
  RC_ASSERT(bytes.has_value());
  const auto reading = exchange::read_qda_project(*bytes);
  RC_ASSERT(reading.has_value());
  RC_ASSERT(reading->project.sources == project.sources);
  RC_ASSERT(reading->project == project);
}

}  // namespace
