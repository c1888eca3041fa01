// Project files of other tools and of nobody's: what is read, what is noted, what is refused.
#include "exchange/read_qda.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <variant>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/files.hpp"
#include "base/shared_data_for_test.hpp"
#include "exchange/qda_for_test.hpp"
#include "exchange/write_qda.hpp"

namespace {

using exchange::QdaSourceKind;
using exchange::read_qda_project;
using exchange::test_archive;
using exchange::test_guid;
using exchange::test_xml;

std::map<std::string, int> count_by_kind(const std::vector<exchange::QdaDeviation>& list) {
  std::map<std::string, int> counts;
  for (const auto& one : list) ++counts[one.what + " " + one.done];
  return counts;
}

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters) shown += " " + name + "=" + value;
  return shown;
}

std::string show(const std::vector<exchange::QdaDeviation>& list) {
  std::string shown;
  for (const auto& one : list)
    shown += one.what + "|" + one.where + "|" + one.detail + "|" + one.done + "\n";
  return shown;
}

TEST(RealQda, OfAtlasTiIsRead) {
  const auto reading = read_qda_project(base::read_shared_data("interop/atlas-ti-8.4.qdpx"));
  ASSERT_TRUE(reading) << reading.error().id;
  const auto& project = reading->project;
  EXPECT_EQ(project.item.name, "ATLAS.ti standard project");
  EXPECT_EQ(project.users.size(), 3U);
  EXPECT_EQ(project.codes.size(), 14U);
  EXPECT_EQ(project.sets.size(), 16U);
  EXPECT_EQ(project.notes.size(), 2U);
  EXPECT_EQ(project.links.size(), 1U);
  ASSERT_EQ(project.graphs.size(), 1U);
  EXPECT_EQ(project.graphs[0].vertices.size(), 3U);
  EXPECT_EQ(project.graphs[0].edges.size(), 2U);

  std::map<QdaSourceKind, int> kinds;
  std::map<std::size_t, int> places;
  std::size_t transcripts = 0;
  std::size_t points = 0;
  std::size_t codings = 0;
  const auto count = [&](const exchange::QdaSource& source) {
    for (const auto& selection : source.selections) {
      ++places[selection.place.index() * 10 + static_cast<std::size_t>(source.kind)];
      codings += selection.codings.size();
    }
  };
  for (const auto& source : project.sources) {
    ++kinds[source.kind];
    count(source);
    for (const auto& words : source.representation) count(words);
    transcripts += source.transcripts.size();
    for (const auto& words : source.transcripts) points += words.sync_points.size();
    EXPECT_FALSE(source.content);
  }
  EXPECT_EQ(kinds,
            (std::map<QdaSourceKind, int>{{QdaSourceKind::text, 6},
                                          {QdaSourceKind::picture, 1},
                                          {QdaSourceKind::pdf, 2},
                                          {QdaSourceKind::audio, 1},
                                          {QdaSourceKind::video, 2}}));
  // Places: 8 in texts, 4 areas of PDFs, 1 of a picture, 2 stretches of a video.
  EXPECT_EQ(places, (std::map<std::size_t, int>{{0, 8}, {12, 4}, {11, 1}, {24, 2}}));
  EXPECT_EQ(transcripts, 3U);
  EXPECT_EQ(points, 13U);
  EXPECT_EQ(codings, 16U);
  const auto area = std::get<exchange::QdaAreaPlace>(project.sources[8].selections[0].place);
  EXPECT_EQ(area, (exchange::QdaAreaPlace{0, 18, 45, 577, 234}));
  EXPECT_EQ(project.sources[2].selections[0].place,
            exchange::QdaPlace(exchange::QdaTextPlace{139, 195}));

  EXPECT_EQ(count_by_kind(reading->deviations),
            (std::map<std::string, int>{{"project_name read_so", 1},
                                        {"media_missing kept", 23},
                                        {"media_elsewhere kept", 3},
                                        {"guid_twice kept", 2}}));
  const auto again = exchange::write_qda_project(project);
  ASSERT_TRUE(again) << show(again.error());
  const auto back = read_qda_project(*again);
  ASSERT_TRUE(back);
  auto expected = project;
  for (auto& source : expected.sources) {
    source.rich_path.clear();  // named inside the project, which does not hold it
    for (auto& words : source.transcripts) words.rich_path.clear();
  }
  EXPECT_EQ(back->project, expected);
}

