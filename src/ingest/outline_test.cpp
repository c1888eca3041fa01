// Which unit of its document a passage stands in.
#include <algorithm>

#include <gtest/gtest.h>

#include "ingest/passages.hpp"
#include "text/unicode.hpp"

namespace {

// The passages of a text whose pages are parted by \f: each as "pages [place] words", places with
// slashes, line ends as spaces.
std::vector<std::string> outline(std::string text) {
  std::vector<document::Page> pages;
  std::int64_t position = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\f', begin), text.size());
    if (end < text.size()) text[end] = '\n';
    const auto length = text::count_code_points(std::string_view(text).substr(begin, end - begin));
    pages.push_back({static_cast<int>(pages.size()) + 1, 0, 0, {position, position + length}, {}});
    position += length + 1;
    begin = end + 1;
  }
  std::vector<std::string> found;
  for (const auto& passage : ingest::find_passages(text, pages)) {
    auto line = std::to_string(passage.page);
    for (const auto& further : passage.continued) line += "+" + std::to_string(further.page);
    auto place = document::format_locator(passage.locator);
    std::ranges::replace(place, '\n', '/');
    auto words = passage.text;
    std::ranges::replace(words, '\n', ' ');
    found.push_back(line + " [" + place + "] " + words);
  }
  return found;
}

struct Case {
  std::string_view name;
  std::string text;
  std::vector<std::string> outline;
};

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) EXPECT_EQ(outline(c.text), c.outline) << c.name;
}

const std::string frame =
    "PERATURAN BUPATI\nNOMOR 3 TAHUN 2026\n\nMenimbang : a. bahwa perlu;\nb. bahwa perlu "
    "sekali;\n\nMengingat : 1. Undang-Undang;\n\nMEMUTUSKAN:\nMenetapkan : PERATURAN BUPATI.\n\n";

TEST(Outline, KnowsTheFrameOfARegulation) {
  check({{"considerations, legal bases, enacting words, closing",
          frame + "Pasal 1\nBerlaku.\n\nDitetapkan di Kencana",
          {"1 [judul] PERATURAN BUPATI NOMOR 3 TAHUN 2026",
           "1 [menimbang/huruf a] Menimbang : a. bahwa perlu;",
           "1 [menimbang/huruf b] b. bahwa perlu sekali;",
           "1 [mengingat/angka 1] Mengingat : 1. Undang-Undang;",
           "1 [menetapkan] MEMUTUSKAN:",
           "1 [menetapkan] Menetapkan : PERATURAN BUPATI.",
           "1 [pasal 1] Pasal 1 Berlaku.",
           "1 [penutup] Ditetapkan di Kencana"}},
         {"the dicta of a decision",
          "Menimbang : bahwa perlu;\nMEMUTUSKAN:\nMenetapkan : KEPUTUSAN.\nKESATU : Membentuk "
          "tim.\nKEDUA BELAS : Biaya.",
          {"1 [menimbang] Menimbang : bahwa perlu;",
           "1 [menetapkan] MEMUTUSKAN:",
           "1 [menetapkan] Menetapkan : KEPUTUSAN.",
           "1 [diktum KESATU] KESATU : Membentuk tim.",
           "1 [diktum KEDUA BELAS] KEDUA BELAS : Biaya."}},
         {"an annex counts anew, its title with it",
          frame + "Pasal 1\nBerlaku.\nLAMPIRAN II\nPERATURAN BUPATI\n\nBAB I\nPENDAHULUAN\nA. "
                  "Latar\n1. Satu\na. dua\n1) tiga\na) empat\n2) lima\n2. Enam\nB. Tujuh",
          {"1 [judul] PERATURAN BUPATI NOMOR 3 TAHUN 2026",
           "1 [menimbang/huruf a] Menimbang : a. bahwa perlu;",
           "1 [menimbang/huruf b] b. bahwa perlu sekali;",
           "1 [mengingat/angka 1] Mengingat : 1. Undang-Undang;",
           "1 [menetapkan] MEMUTUSKAN:",
           "1 [menetapkan] Menetapkan : PERATURAN BUPATI.",
           "1 [pasal 1] Pasal 1 Berlaku.",
           "1 [lampiran II] LAMPIRAN II PERATURAN BUPATI",
           "1 [lampiran II/bab I] BAB I PENDAHULUAN",
           "1 [lampiran II/bab I/huruf A] A. Latar",
           "1 [lampiran II/bab I/huruf A/angka 1] 1. Satu",
           "1 [lampiran II/bab I/huruf A/angka 1/huruf a] a. dua",
           "1 [lampiran II/bab I/huruf A/angka 1/huruf a/angka 1)] 1) tiga",
           "1 [lampiran II/bab I/huruf A/angka 1/huruf a/angka 1)/huruf a)] a) empat",
           "1 [lampiran II/bab I/huruf A/angka 1/huruf a/angka 2)] 2) lima",
           "1 [lampiran II/bab I/huruf A/angka 2] 2. Enam",
           "1 [lampiran II/bab I/huruf B] B. Tujuh"}}});
}

