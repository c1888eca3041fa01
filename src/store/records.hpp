// The records that go into a workspace and come out of it, beside those of the assessment itself.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "assessment/evidence.hpp"
#include "assessment/source.hpp"
#include "base/clock.hpp"
#include "document/document.hpp"

namespace store {

/// A model kept byte for byte: each of its files by path ("model.yaml", "dimensions/people.yaml").
struct StoredModel {
  std::string id;
  std::string version;
  std::string digest;  ///< as compute_model_digest has it
  std::vector<std::pair<std::string, std::string>> files;
};

/// A source with everything that is filed of it.
struct FiledSource {
  assessment::Source source;  ///< empty digests are computed, an empty id is given by the store
  std::string bytes;          ///< exactly as filed
  std::string text;           ///< canonical text: UTF-8, NFC, LF
  std::vector<document::Page> pages;
  std::vector<document::Passage> passages;
};

/// The words of one page, as they stand in the canonical text.
struct PageText {
  int number = 0;
  double width = 0;  ///< points; 0 for a source without pages
  double height = 0;
  document::Range range;
  std::string text;
};

/// A passage that answers a search.
struct Hit {
  std::string source_code;
  int page = 0;
  int last_page = 0;  ///< another one where it runs over a page break
  document::Range range;
  std::string text;
  document::Locator locator;
  double rank = 0;  ///< smaller is better
};

/// How common stems are among all passages of the workspace.
struct StemCounts {
  std::int64_t passages = 0;
  double mean_words = 0;                                      ///< of a passage
  std::vector<std::pair<std::string, std::int64_t>> holding;  ///< passages that hold each stem
};

/// What a person decided of a citation, and why.
struct Decision {
  std::string evidence_id;
  assessment::EvidenceState state = assessment::EvidenceState::accepted;
  std::string decided_by;
  std::string because;
  base::Instant decided_at;
};

/// Where the words of a citation or a coding were found in a newer revision.
struct FoundAnchor {
  std::string subject;  ///< E1 or K1
  assessment::NewerPlace place;
};

/// Something that `verify` found.
struct Damage {
  std::string id;  ///< message id
  std::string subject;

  bool operator==(const Damage&) const = default;
};

enum class OpenMode { create, read_write, read_only };

}  // namespace store
