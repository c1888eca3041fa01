// Reads rows, scores them on several threads in blocks, and writes them in order.
#include "workflow/score_table.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "codec/csv.hpp"
#include "evaluation/compiled_model.hpp"
#include "evaluation/level.hpp"
#include "text/unicode.hpp"
#include "workflow/table_columns.hpp"

namespace workflow {

namespace {

using assessment::Outcome;
using base::ErrorKind;
using base::Rational;
using codec::CsvCell;
using codec::CsvRow;

constexpr std::size_t block_rows = 4096;
constexpr std::size_t problems_shown_max = 1000;
constexpr int exact_digits = 12;

/// One cell of an indicator: what it says, and its value where it has one.
struct Cell {
  Outcome outcome = Outcome::not_rated;
  std::int64_t scaled = 0;  ///< as the compiled model takes it
  Rational value;
};

/// A row that can be scored.
struct Row {
  std::string head;  ///< id and carried cells, as CSV
  std::vector<Cell> cells;
  bool complete = true;
};

/// Everything that is the same for all rows.
struct Table {
  const model::Model& model;
  const TableOptions& options;
  std::optional<evaluation::CompiledModel> compiled;
  TableColumns columns;
  std::vector<int> output_nodes;
  const model::BandList* predicates = nullptr;
  char separator = ',';
};

base::Result<Cell> read_cell(const Table& table, const CsvCell& source) {
  Cell cell;
  if (source.text.empty()) return cell;
  if (source.text == "NA") {
    if (table.model.policies.not_applicable == model::ApplicabilityPolicy::forbidden)
      return base::fail(
          ErrorKind::invalid, "table.not_applicable_forbidden", {{"model", table.model.id}});
    cell.outcome = Outcome::not_applicable;
    return cell;
  }
  if (source.text == "EXT") {
    cell.outcome = Outcome::awaiting_external;
    return cell;
  }
  const auto number = codec::parse_csv_number(source, table.separator);
  if (number.reading == codec::NumberReading::ambiguous)
    return base::fail(ErrorKind::invalid, "table.cell_ambiguous");
  if (number.reading == codec::NumberReading::not_a_number)
    return base::fail(ErrorKind::invalid, "table.cell_not_a_number");
  if (!model::is_on_scale(table.model.scale, number.value))
    return base::fail(
        ErrorKind::invalid,
        "table.cell_off_scale",
        {{"min", base::format_decimal_trimmed(table.model.scale.min, exact_digits)},
         {"max", base::format_decimal_trimmed(table.model.scale.max, exact_digits)},
         {"step", base::format_decimal_trimmed(table.model.scale.step, exact_digits)}});
  cell.outcome = Outcome::answered;
  cell.value = number.value;
  if (table.compiled) cell.scaled = table.compiled->scale_answer(number.value).value_or(0);
  return cell;
}

/// Gathers rows and problems while the text is read.
class RowReader {
 public:
  RowReader(const Table& table, ScoredTable& result) : table_(table), result_(result) {}

  std::optional<Row> read(const CsvRow& source) {
    ++number_;
    const std::string id =
        table_.columns.id && static_cast<std::size_t>(*table_.columns.id) < source.cells.size()
            ? std::string(source.cells[static_cast<std::size_t>(*table_.columns.id)].text)
            : std::to_string(number_);
    if (source.cells.size() != table_.columns.names.size()) {
      add_problem(source,
                  id,
                  "",
                  "",
                  {ErrorKind::invalid,
                   "table.row_length",
                   {{"found", std::to_string(source.cells.size())},
                    {"expected", std::to_string(table_.columns.names.size())}}});
      return std::nullopt;
    }
    if (!ids_.insert(id).second) {
      add_problem(source, id, "id", id, {ErrorKind::invalid, "table.id_repeated", {}});
      return std::nullopt;
    }
    return read_cells(source, id);
  }

 private:
  std::optional<Row> read_cells(const CsvRow& source, const std::string& id) {
    Row row;
    bool good = true;
    for (const int column : table_.columns.column_of_indicator) {
      const CsvCell& cell = source.cells[static_cast<std::size_t>(column)];
      auto read = read_cell(table_, cell);
      if (!read) {
        add_problem(source,
                    id,
                    table_.columns.names[static_cast<std::size_t>(column)],
                    std::string(cell.text),
                    read.error());
        good = false;
        continue;
      }
      row.complete = row.complete && read->outcome == Outcome::answered;
      row.cells.push_back(*std::move(read));
    }
    if (!good) return std::nullopt;
    row.head = codec::format_csv_text(id);
    for (const int column : table_.columns.carried)
      row.head += "," + format_carried(source.cells[static_cast<std::size_t>(column)]);
    return row;
  }

  // A cell of the input's own: a number stays one, a text that would run as a formula does not.
  [[nodiscard]] std::string format_carried(const CsvCell& cell) const {
    const auto number = codec::parse_csv_number(cell, table_.separator);
    return number.reading == codec::NumberReading::number ? codec::format_csv_cell(cell.text)
                                                          : codec::format_csv_text(cell.text);
  }

  void add_problem(const CsvRow& source,
                   std::string row,
                   std::string column,
                   std::string cell,
                   base::Error error) {
    ++result_.problem_count;
    if (result_.problems.size() >= problems_shown_max) return;
    constexpr std::size_t cell_shown_max = 80;
    if (cell.size() > cell_shown_max)
      cell = std::string(text::slice(cell, 0, cell_shown_max)) + "…";
    result_.problems.push_back(
        {source.line, std::move(row), std::move(column), std::move(cell), std::move(error)});
  }

