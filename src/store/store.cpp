// The door to a workspace: each call goes to the file of its subject, in a transaction where it
// writes.
#include "store/store.hpp"

#include <utility>

#include "sql/sqlite.hpp"
#include "store/anchors.hpp"
#include "store/assessments.hpp"
#include "store/candidates.hpp"
#include "store/codings.hpp"
#include "store/evidence.hpp"
#include "store/models.hpp"
#include "store/ocr_readings.hpp"
#include "store/passages.hpp"
#include "store/print_views.hpp"
#include "store/ratings.hpp"
#include "store/search_index.hpp"
#include "store/source_record.hpp"
#include "store/sources.hpp"
#include "store/verify.hpp"
#include "store/workspace_file.hpp"

namespace store {

struct Store::Inner {
  std::unique_ptr<sql::Database> database;
};

Store::Store(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

base::Result<Store> Store::open(const std::string& path, OpenMode mode) {
  auto inner = std::make_unique<Inner>();
  inner->database = TRY(open_workspace_file(path, mode));
  return Store(std::move(inner));
}

base::Result<void> Store::save_assessment(const assessment::Assessment& assessment,
                                          const StoredModel& model,
                                          const base::Instant& now) {
  return in_transaction([&]() -> base::Result<void> {
    TRY(insert_model(*inner_->database, model));
    return insert_assessment(*inner_->database, assessment, now);
  });
}

base::Result<std::vector<assessment::Assessment>> Store::load_assessments() {
  return store::load_assessments(*inner_->database);
}

base::Result<StoredModel> Store::load_model(std::string_view digest) {
  return store::load_model(*inner_->database, digest);
}

base::Result<void> Store::save_source(std::string_view assessment_id,
                                      const FiledSource& source,
                                      text::Stemmer& stemmer) {
  return in_transaction([&]() -> base::Result<void> {
    auto& database = *inner_->database;
    const std::string organization_id = TRY(load_organization_id(database, assessment_id));
    const std::string source_id = TRY(insert_source(database, organization_id, source));
    return index_passages(database, source_id, stemmer);
  });
}

base::Result<std::vector<assessment::Source>> Store::load_sources(std::string_view assessment_id) {
  auto& database = *inner_->database;
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  return store::load_sources(database, organization_id);
}

base::Result<std::optional<assessment::Source>> Store::find_source(std::string_view assessment_id,
                                                                   std::string_view code) {
  auto& database = *inner_->database;
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  return store::find_source(database, organization_id, code);
}

base::Result<std::vector<std::pair<std::string, std::string>>> Store::load_sketches(
    std::string_view assessment_id) {
  auto& database = *inner_->database;
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  return store::load_sketches(database, organization_id);
}

base::Result<std::vector<PageText>> Store::load_pages(std::string_view source_id) {
  return store::load_pages(*inner_->database, source_id);
}

base::Result<std::vector<document::Word>> Store::load_words(std::string_view source_id, int page) {
  return store::load_words(*inner_->database, source_id, page);
}

base::Result<std::optional<std::string>> Store::find_other_layer(std::string_view source_id,
                                                                 int page) {
  return store::find_other_layer(*inner_->database, source_id, page);
}

base::Result<std::string> Store::load_bytes(std::string_view source_id) {
  return store::load_bytes(*inner_->database, source_id);
}

base::Result<std::optional<std::string>> Store::find_print_view(const std::string& source_id) {
  return store::find_print_view(*inner_->database, source_id);
}

base::Result<void> Store::save_print_view(const std::string& source_id,
                                          const std::string& pdf,
                                          const std::string& made_at) {
  return store::save_print_view(*inner_->database, source_id, pdf, made_at);
}

base::Result<std::vector<document::PrintAttempt>> Store::load_print_attempts(
    const std::string& source_id) {
  return store::load_print_attempts(*inner_->database, source_id);
}

base::Result<void> Store::add_print_attempt(const std::string& source_id,
                                            const document::PrintAttempt& attempt) {
  return store::add_print_attempt(*inner_->database, source_id, attempt);
}

base::Result<std::string> Store::load_text(std::string_view source_id) {
  return store::load_text(*inner_->database, source_id);
}

base::Result<std::vector<Hit>> Store::search(std::string_view assessment_id,
                                             const text::SearchQuery& query,
                                             text::Stemmer& stemmer,
                                             int limit) {
  auto& database = *inner_->database;
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  return search_passages(database, organization_id, query, stemmer, limit);
}

base::Result<std::vector<Hit>> Store::find_candidates(std::string_view assessment_id,
                                                      const std::vector<std::string>& stems,
                                                      int limit) {
  auto& database = *inner_->database;
  const std::string organization_id = TRY(load_organization_id(database, assessment_id));
  return store::find_candidates(database, organization_id, stems, limit);
}

base::Result<StemCounts> Store::count_stems(const std::vector<std::string>& stems) {
  return store::count_stems(*inner_->database, stems);
}

base::Result<std::vector<std::string>> Store::find_similar_words(const std::string& folded_word) {
  return store::find_similar_words(*inner_->database, folded_word);
}

base::Result<bool> Store::is_index_current(const text::Stemmer& stemmer) {
  return store::is_index_current(*inner_->database, stemmer);
}

base::Result<void> Store::rebuild_index(text::Stemmer& stemmer) {
  return in_transaction([&] { return store::rebuild_index(*inner_->database, stemmer); });
}

base::Result<std::vector<document::Passage>> Store::find_passages(std::string_view source_id,
                                                                  const document::Range& range) {
  return store::find_passages(*inner_->database, source_id, range);
}

base::Result<std::string> Store::add_evidence(std::string_view assessment_id,
                                              const assessment::Evidence& evidence) {
  std::string id;
  const auto add = [&]() -> base::Result<void> {
    id = TRY(insert_evidence(*inner_->database, assessment_id, evidence));
    return {};
  };
  TRY(in_transaction(add));
  return id;
}

base::Result<void> Store::decide_evidence(std::string_view assessment_id,
                                          const Decision& decision) {
  return in_transaction(
      [&] { return insert_decision(*inner_->database, assessment_id, decision); });
}

base::Result<std::vector<Decision>> Store::load_decisions(std::string_view assessment_id,
                                                          const std::string& evidence_id) {
  return load_decisions_of(*inner_->database, assessment_id, evidence_id);
}

base::Result<std::string> Store::add_coding(std::string_view assessment_id,
                                            const assessment::Coding& coding) {
  std::string id;
  const auto add = [&]() -> base::Result<void> {
    id = TRY(insert_coding(*inner_->database, assessment_id, coding));
    return {};
  };
  TRY(in_transaction(add));
  return id;
}

base::Result<std::int64_t> Store::add_act(std::string_view assessment_id,
                                          const assessment::CodingAct& act) {
  std::int64_t number = 0;
  const auto add = [&]() -> base::Result<void> {
    number = TRY(insert_act(*inner_->database, assessment_id, act));
    return {};
  };
  TRY(in_transaction(add));
  return number;
}

base::Result<std::vector<assessment::CodingAct>> Store::load_acts(std::string_view assessment_id) {
  return store::load_acts(*inner_->database, assessment_id);
}

base::Result<std::vector<assessment::Coding>> Store::load_codings(std::string_view assessment_id) {
  return store::load_codings(*inner_->database, assessment_id);
}

base::Result<void> Store::add_corrections(
    const std::string& source_id, const std::vector<assessment::RecordCorrection>& corrections) {
  return in_transaction(
      [&] { return insert_corrections(*inner_->database, source_id, corrections); });
}

base::Result<void> Store::add_anchor(std::string_view assessment_id, const FoundAnchor& anchor) {
  return in_transaction([&] { return insert_anchor(*inner_->database, assessment_id, anchor); });
}

base::Result<std::vector<FoundAnchor>> Store::load_anchors(std::string_view assessment_id) {
  return store::load_anchors(*inner_->database, assessment_id);
}

base::Result<void> Store::add_ratings(std::string_view assessment_id,
                                      const std::vector<assessment::Rating>& ratings) {
  return in_transaction([&] { return insert_ratings(*inner_->database, assessment_id, ratings); });
}

base::Result<assessment::Dossier> Store::load_dossier(std::string_view assessment_id) {
  auto& database = *inner_->database;
  assessment::Dossier dossier;
  dossier.assessment = TRY(load_assessment(database, assessment_id));
  dossier.sources = TRY(load_sources(assessment_id));
  dossier.evidence = TRY(load_evidence(database, assessment_id));
  dossier.codebook = TRY(load_codebook(database, assessment_id));
  dossier.ratings = TRY(load_ratings(database, assessment_id));
  attach_newer_places(dossier, TRY(load_anchors(assessment_id)));
  return dossier;
}

base::Result<void> Store::in_transaction(const std::function<base::Result<void>()>& work) {
  return sql::in_transaction(*inner_->database, work);
}

base::Result<void> Store::backup_to(const std::string& path) {
  return copy_workspace_file(*inner_->database, path);
}

base::Result<std::vector<Damage>> Store::verify() {
  return check_workspace(*inner_->database);
}

std::string database_version() {
  return sql::sqlite_version();
}

}  // namespace store
