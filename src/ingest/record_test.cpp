// What a document says of itself.
#include "ingest/record.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace {

std::string record_of(std::string_view text) {
  std::string said;
  const document::Page page{1, 0, 0, {0, text::count_code_points(text)}, {}};
  for (const auto& entry : ingest::recognize_record(text, {page}))
    said += std::string(document::name_of(entry.field)) + "=" + entry.value + "\n";
  return said;
}

TEST(Record, IsReadOffARegulationsHeadAndClosing) {
  EXPECT_EQ(record_of("PERATURAN BUPATI TIRTA\nNOMOR 12 TAHUN 2OL9\nTENTANG\nKANTOR\nCERDAS\n\n"
                      "Menimbang : bahwa;\nPasal 1\nPeraturan ini mulai berlaku pada tanggal\n"
                      "diundangkan.\n\nDitetapkan di Kencana\npada tanggal 2 Maret 2019\n\nttd\n"
                      "Diundangkan di Kencana\npada tanggal 4 Maret 2O19"),
            "kind=Peraturan Bupati\nnumber=12\nyear=2019\nissuer=BUPATI TIRTA\nsubject=KANTOR "
            "CERDAS\ndate=2019-03-02\npromulgated=2019-03-04\nin_force_from=2019-03-04\n"
            "language=id\nsignature=signed\n");
}

TEST(Record, IsReadOffALetter) {
  EXPECT_EQ(record_of("NOTA DINAS\nNomor : 000.9/3/KOMINFO/2026\nSifat : Sangat Rahasia\nTanggal : "
                      "9 Oktober 2026\nditandatangani secara elektronik"),
            "kind=Nota Dinas\nnumber=000.9/3/KOMINFO/2026\nyear=2026\ndate=2026-10-09\n"
            "signature=electronic\nconfidentiality=top_secret\n");
  EXPECT_EQ(record_of("Sekadar catatan tanpa kepala."), "");
}

TEST(Record, ReadsNoDateThatIsNone) {
  EXPECT_EQ(ingest::parse_long_date("1 Januari 2021."), "2021-01-01");
  for (const auto* words : {"", "Januari 2021", "32 Mei 2020", "3 Bulan 2020", "3 Mei 20"})
    EXPECT_EQ(ingest::parse_long_date(words), "") << words;
}

}  // namespace
