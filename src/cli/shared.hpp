// What several verbs do alike: open the workspace that is meant, name the person, write bytes out.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "codec/value.hpp"
#include "document/locator.hpp"
#include "text/unicode.hpp"
#include "workflow/named_rows.hpp"
#include "workflow/workspace.hpp"

namespace cli {

using text::slice;

/// Opens WORKSPACE for the assessment that --assessment names.
base::Result<workflow::Workspace> open(const Words& words, workflow::Access access);

/// The word given for --by or --rater, else the login name.
std::string person(const Words& words, std::string_view argument);

/// The steps of a place, each with kind and label, for --json.
codec::Value describe_locator(const document::Locator& locator);

/// Writes bytes to a file, or to stdout where no file is named.
int write_out(Console& console, const std::string& file, std::string_view bytes);

/// Says what an import did, or each problem of the file with its line.
int say_imported(Console& console,
                 const std::string& file,
                 const base::Result<workflow::ImportedRows>& imported);

/// A number as JSON has it, to six digits.
codec::Value describe_real(double number);

/// What OCR made of a page.
codec::Value describe_ocr(const document::OcrReading& reading);

}  // namespace cli
