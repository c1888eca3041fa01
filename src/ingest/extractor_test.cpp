// The helper and its lines: what is taken, what is refused, and what each way of failing is called.
#include "ingest/extractor.hpp"

#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "base/sample_for_test.hpp"
#include "text/unicode.hpp"

namespace {

using base::load_sample;

ingest::ReadingLimits limits_for(const std::string& program) {
  ingest::ReadingLimits limits;
  limits.extractor_path = program;
  return limits;
}

base::Result<document::Extraction> extract_sample(std::string_view name) {
  return ingest::extract_document(load_sample(name), limits_for(JENJANG_EXTRACT_PROGRAM));
}

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters)
    if (name != "program") shown += " " + name + "=" + value;
  return shown;
}

TEST(Extractor, ReadsPagesWithTheirWords) {
  const auto found = extract_sample("two-pages.pdf");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->format, document::Format::pdf);
  EXPECT_EQ(found->title, "Peraturan Contoh");
  ASSERT_EQ(found->pages.size(), 2U);
  EXPECT_EQ(found->pages[1].number, 2);
  EXPECT_EQ(found->pages[1].range.begin, found->pages[0].range.end + 1);
  EXPECT_EQ(found->pages[1].range.end, text::count_code_points(found->text));
  const auto& word = found->pages[1].words.at(3);
  EXPECT_EQ(text::slice(found->text, word.range.begin, word.range.end), "Setiap");
  EXPECT_NEAR(word.box.left, 90, 0.5);
  EXPECT_NEAR(word.box.top, 79.4, 0.5);
}

TEST(Extractor, ReadsEverySample) {
  struct Case {
    std::string_view file;
    std::string_view text;     // the beginning of the canonical text, or the error
    std::string_view problem;  // the first one
    bool needs_ocr;
  };

  for (const auto& c : std::vector<Case>{
           {"hyphen-and-ligature.pdf",
            "Dinas bertanggung jawab atas penye-\nlenggaraan layanan digital dan konfigurasi\n",
            "",
            false},
           {"two-columns.pdf", "kiri baris 1 dari kolom pertama\nkiri baris 2", "", false},
           {"rotated.pdf", "Lampiran tabel melintang pada halaman", "", false},
           {"owner-locked.pdf", "Peraturan Contoh Nomor 1\n\nPasal 1\n", "", false},
           {"cut-short.pdf", "Peraturan Contoh Nomor 1\n\nPasal 1\n", "reading.cut_short", false},
           {"signed-altered.pdf", "PERATURAN BUPATI CONTOH\n", "reading.signature_broken", false},
           {"signed-truncated.pdf",
            "PERATURAN BUPATI CONTOH\n",
            "reading.signature_damaged",
            false},
           {"scan.pdf", "\n", "reading.page_without_text", true},
           {"scan-after-cover.pdf", "Laporan Pemantauan", "reading.page_without_text", false},
           {"utf8-with-mark.txt",
            "Notulen “rapat” pimpinan\n\n1. Kafé di lantai dua\n2. Biaya €5\n",
            "",
            false},
           {"utf16-little-endian.txt",
            "Notulen “rapat” pimpinan\n\n1. Kafé di lantai dua\n2. Biaya €5\n",
            "",
            false},
           {"windows-1252.txt",
            "Notulen “rapat” pimpinan\n\n1. Kafé di lantai dua\n2. Biaya €5\n",
            "reading.encoding_assumed",
            false},
           {"report.md", "# Laporan Aset\n\nAset TIK berjumlah **120** unit.", "", false},
           {"scan-bad-layer.pdf", "Menetapkan : PERATIIRAN", "", false},
           {"notice.png", "", "reading.page_without_text", true},
           {"photo.jpg", "", "reading.page_without_text", true},
           {"two-pages.tiff", "\n", "reading.page_without_text", true},
           {"inventory.xlsx",
            "Inventaris Aset Dinas\n\nPerangkat\tJumlah\tDiperiksa\tLayak\n"
            "Server utama\t12\t2025-03-14\t85.5%\t[comment A4] Cek nomor seri\n"
            "Laptop lama\t30\t=1+1\nJumlah\t42\nData lama",
            "reading.hidden_rows",
            false},
           {"policy.html",
            "Dinas Komunikasi dan Informatika\n\nBAB I Ketentuan Umum\n\nPasal 1 Pengertian\n\n"
            "Data cadangan dibuat setiap harisetiap pekan.1\n\nRapat rutin\ntiap bulan.\n\n1. "
            "Server\n\na. "
            "utama",
            "reading.hidden_text",
            false},
           {"slides.pptx",
            "Capaian SPBE 2025\n\nIndeks naik\n\nLayanan bertambah\n\nTahun\tIndeks\n2025\t3,2\n\n"
            "[notes] Sebutkan sumber data.\nCadangan\n\nBentuk dalam grup",
            "reading.hidden_slides",
            false},
           {"slides.odp",
            "Capaian SPBE 2025\n\n• Indeks naik\n\n• Layanan "
            "bertambah\n\nTahun\tIndeks\n2025\t3,2\n\n"
            "[notes] Sebutkan sumber data.\nCadangan\n\nBentuk dalam grup",
            "reading.hidden_slides",
            false},
           {"policy.odt",
            "BAB I Ketentuan Umum\n\nPasal 1 Pengertian\n\nData  cadangan\tdibuat setiap "
            "pekan.[1]\n\n"
            "[1] Lihat lampiran.\n\nRapat rutin\ntiap bulan.\n\n1. Server\n\na) utama",
            "reading.tracked_changes",
            false},
           {"inventory.ods",
            "Inventaris Aset Dinas\n\nPerangkat\tJumlah\tDiperiksa\tLayak\n"
            "Server utama\t12\t14/03/2025\t85.5%\t[comment A4] Cek nomor seri\n"
            "Laptop lama\t30\t=1+1\nJumlah\t42\nData lama",
            "reading.hidden_rows",
            false},
           {"encrypted.pdf", "reading.encrypted", "", false},
           {"truncated.pdf", "reading.damaged", "", false},
           {"binary.dat", "reading.unknown_format", "", false},
           {"empty.txt", "reading.empty", "", false},
       }) {
    const auto found = extract_sample(c.file);
    const auto text = found ? found->text : found.error().id;
    EXPECT_TRUE(text.starts_with(c.text)) << c.file << ": " << text;
    if (!found) continue;
    EXPECT_EQ(found->needs_ocr, c.needs_ocr) << c.file;
    EXPECT_EQ(found->problems.empty() ? "" : found->problems[0].id, c.problem) << c.file;
  }
}

