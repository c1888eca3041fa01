// Scans and photos are read, two layers compared, and whatever OCR does, the document stays.
#include "ingest/ocr.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/sample_for_test.hpp"
#include "ingest/ingest.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"
#include "text/word_lists.hpp"

namespace {

using base::load_sample;

ingest::ReadingLimits limits_with(const std::string& ocr) {
  ingest::ReadingLimits limits;
  limits.extractor_path = JENJANG_EXTRACT_PROGRAM;
  limits.ocr_path = ocr;
  return limits;
}

std::string fake(const std::string& name) {
  return std::string(JENJANG_TEST_PROGRAMS) + "/child_that_" + name;
}

// Words that the samples and the example's regulation are written in.
struct Judges {
  text::Stemmer stemmer{text::Lexicon::parse("12\ndalam\natur\nbupati\nyang\nmaksud\ndengan\ndaerah"
                                             "\nadalah\nperintah\nbadan\nsiber\ntata\nnaskah\n"),
                        text::shipped_word_lists()};
  text::Lexicon english = text::Lexicon::parse(
      "25\nthe\nsystem\nshall\nprovide\nreliable\nservice\nfor\nevery\nuser\nand\noperator\nmust"
      "\nkeep\nwritten\nrecord\nchange\nmonth\nreport\neach\ncause\ntime\nthat\nneeded\nbefore\n");
  ingest::Dictionaries dictionaries{stemmer, english};
};

document::Extraction open_sample(const std::string& name, const ingest::ReadingLimits& limits) {
  const auto opened = ingest::open_document(load_sample(name), name, limits);
  EXPECT_TRUE(opened.has_value()) << name;
  return opened.value_or(document::Extraction{});
}

document::Extraction read_sample(const std::string& name, const ingest::ReadingLimits& limits) {
  static Judges judges;
  auto opened = open_sample(name, limits);
  return ingest::read_by_ocr(
      std::move(opened), load_sample(name), limits, {&judges.dictionaries, [](int, int) {}});
}

std::string list_problems(const document::Extraction& extraction) {
  std::string list;
  for (const auto& problem : extraction.problems)
    list += problem.id + (problem.page ? " " + std::to_string(*problem.page) : "") + " " +
            problem.detail + "\n";
  return list;
}

TEST(Ocr, ReadsPicturesOfPaper) {
  const auto limits = limits_with(JENJANG_OCR_PROGRAM);

  struct Case {
    std::string name;
    std::size_t pages;
    std::string words;
  };

  for (const auto& c : std::vector<Case>{
           {"photo.jpg", 1, "Prosedur Keamanan Sistem Pemerintahan Berbasis Elektronik"},
           {"two-pages.tiff", 2, "DI LINGKUNGAN PEMERINTAH KABUPATEN TIRTA KENCANA"},
       }) {
    const auto read = read_sample(c.name, limits);
    EXPECT_FALSE(read.needs_ocr) << c.name;
    ASSERT_EQ(read.pages.size(), c.pages) << c.name;
    EXPECT_NE(read.text.find(c.words), std::string::npos) << c.name << ": " << read.text;
    EXPECT_EQ(list_problems(read), "") << c.name;
    for (const auto& page : read.pages) {
      ASSERT_TRUE(page.ocr) << c.name;
      EXPECT_TRUE(page.ocr->is_canonical);
      EXPECT_EQ(page.ocr->languages, "ind");
      EXPECT_GT(page.ocr->confidence, 60);
      for (const auto& word : page.words) {
        EXPECT_GE(word.range.begin, page.range.begin);
        EXPECT_LE(word.range.end, page.range.end);
        EXPECT_LE(word.box.right, page.width);
        EXPECT_LE(word.box.bottom, page.height);
      }
    }
  }
}

TEST(Ocr, TakesEnglishAlongWhereAPageSpeaksIt) {
  const auto read = read_sample("two-languages.png", limits_with(JENJANG_OCR_PROGRAM));
  ASSERT_TRUE(read.pages.at(0).ocr);
  EXPECT_EQ(read.pages.at(0).ocr->languages, "ind+eng");
  EXPECT_NE(read.text.find("Availability is measured every month"), std::string::npos);
}

TEST(Ocr, KeepsTheBetterOfTwoLayersAndTheOther) {
  const auto read = read_sample("scan-bad-layer.pdf", limits_with(JENJANG_OCR_PROGRAM));
  ASSERT_EQ(read.pages.size(), 1U);
  const auto& page = read.pages[0];
  ASSERT_TRUE(page.ocr);
  EXPECT_TRUE(page.ocr->is_canonical);
  EXPECT_GT(page.ocr->known_share, page.ocr->layer_known_share);
  EXPECT_NE(read.text.find("PERATURAN BUPATI"), std::string::npos);
  EXPECT_NE(page.other_text.find("PERATIIRAN BIIPATI"), std::string::npos);
}

TEST(Ocr, LeavesTheDocumentAsItWasWhateverItsProgramDoes) {
  struct Case {
    std::string program;
    std::string problem;
  };

  for (const auto& c : std::vector<Case>{
           {fake("crashes"), "reading.ocr_failed 1 signal 11\n"},
           {fake("spins"), "reading.ocr_timed_out 1 1\n"},
           {fake("floods"), "reading.ocr_failed 1 memory\n"},
           {fake("lies"), "reading.ocr_failed 1 line 2\n"},
           {fake("fails"), "reading.ocr_failed 1 no end\n"},
           {fake("lacks_a_language"), "reading.ocr_unavailable tesseract-ocr-ind\n"},
           {fake("is_absent"), "reading.ocr_unavailable jenjang-ocr\n"},
       }) {
    auto limits = limits_with(c.program);
    limits.ocr_cpu_seconds = 1;
    limits.output_bytes = 16'000'000;
    const auto scan = read_sample("notice.png", limits);
    EXPECT_TRUE(scan.needs_ocr) << c.program;
    const bool is_absent = c.problem.starts_with("reading.ocr_unavailable");
    EXPECT_EQ(list_problems(scan), (is_absent ? "reading.page_without_text 1 \n" : "") + c.problem);
    const auto before = open_sample("scan-bad-layer.pdf", limits);
    const auto read = read_sample("scan-bad-layer.pdf", limits);
    EXPECT_EQ(list_problems(read), is_absent ? c.problem : "reading.not_compared 1 \n")
        << c.program;
    EXPECT_EQ(read.text, before.text) << c.program;
    EXPECT_FALSE(read.pages.at(0).ocr) << c.program;
    EXPECT_EQ(read.pages.at(0).words, before.pages.at(0).words) << c.program;
  }
}

TEST(Ocr, SaysWhichPagesHaveNoWords) {
  const auto read = read_sample("scan.pdf", limits_with(JENJANG_OCR_PROGRAM));
  EXPECT_TRUE(read.needs_ocr);
  EXPECT_TRUE(list_problems(read).starts_with("reading.ocr_no_words 1")) << list_problems(read);
}

TEST(Ocr, TellsWhereNoDictionaryJudged) {
  const auto limits = limits_with(JENJANG_OCR_PROGRAM);
  const auto read = ingest::read_by_ocr(
      open_sample("scan-bad-layer.pdf", limits), load_sample("scan-bad-layer.pdf"), limits, {});
  EXPECT_EQ(list_problems(read), "reading.no_dictionary hunspell-id\n");
  ASSERT_TRUE(read.pages.at(0).ocr);
  EXPECT_FALSE(read.pages.at(0).ocr->known_share);
}

TEST(Ocr, IsBetterByKnownWordsUnlessOneReadingMissesHalf) {
  struct Case {
    std::string_view name;
    std::optional<double> share;
    std::optional<double> layer_share;
    double confidence;
    int ocr_words;
    int layer_words;
    bool better;
  };

  for (const auto& c : std::vector<Case>{
           {"it knows more", 0.98, 0.96, 94, 200, 200, true},
           {"it knows less", 0.95, 0.96, 94, 200, 200, false},
           {"equal: the document's own stays", 0.96, 0.96, 94, 200, 200, false},
           {"the layer is a stamp only", 0.90, 1.0, 94, 200, 30, true},
           {"OCR found a heading only", 1.0, 0.9, 94, 20, 200, false},
           {"no layer", 0.1, {}, 20, 5, 0, true},
           {"no words by OCR", 0, {}, 0, 0, 0, false},
           {"no dictionary, sure", {}, {}, 80, 200, 200, true},
           {"no dictionary, unsure", {}, {}, 79, 200, 200, false},
       }) {
    document::OcrReading reading;
    reading.known_share = c.share;
    reading.layer_known_share = c.layer_share;
    reading.confidence = c.confidence;
    EXPECT_EQ(ingest::is_ocr_better(reading, c.ocr_words, c.layer_words), c.better) << c.name;
  }
}

// The length of the longest common subsequence: words that are right and in their order.
std::size_t count_common(const std::vector<text::Token>& a, const std::vector<text::Token>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const auto& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = word.folded == b[j - 1].folded ? diagonal + 1 : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

// Target: 98 % of the words of printed pages. Three pages with figures, lists and capitals.
TEST(Ocr, ReadsPrintedPagesBackWordForWord) {
  const auto bytes =
      base::read_for_test(std::string(JENJANG_SOURCE_DIR) +
                          "/examples/kominfo/documents/perbup-12-2025-kantor-cerdas.pdf");
  const auto limits = limits_with(JENJANG_OCR_PROGRAM);
  auto extraction =
      ingest::open_document(bytes, "perbup.pdf", limits).value_or(document::Extraction{});
  const auto printed = extraction;
  ASSERT_GE(extraction.pages.size(), 4U);
  for (std::size_t i = 1; i <= 3; ++i) extraction.pages[i].ocr_use = document::OcrUse::doubtful;
  const auto read = ingest::read_by_ocr(std::move(extraction), bytes, limits, {});
  std::size_t words = 0;
  std::size_t right = 0;
  for (std::size_t i = 1; i <= 3; ++i) {
    const auto& page = printed.pages[i];
    const auto layer =
        text::find_words(text::slice(printed.text, page.range.begin, page.range.end));
    ASSERT_TRUE(read.pages[i].ocr && read.pages[i].ocr->is_canonical) << i;
    const auto& range = read.pages[i].range;
    words += layer.size();
    right += count_common(layer, text::find_words(text::slice(read.text, range.begin, range.end)));
  }
  EXPECT_GT(words, 600U);
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(words), 0.98)
      << right << " of " << words;
}

}  // namespace
