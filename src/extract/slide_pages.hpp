// The slides of a presentation as pages, whatever format they come from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "extract/found_text.hpp"
#include "extract/page_notes.hpp"

namespace extract {

class SlidePages {
 public:
  explicit SlidePages(document::Format format) { found_.format = format; }

  /// A slide of these words. Errors: reading.too_large, for all of them together.
  base::Result<void> add(std::string text, bool is_hidden);

  /// Takes the title of the document, and the first slide's where that is empty.
  void set_title(std::string title);

  /// What a reader should know of slides or of the document as a whole.
  void count_comments(int count) { comments_ += count; }

  void count_hidden_words(int count) { hidden_words_ += count; }

  void count_changes(int count) { changes_ += count; }

  FoundText release();

 private:
  FoundText found_;
  PageNotes notes_;
  int comments_ = 0;
  int hidden_words_ = 0;
  int changes_ = 0;
};

/// The words of a notes page as they stand behind a slide's: each paragraph behind "[notes]".
std::string mark_notes(std::string_view notes);

}  // namespace extract
