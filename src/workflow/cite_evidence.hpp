// Records the very words on a page as evidence for an indicator, and decides on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct CiteRequest {
  std::string indicator;
  std::string source;
  std::optional<int> page;
  std::string quote;
  std::optional<int>
      occurrence;  ///< which one, counted from 1, where the page has the words several times
  assessment::Stance stance = assessment::Stance::supports;
  std::optional<int> level;
  std::string note;
  std::string by;
};

/// Finds the quote on the page and records it as proposed; returns it as kept, with its id and the
/// page's own words. Errors: not_found "indicator.unknown", "source.unknown", "cite.page_unknown",
/// "cite.quote_not_found" (says on which pages the words do stand), invalid "cite.quote_ambiguous",
/// "cite.occurrence_unknown", "cite.level_off_scale", "cite.quote_empty", "cite.needs_ocr",
/// "cite.page_needed".
base::Result<assessment::Evidence> cite_evidence(Workspace& workspace,
                                                 const CiteRequest& request,
                                                 const Context& context);

/// The same without recording it: checked, placed, without an id.
base::Result<assessment::Evidence> prepare_citation(Workspace& workspace,
                                                    const CiteRequest& request,
                                                    const Context& context);

/// The words of a range of a source as a citation without an indicator: their page, their place and
/// what stands around them. Error: invalid "cite.over_pages" where they stand on no one page.
base::Result<assessment::Evidence> place_citation(Workspace& workspace,
                                                  const assessment::Source& source,
                                                  const document::Range& range);

/// Which occurrence on its page a citation means, counted from 1; empty where its words stand there
/// only once.
base::Result<std::optional<int>> find_occurrence(Workspace& workspace,
                                                 const assessment::Evidence& evidence);

struct DecideRequest {
  std::vector<std::string> evidence_ids;
  assessment::EvidenceState state = assessment::EvidenceState::accepted;
  std::string by;
  std::string because;
};

/// Accepts or rejects citations, all or none. Errors: not_found "store.no_evidence"; invalid
/// "evidence.reason_missing" for a rejection without a reason.
base::Result<void> decide_evidence(Workspace& workspace,
                                   const DecideRequest& request,
                                   const Context& context);

/// A level of an indicator that its agreed claim needs but that no accepted citation carries yet.
struct MissingEvidence {
  std::string indicator_code;
  int level = 0;
  int required = 0;
  int accepted = 0;
  int proposed = 0;  ///< citations that wait for a decision and would count
};

/// What is missing for the claims of this assessment, in the model's order.
base::Result<std::vector<MissingEvidence>> list_missing_evidence(Workspace& workspace);

}  // namespace workflow
