// Ratings from a workbook of last year, by a mapping that people can see and keep.
#pragma once

#include <optional>
#include <string>

#include "workflow/exchange_ratings.hpp"
#include "workflow/workbook_mapping.hpp"

namespace workflow {

struct WorkbookRequest {
  std::string bytes;
  std::string file_name;
  std::optional<WorkbookMapping> mapping;  ///< without one it is guessed from the headers
  std::string rater;                       ///< where the workbook names none
};

struct ImportedWorkbook {
  WorkbookMapping mapping;  ///< as used
  ImportedRows rows;        ///< lines are rows of the sheet
  int without_answer = 0;   ///< rows with neither value nor outcome: left out
};

/// Whether the bytes may be a workbook: an archive. What it is, the reader of documents says.
bool may_be_workbook(std::string_view bytes);

/// Reads the workbook in the confined reader and adds its ratings: all of them, or none where a row
/// has a problem. Rows without an indicator's code, and rows with neither value nor outcome, are
/// left out. Errors: reading.*, invalid "workbook.no_sheets" for another kind of document,
/// "workbook.no_mapping" where no headers are recognised, those of find_columns.
base::Result<ImportedWorkbook> import_workbook(Workspace& workspace,
                                               const WorkbookRequest& request,
                                               const Context& context);

}  // namespace workflow
