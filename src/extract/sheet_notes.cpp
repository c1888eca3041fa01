// Gathers notes by their message and shortens long lists.
#include "extract/sheet_notes.hpp"

#include <algorithm>

namespace extract {

namespace {

constexpr std::size_t sheets_named = 20;

}  // namespace

void SheetNotes::add(std::string_view id, std::string_view sheet, int count) {
  if (count > 0) append(id, std::string(sheet) + ": " + std::to_string(count));
}

void SheetNotes::add_sheet(std::string_view id, std::string_view sheet) {
  append(id, std::string(sheet));
}

void SheetNotes::append(std::string_view id, std::string words) {
  auto note = std::ranges::find(notes_, id, [](const auto& known) { return known.first; });
  if (note == notes_.end()) note = notes_.insert(notes_.end(), {std::string(id), {}});
  note->second.push_back(std::move(words));
}

std::vector<document::Problem> SheetNotes::release() {
  std::vector<document::Problem> problems;
  problems.reserve(notes_.size());
  for (const auto& [id, sheets] : notes_) {
    std::string detail;
    for (std::size_t i = 0; i < std::min(sheets.size(), sheets_named); ++i) {
      if (i > 0) detail += "; ";
      detail += sheets[i];
    }
    if (sheets.size() > sheets_named) detail += "; …";
    problems.push_back({id, std::nullopt, std::move(detail)});
  }
  notes_.clear();
  return problems;
}

}  // namespace extract
