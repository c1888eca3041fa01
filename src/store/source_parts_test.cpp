// The parts of references and the particulars of observations come back as they were filed.
#include "store/source_parts.hpp"

#include "store/workspace_for_test.hpp"

namespace {

using store::must;
using store::OpenMode;
using store::outcome_of;
using store::Store;

assessment::Reference some_reference() {
  assessment::Reference reference;
  reference.kind = assessment::ReferenceKind::conference_paper;
  reference.authors = {{"Aalst", "Wil", "van der", "Jr.", ""}, {"", "", "", "", "BPS"}};
  reference.editors = {{"Editor", "E.", "", "", ""}};
  reference.more_authors = true;
  reference.issued = "2009-06";
  reference.title = "Judul";
  reference.container = "Prosiding";
  reference.publisher = "Penerbit";
  reference.place = "Jakarta";
  reference.volume = "1";
  reference.issue = "2";
  reference.pages = "3–4";
  reference.edition = "5";
  reference.genre = "g";
  reference.doi = "10.1/x";
  reference.url = "https://contoh.example";
  reference.accessed = "2020-01-02";
  return reference;
}

assessment::Observation some_observation() {
  assessment::Observation observation;
  observation.observer_role = "asesor";
  observation.latitude = "-6.2";
  observation.longitude = "106.8";
  observation.respondent_role = "kepala bidang";
  observation.respondent = "Ani";
  observation.consent = assessment::Consent::given;
  observation.photos = {{"a.jpg", std::string(64, 'a')}, {"b.jpg", ""}};
  return observation;
}

class SourceParts : public testing::Test {
 protected:
  store::TemporaryFolder folder;
  std::string path = folder / "dinas.jenjang";

  void fill() {
    Store store = store::make_workspace(path);
    auto reference = store::small_source("rujukan");
    reference.source.kind = assessment::SourceKind::reference;
    reference.source.reference = some_reference();
    must(store::save(store, reference));
    auto observation = store::small_source("pengamatan");
    observation.source.kind = assessment::SourceKind::observation;
    observation.source.observation = some_observation();
    must(store::save(store, observation));
  }
};

TEST_F(SourceParts, ComeBackAsTheyWereFiled) {
  fill();
  Store store = must(Store::open(path, OpenMode::read_only));
  const auto sources = must(store.load_sources("A1"));
  ASSERT_EQ(sources.size(), 3U);
  EXPECT_FALSE(sources[0].reference || sources[0].observation);
  EXPECT_EQ(sources[1].reference, some_reference());
  EXPECT_EQ(sources[2].observation, some_observation());
  EXPECT_TRUE(must(store.verify()).empty());
}

TEST_F(SourceParts, ChangedBehindTheStoreAreSeen) {
  struct Case {
    std::string_view name;
    std::string script;
  };

  for (const auto& c : std::vector<Case>{
           {"a title", "UPDATE source_references SET title = 'Lain'"},
           {"a name", "UPDATE source_names SET family = 'Lain' WHERE position = 0"},
           {"a place", "UPDATE source_observations SET latitude = '6.2'"},
           {"a picture", "UPDATE source_photos SET digest = 'x' WHERE position = 1"},
       }) {
    std::filesystem::remove(path);
    fill();
    store::tamper(path, c.script);
    Store store = must(Store::open(path, OpenMode::read_only));
    EXPECT_EQ(outcome_of(store.load_sources("A1")), "store.damaged_row") << c.name;
    EXPECT_FALSE(must(store.verify()).empty()) << c.name;
  }
}

TEST_F(SourceParts, ANameWithoutConsentIsNotKept) {
  Store store = store::make_workspace(path);
  auto filed = store::small_source("pengamatan");
  filed.source.kind = assessment::SourceKind::observation;
  filed.source.observation = some_observation();
  filed.source.observation->consent = assessment::Consent::refused;
  EXPECT_FALSE(store::save(store, filed));
}

}  // namespace
