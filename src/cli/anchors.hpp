// Words of a source as verbs show them: their place, a line of them, and both for --json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/newer_place.hpp"
#include "cli/console.hpp"
#include "codec/value.hpp"

namespace cli {

/// Where the words stand; the source itself for one without pages and units.
std::string place_of(const Console& console, const assessment::Anchor& anchor);

/// The words as one short line.
std::string shorten(const std::string& quote);

/// Adds source, page, place, locator and quote to a mapping.
void add_anchor(const Console& console, const assessment::Anchor& anchor, codec::Value& mapping);

/// What became of words in a newer revision; null where there is none.
codec::Value describe_newer(const Console& console,
                            const std::optional<assessment::NewerPlace>& newer);

/// A text for --json; null where it is empty.
codec::Value text_or_null(std::string_view text);

codec::Value list_of_texts(const std::vector<std::string>& texts);

/// "A, B, C".
std::string join(const std::vector<std::string>& words);

}  // namespace cli
