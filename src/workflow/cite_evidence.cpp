// Checks citations against the model and writes them and the decisions on them.
#include "workflow/cite_evidence.hpp"

#include <algorithm>

#include "assessment/coding_act.hpp"
#include "assessment/names.hpp"
#include "evaluation/evaluation.hpp"
#include "workflow/place_quote.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

base::Result<void> check_level(const model::Model& model, const std::optional<int>& level) {
  if (!level) return {};
  const auto levels = model::levels_of(model.scale);
  if (std::find(levels.begin(), levels.end(), *level) != levels.end()) return {};
  return fail(ErrorKind::invalid,
              "cite.level_off_scale",
              {{"level", std::to_string(*level)},
               {"min", std::to_string(levels.front())},
               {"max", std::to_string(levels.back())}});
}

/// The check of the indicator as the model spells it; empty where none is named.
base::Result<std::string> find_check(const model::Model& model,
                                     const std::string& indicator_code,
                                     const std::string& check) {
  if (check.empty()) return std::string();
  const auto& indicator =
      model.indicators[static_cast<std::size_t>(*model::find_indicator(model, indicator_code))];
  std::string known;
  for (const auto& [level, list] : indicator.checks)
    for (const auto& one : list) {
      if (one.code == check) return check;
      known.append(known.empty() ? "" : ", ").append(one.code);
    }
  return fail(ErrorKind::invalid,
              known.empty() ? "cite.no_checks" : "rating.check_unknown",
              {{"indicator", indicator_code}, {"check", check}, {"known", known}});
}

base::Result<std::optional<assessment::Coverage>> read_coverage(const CiteRequest& request) {
  if (request.coverage.empty() && !request.unit.empty())
    return fail(ErrorKind::invalid, "coverage.share_missing", {{"unit", request.unit}});
  if (request.coverage.empty()) return std::optional<assessment::Coverage>{};
  return std::optional(TRY(assessment::parse_coverage(request.coverage, request.unit)));
}

}  // namespace

base::Result<assessment::Evidence> prepare_citation(Workspace& workspace,
                                                    const CiteRequest& request,
                                                    const Context& context) {
  assessment::Evidence evidence;
  evidence.indicator_code = TRY(require_indicator(workspace.model, request.indicator));
  TRY(check_level(workspace.model, request.level));
  evidence.check_code = TRY(find_check(workspace.model, evidence.indicator_code, request.check));
  evidence.coverage = TRY(read_coverage(request));
  static_cast<assessment::Anchor&>(evidence) = TRY(
      place_quote(workspace, {request.source, request.page, request.quote, request.occurrence}));
  evidence.stance = request.stance;
  evidence.level = request.level;
  evidence.strength = request.strength;
  evidence.note = request.note;
  evidence.cited_by = request.by;
  evidence.cited_at = context.clock();
  return evidence;
}

base::Result<assessment::Evidence> cite_evidence(Workspace& workspace,
                                                 const CiteRequest& request,
                                                 const Context& context) {
  auto evidence = TRY(prepare_citation(workspace, request, context));
  const auto& assessment_id = workspace.assessment.id;
  const auto record = [&]() -> base::Result<void> {
    evidence.id = TRY(workspace.store.add_evidence(assessment_id, evidence));
    assessment::CodingAct act;
    act.kind = assessment::ActKind::cite;
    act.subjects = {evidence.id};
    act.code = evidence.indicator_code;
    act.by = evidence.cited_by;
    act.at = evidence.cited_at;
    TRY(workspace.store.add_act(assessment_id, act));
    return {};
  };
  TRY(workspace.store.in_transaction(record));
  return evidence;
}

base::Result<void> decide_evidence(Workspace& workspace,
                                   const DecideRequest& request,
                                   const Context& context) {
  if (request.state == assessment::EvidenceState::rejected && request.because.empty())
    return fail(ErrorKind::invalid, "evidence.reason_missing");
  const auto& assessment_id = workspace.assessment.id;
  const auto dossier = TRY(workspace.store.load_dossier(assessment_id));
  assessment::CodingAct act;
  act.kind = assessment::ActKind::decide;
  act.target = assessment::format_evidence_state(request.state);
  act.because = request.because;
  act.by = request.by;
  act.at = context.clock();
  return workspace.store.in_transaction([&]() -> base::Result<void> {
    for (const auto& id : request.evidence_ids) {
      if (std::ranges::find(act.subjects, id) != act.subjects.end()) continue;
      TRY(workspace.store.decide_evidence(
          assessment_id, {id, request.state, request.by, request.because, act.at}));
      const auto before = std::ranges::find(dossier.evidence, id, &assessment::Evidence::id);
      act.subjects.push_back(id);
      act.former.emplace_back(assessment::format_evidence_state(before->state));
    }
    TRY(workspace.store.add_act(assessment_id, act));
    return {};
  });
}

base::Result<std::vector<evaluation::MissingEvidence>> list_missing_evidence(Workspace& workspace) {
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  return evaluation::find_missing_evidence(evaluation::evaluate(workspace.model, dossier, {}));
}

}  // namespace workflow
