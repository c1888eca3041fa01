// The known name that a mistyped one was probably meant to be.
#pragma once

#include <span>
#include <string_view>

namespace cli {

/// The name at the smallest edit distance from what was typed, at most three changes away and fewer
/// than half of what was typed; the first among equals. Empty where none is near.
std::string_view find_near_miss(std::string_view typed, std::span<const std::string_view> names);

}  // namespace cli