TEST(Extractor, SurvivesWhateverTheHelperDoes) {
  struct Case {
    std::string_view program;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"child_that_crashes", "reading.crashed reason=signal 11"},
           {"child_that_waits", "reading.timed_out seconds=1"},
           {"child_that_floods", "reading.too_large"},
           {"child_that_lies", "reading.crashed reason=line 2"},
           {"child_that_fails", "reading.crashed reason=no end"},
           {"child_that_is_absent", "reading.helper_missing reason=No such file or directory"},
       }) {
    auto limits = limits_for(std::string(JENJANG_TEST_PROGRAMS) + "/" + std::string(c.program));
    limits.wall_seconds = 1;
    limits.output_bytes = 1'000'000;
    const auto found = ingest::extract_document("x", limits);
    ASSERT_FALSE(found) << c.program;
    EXPECT_EQ(show(found.error()), c.error);
    const bool absent = found.error().id == "reading.helper_missing";
    EXPECT_EQ(found.error().kind, absent ? base::ErrorKind::unavailable : base::ErrorKind::invalid);
  }
}

// Bytes changed at random places, the same ones on every run.
std::string damage(std::string bytes, unsigned seed) {
  std::minstd_rand chance(seed);
  for (int i = 0; i < 12; ++i) bytes[chance() % bytes.size()] = static_cast<char>(chance() % 256);
  return bytes;
}

TEST(Extractor, ReadsOrRefusesDamagedFilesButAlwaysAnswers) {
  const auto limits = limits_for(JENJANG_EXTRACT_PROGRAM);
  for (const auto* sample :
       {"two-pages.pdf", "hyphen-and-ligature.pdf", "scan.pdf", "encrypted.pdf"})
    for (unsigned seed = 1; seed <= 12; ++seed) {
      const auto found = ingest::extract_document(damage(load_sample(sample), seed), limits);
      if (found) continue;
      EXPECT_EQ(found.error().kind, base::ErrorKind::invalid) << sample << " " << seed;
      EXPECT_NE(found.error().id, "reading.timed_out") << sample << " " << seed;
    }
}

