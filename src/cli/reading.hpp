// What a person must know of how a source was read: scans, layers of text, oddities.
#pragma once

#include <string>
#include <vector>

#include "assessment/source.hpp"
#include "cli/console.hpp"

namespace cli {

/// Pages that have no words, whatever was tried.
std::vector<int> list_pages_without_text(const assessment::Source& source);

/// How a source was read, as far as a person must know it when it is filed.
void report_reading(Console& console, const assessment::Source& source);

/// "8 (94 %)": the pages whose text OCR gave, and how sure it is; a dash without such pages.
std::string show_ocr(const Console& console, const assessment::Source& source);

/// Of each page that OCR read: whose words count, how sure OCR is and which share of the words of
/// either reading is known; then every oddity. Nothing for a source that was read without any.
void print_reading(Console& console, const assessment::Source& source);

}  // namespace cli