TEST(Outline, KnowsArticlesAndTheirParts) {
  check({{"chapter, part, section, article, paragraph, letter, number",
          "BAB II\nTATA KELOLA\nBagian Kesatu\nUmum\nParagraf 1\nTim\nPasal 1\n(1) Tim:\na. "
          "satu:\n1. dua; dan\n2. tiga; dan\nb. empat.\n(2) Lima.\nPasal 2\nEnam.",
          {"1 [bab II] BAB II TATA KELOLA",
           "1 [bab II/bagian Kesatu] Bagian Kesatu Umum",
           "1 [bab II/bagian Kesatu/paragraf 1] Paragraf 1 Tim",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 1] Pasal 1 (1) Tim:",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 1/huruf a] a. satu:",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 1/huruf a/angka 1] 1. dua; dan",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 1/huruf a/angka 2] 2. tiga; dan",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 1/huruf b] b. empat.",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 1/ayat 2] (2) Lima.",
           "1 [bab II/bagian Kesatu/paragraf 1/pasal 2] Pasal 2 Enam."}},
         {"what OCR makes of numbers",
          "Pasal 1\n(1) Satu.\n(21 Dua.\nPasa12\nTiga.\nPasal3\nEmpat.",
          {"1 [pasal 1/ayat 1] Pasal 1 (1) Satu.",
           "1 [pasal 1/ayat 2] (21 Dua.",
           "1 [pasal 2] Pasa12 Tiga.",
           "1 [pasal 3] Pasal3 Empat."}},
         {"a letter i between h and j, and Roman numbers",
          "Pasal 1\na. a;\nb. b;\nc. c;\nd. d;\ne. e;\nf. f;\ng. g;\nh. h;\ni. i:\ni. satu;\nii. "
          "dua;\nj. j.",
          {"1 [pasal 1/huruf a] Pasal 1 a. a;",
           "1 [pasal 1/huruf b] b. b;",
           "1 [pasal 1/huruf c] c. c;",
           "1 [pasal 1/huruf d] d. d;",
           "1 [pasal 1/huruf e] e. e;",
           "1 [pasal 1/huruf f] f. f;",
           "1 [pasal 1/huruf g] g. g;",
           "1 [pasal 1/huruf h] h. h;",
           "1 [pasal 1/huruf i] i. i:",
           "1 [pasal 1/huruf i/angka i] i. satu;",
           "1 [pasal 1/huruf i/angka ii] ii. dua;",
           "1 [pasal 1/huruf j] j. j."}}});
}

TEST(Outline, IsNotMisledByMentions) {
  check({{"a mention that a line break has put at the head of a line",
          "Pasal 1\n(1) Satu.\n(2) Sebagaimana dimaksud pada ayat\n(1) huruf a dan dalam\nPasal "
          "2\nberlaku pada ayat (1) dan\n(2) juga.\nPasal 2\nTiga.",
          {"1 [pasal 1/ayat 1] Pasal 1 (1) Satu.",
           "1 [pasal 1/ayat 2] (2) Sebagaimana dimaksud pada ayat (1) huruf a dan dalam Pasal 2 "
           "berlaku pada ayat (1) dan (2) juga.",
           "1 [pasal 2] Pasal 2 Tiga."}},
         {"an article that is out of turn",
          "Pasal 1\nSatu.\nPasal 70\nDua.\nPasal 2\nTiga.",
          {"1 [pasal 1] Pasal 1 Satu. Pasal 70 Dua.", "1 [pasal 2] Pasal 2 Tiga."}},
         {"a sentence that begins with an article",
          "Pasal 1\nSatu.\nPasal 5 ayat (2) diubah sehingga berbunyi.",
          {"1 [pasal 1] Pasal 1 Satu. Pasal 5 ayat (2) diubah sehingga berbunyi."}},
         {"a regulation that amends another",
          "Menimbang : bahwa;\nMEMUTUSKAN:\nMenetapkan : PERATURAN TENTANG PERUBAHAN ATAS "
          "PERATURAN.\n\nPasal I\nBeberapa ketentuan diubah sebagai berikut:\n1. Ketentuan Pasal "
          "5 diubah sehingga berbunyi sebagai berikut:\n\nPasal 5\n(1) Baru.\n(2) Juga:\na. "
          "satu.\n\n2. Di antara Pasal 6 dan Pasal 7 disisipkan satu pasal, sehingga berbunyi "
          "sebagai berikut:\n\nPasal 6A\nSisipan.\n\nPasal II\nBerlaku.",
          {"1 [menimbang] Menimbang : bahwa;",
           "1 [menetapkan] MEMUTUSKAN:",
           "1 [menetapkan] Menetapkan : PERATURAN TENTANG PERUBAHAN ATAS PERATURAN.",
           "1 [pasal I] Pasal I Beberapa ketentuan diubah sebagai berikut:",
           "1 [pasal I/angka 1] 1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:",
           "1 [pasal I/angka 1/pasal_diubah 5/ayat 1] Pasal 5 (1) Baru.",
           "1 [pasal I/angka 1/pasal_diubah 5/ayat 2] (2) Juga:",
           "1 [pasal I/angka 1/pasal_diubah 5/ayat 2/huruf a] a. satu.",
           "1 [pasal I/angka 2] 2. Di antara Pasal 6 dan Pasal 7 disisipkan satu pasal, sehingga "
           "berbunyi sebagai berikut:",
           "1 [pasal I/angka 2/pasal_diubah 6A] Pasal 6A Sisipan.",
           "1 [pasal II] Pasal II Berlaku."}},
         {"a table of contents",
          "DAFTAR ISI\nBAB I PENDAHULUAN 1\nPasal 1\fBAB I PENDAHULUAN ........ 1\nBAB II "
          "PENUTUP . . . . . 9\fBAB I\nPENDAHULUAN",
          {"1 [] DAFTAR ISI",
           "1 [] BAB I PENDAHULUAN 1",
           "1 [] Pasal 1",
           "2 [] BAB I PENDAHULUAN ........ 1",
           "2 [] BAB II PENUTUP . . . . . 9",
           "3 [bab I] BAB I PENDAHULUAN"}}});
}

