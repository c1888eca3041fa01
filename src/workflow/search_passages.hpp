// Finds passages by words, or by an indicator's own search terms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/snippet.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

struct SearchRequest {
  std::string query;
  std::string indicator;  ///< its terms are searched for as well; with an empty query they alone
  bool any_word = false;  ///< passages with any of the words, those that tell most first
  int limit = 10;
  int snippet_width = 160;
};

struct FoundPassage {
  store::Hit hit;
  text::Snippet snippet;
  bool is_similar = false;  ///< found by a word that only looks like the one typed
  std::optional<document::OcrReading> ocr = {};  ///< of its page, where it is a scan
};

/// A word that was searched for as well, since it looks like one that was typed.
struct SimilarWord {
  std::string typed;
  std::string similar;
  bool is_unknown = false;  ///< no passage has the word typed, in any form
};

struct FoundPassages {
  std::vector<FoundPassage> passages;  ///< best first
  std::vector<SimilarWord> similar;
  bool is_index_stale = false;  ///< made with another dictionary, and could not be made afresh
};

/// Opens a workspace for searching. Where another dictionary or older rules made its index, it is
/// made afresh; what stands in the way of that (in use, read-only) is no error: search then finds
/// by the words themselves. Errors: those of open_workspace.
base::Result<Workspace> open_to_search(const std::string& path,
                                       const std::string& assessment_name,
                                       text::Stemmer& stemmer);

/// Words in any form, as text::parse_search_query understands them: all must occur, or with
/// `any_word` one of them, ranked as suggestions are (finding::rank). A word that no document has,
/// and every word where fewer than three passages are found, is searched for by words that look
/// like it as well. Errors: not_found "indicator.unknown", invalid "search.empty".
base::Result<FoundPassages> search_passages(Workspace& workspace,
                                            const SearchRequest& request,
                                            text::Stemmer& stemmer);

}  // namespace workflow
