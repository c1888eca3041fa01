// Places in real regulations, which lie outside the repository: each pair was read on the page.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "base/shared_data_for_test.hpp"
#include "ingest/ingest.hpp"
#include "text/quote.hpp"
#include "text/unicode.hpp"

namespace {

ingest::ReadSource read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  ingest::ReadingLimits limits;
  limits.extractor_path = JENJANG_EXTRACT_PROGRAM;
  auto source = ingest::read_document(bytes.str(), path.string(), limits);
  EXPECT_TRUE(source.has_value()) << path << ": " << (source ? "" : source.error().id);
  return source.value_or(ingest::ReadSource{});
}

bool touches(const document::Range& a, const document::Range& b) {
  return a.begin < b.end && a.end > b.begin;
}

bool holds(const document::Passage& passage, const document::Range& range) {
  return touches(passage.range, range) ||
         std::ranges::any_of(passage.continued,
                             [&](const auto& further) { return touches(further.range, range); });
}

// Where a quote stands, as "pasal 5/ayat 2"; or what is wrong with it.
std::string place_of(const ingest::ReadSource& source, int page, std::string_view quote) {
  for (const auto& one : source.pages) {
    if (one.number != page) continue;
    const auto words = text::slice(source.text, one.range.begin, one.range.end);
    const auto found = text::find_quote(words, quote);
    if (found.size() != 1) return std::to_string(found.size()) + " times on the page";
    const document::Range range{one.range.begin + found[0].begin, one.range.begin + found[0].end};
    std::optional<document::Locator> shared;
    for (const auto& passage : source.passages)
      if (holds(passage, range))
        shared = shared ? document::find_shared(*shared, passage.locator) : passage.locator;
    if (!shared) return "in no passage";
    auto place = document::format_locator(*shared);
    std::ranges::replace(place, '\n', '/');
    return place;
  }
  return "no such page";
}

struct Pair {
  int page = 0;
  std::string_view quote;
  std::string_view place;
};

void check(const ingest::ReadSource& source, const std::vector<Pair>& pairs) {
  for (const auto& pair : pairs)
    EXPECT_EQ(place_of(source, pair.page, pair.quote), pair.place) << pair.quote;
}

// The articles in order, each once, as "1 2 3".
std::string articles_of(const ingest::ReadSource& source) {
  std::string found;
  std::string last;
  for (const auto& passage : source.passages)
    for (const auto& step : passage.locator)
      if (step.kind == document::UnitKind::article && step.label != last)
        found += (found.empty() ? "" : " ") + (last = step.label);
  return found;
}

std::string count_up_to(int last) {
  std::string counted = "1";
  for (int number = 2; number <= last; ++number) counted += " " + std::to_string(number);
  return counted;
}

class RealPlaces : public testing::Test {
 protected:
  static ingest::ReadSource read_example(const char* name) {
    return read(std::filesystem::path(JENJANG_SOURCE_DIR) / "examples/kominfo/documents" / name);
  }
};

