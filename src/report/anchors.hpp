// Words of a source in a report: the quote with its place, and what became of it in a newer
// revision.
#pragma once

#include <optional>
#include <string>

#include "assessment/newer_place.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// The words with place, link and language; stance and remark are the caller's.
Quote quote_words(const Context& context, const assessment::Anchor& anchor);

/// A sentence with a leading space where a person should look at the words again; else empty.
std::string tell_newer_place(const Context& context,
                             const std::optional<assessment::NewerPlace>& newer);

}  // namespace report