TEST(ReadQda, UnderstandsWhatToolsReallyWrite) {
  const auto guid = test_guid("x");
  const auto bytes = test_archive(
      {{"Trial.qde",
        test_xml(
            "<Users><User guid=\"{" + guid +
            "}\" name=\"Ani\"/></Users>"
            "<CodeBook><Codes><Code guid=\"K1\" name=\"I01\" color=\"red\" isCodable=\"true\">"
            "<Code name=\"I01\" isCodable=\"0\"/><Code name=\"I01\"/></Code></Codes></CodeBook>"
            "<Variables><Variable guid=\"" +
            test_guid("v") +
            "\" name=\"umur\" typeOfVariable=\"Integer\"/></Variables>"
            "<Sources><TextSource guid=\"" +
            test_guid("t") +
            "\" name=\"a\" plainTextPath=\"A.TXT\" creationDateTime=\"kemarin\" maker=\"x\">"
            "<PlainTextSelection guid=\"" +
            test_guid("s") +
            "\" name=\"q\" startPosition=\"5\" endPosition=\"3\">"
            "<Coding guid=\"" +
            test_guid("c") + "\" creatingUser=\"" + guid +
            "\"><CodeRef targetGUID=\"K1\"/></Coding>"
            "<Coding guid=\"" +
            test_guid("c2") + "\"><CodeRef targetGUID=\"" + test_guid("tiada") +
            "\"/></Coding></PlainTextSelection>"
            "<PlainTextSelection guid=\"" +
            test_guid("s2") +
            "\" startPosition=\"1\" endPosition=\"99\"/>"
            "<PlainTextSelection guid=\"" +
            test_guid("s3") +
            "\" startPosition=\"x\"/>"
            "<VariableValue><VariableRef targetGUID=\"" +
            test_guid("v") +
            "\"/><IntegerValue>banyak</IntegerValue></VariableValue>"
            "<Rating/>kata</TextSource>"
            "<TextSource guid=\"" +
            test_guid("t2") +
            "\" name=\"a\" plainTextPath=\"internal://../../etc/passwd\"/></Sources>")},
       {"Sources/a.txt", "\xEF\xBB\xBFsatu\r\ndua\xFF"},
       {"Sources/.root", ""}});
  const auto reading = read_qda_project(bytes);
  ASSERT_TRUE(reading) << reading.error().id;
  const auto& project = reading->project;
  ASSERT_EQ(project.codes.size(), 3U);
  EXPECT_EQ(project.codes[0].guid, exchange::make_guid("spelled", "K1"));
  EXPECT_EQ(project.codes[2].parent, 0);
  EXPECT_FALSE(project.codes[1].is_codable);
  const auto& source = project.sources[0];
  EXPECT_EQ(source.content, "satu\r\ndua\xEF\xBF\xBD");
  ASSERT_EQ(source.selections.size(), 2U);
  EXPECT_EQ(source.selections[0].place, exchange::QdaPlace(exchange::QdaTextPlace{3, 5}));
  EXPECT_EQ(source.selections[0].codings[0].code, project.codes[0].guid);
  EXPECT_EQ(source.values[0].value, "banyak");
  EXPECT_FALSE(project.sources[1].content);

  const auto t = "TextSource a › PlainTextSelection ";
  EXPECT_EQ(show(reading->deviations),
            "project_name|Trial.qde|project.qde|read_so\n"
            "folder_name|Sources/|sources/|read_so\n"
            "guid_malformed|Code I01|K1|made\n"
            "color_malformed|Code I01|red|left_out\n"
            "code_and_folder|Code I01||kept\n"
            "guid_missing|Code I01 › Code I01|" +
                project.codes[1].guid +
                "|made\n"
                "guid_missing|Code I01 › Code I01|" +
                project.codes[2].guid +
                "|made\n"
                "codable_unsaid|Code I01 › Code I01||read_as_codable\n"
                "moment_malformed|TextSource a|kemarin|left_out\n"
                "path_without_scheme|TextSource a|A.TXT|read_so\n"
                "byte_order_mark|TextSource a||left_out\n"
                "text_malformed|TextSource a||repaired\n"
                "carriage_return|TextSource a||kept\n"
                "place_reversed|" +
                std::string(t) +
                "q|5|swapped\n"
                "guid_malformed|" +
                t + "q › Coding " + test_guid("c") +
                " › CodeRef K1|K1|made\n"
                "number_malformed|" +
                t + test_guid("s3") +
                "|startPosition=x|left_out\n"
                "place_missing|" +
                t + test_guid("s3") +
                "||left_out\n"
                "value_malformed|TextSource a › VariableValue|banyak|read_as_text\n"
                "attribute_unknown|TextSource a|maker=x|left_out\n"
                "element_unknown|TextSource a|Rating|left_out\n"
                "text_unknown|TextSource a|kata|left_out\n"
                "path_outside|TextSource a|internal://../../etc/passwd|left_out\n"
                "file_unused|Sources/.root||left_out\n"
                "name_twice|Code|I01|kept\n"
                "name_twice|Source|a|kept\n"
                "value_of_other_type|a|umur: Text|kept\n"
                "reference_unknown|a › q|" +
                test_guid("tiada") +
                "|kept\n"
                "place_outside|a › |99|kept\n");
}

