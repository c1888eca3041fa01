// What OCR made of pages, and the texts of layers that are not canonical.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "sql/database.hpp"

namespace store {

/// Files the readings of these pages and their other layers.
base::Result<void> insert_ocr_readings(sql::Database& database,
                                       const std::string& source_id,
                                       const std::vector<document::Page>& pages);

/// In order of page.
base::Result<std::vector<document::OcrReading>> load_ocr_readings(sql::Database& database,
                                                                  const std::string& source_id);

/// The text of a page's layer that is not canonical; empty where it has one layer.
base::Result<std::optional<std::string>> find_other_layer(sql::Database& database,
                                                          std::string_view source_id,
                                                          int page);

}  // namespace store
