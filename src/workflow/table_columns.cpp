// Matches a header with a model's indicators.
#include "workflow/table_columns.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace workflow {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return text;
}

std::set<std::string> output_names(const model::Model& model) {
  std::set<std::string> names = {"id", "index", "index_rounded", "predicate", "completeness"};
  for (const int node : order_output_nodes(model))
    names.insert(lower(model.nodes[static_cast<std::size_t>(node)].code));
  return names;
}

void name_carried(const model::Model& model, TableColumns& columns) {
  auto taken = output_names(model);
  for (const int column : columns.carried) {
    std::string name = columns.names[static_cast<std::size_t>(column)];
    while (!taken.insert(lower(name)).second) name += "_in";
    columns.carried_output_names.push_back(std::move(name));
  }
}

// NOLINTNEXTLINE(misc-no-recursion): the depth of a model's tree is bounded
void append_children_first(const model::Model& model, int node, std::vector<int>& order) {
  for (const int child : model.nodes[static_cast<std::size_t>(node)].children)
    append_children_first(model, child, order);
  if (model.nodes[static_cast<std::size_t>(node)].indicator < 0 && node != 0) order.push_back(node);
}

}  // namespace

std::vector<int> order_output_nodes(const model::Model& model) {
  std::vector<int> order;
  append_children_first(model, 0, order);
  return order;
}

base::Result<TableColumns> match_columns(const model::Model& model, const codec::CsvRow& header) {
  TableColumns columns;
  columns.column_of_indicator.assign(model.indicators.size(), -1);
  std::map<std::string, int> indicators;
  for (std::size_t i = 0; i < model.leaves.size(); ++i)
    indicators[model::fold_code(model.nodes[static_cast<std::size_t>(model.leaves[i])].code)] =
        static_cast<int>(i);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name(header.cells[i].text);
    const auto column = static_cast<int>(i);
    columns.names.push_back(name);
    const auto indicator = indicators.find(model::fold_code(name));
    const std::string key = indicator != indicators.end() ? indicator->first : lower(name);
    if (!seen.insert(key).second)
      return base::fail(base::ErrorKind::invalid,
                        "table.column_doubled",
                        {{"column", name}, {"line", std::to_string(header.line)}});
    if (indicator != indicators.end())
      columns.column_of_indicator[static_cast<std::size_t>(indicator->second)] = column;
    else if (key == "id")
      columns.id = column;
    else
      columns.carried.push_back(column);
  }
  std::string missing;
  for (std::size_t i = 0; i < columns.column_of_indicator.size(); ++i)
    if (columns.column_of_indicator[i] < 0)
      missing += (missing.empty() ? "" : ", ") +
                 model.nodes[static_cast<std::size_t>(model.leaves[i])].code;
  if (!missing.empty())
    return base::fail(base::ErrorKind::invalid,
                      "table.column_missing",
                      {{"columns", missing}, {"model", model.id}});
  name_carried(model, columns);
  return columns;
}

}  // namespace workflow
