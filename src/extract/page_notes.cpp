// Gathers notes by their message and shortens long lists.
#include "extract/page_notes.hpp"

#include <algorithm>

namespace extract {

namespace {

constexpr std::size_t pages_named = 20;

}  // namespace

void PageNotes::add(std::string_view id, std::string_view page, int count) {
  if (count > 0) append(id, std::string(page) + ": " + std::to_string(count));
}

void PageNotes::add_page(std::string_view id, std::string_view page) {
  append(id, std::string(page));
}

void PageNotes::append(std::string_view id, std::string words) {
  auto note = std::ranges::find(notes_, id, [](const auto& known) { return known.first; });
  if (note == notes_.end()) note = notes_.insert(notes_.end(), {std::string(id), {}});
  note->second.push_back(std::move(words));
}

std::vector<document::Problem> PageNotes::release() {
  std::vector<document::Problem> problems;
  problems.reserve(notes_.size());
  for (const auto& [id, pages] : notes_) {
    std::string detail;
    for (std::size_t i = 0; i < std::min(pages.size(), pages_named); ++i) {
      if (i > 0) detail += "; ";
      detail += pages[i];
    }
    if (pages.size() > pages_named) detail += "; …";
    problems.push_back({id, std::nullopt, std::move(detail)});
  }
  notes_.clear();
  return problems;
}

}  // namespace extract