TEST(ReadQda, RefusesWhatIsNoProject) {
  struct Case {
    std::string bytes;
    std::string error;
  };

  const auto good = test_archive({{"project.qde", test_xml("")}});
  auto encoded = test_archive(
      {{"project.qde", test_xml("<Description>" + std::string(2000, 'x') + "</Description>")}});
  encoded[100] = static_cast<char>(encoded[100] + 1);
  ASSERT_TRUE(read_qda_project(good));
  for (const auto& c : std::vector<Case>{
           {"", "zip.damaged name= problem=no archive"},
           {"bukan arsip", "zip.damaged name= problem=no archive"},
           {good.substr(0, good.size() / 2), "zip.damaged"},
           {encoded, "zip.damaged"},
           {test_archive({{"catatan.txt", "x"}}), "qda.no_project"},
           {test_archive({{"folder/project.qde", test_xml("")}}), "qda.no_project"},
           {test_archive({{"a.qde", test_xml("")}, {"b.QDE", test_xml("")}}),
            "qda.two_projects first=a.qde second=b.QDE"},
           {test_archive({{"a.qde", test_xml("")}, {"sources/a", ""}, {"Sources/A", ""}}),
            "qda.twins name=Sources/A"},
           {test_archive({{"a.qde", "<CodeBook/>"}}), "qda.not_project element=CodeBook"},
           {test_archive({{"a.qde", ""}}), "xml.syntax"},
           {test_archive({{"a.qde", "<Project"}}), "xml.syntax"},
           {test_archive({{"a.qde",
                           "<!DOCTYPE Project [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                           "<Project name=\"&b;\"/>"}}),
            "xml.entities"},
           {test_archive({{"a.qde",
                           "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                           "<Project name=\"&x;\"/>"}}),
            "xml.entities"}}) {
    const auto reading = read_qda_project(c.bytes);
    ASSERT_FALSE(reading) << c.error;
    EXPECT_TRUE(show(reading.error()).starts_with(c.error)) << show(reading.error());
  }
}