TEST_F(RealPlaces, OfPermenpanrb59Of2020) {
  const auto source = read(base::find_shared_data("documents/permenpanrb-59-2020.pdf"));
  EXPECT_EQ(articles_of(source), count_up_to(12));
  check(source,
        {{1, "Pasal 17 ayat (3) Undang-Undang Dasar Negara", "mengingat/angka 1"},
         {2, "Peraturan Presiden Nomor 39 Tahun 2019 tentang", "mengingat/angka 5"},
         {2, "Pemantauan SPBE adalah proses penilaian secara", "pasal 1/angka 2"},
         {4, "Koordinator SPBE adalah sekretaris pada Instansi", "pasal 1/angka 16"},
         {4, "memahami langkah-langkah kerja", "pasal 2/ayat 1/huruf c"},
         {5, "kualitas pelayanan publik", "pasal 2/ayat 2/huruf c"},
         {5, "ayat (1) dan ayat (2) dilakukan oleh Tim Assesor internal", "pasal 4/ayat 1"},
         {5, "gubernur pada pemerintah daerah provinsi; atau", "pasal 4/ayat 2/huruf e"},
         {6, "ditetapkan oleh Menteri.", "pasal 6/ayat 2"},
         {7, "metode Pemantauan dan Evaluasi SPBE;", "pasal 8/ayat 3/huruf b"},
         {7, "Peraturan Menteri ini mulai berlaku pada tanggal 1 Januari", "pasal 12"},
         {8, "pada tanggal 4 September 2020", "penutup"},
         {9, "Dengan perkembangan teknologi 4.0", "lampiran I/bab I/huruf A"},
         {10, "Bab III Proses Pemantauan dan Evaluasi SPBE", "lampiran I/bab I/huruf B/angka 3"},
         {11, "Data Management Maturity", "lampiran I/bab II/huruf A/angka 1/huruf a/angka 5)"},
         {12, "layanan SPBE. Model ini dikembangkan", "lampiran I/bab II/huruf A/angka 1/huruf b"},
         {12, "Berlandaskan kedua konsep tersebut", "lampiran I/bab II/huruf A/angka 1"},
         {13,
          "Layanan SPBE diberikan dalam bentuk interaksi dua",
          "lampiran I/bab II/huruf A/angka 3/tabel 2/baris 2"},
         {14,
          "dimana sebuah domain terdiri dari satu atau beberapa aspek",
          "lampiran I/bab II/huruf B/angka 1"},
         {21, "Tingkat 4 (empat) diberi nilai 4", "lampiran I/bab II/huruf B/angka 3/huruf d"},
         {27,
          "telah dilakukan revisi atau penggantian kebijakan baru",
          "lampiran I/bab II/huruf C/angka 1/huruf e/angka 2)"},
         {40,
          "Konsep kebijakan internal terkait Tim Koordinasi SPBE Instansi",
          "lampiran I/bab II/huruf E/indikator 10/baris 1"},
         {88, "profil SPBE nasional.", "lampiran I/bab III/huruf E/angka 3/huruf b"},
         {89, "Untuk memudahkan memahami tingkat kemampuan", "lampiran I/bab IV"}});
}

TEST_F(RealPlaces, OfPermenpanrb5Of2020) {
  const auto source = read(base::find_shared_data("documents/permenpanrb-5-2020.pdf"));
  EXPECT_EQ(articles_of(source), count_up_to(6));
  check(source,
        {{2, "Risiko SPBE adalah peluang terjadinya suatu", "pasal 1/angka 3"},
         {3, "berpedoman pada Peraturan Menteri ini", "pasal 3"},
         {3, "Lampiran yang merupakan bagian tidak terpisahkan", "pasal 5"},
         {5, "Momentum pengembangan SPBE telah dimulai", "lampiran/bab I/huruf A"},
         {8, "Menciptakan budaya sadar Risiko SPBE", "lampiran/bab I/huruf B/angka 5"},
         {10, "Selera Risiko SPBE adalah penentuan", "lampiran/bab I/huruf E/angka 12"},
         {10, "Bab V Penutup memuat ringkasan", "lampiran/bab I/huruf F/butir 5"},
         {14, "Sedangkan, tata kelola Manajemen Risiko SPBE", "lampiran/bab II/huruf C"},
         {16, "Identifikasi sasaran SPBE bertujuan untuk", "lampiran/bab III/huruf B/angka 2"},
         {21, "Layanan SPBE, merupakan Risiko SPBE", "lampiran/bab III/huruf B/angka 6/huruf n"},
         {22, "SDM SPBE", "lampiran/bab III/huruf B/angka 6/tabel 6/baris 15"},
         {24, "Sangat Signifikan.", "lampiran/bab III/huruf B/angka 8/huruf b/angka 5)"},
         {33,
          "Transfer risiko dipilih jika",
          "lampiran/bab III/huruf D/angka 2/huruf a/angka 2)/huruf c)"}});
}

