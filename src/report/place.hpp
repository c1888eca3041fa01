// A place in a document as it is cited: "Pasal 5 ayat (2) huruf a, hlm. 7".
#pragma once

#include <string>

#include "document/locator.hpp"
#include "text/message.hpp"

namespace report {

/// The unit in the words of the catalogue. What stands above an article is left out, since articles
/// are counted through the whole regulation; of headings only the innermost is named. Empty for an
/// empty locator.
std::string format_unit(const text::Catalog& catalog, const document::Locator& locator);

/// The unit and the page or pages; either may be missing. A sheet or a slide is named, not
/// counted as a page. `first_page` 0: a source without pages.
std::string format_place(const text::Catalog& catalog,
                         const document::Locator& locator,
                         int first_page,
                         int last_page);

}  // namespace report
