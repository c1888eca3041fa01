// Many assessments from a table of levels: one row in, its figures out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "evaluation/method.hpp"
#include "model/model.hpp"

namespace workflow {

/// One cell or row of a table that cannot be used.
struct TableProblem {
  int line = 0;
  std::string row;     ///< the row's id, or its number
  std::string column;  ///< empty where the row as a whole is meant
  std::string cell;
  base::Error error;
};

struct TableOptions {
  evaluation::Purpose purpose = evaluation::Purpose::working;
  int threads = 1;
};

/// The table of results as CSV, and what could not be used. With problems `csv` holds the good rows
/// only.
struct ScoredTable {
  std::string csv;
  std::int64_t rows = 0;
  std::vector<TableProblem> problems;
  std::int64_t problem_count = 0;  ///< all of them; `problems` holds the first thousand
};

/// Evaluates each row's claims. Errors (kind invalid) of the table as a whole: table.empty,
/// table.not_utf8, table.column_missing, table.column_doubled, those of CSV. The same bytes come
/// out whatever the number of threads.
base::Result<ScoredTable> score_table(const model::Model& model,
                                      std::string_view csv,
                                      const TableOptions& options);

/// The problems as CSV: line,row,column,cell,problem with the message's id.
std::string format_table_problems(const std::vector<TableProblem>& problems);

}  // namespace workflow
