// Maps errors to the failures that ingest knows, and writes what was found.
#include "extract/found_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/block_text.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> failures = {{
    {"xml.entities", "unsafe"},
    {"xml.too_deep", "unsafe"},
    {"xml.too_large", "too_large"},
    {"zip.bad_name", "unsafe"},
    {"zip.encrypted", "encrypted"},
    {"zip.overlap", "unsafe"},
    {"zip.too_large", "unpacks_too_large"},
    {"zip.damaged", "damaged"},
    {"xml.syntax", "damaged"},
}};

bool has_words(const PageText& page) {
  return page.text.find_first_not_of(" \t\n") != std::string::npos;
}

}  // namespace

base::Result<void> append_page(FoundText& found,
                               std::string text,
                               std::string label,
                               std::size_t pages_max) {
  PageText page;
  page.page.number = static_cast<int>(found.pages.size()) + 1;
  page.page.label = std::move(label);
  found.text_size += text.size();
  page.text = std::move(text);
  found.pages.push_back(std::move(page));
  if (found.text_size > text_bytes_max || found.pages.size() > pages_max)
    return base::fail(base::ErrorKind::invalid, "reading.too_large");
  return {};
}

Failure to_failure(const base::Error& error) {
  constexpr std::string_view own = "reading.";
  if (error.id.starts_with(own)) return Failure{error.id.substr(own.size())};
  for (const auto& [id, failure] : failures)
    if (error.id == id) return Failure{std::string(failure)};
  return Failure{"damaged"};
}

void add_count(std::vector<document::Problem>& problems, std::string_view id, int count) {
  if (count > 0) problems.push_back({std::string(id), std::nullopt, std::to_string(count)});
}

std::optional<Failure> write_found(base::Result<FoundText> found) {
  if (!found) return to_failure(found.error());
  std::size_t size = 0;
  for (const auto& page : found->pages) size += page.text.size();
  if (size > text_bytes_max) return Failure{"too_large"};
  if (std::ranges::none_of(found->pages, has_words)) return Failure{"empty"};
  write_head(found->format, text::normalize(found->title));
  for (const auto& page : found->pages) write_page(page);
  for (const auto& problem : found->problems)
    write_problem(problem.id, problem.page, text::normalize(problem.detail));
  write_end(false);
  return std::nullopt;
}

}  // namespace extract
