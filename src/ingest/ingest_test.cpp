// The door: a document as a source, and a quotation found in what was read.
#include "ingest/ingest.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "base/sample_for_test.hpp"
#include "text/quote.hpp"
#include "text/unicode.hpp"

namespace {

using base::load_sample;

base::Result<ingest::ReadSource> read_sample(std::string_view name, std::string_view called) {
  ingest::ReadingLimits limits;
  limits.extractor_path = JENJANG_EXTRACT_PROGRAM;
  return ingest::read_document(load_sample(name), called, limits);
}

TEST(ReadDocument, DescribesTheSource) {
  const auto read = read_sample("two-pages.pdf", "map/Peraturan 1.2020.pdf");
  ASSERT_TRUE(read);
  const auto& source = read->source;
  EXPECT_EQ(source.code, "Peraturan 1.2020");
  EXPECT_EQ(source.file_name, "Peraturan 1.2020.pdf");
  EXPECT_EQ(source.title, "Peraturan Contoh");
  EXPECT_EQ(source.kind, assessment::SourceKind::document);
  EXPECT_EQ(source.state, assessment::SourceState::readable);
  EXPECT_EQ(source.format, "pdf");
  EXPECT_EQ(source.page_count, 2);
  EXPECT_EQ(source.digest, base::sha256(load_sample("two-pages.pdf")));
  EXPECT_EQ(source.text_digest, base::sha256(read->text));
  EXPECT_EQ(source.size, 1273);
  ASSERT_EQ(read->passages.size(), 4U);
  EXPECT_EQ(read->passages[3].text,
            "(2) Rencana sebagaimana dimaksud pada ayat\n(1) ditetapkan oleh kepala dinas.");
  EXPECT_EQ(read->passages[3].page, 2);
}

// The signature in the file counts, whatever its words say: here nothing.
TEST(ReadDocument, NotesAnElectronicSignature) {
  const auto find_signature = [](const ingest::ReadSource& read) {
    for (const auto& entry : read.source.record)
      if (entry.field == document::RecordField::signature) return entry.value;
    return std::string();
  };
  const auto read = read_sample("signed.pdf", "signed.pdf");
  ASSERT_TRUE(read);
  EXPECT_EQ(find_signature(*read), "electronic");
  ASSERT_EQ(read->source.signatures.size(), 1U);
  EXPECT_EQ(read->source.signatures[0].signer, "Siti Rahmawati");
  EXPECT_TRUE(std::ranges::is_sorted(read->source.record, {}, &document::RecordEntry::field));
  const auto empty = read_sample("signature-field-empty.pdf", "empty.pdf");
  ASSERT_TRUE(empty);
  EXPECT_EQ(find_signature(*empty), "");
  EXPECT_EQ(empty->source.signatures.size(), 1U);
}

TEST(ReadDocument, KeepsAScanAndSaysSo) {
  const auto read = read_sample("scan.pdf", "scan.pdf");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->source.state, assessment::SourceState::needs_ocr);
  EXPECT_EQ(read->source.problems.size(), 2U);
  EXPECT_EQ(read->source.page_count, 2);
  EXPECT_TRUE(read->passages.empty());
}

TEST(ReadDocument, HasNoPagesWhereTheFormatHasNone) {
  const auto read = read_sample("report.md", "report.md");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->source.page_count, 0);
  EXPECT_EQ(read->source.title, "Laporan Aset");
  ASSERT_EQ(read->pages.size(), 1U);
  EXPECT_EQ(read->pages[0].number, 0);
}

TEST(ReadDocument, FindsAQuotationAcrossLines) {
  const auto read = read_sample("hyphen-and-ligature.pdf", "x.pdf");
  ASSERT_TRUE(read);
  for (const auto* quote :
       {"penyelenggaraan layanan digital", "konfigurasi aplikasi", "undang-undang yang berlaku."})
    EXPECT_EQ(text::find_quote(read->text, quote).size(), 1U) << quote;
  EXPECT_TRUE(text::find_quote(read->text, "Konfigurasi").empty());
}

TEST(ReadDocument, NamesTheFileInAnError) {
  const auto read = read_sample("encrypted.pdf", "map/terkunci.pdf");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().id, "reading.encrypted");
  EXPECT_EQ(read.error().kind, base::ErrorKind::invalid);
  EXPECT_EQ(read.error().parameters.at(0), (base::Parameter{"file", "terkunci.pdf"}));
}

}  // namespace
