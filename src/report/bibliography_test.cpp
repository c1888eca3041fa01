// Reference lists and references in running text, in both languages.
#include "report/bibliography.hpp"

#include <gtest/gtest.h>

#include "report/fixture.hpp"
#include "report/reference_format.hpp"

namespace {

using assessment::PersonName;
using assessment::Reference;
using assessment::ReferenceKind;

PersonName person(std::string family, std::string given) {
  return {std::move(family), std::move(given), "", "", ""};
}

PersonName office(std::string name) {
  return {"", "", "", "", std::move(name)};
}

Reference article() {
  Reference reference;
  reference.kind = ReferenceKind::article;
  reference.authors = {person("Becker", "Jörg"), person("Knackstedt", "Ralf")};
  reference.issued = "2009-06";
  reference.title = "Developing maturity models";
  reference.container = "BISE";
  reference.volume = "1";
  reference.issue = "3";
  reference.pages = "213–222";
  reference.doi = "10.1007/s12599-009-0044-5";
  return reference;
}

Reference chapter() {
  Reference reference;
  reference.kind = ReferenceKind::chapter;
  reference.authors = {{"Aalst", "Wil M. P.", "van der", "", ""}};
  reference.editors = {person("Ismail", "Nur"), person("Sari", "Dewi")};
  reference.issued = "2016";
  reference.title = "Proses";
  reference.container = "Buku pegangan";
  reference.edition = "2";
  reference.pages = "9";
  reference.publisher = "Pers";
  return reference;
}

Reference thesis() {
  Reference reference;
  reference.kind = ReferenceKind::thesis;
  reference.authors = {person("Sari", "Dewi")};
  reference.issued = "2021";
  reference.title = "Kantor cerdas";
  reference.publisher = "Universitas Sriwijaya";
  reference.url = "https://contoh.id/1";
  return reference;
}

Reference web_page() {
  Reference reference;
  reference.kind = ReferenceKind::web_page;
  reference.authors = {office("Kementerian PANRB")};
  reference.title = "SPBE: apa itu?";
  reference.url = "https://contoh.id/2";
  reference.accessed = "2026-05-03";
  return reference;
}

Reference many_authors(std::size_t count) {
  Reference reference = article();
  reference.authors.clear();
  for (std::size_t i = 0; i < count; ++i)
    reference.authors.push_back(person("N" + std::to_string(i + 1), "A"));
  return reference;
}

assessment::Source filed(const std::string& code, Reference reference) {
  assessment::Source source;
  source.code = code;
  source.kind = assessment::SourceKind::reference;
  source.title = reference.title;
  source.citation = "as filed";
  source.reference = std::move(reference);
  return source;
}

class BibliographyTest : public testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] report::Context context() const {
    return {study.model, study.dossier, study.evaluation, catalog, language()};
  }

  [[nodiscard]] bool is_english() const { return GetParam() == std::string_view("en"); }

  [[nodiscard]] model::Language language() const {
    return is_english() ? model::Language::english : model::Language::indonesian;
  }

  [[nodiscard]] std::string list() const {
    std::string words;
    for (const auto& section : report::compose_bibliography(context()))
      words += report::fixture::words_of(section.blocks) + "\n";
    return words;
  }

  report::fixture::Study study = report::fixture::make_study();
  text::Catalog catalog = report::fixture::read_catalog(GetParam());
};

INSTANTIATE_TEST_SUITE_P(Languages, BibliographyTest, testing::Values("id", "en"));

TEST_P(BibliographyTest, WritesEachKindOfWork) {
  struct Case {
    Reference reference;
    std::string indonesian;
    std::string english;
  };

  Reference report_ = article();
  report_.kind = ReferenceKind::report;
  report_.authors = {};
  report_.container = "";
  report_.publisher = "Bappenas";
  report_.doi = "";
  Reference others = article();
  others.more_authors = true;
  others.issued = "";
  for (const auto& c : std::vector<Case>{
           {article(),
            "Becker, J., & Knackstedt, R. (2009). Developing maturity models. BISE, 1(3), 213–222. "
            "https://doi.org/10.1007/s12599-009-0044-5",
            ""},
           {chapter(),
            "van der Aalst, W. M. P. (2016). Proses. Dalam N. Ismail dan D. Sari (Ed.), Buku "
            "pegangan "
            "(edisi 2, hlm. 9). Pers.",
            "van der Aalst, W. M. P. (2016). Proses. In N. Ismail and D. Sari (Eds.), Buku "
            "pegangan "
            "(ed. 2, p. 9). Pers."},
           {thesis(),
            "Sari, D. (2021). Kantor cerdas [Tesis, Universitas Sriwijaya]. https://contoh.id/1",
            "Sari, D. (2021). Kantor cerdas [Thesis, Universitas Sriwijaya]. https://contoh.id/1"},
           {web_page(),
            "Kementerian PANRB (t.t.). SPBE: apa itu? Diakses 3 Mei 2026, dari https://contoh.id/2",
            "Kementerian PANRB (n.d.). SPBE: apa itu? Retrieved 3 May 2026, from "
            "https://contoh.id/2"},
           {report_,
            "Developing maturity models (Nomor 3) (2009). Bappenas.",
            "Developing maturity models (No. 3) (2009). Bappenas."},
           {others,
            "Becker, J., Knackstedt, R. dkk. (t.t.). Developing maturity models. BISE, 1(3), "
            "213–222. "
            "https://doi.org/10.1007/s12599-009-0044-5",
            "Becker, J., Knackstedt, R. et al. (n.d.). Developing maturity models. BISE, 1(3), "
            "213–222. https://doi.org/10.1007/s12599-009-0044-5"},
       })
    EXPECT_EQ(report::format_reference(context(), c.reference, ""),
              is_english() && !c.english.empty() ? c.english : c.indonesian);
}

