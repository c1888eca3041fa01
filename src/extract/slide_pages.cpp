// Numbers slides, notes which are hidden or without words, and marks the speaker's notes.
#include "extract/slide_pages.hpp"

#include <utility>

#include "extract/block_text.hpp"

namespace extract {

namespace {

constexpr std::size_t slides_max = 5'000;

}  // namespace

base::Result<void> SlidePages::add(std::string text, bool is_hidden) {
  const auto number = std::to_string(found_.pages.size() + 1);
  if (is_hidden) notes_.add_page("reading.hidden_slides", number);
  if (text.empty()) notes_.add_page("reading.slides_without_text", number);
  return append_page(found_, std::move(text), {}, slides_max);
}

void SlidePages::set_title(std::string title) {
  if (found_.title.empty()) found_.title = std::move(title);
}

FoundText SlidePages::release() {
  found_.problems = notes_.release();
  add_count(found_.problems, "reading.tracked_changes", changes_);
  add_count(found_.problems, "reading.comments", comments_);
  add_count(found_.problems, "reading.hidden_text", hidden_words_);
  return std::move(found_);
}

std::string mark_notes(std::string_view notes) {
  std::string marked;
  while (!notes.empty()) {
    const auto end = std::min(notes.find("\n\n"), notes.size());
    if (end > 0) {
      if (!marked.empty()) marked += "\n\n";
      marked += "[notes] ";
      marked += notes.substr(0, end);
    }
    notes.remove_prefix(std::min(end + 2, notes.size()));
  }
  return marked;
}

}  // namespace extract
