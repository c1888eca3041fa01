// SHA-256: the fingerprint of a document, a model, a text.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// The SHA-256 of these bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace base
