// Writes the parts of an import and the act that holds them together.
#include "workflow/import_record.hpp"

#include <set>

#include "assessment/names.hpp"

namespace workflow {

namespace {

using assessment::ActKind;
using assessment::CodingAct;

std::vector<CodingAct> list_acts(const ImportRecord& record) {
  auto acts = record.new_codes;
  const auto add = [&](ActKind kind, const std::vector<std::string>& ids) -> CodingAct& {
    auto& act = acts.emplace_back();
    act.kind = kind;
    act.subjects = ids;
    return act;
  };
  for (const auto& [code, ids] : record.coded) add(ActKind::code, ids).code = code;
  for (const auto& [indicator, ids] : record.cited) add(ActKind::cite, ids).code = indicator;
  for (const auto& [state, decided] : record.decided) {
    auto& act = add(ActKind::decide, decided.ids);
    act.former = decided.former;
    act.target = state;
  }
  return acts;
}

}  // namespace

void ImportRecord::add_decision(const std::string& id,
                                assessment::EvidenceState before,
                                assessment::EvidenceState now) {
  auto& same = decided[std::string(assessment::format_evidence_state(now))];
  same.ids.push_back(id);
  same.former.emplace_back(assessment::format_evidence_state(before));
}

base::Result<void> record_import(Workspace& workspace,
                                 const ImportRecord& record,
                                 const CodingAct& act) {
  CodingAct whole = act;
  whole.kind = ActKind::import;
  std::set<std::string> known;
  for (auto& part : list_acts(record)) {
    part.by = act.by;
    part.at = act.at;
    const auto number = TRY(workspace.store.add_act(workspace.assessment.id, part));
    if (whole.target.empty()) whole.target = std::to_string(number);
    for (const auto& id : part.subjects)
      if (known.insert(id).second) whole.subjects.push_back(id);
  }
  if (whole.target.empty()) return {};
  TRY(workspace.store.add_act(workspace.assessment.id, whole));
  return {};
}

}  // namespace workflow
