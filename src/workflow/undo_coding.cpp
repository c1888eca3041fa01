// Finds the act to take back and writes its opposite.
#include "workflow/undo_coding.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "assessment/codebook.hpp"
#include "assessment/names.hpp"

namespace workflow {

namespace {

using assessment::ActKind;
using assessment::CodingAct;
using assessment::Evidence;
using assessment::EvidenceState;
using base::ErrorKind;
using base::fail;

const CodingAct* find_last(const std::vector<CodingAct>& acts,
                           const std::set<std::int64_t>& taken_back,
                           const std::string& by) {
  for (auto act = acts.rbegin(); act != acts.rend(); ++act)
    if (act->by == by && act->kind != ActKind::undo && !taken_back.contains(act->number))
      return &*act;
  return nullptr;
}

/// A citation that is taken back to what it was.
struct Change {
  std::string evidence_id;
  std::optional<EvidenceState> before;  ///< none: the citation came by this act
  EvidenceState left_in = EvidenceState::proposed;
};

EvidenceState read_state(const std::string& word) {
  return assessment::parse_evidence_state(word).value_or(EvidenceState::proposed);
}

/// What the acts, which are taken back together, did to citations.
std::vector<Change> list_changes(const std::vector<CodingAct>& parts) {
  std::vector<Change> changes;
  std::map<std::string, std::size_t> places;
  for (const auto& part : parts) {
    if (part.kind != ActKind::cite && part.kind != ActKind::decide) continue;
    for (std::size_t i = 0; i < part.subjects.size(); ++i) {
      const auto [place, is_new] = places.emplace(part.subjects[i], changes.size());
      if (is_new) {
        auto& change = changes.emplace_back(Change{part.subjects[i], {}});
        if (part.kind == ActKind::decide) change.before = read_state(part.former.at(i));
      }
      if (part.kind == ActKind::decide) changes[place->second].left_in = read_state(part.target);
    }
  }
  return changes;
}

/// Who decided citations after this act by acts that stand.
std::map<std::string, std::string> list_later_deciders(const std::vector<CodingAct>& acts,
                                                       std::int64_t undone) {
  const auto taken_back = assessment::list_taken_back(acts);
  std::map<std::string, std::string> deciders;
  for (const auto& act : acts)
    if (act.number > undone && act.kind == ActKind::decide && !taken_back.contains(act.number))
      for (const auto& id : act.subjects) deciders.emplace(id, act.by);
  return deciders;
}

/// The state of the citation must be the one that the act left it in.
base::Result<void> check_unchanged(const std::map<std::string, std::string>& later,
                                   const Change& change,
                                   const Evidence& evidence) {
  const auto decider = later.find(evidence.id);
  if (decider == later.end() && evidence.state == change.left_in) return {};
  return fail(ErrorKind::conflict,
              "undo.decided_since",
              {{"evidence", evidence.id},
               {"by", decider == later.end() ? evidence.decided_by : decider->second}});
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

base::Result<void> undo_changes(Workspace& workspace,
                                const std::vector<CodingAct>& acts,
                                const std::vector<Change>& changes,
                                const CodingAct& undo,
                                const text::Catalog& catalog) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  const auto later = list_later_deciders(acts, *undo.undoes);
  for (const auto& change : changes) {
    const auto evidence = std::ranges::find(dossier.evidence, change.evidence_id, &Evidence::id);
    if (evidence == dossier.evidence.end())
      return fail(ErrorKind::not_found, "store.no_evidence", {{"evidence", change.evidence_id}});
    TRY(check_unchanged(later, change, *evidence));
    store::Decision decision{evidence->id,
                             change.before.value_or(EvidenceState::rejected),
                             undo.by,
                             undo.because,
                             undo.at};
    if (change.before) {
      const auto before = TRY(find_reason(workspace, evidence->id, decision.state));
      if (!before.empty())
        decision.because =
            catalog.say("undo.because.with_reason",
                        {{"number", std::to_string(*undo.undoes)}, {"words", before}});
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

/// Why citations change their state by taking this act back.
std::string word_reason(const CodingAct& undone, const text::Catalog& catalog) {
  const auto* key = undone.kind == ActKind::cite     ? "undo.because.citation"
                    : undone.kind == ActKind::decide ? "undo.because.decision"
                                                     : "undo.because.import";
  return catalog.say(key, {{"number", std::to_string(undone.number)}});
}

}  // namespace

base::Result<CodingAct> undo_coding(Workspace& workspace,
                                    const std::string& by,
                                    const text::Catalog& catalog,
                                    const Context& context) {
  const auto acts = TRY(workspace.store.load_acts(workspace.assessment.id));
  const CodingAct* undone = find_last(acts, assessment::list_taken_back(acts), by);
  if (undone == nullptr) return fail(ErrorKind::not_found, "undo.nothing", {{"by", by}});
  const auto changes = list_changes(assessment::list_parts(acts, *undone));
  CodingAct undo;
  undo.kind = ActKind::undo;
  undo.subjects = undone->subjects;
  undo.undoes = undone->number;
  undo.by = by;
  undo.at = context.clock();
  if (!changes.empty()) undo.because = word_reason(*undone, catalog);
  const auto record = [&]() -> base::Result<void> {
    TRY(check_left_out(workspace, acts, *undone));
    TRY(undo_changes(workspace, acts, changes, undo, catalog));
    TRY(workspace.store.add_act(workspace.assessment.id, undo));
    return {};
  };
  TRY(workspace.store.in_transaction(record));
  return *undone;
}

}  // namespace workflow