TEST_F(RealPlaces, OfBssn4Of2021) {
  const auto source = read(base::find_shared_data("documents/bssn-4-2021.pdf"));
  EXPECT_EQ(articles_of(source), count_up_to(36));
  check(source,
        {{1, "Sandi Negara (Berita Negara Republik Indonesia", "mengingat/angka 3"},
         {3, "Pusat Data adalah fasilitas", "bab I/pasal 1/angka 13"},
         {3, "setiap Instansi Pusat dan Pemerintah Daerah berdasarkan", "bab II/pasal 2"},
         {4, "evaluasi kinerja; dan", "bab II/pasal 3/ayat 1/huruf e"},
         {5, "kebijakan keamanan informasi SPBE yang telah", "bab II/pasal 4/ayat 4/huruf d"},
         {6, "Daerah masing-masing sebagaimana dimaksud dalam", "bab II/pasal 7/ayat 1"},
         {8, "ayat (3) huruf e dilakukan sesuai dengan ketentuan", "bab II/pasal 13"},
         // The next two are numbered so on the page: (7) stands behind (5), Bagian Ketujuh behind
         // Bagian Kelima.
         {27, "menggunakan kata sandi yang kuat", "bab III/bagian Kelima/pasal 33/ayat 7/huruf a"},
         {28,
          "persyaratan koneksi perangkat ke Pusat Data Nasional.",
          "bab III/bagian Ketujuh/pasal 34/huruf b"},
         {29, "Peraturan Badan ini mulai berlaku", "bab IV/pasal 36"}});
}

TEST_F(RealPlaces, OfPerpres82Of2023) {
  const auto source = read(base::find_shared_data("documents/perpres-82-2023.pdf"));
  EXPECT_EQ(articles_of(source), count_up_to(22));
  check(source,
        {{1, "bahwa untuk mewujudkan percepatan transformasi", "menimbang/huruf b"},
         {2, "Pengguna SPBE adalah instansi pusat", "bab I/pasal 1/angka 4"},
         {3, "Perusahaan Umum Percetakan Uang", "bab I/pasal 1/angka 10"},
         {3, "yang memiliki minimal 200.000 (dua ratus ribu)", "bab II/pasal 2/ayat 2"},
         {3, "dikembangkan,", "bab II/pasal 2/ayat 2/huruf b"},
         {7, "Prioritas dapat melakukan pengakhiran", "bab III/pasal 6/ayat 1"},
         {8, "anggaran pendapatan dan belanja negara; dan/ atau", "bab III/pasal 7/ayat 1/huruf a"},
         {8, "keadaan kahar.", "bab III/pasal 9/ayat 3/huruf i"},  // (3) behind (1), so printed
         {9, "melaksanakan manajemen perubahan dalam", "bab IV/pasal 11/huruf b"},
         {9, "dalam penugasan Perum Peruri sebagaimana diatur dalam", "bab IV/pasal 11"},
         {11, "b. melakukan pembinaan dan pengawasan", "bab IV/pasal 15/huruf b"},
         {12, "pada ayat (1)juga disampaikan kepada", "bab V/pasal 20/ayat 2"},
         {12, "Peraturan Presiden ini mulai berlaku", "bab VI/pasal 22"},
         {12, "SK No 132292A", "in no passage"},
         {11, "BABV. . .", "in no passage"}});
}

TEST_F(RealPlaces, OfTheExample) {
  const auto regulation = read_example("perbup-12-2025-kantor-cerdas.pdf");
  EXPECT_EQ(articles_of(regulation), count_up_to(38));
  check(regulation,
        {{2, "Aplikasi Kantor adalah aplikasi yang dipakai", "bab I/pasal 1/angka 7"},
         {3, "dan berlaku pula bagi pimpinan", "bab I/pasal 3/ayat 1"}});
  check(read_example("keputusan-9-2026-tim-dan-norma-kerja-digital.pdf"),
        {{1, "yang berlaku bagi seluruh bidang dan pimpinan", "diktum KETIGA"},
         {2, "berakhir pada tanggal 31 Desember 2026", "diktum KEENAM"},
         {3, "tidak disimpan pada akun pribadi", "lampiran III/angka 2"},
         {4, "notulen dibagikan paling lambat dua hari kerja", "lampiran III/angka 3"}});
  check(read_example("peta-jalan-kantor-cerdas-2025-2029.pdf"),
        {{1, "Peta jalan disusun oleh tim pengelola", "bab I/huruf C"},
         {2, "Integrasi dan data Belum ada", "bab II/tabel 1/baris 6"}});
  check(read_example("sop-naskah-dinas-dan-meja-bantuan.pdf"),
        {{3, "Tiket ditutup setelah pemohon", "bagian B/subjudul B.1 Alur/angka 5"}});
}

}  // namespace
