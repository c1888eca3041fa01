// Real regulations, which lie outside the repository: read in full, found again word by word.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/shared_data_for_test.hpp"
#include "ingest/ingest.hpp"
#include "ingest/ocr.hpp"
#include "text/quote.hpp"
#include "text/unicode.hpp"

namespace {

class RealDocuments : public testing::Test {
 protected:
  [[nodiscard]] static std::string load(const std::filesystem::path& name) {
    return base::read_shared_data("documents/" + name.string());
  }

  static ingest::ReadingLimits find_limits() {
    ingest::ReadingLimits limits;
    limits.extractor_path = JENJANG_EXTRACT_PROGRAM;
    return limits;
  }

  [[nodiscard]] static ingest::ReadSource read(const std::filesystem::path& name) {
    auto source = ingest::read_document(load(name), name.string(), find_limits());
    EXPECT_TRUE(source.has_value()) << name << ": " << (source ? "" : source.error().id);
    return source.value_or(ingest::ReadSource{});
  }
};

// The pages on which a quotation stands.
std::vector<int> find_pages(const ingest::ReadSource& read, std::string_view quote) {
  std::vector<int> pages;
  for (const auto& page : read.pages)
    if (!text::find_quote(text::slice(read.text, page.range.begin, page.range.end), quote).empty())
      pages.push_back(page.number);
  return pages;
}

void check_ranges(const ingest::ReadSource& read) {
  const auto size = text::count_code_points(read.text);
  const auto offsets = text::code_point_offsets(read.text);
  const auto words_of = [&](const document::Range& range) {
    const auto begin = offsets.at(static_cast<std::size_t>(range.begin));
    return read.text.substr(begin, offsets.at(static_cast<std::size_t>(range.end)) - begin);
  };
  for (const auto& page : read.pages)
    for (const auto& word : page.words) {
      ASSERT_TRUE(word.range.begin >= page.range.begin && word.range.end <= page.range.end);
      ASSERT_EQ(words_of(word.range).find('\n'), std::string::npos);
      ASSERT_LE(word.box.left, word.box.right);
    }
  for (const auto& passage : read.passages) {
    ASSERT_LE(passage.range.end, size);
    auto words = words_of(passage.range);
    for (const auto& further : passage.continued) words += "\n" + words_of(further.range);
    ASSERT_EQ(words, passage.text);
    ASSERT_LE(text::count_code_points(passage.text), 1'200);
  }
}

TEST_F(RealDocuments, AreReadInFull) {
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(base::find_shared_data("documents"))) {
    if (entry.path().extension() != ".pdf") continue;
    const auto name = entry.path().filename();
    const auto source = read(name);
    const bool scan = name == "kepmenko-70-2023-scan.pdf" || name == "permenko-4-2023-scan.pdf";
    EXPECT_EQ(source.source.state == assessment::SourceState::needs_ocr, scan) << name;
    EXPECT_EQ(source.passages.empty(), scan) << name;
    check_ranges(source);
    ++count;
  }
  EXPECT_GE(count, 7);
}

// The first page of a scan, with list marks that stand apart from their words.
TEST_F(RealDocuments, AreReadByOcrWhereTheyAreScans) {
  const std::string scan = "kepmenko-70-2023-scan.pdf";
  const auto bytes = load(scan);
  auto limits = find_limits();
  limits.ocr_path = JENJANG_OCR_PROGRAM;
  auto extraction = ingest::open_document(bytes, scan, limits).value_or(document::Extraction{});
  ASSERT_EQ(extraction.pages.size(), 8U);
  for (auto& page : extraction.pages)
    if (page.number > 1) page.ocr_use = document::OcrUse::needless;
  const auto source = ingest::describe_document(
      ingest::read_by_ocr(std::move(extraction), bytes, limits, {}), bytes, scan);
  EXPECT_EQ(find_pages(source, "b. bahwa penetapan Koordinator sebagaimana dimaksud dalam huruf a"),
            (std::vector<int>{1}));
  EXPECT_EQ(find_pages(source, "Mengingat : 1. Peraturan Presiden Nomor 95 Tahun 2018"),
            (std::vector<int>{1}));
  ASSERT_EQ(source.source.ocr_readings.size(), 1U);
  EXPECT_GT(source.source.ocr_readings[0].confidence, 93);
  check_ranges(source);
}

TEST_F(RealDocuments, SayWhoSignedThem) {
  const auto source = read("bssn-4-2021.pdf").source;
  ASSERT_EQ(source.signatures.size(), 1U);
  const auto& signature = source.signatures[0];
  EXPECT_EQ(signature.state, document::SignatureState::valid);
  EXPECT_EQ(signature.page, 1);
  EXPECT_EQ(signature.issuer, "OSD LU Kelas 2");
  EXPECT_EQ(signature.signed_at, "2021-06-09T01:41:19Z");
  EXPECT_TRUE(signature.covers_all);
  EXPECT_TRUE(read("permenpanrb-59-2020.pdf").source.signatures.empty());
}

TEST_F(RealDocuments, SayTheirWordsOnTheRightPage) {
  const std::string regulation = "permenpanrb-59-2020.pdf";
  const auto source = read(regulation);
  EXPECT_EQ(source.source.page_count, 89);
  EXPECT_EQ(find_pages(source, "Pasal 1 Dalam Peraturan Menteri ini yang dimaksud dengan"),
            (std::vector<int>{2}));
  EXPECT_EQ(
      find_pages(source,
                 "Evaluasi SPBE adalah proses penilaian secara sistematis melalui verifikasi"),
      (std::vector<int>{3}));
  EXPECT_EQ(find_pages(source,
                       "Konsep kebijakan internal terkait Tim Koordinasi SPBE Instansi "
                       "Pusat/Pemerintah Daerah belum atau telah tersedia."),
            (std::vector<int>{40}));
  EXPECT_EQ(find_pages(source, "Tingkat Kematangan Layanan Publik Sektor 3"),
            (std::vector<int>{17, 20, 77}));
}

}  // namespace
