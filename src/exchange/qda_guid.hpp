// Guids: told from other text, compared, and made from what is known so that they stay the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

/// A guid in lower case without braces; empty where the text is none.
std::optional<std::string> parse_guid(std::string_view written);

/// The same guid for the same words: from SHA-256 over `kind`, a line feed and `id`, marked as
/// version 8 of RFC 9562.
std::string make_guid(std::string_view kind, std::string_view id);

}  // namespace exchange
