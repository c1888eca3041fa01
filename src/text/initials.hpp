// The initials of given names, as reference lists write them.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// "Dana Indra" as "D. I.", "Jean-Paul" as "J.-P.", "J.R.R." as "J. R. R."; white space is single.
std::string format_initials(std::string_view given);

}  // namespace text