TEST(ParseExtraction, TrustsNoLine) {
  const std::string head = "{\"protocol\":1,\"format\":\"pdf\",\"title\":\"\"}\n";
  const std::string page =
      "{\"page\":1,\"width\":9,\"height\":9,\"text\":\"ab cd\",\"words\":[[0,2,1,1,2,2]]}\n";
  const std::string end = "{\"end\":true,\"needs_ocr\":false}\n";
  const auto with_page = [&](std::string_view text, std::string_view words) {
    return head + "{\"page\":1,\"width\":9,\"height\":9,\"text\":\"" + std::string(text) +
           "\",\"words\":" + std::string(words) + "}\n" + end;
  };

  const auto sheet = [&](std::string_view format, std::string_view label) {
    return "{\"protocol\":1,\"format\":\"" + std::string(format) +
           "\",\"title\":\"\"}\n{\"page\":1,\"width\":0,\"height\":0,\"text\":\"a\",\"words\":[]" +
           std::string(label) + "}\n" + end;
  };

  const auto signature = [](const std::string& state, const std::string& signer) {
    return R"({"signature":)" + state + R"(,"field":"","signer":)" + signer +
           R"(,"issuer":"","time":"","covers_all":true})" + "\n";
  };

  struct Case {
    std::string_view name;
    std::string output;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"a sheet", sheet("xlsx", R"(,"label":"Data")"), ""},
           {"a sheet without a name", sheet("xlsx", ""), "reading.crashed reason=line 2"},
           {"a sheet with a name of two lines",
            sheet("ods", R"(,"label":"a\nb")"),
            "reading.crashed reason=line 2"},
           {"a slide with a name",
            sheet("pptx", R"(,"label":"a")"),
            "reading.crashed reason=line 2"},
           {"as agreed", head + page + end, ""},
           {"nothing", "", "reading.crashed reason=no end"},
           {"no end", head + page, "reading.crashed reason=no end"},
           {"no page", head + end, "reading.crashed reason=no end"},
           {"no head", page + end, "reading.crashed reason=line 1"},
           {"another protocol",
            "{\"protocol\":2,\"format\":\"pdf\",\"title\":\"\"}\n",
            "reading.crashed reason=line 1"},
           {"an unknown format",
            "{\"protocol\":1,\"format\":\"exe\",\"title\":\"\"}\n",
            "reading.crashed reason=line 1"},
           {"more after the end", head + page + end + page, "reading.crashed reason=line 4"},
           {"the same page again", head + page + page + end, "reading.crashed reason=line 3"},
           {"no JSON", head + "page 1\n", "reading.crashed reason=line 2"},
           {"a word beyond the page",
            with_page("ab", "[[0,3,1,1,2,2]]"),
            "reading.crashed reason=line 2"},
           {"a word before the page",
            with_page("ab", "[[-1,2,1,1,2,2]]"),
            "reading.crashed reason=line 2"},
           {"an empty word", with_page("ab", "[[1,1,1,1,2,2]]"), "reading.crashed reason=line 2"},
           {"words that overlap",
            with_page("abc", "[[0,2,1,1,2,2],[1,3,1,1,2,2]]"),
            "reading.crashed reason=line 2"},
           {"a box with a corner missing",
            with_page("ab", "[[0,2,1,1,2]]"),
            "reading.crashed reason=line 2"},
           {"a NUL", with_page("a\\u0000", "[]"), "reading.crashed reason=line 2"},
           {"text that is not composed",
            with_page("e\u0301", "[]"),
            "reading.crashed reason=line 2"},
           {"a signature", head + page + signature(R"("valid")", R"("a")") + end, ""},
           {"a signature in a state nobody knows",
            head + page + signature(R"("fine")", R"("a")") + end,
            "reading.crashed reason=line 3"},
           {"a signature whose signer is a number",
            head + page + signature(R"("valid")", "7") + end,
            "reading.crashed reason=line 3"},
           {"a failure of its own", "{\"error\":\"encrypted\"}\n", "reading.encrypted"},
           {"a failure midway", head + page + "{\"error\":\"too_large\"}\n", "reading.too_large"},
           {"a failure nobody knows", "{\"error\":\"sesuatu\"}\n", "reading.crashed reason=line 1"},
           {"a problem of another room",
            head + "{\"problem\":\"model.cycle\"}\n",
            "reading.crashed reason=line 2"},
       }) {
    const auto found = ingest::parse_extraction(c.output);
    EXPECT_EQ(found ? "" : show(found.error()), c.error) << c.name;
  }
}

}  // namespace
