// Reads and writes citations with their decisions, one line of CSV each.
#include "workflow/exchange_evidence.hpp"

#include <algorithm>
#include <array>

#include "assessment/names.hpp"
#include "text/quote.hpp"
#include "workflow/cite_evidence.hpp"
#include "workflow/place_quote.hpp"

namespace workflow {

namespace {

using assessment::Evidence;
using assessment::EvidenceState;
using base::ErrorKind;
using base::fail;

constexpr std::array<std::string_view, 16> columns = {"indicator",
                                                      "source",
                                                      "page",
                                                      "quote",
                                                      "occurrence",
                                                      "stance",
                                                      "level",
                                                      "note",
                                                      "by",
                                                      "state",
                                                      "decided_by",
                                                      "because",
                                                      "check",
                                                      "coverage",
                                                      "unit",
                                                      "strength"};
constexpr std::array<std::string_view, 3> required = {"indicator", "source", "quote"};

struct EvidenceRow {
  CiteRequest cite;
  EvidenceState state = EvidenceState::proposed;
  std::string decided_by;
  std::string because;
};

base::Result<std::optional<int>> read_whole(const std::string& text, std::string_view column) {
  if (text.empty()) return std::optional<int>{};
  const auto number = base::parse_rational(text);
  const auto whole = number ? number->to_integer() : std::nullopt;
  if (!whole || *whole < 0 || *whole > 1'000'000)
    return fail(
        ErrorKind::invalid, "table.not_whole", {{"column", std::string(column)}, {"cell", text}});
  return std::optional<int>{static_cast<int>(*whole)};
}

base::Result<EvidenceRow> read_row(const NamedRow& row) {
  const auto& cells = row.cells;
  EvidenceRow result;
  result.cite.indicator = cells[0];
  result.cite.source = cells[1];
  result.cite.page = TRY(read_whole(cells[2], columns[2]));
  result.cite.quote = cells[3];
  result.cite.occurrence = TRY(read_whole(cells[4], columns[4]));
  const auto stance = assessment::parse_stance(cells[5].empty() ? "supports" : cells[5]);
  if (!stance) return fail(ErrorKind::invalid, "evidence.stance_unknown", {{"stance", cells[5]}});
  result.cite.stance = *stance;
  result.cite.level = TRY(read_whole(cells[6], columns[6]));
  result.cite.note = cells[7];
  result.cite.by = cells[8];
  const auto state = assessment::parse_evidence_state(cells[9].empty() ? "proposed" : cells[9]);
  if (!state) return fail(ErrorKind::invalid, "evidence.state_unknown", {{"state", cells[9]}});
  result.state = *state;
  result.decided_by = cells[10].empty() ? cells[8] : cells[10];
  result.because = cells[11];
  result.cite.check = cells[12];
  result.cite.coverage = cells[13];
  result.cite.unit = cells[14];
  result.cite.strength = assessment::parse_strength(cells[15]);
  if (!cells[15].empty() && !result.cite.strength)
    return fail(ErrorKind::invalid, "evidence.strength_unknown", {{"strength", cells[15]}});
  if (*state == EvidenceState::rejected && result.because.empty())
    return fail(ErrorKind::invalid, "evidence.reason_missing");
  return result;
}

bool is_same_citation(const Evidence& a, const Evidence& b) {
  return a.indicator_code == b.indicator_code && a.source_code == b.source_code &&
         a.range == b.range && a.stance == b.stance && a.level == b.level && a.note == b.note &&
         a.cited_by == b.cited_by && a.check_code == b.check_code && a.coverage == b.coverage &&
         a.strength == b.strength;
}

/// Cites and decides one line; counts it as unchanged where the citation stands already.
base::Result<void> take_row(Workspace& workspace,
                            const EvidenceRow& row,
                            const std::vector<Evidence>& earlier,
                            const Context& context,
                            ImportedRows& result) {
  const auto evidence = TRY(prepare_citation(workspace, row.cite, context));
  const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const Evidence& one) {
    return is_same_citation(one, evidence);
  });
  std::string id = same != earlier.end() ? same->id : "";
  if (same == earlier.end())
    id = TRY(workspace.store.add_evidence(workspace.assessment.id, evidence));
  const bool decided =
      same != earlier.end() && same->state == row.state && same->because == row.because;
  if (same != earlier.end() && decided) {
    ++result.unchanged;
    return {};
  }
  ++result.added;
  if (row.state == EvidenceState::proposed) return {};
  return workspace.store.decide_evidence(
      workspace.assessment.id, {id, row.state, row.decided_by, row.because, context.clock()});
}

}  // namespace

base::Result<ImportedRows> import_evidence(Workspace& workspace,
                                           std::string_view csv,
                                           const Context& context) {
  const auto rows = TRY(read_named_rows(csv, columns, required));
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  ImportedRows result;
  const auto written = workspace.store.in_transaction([&]() -> base::Result<void> {
    for (const NamedRow& row : rows) {
      auto read = read_row(row);
      const auto taken = read ? take_row(workspace, *read, dossier.evidence, context, result)
                              : base::Result<void>(base::pass_on(read.error()));
      if (taken) continue;
      const auto kind = taken.error().kind;
      if (kind != ErrorKind::invalid && kind != ErrorKind::not_found) return taken;
      result.problems.push_back({row.line, taken.error()});
    }
    if (!result.problems.empty()) return fail(ErrorKind::invalid, "evidence.import_refused");
    return {};
  });
  if (!result.problems.empty()) {
    result.added = 0;
    return result;
  }
  if (!written) return base::pass_on(written.error());
  return result;
}

base::Result<std::string> export_evidence(Workspace& workspace) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  // The columns of a coder stand only where somebody filled one.
  constexpr std::size_t coder_columns = 4;
  const bool is_coded = std::ranges::any_of(dossier.evidence, [](const Evidence& evidence) {
    return !evidence.check_code.empty() || evidence.coverage || evidence.strength;
  });
  const auto width = columns.size() - (is_coded ? 0 : coder_columns);
  std::string csv =
      format_row({columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(width)});
  for (const Evidence& evidence : dossier.evidence) {
    const auto occurrence = TRY(find_occurrence(workspace, evidence));
    std::vector<std::string> cells = {
        evidence.indicator_code,
        evidence.source_code,
        evidence.page > 0 ? std::to_string(evidence.page) : "",
        evidence.quote,
        occurrence ? std::to_string(*occurrence) : "",
        std::string(assessment::format_stance(evidence.stance)),
        evidence.level ? std::to_string(*evidence.level) : "",
        evidence.note,
        evidence.cited_by,
        std::string(assessment::format_evidence_state(evidence.state)),
        evidence.decided_by,
        evidence.because,
        evidence.check_code,
        evidence.coverage ? assessment::format_share(*evidence.coverage) : "",
        evidence.coverage ? evidence.coverage->unit : "",
        std::string(evidence.strength ? assessment::format_strength(*evidence.strength) : "")};
    cells.resize(width);
    csv += format_row(cells);
  }
  return csv;
}

}  // namespace workflow
