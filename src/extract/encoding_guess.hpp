// Guesses the encoding of bytes that do not say it. The one door to uchardet.
#pragma once

#include <string>
#include <string_view>

namespace extract {

/// The name of the likeliest encoding, such as "WINDOWS-1252"; empty where nothing is likely.
std::string guess_encoding(std::string_view bytes);

}  // namespace extract
