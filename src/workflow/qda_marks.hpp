// What a project file and a workspace know each other by: guids, names of codes, notes on
// citations.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assessment/assessment.hpp"
#include "assessment/coding.hpp"
#include "assessment/evidence.hpp"
#include "exchange/qda_project.hpp"
#include "model/model.hpp"

namespace workflow {

/// The guid of an element of the model, the same for each of its versions.
std::string code_guid(const model::Model& model, const std::string& node_code);

/// The indicator's code that a code of a project means: by our own guid, by a name that begins with
/// the indicator's code ("S01", "S01 Strategi", "s1: …"), or by the indicator's name. Empty for
/// any other code.
std::optional<std::string> find_indicator_of(const model::Model& model,
                                             const exchange::QdaCode& code);

/// The element of the model above the indicators that a code is, which needs no import.
std::optional<std::string> find_element_of(const model::Model& model,
                                           const exchange::QdaCode& code);

/// What the standard has no place for, line by line: stance, level, state, who decided and why, and
/// the note itself at the end.
std::string format_citation_note(const assessment::Evidence& evidence);

/// Stance, level and note from such a text; false (and nothing set) for any other text.
bool parse_citation_note(std::string_view text, assessment::Evidence& evidence);

/// The word by which people say a free code; its name and memo have a place in the standard.
std::string format_code_note(const assessment::FreeCode& code);

/// The word of a free code from such a text; empty for any other text.
std::optional<std::string> parse_code_note(std::string_view text);

/// Stance and strength of a coding, and its memo at the end; empty where it has none of them.
std::string format_coding_note(const assessment::Coding& coding);

/// Stance, strength and memo from such a text; false (and nothing set) for any other text.
bool parse_coding_note(std::string_view text, assessment::Coding& coding);

}  // namespace workflow
