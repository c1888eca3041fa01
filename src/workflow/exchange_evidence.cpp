// Reads and writes citations with their decisions, one line of CSV each.
#include "workflow/exchange_evidence.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "assessment/codebook.hpp"
#include "assessment/names.hpp"
#include "workflow/cite_evidence.hpp"
#include "workflow/import_record.hpp"
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

/// Takes the lines of one file in, one after the other.
class Import {
 public:
  Import(Workspace& workspace,
         const Context& context,
         std::vector<Evidence> earlier,
         std::set<std::string> undone)
      : workspace_(workspace),
        context_(context),
        earlier_(std::move(earlier)),
        undone_(std::move(undone)) {}

  /// Cites and decides one line; counts it as unchanged where it says what stands already.
  base::Result<void> take(const EvidenceRow& row, ImportedRows& result) {
    const auto evidence = TRY(prepare_citation(workspace_, row.cite, context_));
    const auto* same = find_same(evidence, row);
    if (same != nullptr && stands(*same, row)) {
      ++result.unchanged;
      return {};
    }
    ++result.added;
    std::string id = same == nullptr ? "" : same->id;
    if (same == nullptr) {
      id = TRY(workspace_.store.add_evidence(workspace_.assessment.id, evidence));
      record_.cited[evidence.indicator_code].push_back(id);
    }
    if (row.state == EvidenceState::proposed) return {};
    record_.add_decision(id, same == nullptr ? EvidenceState::proposed : same->state, row.state);
    return workspace_.store.decide_evidence(
        workspace_.assessment.id, {id, row.state, row.decided_by, row.because, context_.clock()});
  }

  [[nodiscard]] const ImportRecord& record() const { return record_; }

 private:
  static bool stands(const Evidence& evidence, const EvidenceRow& row) {
    return row.state == EvidenceState::proposed ||
           (evidence.state == row.state && evidence.because == row.because);
  }

  /// The same citation: best one in the very state, else one that undo did not take back.
  [[nodiscard]] const Evidence* find_same(const Evidence& evidence, const EvidenceRow& row) const {
    const Evidence* found = nullptr;
    for (const auto& one : earlier_) {
      if (!is_same_citation(one, evidence)) continue;
      const bool is_undone = one.state == EvidenceState::rejected && undone_.contains(one.id);
      if (one.state == row.state && one.because == row.because) return &one;
      if (!is_undone && found == nullptr) found = &one;
    }
    return found;
  }

  Workspace& workspace_;
  const Context& context_;
  std::vector<Evidence> earlier_;
  std::set<std::string> undone_;
  ImportRecord record_;
};

}  // namespace

base::Result<ImportedRows> import_evidence(Workspace& workspace,
                                           std::string_view csv,
                                           const std::string& by,
                                           const Context& context) {
  const auto rows = TRY(read_named_rows(csv, columns, required));
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  const auto acts = TRY(workspace.store.load_acts(workspace.assessment.id));
  Import import(workspace, context, dossier.evidence, assessment::list_undone_citations(acts));
  assessment::CodingAct act;
  act.name = "csv";
  act.by = by;
  act.at = context.clock();
  ImportedRows result;
  const auto written = workspace.store.in_transaction([&]() -> base::Result<void> {
    for (const NamedRow& row : rows) {
      auto read = read_row(row);
      const auto taken =
          read ? import.take(*read, result) : base::Result<void>(base::pass_on(read.error()));
      if (taken) continue;
      const auto kind = taken.error().kind;
      if (kind != ErrorKind::invalid && kind != ErrorKind::not_found) return taken;
      result.problems.push_back({row.line, taken.error()});
    }
    if (!result.problems.empty()) return fail(ErrorKind::invalid, "evidence.import_refused");
    return record_import(workspace, import.record(), act);
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
