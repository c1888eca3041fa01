// Families of words that meet in one stem, words that must not meet, and what is left alone.
#include "text/stemmer.hpp"

#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace text {
namespace {

// A small dictionary in the form of hunspell-id's: roots with the flags of the affixes they bear.
constexpr std::string_view dictionary =
    "20\nnilai/B0D0M0P0PaS0T0n0\nsiap/B0DkDuMkMuPaR0Rak0l0\nkesiap/T0\nkelola/D0M0P0PaT0\n"
    "ubah/B0D0M0MkMuP0PaT0a0\nkubah/B0\nrubah\ntangis/BaDiM0MiP0a0\nmenang/DkDuKaMiMkP0\n"
    "perintah/BqD0DkM0MiMkOkP0Pa\nsah/BaDkKaMkPN\nkesah/B0\nbuku/B0DkMkPa\nanalisis/D0M0\n"
    "layan/DiMiMkOiP0Paa0\nsedia/B0DkKaMkPaT0\nlanjut/B0DkDuKaMkMuP0PaT0\nduduk/BlBPDiKaM0Pa\n"
    "bank/Ra\nperban/M0\nbal\ntindaklanjut/A2DiMi\nguna/B0DkMkP0Pa\nsayur/B0\n";

Stemmer make_stemmer() {
  return {Lexicon::parse(dictionary), shipped_word_lists()};
}

struct Case {
  std::string_view word;
  std::string_view stem;
};

void check_stems(const std::vector<Case>& cases) {
  auto stemmer = make_stemmer();
  for (const auto& c : cases) EXPECT_EQ(stemmer.stem(c.word), c.stem) << c.word;
}

TEST(Stemmer, BringsTheFormsOfAWordTogether) {
  check_stems({{"penilaian", "nilai"},
               {"menilai", "nilai"},
               {"kesiapan", "siap"},
               {"dipersiapkannya", "siap"},
               {"pengelolaan", "kelola"},
               {"dikelola", "kelola"},
               {"terkelolakah", "kelola"},
               {"perubahan", "ubah"},
               {"mengubah", "ubah"},
               {"pelayanan", "layan"},
               {"layananmu", "layan"},
               {"ketersediaan", "sedia"},
               {"menyediakan", "sedia"},
               {"keberlanjutan", "lanjut"},
               {"kedudukan", "duduk"},
               {"menangis", "tangis"},
               {"menindaklanjuti", "tindaklanjut"},
               {"pertanggungjawaban", "tanggungjawab"},
               {"pengesahan", "sah"}});
}

TEST(Stemmer, KeepsApartWhatIsNotOneFamily) {
  check_stems({{"pemerintahan", "pemerintah"},
               {"memerintah", "perintah"},
               {"perbankan", "bank"},
               {"kubah", "kubah"},
               {"menang", "menang"},
               {"kinerja", "kinerja"},
               {"bali", "bali"}});
}

TEST(Stemmer, WritesOneSpelling) {
  check_stems({{"analisa", "analisis"},
               {"menganalisa", "analisis"},
               {"apotik", "apotek"},
               {"resiko", "risiko"},
               {"beresiko", "risiko"},
               {"merubah", "ubah"}});
}

TEST(Stemmer, TakesHyphenatedWordsAsOne) {
  check_stems({{"buku-buku", "buku"}, {"buku-nya", "buku"}, {"sayur-mayur", "sayur-mayur"}});
}

TEST(Stemmer, LeavesEnglishToPorterAndTheRestAlone) {
  check_stems({{"services", "servic"},
               {"recovery", "recoveri"},
               {"spbe", "spbe"},
               {"2020", "2020"},
               {"e1", "e1"},
               {"dan", "dan"},
               {"café", "café"},
               {"fasilitasinya", "fasilitasi"},
               {"", ""}});
}

TEST(Stemmer, KnowsAWordWhenARootWasFound) {
  auto stemmer = make_stemmer();
  for (const auto& c : {Case{"penilaiannya", "yes"},
                        Case{"sah", "yes"},
                        Case{"services", "no"},
                        Case{"pcnilaian", "no"},
                        Case{"2020", "no"}})
    EXPECT_EQ(stemmer.knows(c.word), c.stem == "yes") << c.word;
}

TEST(Stemmer, IsNamedByItsListsAndItsDictionary) {
  const auto lists = shipped_word_lists();
  const Stemmer whole(Lexicon::parse(dictionary), lists);
  const Stemmer bare(Lexicon(), lists);
  auto other = lists;
  other.exceptions = "";
  const Stemmer changed(Lexicon::parse(dictionary), other);
  EXPECT_EQ(whole.fingerprint(), make_stemmer().fingerprint());
  EXPECT_NE(whole.fingerprint(), bare.fingerprint());
  EXPECT_NE(Stemmer(Lexicon::parse("1\nmeja\n"), lists).fingerprint(),
            Stemmer(Lexicon::parse("1\nkursi\n"), lists).fingerprint());
  EXPECT_NE(whole.fingerprint(), changed.fingerprint());
}

RC_GTEST_PROP(Stemmer, StemsAnyLettersWithoutEndOrGrowth, ()) {
  static auto stemmer = make_stemmer();
  const auto word = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("aeimngkpst")));
  const std::string stem(stemmer.stem(word));
  RC_ASSERT(stem.size() <= word.size() + 1);
  RC_ASSERT(stemmer.stem(word) == stem);
}

}  // namespace
}  // namespace text
