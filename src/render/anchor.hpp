// The anchor of a section: its id in letters that every format and browser takes alike.
#pragma once

#include <string>
#include <string_view>

namespace render {

/// The id with anything but letters, digits, hyphens, underscores and points made an underscore.
std::string format_anchor(std::string_view id);

}  // namespace render
