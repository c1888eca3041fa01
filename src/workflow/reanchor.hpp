// Follows words that were cited and coded in older revisions of a document into a newer one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/newer_place.hpp"
#include "base/result.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// A new text, as words are looked for in it.
struct RevisedText {
  std::string source_code;
  std::string source_id;
  std::string text;
  std::vector<store::PageText> pages;
};

/// What became of one citation or coding.
struct Reanchored {
  std::string subject;  ///< E1 or K1
  std::string code;     ///< its indicator or free code
  assessment::Anchor old;
  assessment::NewerPlace newer;
  bool is_news = false;  ///< recorded now; false where the same was on record
};

/// Finds the words of one anchor in a later text. Exact words are `same`: of several places the one
/// in the same unit, among the same neighbours, nearest to the old place. Otherwise the nearest
/// stretch of words is `changed` where four words in five agree, else they are `lost`.
base::Result<assessment::NewerPlace> find_newer_place(Workspace& workspace,
                                                      const assessment::Anchor& old,
                                                      double share_before,
                                                      const RevisedText& revised);

/// Looks for all citations and codings of the older revisions in the one named, and records what is
/// not on record. Old places stay. Errors: not_found "source.unknown"; invalid
/// "reanchor.no_revision" for a source that revises none, "cite.needs_ocr".
base::Result<std::vector<Reanchored>> reanchor(Workspace& workspace,
                                               const std::string& source_code,
                                               const std::string& by,
                                               const Context& context);

}  // namespace workflow
