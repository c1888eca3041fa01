// The spelling of outcomes, stages, stances and states in files, tables and APIs: one list for all.
#pragma once

#include <optional>
#include <string_view>

#include "assessment/coding_act.hpp"
#include "assessment/evidence.hpp"
#include "assessment/rating.hpp"
#include "assessment/source.hpp"

namespace assessment {

std::string_view format_outcome(Outcome outcome);
std::string_view format_stage(Stage stage);
std::string_view format_stance(Stance stance);
std::string_view format_evidence_state(EvidenceState state);
std::string_view format_strength(Strength strength);
std::string_view format_act_kind(ActKind kind);
std::string_view format_anchor_outcome(AnchorOutcome outcome);
std::string_view format_source_kind(SourceKind kind);
std::string_view format_source_state(SourceState state);
std::string_view format_reference_kind(ReferenceKind kind);
std::string_view format_consent(Consent consent);

std::optional<Outcome> parse_outcome(std::string_view text);
std::optional<Stage> parse_stage(std::string_view text);
std::optional<Stance> parse_stance(std::string_view text);
std::optional<EvidenceState> parse_evidence_state(std::string_view text);
std::optional<Strength> parse_strength(std::string_view text);
std::optional<ActKind> parse_act_kind(std::string_view text);
std::optional<AnchorOutcome> parse_anchor_outcome(std::string_view text);
std::optional<SourceKind> parse_source_kind(std::string_view text);
std::optional<SourceState> parse_source_state(std::string_view text);
std::optional<ReferenceKind> parse_reference_kind(std::string_view text);
std::optional<Consent> parse_consent(std::string_view text);

}  // namespace assessment
