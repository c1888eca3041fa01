// What a file brings: a document, literature or observations, told from its content.
#pragma once

#include <string>
#include <string_view>

namespace ingest {

enum class FileKind { document, references, observations };

/// Told from the content; where that says nothing, a name in .bib, .ris, .yaml or .yml does.
FileKind tell_file_kind(const std::string& bytes, std::string_view file_name);

/// The first line that is not blank opens a record of RIS.
bool begins_as_ris(std::string_view text);

/// The first sign is a bracket or brace.
bool begins_as_json(std::string_view text);

/// The JSON text holds submissions of a form from KoboToolbox or ODK Central.
bool holds_submissions(const std::string& bytes);

/// The first line names the columns of observations, or those of an export of submissions.
bool begins_as_observation_table(std::string_view text);

}  // namespace ingest
