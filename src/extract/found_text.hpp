// What a reader of office files finds, as one value; and its way to the lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "extract/lines.hpp"

namespace extract {

/// A document as found: pages in ascending order, or one page with number 0.
struct FoundText {
  document::Format format = document::Format::unknown;
  std::string title;
  std::vector<PageText> pages;
  std::vector<document::Problem> problems;
  std::size_t text_size = 0;  ///< bytes of the pages that append_page has taken
};

/// Puts a sheet or a slide behind the others under the next number. Errors: reading.too_large where
/// there are more than `pages_max` or too much text in all of them.
base::Result<void> append_page(FoundText& found,
                               std::string text,
                               std::string label,
                               std::size_t pages_max);

/// The failure of which an error tells: those of archives and of XML become the reader's own.
Failure to_failure(const base::Error& error);

/// A problem that counts something; nothing where the count is 0.
void add_count(std::vector<document::Problem>& problems, std::string_view id, int count);

/// Writes head, pages, problems and end. Failures: the error's; empty where no page has words;
/// too_large.
std::optional<Failure> write_found(base::Result<FoundText> found);

}  // namespace extract
