// Suggests passages that may be evidence for an indicator, each with the reasons.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "finding/ranking.hpp"
#include "text/snippet.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct SuggestRequest {
  std::string indicator;
  std::optional<int> level;  ///< without one the criteria and checks of all levels count
  int limit = 10;
  int snippet_width = 160;
};

struct SuggestedPassage {
  store::Hit hit;
  text::Snippet snippet;
  finding::RankedPassage ranked;
  std::optional<document::OcrReading> ocr = {};  ///< of its page, where it is a scan
};

struct SuggestedPassages {
  std::string indicator;                   ///< its code as the model spells it
  std::vector<SuggestedPassage> passages;  ///< best first
  int cited = 0;     ///< citations of the indicator that count as feedback: proposed or accepted
  int rejected = 0;  ///< citations of the indicator that were rejected
  int left_out = 0;  ///< passages among the best that are cited or rejected already
  bool is_index_stale = false;  ///< made with another dictionary, and could not be made afresh
};

/// Compares words, not meanings. Passages that overlap a citation of the indicator are left out.
/// Errors: not_found "indicator.unknown", invalid "suggest.level_unknown".
base::Result<SuggestedPassages> suggest_passages(Workspace& workspace,
                                                 const SuggestRequest& request,
                                                 text::Stemmer& stemmer);

}  // namespace workflow