TEST(ReadQda, RefusesArchivesThatUnpackToTooMuch) {
  const auto source = test_xml("<Sources><TextSource guid=\"" + test_guid("t") +
                               "\" plainTextPath=\"internal://a.txt\"/></Sources>");
  const auto bomb =
      test_archive({{"a.qde", source}, {"sources/a.txt", std::string(30 << 20, ' ')}});
  EXPECT_LT(bomb.size(), 200'000U);
  const auto reading = read_qda_project(bomb);
  ASSERT_FALSE(reading);
  EXPECT_EQ(show(reading.error()), "zip.too_large name=sources/a.txt");
  // One text named a thousand times is unpacked a few times at most.
  std::string many;
  for (int i = 0; i < 1000; ++i)
    many += "<TextSource guid=\"" + test_guid(std::to_string(i)) +
            "\" plainTextPath=\"internal://a.txt\"/>";
  exchange::QdaLimits limits;
  limits.zip.total_bytes = 1U << 20U;
  const auto again =
      read_qda_project(test_archive({{"a.qde", test_xml("<Sources>" + many + "</Sources>")},
                                     {"sources/a.txt", std::string(60'000, 'a')}}),
                       limits);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().id, "zip.too_large");
  // Deep nesting stops at the parser's limit.
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<Code>";
  for (int i = 0; i < 300; ++i) deep += "</Code>";
  const auto nested = read_qda_project(test_archive({{"a.qde", test_xml(deep)}}));
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.error().id, "xml.too_deep");
}

TEST(ReadQda, NotesMediaThatCannotBeRead) {
  auto bytes = test_archive({{"project.qde",
                              test_xml("<Sources><PDFSource guid=\"" + test_guid("p") +
                                       "\" name=\"p\" path=\"internal://p.pdf\"/></Sources>")},
                             {"sources/p.pdf", "%PDF isi yang akan rusak", false}});
  const auto at = bytes.find("isi yang");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'X';
  const auto reading = read_qda_project(bytes);
  ASSERT_TRUE(reading) << show(reading.error());
  EXPECT_EQ(show(reading->deviations), "media_unreadable|PDFSource p|sources/p.pdf|left_out\n");
  exchange::QdaLimits limits;
  limits.zip.entry_bytes = 1000;
  const auto large = read_qda_project(
      test_archive({{"project.qde",
                     test_xml("<Sources><VideoSource guid=\"" + test_guid("p") +
                              "\" name=\"v\" path=\"internal://v.mp4\"/></Sources>")},
                    {"sources/v.mp4", std::string(2000, 'v')}}),
      limits);
  ASSERT_TRUE(large);
  EXPECT_EQ(show(large->deviations), "media_too_large|VideoSource v|sources/v.mp4|left_out\n");
}

// Whatever is cut, flipped or doubled ends in a value or in an error.
RC_GTEST_PROP(ReadQda, EndsInAValueOrAnError, ()) {
  static const std::string whole = [] {
    std::vector<codec::ZipItem> stored;
    const auto bytes = exchange::write_qda_project(exchange::test_project()).value();
    auto archive = codec::open_zip(bytes);
    for (const auto& entry : archive->entries())
      stored.push_back({entry.name, archive->read(entry.name).value(), false});
    return test_archive(stored);
  }();
  auto bytes = whole;
  const int count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        bytes[at] = *rc::gen::arbitrary<char>();
        break;
      case 1:
        bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 40));
        break;
      default:
        bytes.insert(at, bytes.substr(*rc::gen::inRange<std::size_t>(0, bytes.size()), 40));
    }
    if (bytes.empty()) return;
  }
  const auto reading = read_qda_project(bytes);
  if (!reading) RC_ASSERT(!reading.error().id.empty());
}

// The same with a sound archive around a spoilt project file: what is read can be written again.
RC_GTEST_PROP(ReadQda, GivesWhatCanBeWritten, ()) {
  static const std::string xml =
      codec::open_zip(*std::make_unique<std::string>(
                          exchange::write_qda_project(exchange::test_project()).value()))
          ->read("project.qde")
          .value();
  auto spoilt = xml;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(100, spoilt.size());
    const auto& word = *rc::gen::element<std::string>(
        "\"", "=", "0", "-", "guid", "<a/>", "<", ">", "Position", "99999999999999999999", "\xFF");
    spoilt.replace(at, *rc::gen::inRange<std::size_t>(0, 4), word);
  }
  const auto reading = read_qda_project(test_archive({{"project.qde", spoilt}}));
  if (!reading) return;
  const auto written = exchange::write_qda_project(reading->project);
  if (!written) RC_FAIL(show(written.error()));
}

}  // namespace