  const Table& table_;
  ScoredTable& result_;
  std::set<std::string> ids_;
  int number_ = 0;
};

/// The figures of one row: a value per node of the model, and how complete it is.
struct Figures {
  std::vector<std::optional<Rational>> values;
  evaluation::Completeness completeness;
};

Figures score_complete(const Table& table, const Row& row) {
  std::vector<std::int64_t> answers;
  answers.reserve(row.cells.size());
  for (const Cell& cell : row.cells) answers.push_back(cell.scaled);
  std::vector<evaluation::Fraction> fractions(table.compiled->node_count());
  table.compiled->score(answers, fractions);
  Figures figures;
  figures.values.reserve(fractions.size());
  for (const auto& fraction : fractions) figures.values.emplace_back(fraction.to_rational());
  const int count = static_cast<int>(row.cells.size());
  figures.completeness = {count, count};
  return figures;
}

Figures score_any(const Table& table, const Row& row) {
  std::vector<evaluation::IndicatorResult> indicators(row.cells.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    indicators[i].indicator = static_cast<int>(i);
    indicators[i].agreed.outcome = row.cells[i].outcome;
    if (row.cells[i].outcome == Outcome::answered)
      indicators[i].claimed = indicators[i].effective = row.cells[i].value;
  }
  const evaluation::Method method{table.options.purpose, evaluation::Gate::claims_only, {}};
  Figures figures;
  for (auto& node : evaluation::derive_profile(table.model, indicators, method)) {
    if (figures.values.empty()) figures.completeness = node.completeness;
    figures.values.push_back(std::move(node.value));
  }
  return figures;
}

void write_row(const Table& table, const Row& row, std::string& out) {
  const Figures figures =
      row.complete && table.compiled ? score_complete(table, row) : score_any(table, row);
  const auto write_exact = [&](int node) {
    const auto& value = figures.values[static_cast<std::size_t>(node)];
    out += ',';
    if (value) out += base::format_decimal_trimmed(*value, exact_digits);
  };
  out += row.head;
  for (const int node : table.output_nodes) write_exact(node);
  write_exact(0);
  const auto& index = figures.values[0];
  const auto& rounding = table.model.rounding;
  out += ',';
  if (index) out += base::format_decimal(*index, rounding.digits, rounding.mode);
  out += ',';
  if (index && table.predicates != nullptr) {
    const Rational seen = rounding.bands_see_rounded
                              ? base::round_to(*index, rounding.digits, rounding.mode)
                              : *index;
    if (const model::Band* band = model::find_band(*table.predicates, seen); band != nullptr)
      out += codec::format_csv_text(band->name.id);
  }
  out += ',' + std::to_string(figures.completeness.answered) + '/' +
         std::to_string(figures.completeness.applicable) + '\n';
}

/// Scores a block of rows, each thread its own stretch, and appends them in order.
void write_block(const Table& table, const std::vector<Row>& rows, std::string& out) {
  const auto threads = static_cast<std::size_t>(std::clamp(table.options.threads, 1, 64));
  std::vector<std::string> parts(threads);
  const auto work = [&](std::size_t part) {
    const std::size_t begin = rows.size() * part / threads;
    const std::size_t end = rows.size() * (part + 1) / threads;
    for (std::size_t i = begin; i < end; ++i) write_row(table, rows[i], parts[part]);
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t part = 1; part < threads; ++part) helpers.emplace_back(work, part);
    work(0);
  }
  for (const auto& part : parts) out += part;
}

std::string write_header(const Table& table) {
  std::string header = "id";
  for (const auto& name : table.columns.carried_output_names)
    header += "," + codec::format_csv_text(name);
  for (const int node : table.output_nodes)
    header += "," + codec::format_csv_cell(table.model.nodes[static_cast<std::size_t>(node)].code);
  return header + ",index,index_rounded,predicate,completeness\n";
}

}  // namespace

base::Result<ScoredTable> score_table(const model::Model& model,
                                      std::string_view csv,
                                      const TableOptions& options) {
  // A NUL byte is not valid either; the reader of rows names its line.
  const bool has_nul = csv.find('\0') != std::string_view::npos;
  if (!has_nul && !text::is_valid_utf8(csv))
    return base::fail(ErrorKind::invalid, "table.not_utf8");
  codec::CsvReader reader(csv);
  CsvRow row;
  if (!TRY(reader.next(row))) return base::fail(ErrorKind::invalid, "table.empty");
  Table table{model,
              options,
              evaluation::CompiledModel::compile(model),
              {},
              order_output_nodes(model),
              nullptr,
              reader.separator()};
  table.columns = TRY(match_columns(model, row));
  table.predicates = model::find_band_list(model, "predicate");
  ScoredTable result;
  result.csv = write_header(table);
  RowReader rows(table, result);
  std::vector<Row> block;
  while (TRY(reader.next(row))) {
    if (auto good = rows.read(row)) {
      block.push_back(*std::move(good));
      ++result.rows;
    }
    if (block.size() < block_rows) continue;
    write_block(table, block, result.csv);
    block.clear();
  }
  write_block(table, block, result.csv);
  return result;
}

std::string format_table_problems(const std::vector<TableProblem>& problems) {
  std::string csv = "line,row,column,cell,problem\n";
  for (const auto& problem : problems)
    csv += std::to_string(problem.line) + "," + codec::format_csv_text(problem.row) + "," +
           codec::format_csv_text(problem.column) + "," + codec::format_csv_text(problem.cell) +
           "," + problem.error.id + "\n";
  return csv;
}

}  // namespace workflow
