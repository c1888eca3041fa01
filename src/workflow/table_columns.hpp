// What the columns of a table of levels mean: which is which indicator, which is the id, which are
// carried along.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "codec/csv.hpp"
#include "model/model.hpp"

namespace workflow {

struct TableColumns {
  std::vector<std::string> names;        ///< as in the header
  std::vector<int> column_of_indicator;  ///< per indicator of the model
  std::optional<int> id;
  std::vector<int> carried;  ///< in input order
  std::vector<std::string>
      carried_output_names;  ///< with _in where an output column bears the name
};

/// Output columns above the indicators: nodes with children before parents, the index last.
std::vector<int> order_output_nodes(const model::Model& model);

/// Errors: table.column_missing, table.column_doubled.
base::Result<TableColumns> match_columns(const model::Model& model, const codec::CsvRow& header);

}  // namespace workflow
