// The sentences that a person reads, in their language.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/message.hpp"

namespace workflow {

/// The catalogue of a language: "id" or "en".
text::Catalog load_catalog(std::string_view language);

/// An error as a sentence.
std::string tell(const text::Catalog& catalog, const base::Error& error);

}  // namespace workflow
