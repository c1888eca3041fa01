// What is kept: one workspace file with sources, passages, evidence and ratings, and the door to
// all of it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/coding_act.hpp"
#include "assessment/dossier.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "document/document.hpp"
#include "document/print_attempt.hpp"
#include "store/records.hpp"
#include "text/search_query.hpp"
#include "text/stemmer.hpp"

namespace store {

/// An open workspace. Who writes owns it alone: any second opening is a conflict. Several may read
/// at once. A closed workspace is one file. Not for two threads at once.
class Store {
 public:
  /// Opens or creates a workspace file. Errors: not_found, conflict (in use, or exists for create),
  /// forbidden (read-only place), unsupported (another kind of file, newer version, damaged),
  /// unavailable (disk full).
  static base::Result<Store> open(const std::string& path, OpenMode mode);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  // Assessments and their models.
  base::Result<void> save_assessment(const assessment::Assessment& assessment,
                                     const StoredModel& model,
                                     const base::Instant& now);
  base::Result<std::vector<assessment::Assessment>> load_assessments();
  base::Result<StoredModel> load_model(std::string_view digest);

  /// Code and packed sketch of each document of the organization that has one.
  base::Result<std::vector<std::pair<std::string, std::string>>> load_sketches(
      std::string_view assessment_id);

  // Sources. Codes are unique in the organization of the assessment; the caller makes them so.
  base::Result<void> save_source(std::string_view assessment_id,
                                 const FiledSource& source,
                                 text::Stemmer& stemmer);
  base::Result<std::vector<assessment::Source>> load_sources(std::string_view assessment_id);
  base::Result<std::optional<assessment::Source>> find_source(std::string_view assessment_id,
                                                              std::string_view code);
  /// The canonical text as a whole.
  base::Result<std::string> load_text(std::string_view source_id);
  base::Result<std::vector<PageText>> load_pages(std::string_view source_id);
  /// Boxes of the words of one page, for highlighting.
  base::Result<std::vector<document::Word>> load_words(std::string_view source_id, int page);
  /// The text of the page's layer that is not canonical; empty where it has only one.
  base::Result<std::optional<std::string>> find_other_layer(std::string_view source_id, int page);
  base::Result<std::string> load_bytes(std::string_view source_id);
  /// The printed pages of an office file, as a PDF; empty where there are none yet.
  base::Result<std::optional<std::string>> find_print_view(const std::string& source_id);
  base::Result<void> save_print_view(const std::string& source_id,
                                     const std::string& pdf,
                                     const std::string& made_at);
  base::Result<std::vector<document::PrintAttempt>> load_print_attempts(
      const std::string& source_id);
  base::Result<void> add_print_attempt(const std::string& source_id,
                                       const document::PrintAttempt& attempt);
  /// The passages that share a code point with the range, in order.
  base::Result<std::vector<document::Passage>> find_passages(std::string_view source_id,
                                                             const document::Range& range);

  /// Adds what a person said of the fields of a document's record: append-only.
  base::Result<void> add_corrections(const std::string& source_id,
                                     const std::vector<assessment::RecordCorrection>& corrections);

  // Search over passages; empty for a query without any word. The index is made with the words of
  // one stemmer: after a change of rules or dictionary it is made afresh, here or with the next
  // source.
  base::Result<std::vector<Hit>> search(std::string_view assessment_id,
                                        const text::SearchQuery& query,
                                        text::Stemmer& stemmer,
                                        int limit);
  /// Passages that hold any of the stems, the best first, and how common stems are.
  base::Result<std::vector<Hit>> find_candidates(std::string_view assessment_id,
                                                 const std::vector<std::string>& stems,
                                                 int limit);
  base::Result<StemCounts> count_stems(const std::vector<std::string>& stems);
  base::Result<std::vector<std::string>> find_similar_words(const std::string& folded_word);
  base::Result<bool> is_index_current(const text::Stemmer& stemmer);
  base::Result<void> rebuild_index(text::Stemmer& stemmer);

  // Evidence: append-only; deciding writes a further entry. add_evidence fills in the id (E1, E2,
  // …) and returns it.
  base::Result<std::string> add_evidence(std::string_view assessment_id,
                                         const assessment::Evidence& evidence);
  base::Result<void> decide_evidence(std::string_view assessment_id, const Decision& decision);

  base::Result<std::vector<Decision>> load_decisions(std::string_view assessment_id,
                                                     const std::string& evidence_id);

  // Words coded to free codes, and acts of coding: append-only. add_coding returns the new id (K1,
  // K2, …), add_act the new number.
  base::Result<std::string> add_coding(std::string_view assessment_id,
                                       const assessment::Coding& coding);
  base::Result<std::int64_t> add_act(std::string_view assessment_id,
                                     const assessment::CodingAct& act);
  base::Result<std::vector<assessment::CodingAct>> load_acts(std::string_view assessment_id);
  base::Result<std::vector<assessment::Coding>> load_codings(std::string_view assessment_id);

  // Where words stand in newer revisions: append-only.
  base::Result<void> add_anchor(std::string_view assessment_id, const FoundAnchor& anchor);
  base::Result<std::vector<FoundAnchor>> load_anchors(std::string_view assessment_id);

  // Ratings: append-only.
  base::Result<void> add_ratings(std::string_view assessment_id,
                                 const std::vector<assessment::Rating>& ratings);

  /// Everything that was filed and said for an assessment.
  base::Result<assessment::Dossier> load_dossier(std::string_view assessment_id);

  /// Runs `work` so that all that it saves is kept, or nothing.
  base::Result<void> in_transaction(const std::function<base::Result<void>()>& work);

  /// Copies the open workspace to a new file with the database's online backup; the name appears
  /// only when it is whole.
  base::Result<void> backup_to(const std::string& path);

  /// Checks the file's structure and every digest: sources, texts, models, quotes in their pages.
  base::Result<std::vector<Damage>> verify();

 private:
  struct Inner;
  explicit Store(std::unique_ptr<Inner> inner);
  std::unique_ptr<Inner> inner_;
};

/// The version of the engine below, for `--version` and `doctor`.
std::string database_version();

}  // namespace store
