// Finds the words that a person quotes on the page of a source, for citations and codings alike.
#pragma once

#include <optional>
#include <string>

#include "assessment/anchor.hpp"
#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct QuoteRequest {
  std::string source;
  std::optional<int> page;
  std::string quote;
  std::optional<int>
      occurrence;  ///< which one, counted from 1, where the page has the words several times
};

/// The page's own words with their place. Errors: not_found "source.unknown", "cite.page_unknown",
/// "cite.quote_not_found" (says on which pages the words do stand), invalid "cite.quote_ambiguous",
/// "cite.occurrence_unknown", "cite.quote_empty", "cite.needs_ocr", "cite.page_needed".
base::Result<assessment::Anchor> place_quote(Workspace& workspace, const QuoteRequest& request);

/// The words of a range of a source with their place. Error: invalid "cite.over_pages" where they
/// stand on no one page.
base::Result<assessment::Anchor> place_range(Workspace& workspace,
                                             const assessment::Source& source,
                                             const document::Range& range);

/// The unit that holds the words: what the passages have in common that hold them.
base::Result<document::Locator> find_unit(Workspace& workspace,
                                          const std::string& source_id,
                                          const document::Range& range);

/// Which occurrence on its page an anchor means, counted from 1; empty where its words stand there
/// only once.
base::Result<std::optional<int>> find_occurrence(Workspace& workspace,
                                                 const assessment::Anchor& anchor);

}  // namespace workflow