TEST_P(BibliographyTest, ListsAtMostTwentyNames) {
  const auto twenty = report::format_reference(context(), many_authors(20), "");
  EXPECT_NE(twenty.find("N19, A., & N20, A. (2009)"), std::string::npos) << twenty;
  const auto more = report::format_reference(context(), many_authors(23), "");
  EXPECT_NE(more.find("N19, A., … N23, A. (2009)"), std::string::npos) << more;
  EXPECT_EQ(more.find("N20"), std::string::npos) << more;
}

TEST_P(BibliographyTest, NamesWorksInRunningText) {
  study.dossier.sources.push_back(filed("becker2009", article()));
  study.dossier.sources.push_back(filed("proses", chapter()));
  study.dossier.sources.push_back(filed("banyak", many_authors(3)));
  const std::string two = is_english() ? "Becker & Knackstedt" : "Becker dan Knackstedt";
  const std::string others = is_english() ? "N1 et al." : "N1 dkk.";

  struct Case {
    std::string words;
    std::string written;
  };

  for (const auto& c : std::vector<Case>{
           {"Tanpa rujukan.", "Tanpa rujukan."},
           {"Menurut [@becker2009, hlm. 214].", "Menurut (" + two + ", 2009, hlm. 214)."},
           {"[@banyak; @proses]", "(" + others + ", 2009; van der Aalst, 2016)"},
           {"[@hilang] dan [@proses]", "[@hilang] dan (van der Aalst, 2016)"},
           {"[@perbup-12]", "[@perbup-12]"},
       })
    EXPECT_EQ(report::with_references(context(), c.words), c.written);
}

TEST_P(BibliographyTest, TellsWorksOfOneYearApart) {
  auto second = article();
  second.title = "Another one";
  study.dossier.sources.push_back(filed("zwei", article()));
  study.dossier.sources.push_back(filed("eins", second));
  EXPECT_EQ(report::with_references(context(), "[@zwei; @eins]"),
            is_english() ? "(Becker & Knackstedt, 2009b; Becker & Knackstedt, 2009a)"
                         : "(Becker dan Knackstedt, 2009b; Becker dan Knackstedt, 2009a)");
}

TEST_P(BibliographyTest, HoldsWhatWasCitedAndWarnsOfUnknownKeys) {
  study.dossier.sources.push_back(filed("becker2009", article()));
  study.dossier.sources.push_back(filed("proses", chapter()));
  study.dossier.sources.push_back(filed("tesis", thesis()));
  EXPECT_EQ(list(), "") << "nothing is cited";
  study.dossier.ratings[0].because = "Lihat [@proses] dan [@hilang].";
  study.dossier.evidence[0].source_code = "becker2009";
  const auto words = list();
  const auto becker = words.find("Becker, J.");
  const auto aalst = words.find("van der Aalst, W.");
  EXPECT_LT(becker, aalst) << words;
  EXPECT_NE(aalst, std::string::npos) << words;
  EXPECT_EQ(words.find("Kantor cerdas"), std::string::npos) << "a thesis that nobody cites";
  EXPECT_NE(words.find("@hilang"), std::string::npos) << words;
}

TEST_P(BibliographyTest, TakesAWorkFiledWithoutItsPartsAsItStands) {
  auto old = filed("lama", article());
  old.reference.reset();
  study.dossier.sources.push_back(old);
  study.dossier.evidence[0].source_code = "lama";
  EXPECT_NE(list().find("as filed"), std::string::npos);
}

}  // namespace
