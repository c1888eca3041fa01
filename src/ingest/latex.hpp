// LaTeX as it stands in bibliographies, as plain text.
#pragma once

#include <string>
#include <string_view>

namespace ingest {

/// A value as a reader wants it: accents as letters, ligatures as signs, commands and braces gone,
/// white space single.
std::string plain_text(std::string_view value);

/// An address or identifier: braces and escapes gone, all else kept as it is (~, --, _).
std::string plain_address(std::string_view value);

}  // namespace ingest