TEST(Outline, RunsOnOverPageBreaks) {
  check({{"an article over a page break, with running head, page number and catchword",
          "PRESIDEN\n\nPasal 1\n(1) Satu yang\n\nPasal 2 . . .\fPRESIDEN\n- 2 -\n\ngoes on.\n(2) "
          "Dua\n\n2020, No. 994\fPRESIDEN\n-3-\n\nlagi.\nPasal 2\nTiga.",
          {"1+2 [pasal 1/ayat 1] Pasal 1 (1) Satu yang goes on.",
           "2+3 [pasal 1/ayat 2] (2) Dua lagi.",
           "3 [pasal 2] Pasal 2 Tiga."}},
         {"a catchword without dots",
          "Pasal 1\n(1) Satu.\n(2) Dua\f(2) Dua tiga.\n",
          {"1 [pasal 1/ayat 1] Pasal 1 (1) Satu.", "2 [pasal 1/ayat 2] (2) Dua tiga."}}});
}

TEST(Outline, KnowsHeadingsListsAndTablesOfOtherDocuments) {
  check({{"Markdown",
          "# Laporan\n## 1. Tenaga\nIsi.\n- satu\n- dua\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | "
          "4 |\n\n## 2. Data\nIsi.",
          {"1 [subjudul Laporan] # Laporan",
           "1 [subjudul Laporan/subjudul 1. Tenaga] ## 1. Tenaga",
           "1 [subjudul Laporan/subjudul 1. Tenaga] Isi.",
           "1 [subjudul Laporan/subjudul 1. Tenaga/butir 1] - satu",
           "1 [subjudul Laporan/subjudul 1. Tenaga/butir 2] - dua",
           "1 [subjudul Laporan/subjudul 1. Tenaga/butir 2] | a | b |",
           "1 [subjudul Laporan/subjudul 1. Tenaga/butir 2/baris 1] | 1 | 2 |",
           "1 [subjudul Laporan/subjudul 1. Tenaga/butir 2/baris 2] | 3 | 4 |",
           "1 [subjudul Laporan/subjudul 2. Data] ## 2. Data",
           "1 [subjudul Laporan/subjudul 2. Data] Isi."}},
         {"numbered and capital headings",
          "NOTULEN RAPAT\n\nIsi.\n\nI. KEGIATAN\nIsi.\n\nBAGIAN A. NASKAH\nA.1 Surat masuk\n1. "
          "Satu.\n\n2. PENUTUP\nIsi.",
          {"1 [subjudul NOTULEN RAPAT] NOTULEN RAPAT  Isi.",
           "1 [bab I] I. KEGIATAN Isi.",
           "1 [bab I/bagian A] BAGIAN A. NASKAH",
           "1 [bab I/bagian A/subjudul A.1 Surat masuk/angka 1] A.1 Surat masuk 1. Satu.",
           "1 [bab I/bagian A/subjudul 2. PENUTUP] 2. PENUTUP Isi."}},
         {"rows of a table on paper, and what follows it",
          "Tabel 1. Sasaran\nNo. Sasaran Target\n1 Surat keluar 90\n2 Ruang kerja 18\n\nSetiap "
          "sasaran memuat angka, satuan, dan tenggat pada tahun itu.",
          {"1 [tabel 1] Tabel 1. Sasaran No. Sasaran Target",
           "1 [tabel 1/baris 1] 1 Surat keluar 90",
           "1 [tabel 1/baris 2] 2 Ruang kerja 18",
           "1 [] Setiap sasaran memuat angka, satuan, dan tenggat pada tahun itu."}}});
}

}  // namespace
