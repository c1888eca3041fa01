// Archives are read under limits and written the same way each time; what lies is refused.
#include "codec/zip.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace {

using codec::open_zip;
using codec::write_zip;
using codec::ZipItem;
using codec::ZipLimits;

std::string write(const std::vector<ZipItem>& items) {
  auto bytes = write_zip(items);
  EXPECT_TRUE(bytes) << bytes.error().id;
  return bytes ? *bytes : "";
}

std::string replace_all(std::string bytes, std::string_view old, std::string_view fresh) {
  for (auto at = bytes.find(old); at != std::string::npos; at = bytes.find(old, at + fresh.size()))
    bytes.replace(at, old.size(), fresh);
  return bytes;
}

// The place of the entry's header in the archive's directory.
std::size_t find_directory_entry(const std::string& bytes) {
  return bytes.find(std::string_view("PK\x01\x02", 4));
}

std::string id_of_opening(const std::string& bytes, const ZipLimits& limits = {}) {
  const auto archive = open_zip(bytes, limits);
  return archive ? "" : archive.error().id;
}

std::string id_of_reading(const std::string& bytes, const ZipLimits& limits = {}) {
  auto archive = open_zip(bytes, limits);
  if (!archive) return archive.error().id;
  const auto read = archive->read("a");
  return read ? "" : read.error().id;
}

TEST(Zip, GivesBackWhatWasWritten) {
  const auto bytes =
      write({{"mimetype", "application/x", false}, {"word/document.xml", std::string(5000, 'x')}});
  auto archive = open_zip(bytes);
  ASSERT_TRUE(archive);
  ASSERT_EQ(archive->entries().size(), 2U);
  EXPECT_EQ(archive->entries()[0].name, "mimetype");
  EXPECT_EQ(archive->read("mimetype").value(), "application/x");
  EXPECT_EQ(archive->read("word/document.xml").value(), std::string(5000, 'x'));
  EXPECT_EQ(archive->read("WORD/Document.xml").value(), std::string(5000, 'x'));
  EXPECT_EQ(archive->read("word").error().id, "zip.no_entry");
  EXPECT_LT(bytes.size(), 1000U);
  EXPECT_NE(bytes.find("application/x"), std::string::npos) << "stored as it is";
}

TEST(Zip, IsWrittenTheSameWayInEveryTimeZone) {
  const std::vector<ZipItem> items = {{"a", "satu"}, {"b/c", "dua"}};
  ::setenv("TZ", "Asia/Jakarta", 1);
  ::tzset();
  const auto here = write(items);
  ::setenv("TZ", "America/New_York", 1);
  ::tzset();
  EXPECT_EQ(here, write(items));
  EXPECT_EQ(here.substr(10, 4), std::string("\x00\x60\x21\x00", 4)) << "1980-01-01 12:00";
}

TEST(Zip, RefusesNamesThatLeadElsewhere) {
  struct Case {
    const char* name;
    bool good;
  };

  for (const auto& c : {Case{"../x", false},
                        Case{"a/../../x", false},
                        Case{"a\\..\\x", false},
                        Case{"/etc/passwd", false},
                        Case{"\\\\server\\x", false},
                        Case{"C:/x", false},
                        Case{"a\nb", false},
                        Case{"..", false},
                        Case{"...", true},
                        Case{"a..b/c", true},
                        Case{"lembar 1/ä.xml", true}}) {
    EXPECT_EQ(write_zip(std::vector<ZipItem>{{c.name, "x"}}).has_value(), c.good) << c.name;
    // The reading side: an innocent name of the same length, changed in the finished archive.
    const std::string innocent(std::string_view(c.name).size(), 'q');
    const auto changed = replace_all(write({{innocent, "x"}}), innocent, c.name);
    EXPECT_EQ(id_of_opening(changed), c.good ? "" : "zip.bad_name") << c.name;
  }
  EXPECT_EQ(id_of_opening(write({{std::string(255, 'n'), "x"}})), "");
  EXPECT_EQ(id_of_opening(write({{std::string(200, 'n'), "x"}}), {.name_bytes = 199}),
            "zip.bad_name");
}

