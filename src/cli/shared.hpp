// What several verbs do alike: open the workspace that is meant, name the person, write bytes out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// A list as people see it: the keys of its head, its rows, which columns are flush right, and the
/// key of what is said where there are no rows (empty: its head alone).
struct Listing {
  std::vector<std::string_view> head_keys;
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> right = {};
  std::string_view none_key = {};
};

/// The list as JSON where that is asked for, else as a table.
int print_list(Console& console, bool as_json, const codec::Value& list, const Listing& listing);

/// A number as JSON has it, to six digits.
codec::Value describe_real(double number);

/// What OCR made of a page.
codec::Value describe_ocr(const document::OcrReading& reading);

}  // namespace cli
