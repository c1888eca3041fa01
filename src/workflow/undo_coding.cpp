// Finds the act to take back and writes its opposite.
#include "workflow/undo_coding.hpp"

#include <algorithm>

#include "assessment/names.hpp"

namespace workflow {

namespace {

using assessment::ActKind;
using assessment::CodingAct;
using assessment::Evidence;
using assessment::EvidenceState;
using base::ErrorKind;
using base::fail;

const CodingAct* find_last(const std::vector<CodingAct>& acts, const std::string& by) {
  for (auto act = acts.rbegin(); act != acts.rend(); ++act)
    if (act->by == by && act->kind != ActKind::undo &&
        !assessment::is_taken_back(acts, act->number))
      return &*act;
  return nullptr;
}

/// A later act that decided the same citation and stands.
const CodingAct* find_later_decision(const std::vector<CodingAct>& acts,
                                     const CodingAct& undone,
                                     const std::string& evidence_id) {
  for (const auto& act : acts)
    if (act.number > undone.number && act.kind == ActKind::decide &&
        std::ranges::find(act.subjects, evidence_id) != act.subjects.end() &&
        !assessment::is_taken_back(acts, act.number))
      return &act;
  return nullptr;
}

/// The state of the citation must be the one that the act left it in.
base::Result<void> check_unchanged(const std::vector<CodingAct>& acts,
                                   const CodingAct& undone,
                                   const Evidence& evidence) {
  const auto expected =
      undone.kind == ActKind::cite
          ? EvidenceState::proposed
          : assessment::parse_evidence_state(undone.target).value_or(EvidenceState::proposed);
  const auto* later = find_later_decision(acts, undone, evidence.id);
  if (later == nullptr && evidence.state == expected) return {};
  return fail(
      ErrorKind::conflict,
      "undo.decided_since",
      {{"evidence", evidence.id}, {"by", later == nullptr ? evidence.decided_by : later->by}});
}

/// The reason that the citation had when it was last in this state.
base::Result<std::string> find_reason(Workspace& workspace,
                                      const std::string& evidence_id,
                                      EvidenceState state) {
  const auto decisions = TRY(workspace.store.load_decisions(workspace.assessment.id, evidence_id));
  for (auto one = decisions.rbegin(); one != decisions.rend(); ++one)
    if (one->state == state) return one->because;
  return std::string();
}

base::Result<void> undo_decisions(Workspace& workspace,
                                  const std::vector<CodingAct>& acts,
                                  const CodingAct& undone,
                                  const CodingAct& undo,
                                  const text::Catalog& catalog) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  for (std::size_t i = 0; i < undone.subjects.size(); ++i) {
    const auto evidence = std::ranges::find(dossier.evidence, undone.subjects[i], &Evidence::id);
    if (evidence == dossier.evidence.end())
      return fail(ErrorKind::not_found, "store.no_evidence", {{"evidence", undone.subjects[i]}});
    TRY(check_unchanged(acts, undone, *evidence));
    const std::string number = std::to_string(undone.number);
    store::Decision decision{evidence->id, EvidenceState::rejected, undo.by, undo.because, undo.at};
    if (undone.kind == ActKind::decide) {
      decision.state =
          assessment::parse_evidence_state(undone.former.at(i)).value_or(EvidenceState::proposed);
      const auto before = TRY(find_reason(workspace, evidence->id, decision.state));
      if (!before.empty())
        decision.because =
            catalog.say("undo.because.with_reason", {{"number", number}, {"words", before}});
    }
    TRY(workspace.store.decide_evidence(workspace.assessment.id, decision));
  }
  return {};
}

/// The later acts must still fit each other when this one is left out.
base::Result<void> check_left_out(Workspace& workspace,
                                  const std::vector<CodingAct>& acts,
                                  const CodingAct& undone) {
  auto filed = TRY(workspace.store.load_codings(workspace.assessment.id));
  const auto replayed = assessment::replay_acts(acts, std::move(filed), undone.number);
  if (!replayed.failed_at) return {};
  const auto later = std::ranges::find(acts, *replayed.failed_at, &CodingAct::number);
  return fail(ErrorKind::conflict,
              "undo.rested_on",
              {{"number", std::to_string(undone.number)},
               {"later", std::to_string(*replayed.failed_at)},
               {"by", later == acts.end() ? "" : later->by}});
}

}  // namespace

base::Result<CodingAct> undo_coding(Workspace& workspace,
                                    const std::string& by,
                                    const text::Catalog& catalog,
                                    const Context& context) {
  const auto acts = TRY(workspace.store.load_acts(workspace.assessment.id));
  const CodingAct* undone = find_last(acts, by);
  if (undone == nullptr) return fail(ErrorKind::not_found, "undo.nothing", {{"by", by}});
  const bool cites = undone->kind == ActKind::cite || undone->kind == ActKind::decide;
  CodingAct undo;
  undo.kind = ActKind::undo;
  undo.subjects = undone->subjects;
  undo.undoes = undone->number;
  undo.by = by;
  undo.at = context.clock();
  const auto* reason =
      undone->kind == ActKind::cite ? "undo.because.citation" : "undo.because.decision";
  if (cites) undo.because = catalog.say(reason, {{"number", std::to_string(undone->number)}});
  const auto record = [&]() -> base::Result<void> {
    if (cites)
      TRY(undo_decisions(workspace, acts, *undone, undo, catalog));
    else
      TRY(check_left_out(workspace, acts, *undone));
    TRY(workspace.store.add_act(workspace.assessment.id, undo));
    return {};
  };
  TRY(workspace.store.in_transaction(record));
  return *undone;
}

}  // namespace workflow
