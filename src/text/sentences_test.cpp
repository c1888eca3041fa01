// Which full stops end a sentence in the prose of offices and regulations.
#include "text/sentences.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

std::vector<std::string> split(std::string_view text) {
  const auto begins = text::find_sentences(text);
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const auto end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    auto sentence = std::string(text.substr(begins[i], end - begins[i]));
    sentence.erase(sentence.find_last_not_of(" \n\t") + 1);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

TEST(Sentences, EndWhereAReaderPauses) {
  struct Case {
    std::string_view text;
    std::vector<std::string> sentences;
  };

  for (const auto& c : std::vector<Case>{
           {"", {}},
           {" \n ", {}},
           {"Satu kalimat", {"Satu kalimat"}},
           {"Satu. Dua? Tiga! Empat.", {"Satu.", "Dua?", "Tiga!", "Empat."}},
           {"Perbup No. 12 Tahun 2025 berlaku. Reviu belum.",
            {"Perbup No. 12 Tahun 2025 berlaku.", "Reviu belum."}},
           {"Kantor di Jl. Letnan Muchtar. Buka pagi.",
            {"Kantor di Jl. Letnan Muchtar.", "Buka pagi."}},
           {"a.n. Bupati, Sekda menandatangani.", {"a.n. Bupati, Sekda menandatangani."}},
           {"d.h. Dinas Infokom kini Kominfo.", {"d.h. Dinas Infokom kini Kominfo."}},
           {"Server, jaringan, dsb. tersedia. Lalu", {"Server, jaringan, dsb. tersedia.", "Lalu"}},
           {"Server, jaringan, dsb. Semua baru.", {"Server, jaringan, dsb.", "Semua baru."}},
           {"Oleh A. Yani, S.H., M.Si. pada 2020. Selesai.",
            {"Oleh A. Yani, S.H., M.Si. pada 2020.", "Selesai."}},
           {"Anggaran Rp1.250.000,00 cair. Sisanya nihil.",
            {"Anggaran Rp1.250.000,00 cair.", "Sisanya nihil."}},
           {"Versi 2.0.1 dipakai.", {"Versi 2.0.1 dipakai."}},
           {"Tahun 2025. Tahun 2026.", {"Tahun 2025.", "Tahun 2026."}},
           {"Kalimat yang\nmelewati baris. Berikutnya.",
            {"Kalimat yang\nmelewati baris.", "Berikutnya."}},
           {"Judul tanpa titik\n\nIsi alinea.", {"Judul tanpa titik", "Isi alinea."}},
           {"Meliputi:\na. tata kelola;\nb. layanan; dan\nc. audit.",
            {"Meliputi:", "a. tata kelola;", "b. layanan; dan", "c. audit."}},
           {"(1) Bupati menetapkan.\n(2) Dinas melaksanakan.",
            {"(1) Bupati menetapkan.", "(2) Dinas melaksanakan."}},
           {"1. Satu hal\n2. Dua hal", {"1. Satu hal", "2. Dua hal"}},
           {"Ia berkata, \"Sudah berlaku.\" Lalu pergi.",
            {"Ia berkata, \"Sudah berlaku.\"", "Lalu pergi."}},
           {"Katanya “sudah.” Kami cek.", {"Katanya “sudah.”", "Kami cek."}},
           {"Lihat Pasal 5 ayat (2). Berlaku.", {"Lihat Pasal 5 ayat (2).", "Berlaku."}},
           {"Becker et al. (2009) menulis.", {"Becker et al. (2009) menulis."}},
           {"Yth. Kepala Dinas di tempat.", {"Yth. Kepala Dinas di tempat."}},
           {"s.d. 31 Desember 2026.", {"s.d. 31 Desember 2026."}},
           {"surel a@b.go.id. Situs b.go.id.", {"surel a@b.go.id.", "Situs b.go.id."}},
       })
    EXPECT_EQ(split(c.text), c.sentences) << c.text;
}

RC_GTEST_PROP(Sentences, LoseNoWord, (const std::vector<std::uint8_t>& picks)) {
  std::string text;
  for (const auto pick : picks) text += std::string_view("aB. \n;)\"1?")[pick % 10];
  const auto begins = text::find_sentences(text);
  const auto first = text.find_first_not_of(" \n");
  RC_ASSERT(begins.empty() == (first == std::string::npos));
  if (!begins.empty()) RC_ASSERT(begins.front() == first);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    RC_ASSERT(begins[i] < text.size());
    RC_ASSERT(text[begins[i]] != ' ' && text[begins[i]] != '\n');
    if (i > 0) RC_ASSERT(begins[i - 1] < begins[i]);
  }
}

}  // namespace
