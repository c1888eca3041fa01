// The beginning of an HTML page: how it is recognized and which encoding it declares.
#pragma once

#include <string_view>

namespace extract {

/// A text that begins, behind a mark, blanks, comments and an XML declaration, with <!doctype
/// html>, <html>, <head> or <body>. `text` is UTF-8.
bool begins_as_html(std::string_view text);

/// The encoding that a <meta> or an XML declaration names in the first bytes; empty for none.
std::string_view find_declared_encoding(std::string_view bytes);

}  // namespace extract
