// Records the very words on a page as evidence for an indicator, and decides on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "evaluation/missing.hpp"
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
  std::string check;     ///< a check of the indicator; empty: none in particular
  std::string coverage;  ///< "12/40", "some/40", "all/40" or empty
  std::string unit;      ///< what the coverage counts
  std::optional<assessment::Strength> strength;
  std::string note;
  std::string by;
};

/// Finds the quote on the page and records it as proposed; returns it as kept, with its id and the
/// page's own words. Errors: not_found "indicator.unknown", "source.unknown", "cite.page_unknown",
/// "cite.quote_not_found" (says on which pages the words do stand), invalid "cite.quote_ambiguous",
/// "cite.occurrence_unknown", "cite.level_off_scale", "cite.quote_empty", "cite.needs_ocr",
/// "cite.page_needed", "cite.no_checks", "rating.check_unknown", "coverage.share_missing" and those
/// of assessment::parse_coverage.
base::Result<assessment::Evidence> cite_evidence(Workspace& workspace,
                                                 const CiteRequest& request,
                                                 const Context& context);

/// The same without recording it: checked, placed, without an id.
base::Result<assessment::Evidence> prepare_citation(Workspace& workspace,
                                                    const CiteRequest& request,
                                                    const Context& context);

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

/// What is missing for the claims of this assessment, in the model's order.
base::Result<std::vector<evaluation::MissingEvidence>> list_missing_evidence(Workspace& workspace);

}  // namespace workflow