TEST(Zip, RefusesMoreThanItsLimits) {
  const auto zeros = write({{"a", std::string(10U << 20U, '\0')}});
  EXPECT_EQ(id_of_reading(zeros), "zip.too_large") << "a thousand to one";
  EXPECT_EQ(id_of_reading(zeros, {.ratio = 2000}), "");
  EXPECT_EQ(id_of_reading(zeros, {.entry_bytes = 1U << 20U, .ratio = 2000}), "zip.too_large");
  EXPECT_EQ(id_of_reading(write({{"a", std::string(60'000, ' ')}})), "") << "small ones are free";
  EXPECT_EQ(id_of_opening(write({{"a", ""}, {"b", ""}, {"c", ""}}), {.entries = 2}),
            "zip.too_large");
  const auto bytes = write({{"a", std::string(5000, 'x')}});
  auto archive = open_zip(bytes, {.total_bytes = 12'000});
  EXPECT_TRUE(archive->read("a"));
  EXPECT_TRUE(archive->read("a"));
  EXPECT_EQ(archive->read("a").error().id, "zip.too_large") << "all that was unpacked counts";
}

TEST(Zip, FindsOutWhoLiesAboutSizes) {
  const auto bytes = write({{"a", std::string(50'000, 'x')}});
  const auto entry = find_directory_entry(bytes);
  auto less = bytes;
  less[entry + 24] = 100;  // the unpacked size, low byte first
  less[entry + 25] = 0;
  EXPECT_EQ(id_of_reading(less), "zip.damaged");
  auto more = bytes;
  more[entry + 26] = 1;
  EXPECT_NE(id_of_reading(more), "");
  auto checksum = bytes;
  checksum[entry + 16] = static_cast<char>(checksum[entry + 16] ^ 1);
  EXPECT_EQ(id_of_reading(checksum), "zip.damaged");
  EXPECT_EQ(id_of_reading(bytes), "");
}

TEST(Zip, RefusesEntriesThatShareTheirBytes) {
  // Ten entries of the directory, all of which stand on the bytes of the first.
  std::string noise;
  for (unsigned i = 0, state = 1; i < 20'000; ++i)
    noise += static_cast<char>((state = state * 1'664'525U + 1'013'904'223U) >> 24U);
  std::vector<ZipItem> items = {{"0", noise, false}};
  for (const char* name : {"1", "2", "3", "4"}) items.push_back({name, "x", false});
  auto bytes = write(items);
  EXPECT_EQ(id_of_opening(bytes), "");
  const auto first = find_directory_entry(bytes);
  for (auto at = first + 1; (at = bytes.find(std::string_view("PK\x01\x02", 4), at)) < bytes.size();
       ++at) {
    bytes.replace(at + 16, 12, bytes, first + 16, 12);  // checksum and both sizes
    bytes.replace(at + 42, 4, bytes, first + 42, 4);    // the place
  }
  EXPECT_EQ(id_of_opening(bytes), "zip.overlap");
}

TEST(Zip, PointsOutTwins) {
  const auto bytes = write({{"xl/a.xml", "1"}, {"xl/q.xml", "2"}});
  EXPECT_FALSE(open_zip(bytes)->has_twins());
  EXPECT_TRUE(open_zip(replace_all(bytes, "xl/q.xml", "xl/A.xml"))->has_twins());
}

TEST(Zip, RefusesWhatIsCutOffOrNoArchive) {
  const auto bytes = write({{"a", std::string(5000, 'x')}, {"b", "y"}});
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_NE(id_of_opening(bytes.substr(0, size)), "") << size;
  EXPECT_EQ(id_of_opening("PK\x03\x04 and nothing more"), "zip.damaged");
  EXPECT_TRUE(codec::is_zip(bytes));
  EXPECT_FALSE(codec::is_zip("PK, but no archive"));
}

TEST(Zip, SaysThatAnEntryIsEncrypted) {
  auto bytes = write({{"a", "rahasia"}});
  bytes[6] = 1;  // the flag in the entry's own header and in the directory
  bytes[find_directory_entry(bytes) + 8] = 1;
  auto archive = open_zip(bytes);
  ASSERT_TRUE(archive);
  EXPECT_TRUE(archive->entries()[0].is_encrypted);
  EXPECT_EQ(archive->read("a").error().id, "zip.encrypted");
}

}  // namespace
