// One table per enumeration: the same word in YAML, CSV, SQL and JSON.
#include "assessment/names.hpp"

#include "base/name_table.hpp"

namespace assessment {

namespace {

constexpr base::NameTable<Outcome, 5> outcomes = {{
    {Outcome::answered, "answered"},
    {Outcome::not_rated, "not_rated"},
    {Outcome::not_applicable, "not_applicable"},
    {Outcome::insufficient_evidence, "insufficient_evidence"},
    {Outcome::awaiting_external, "awaiting_external"},
}};
constexpr base::NameTable<Stage, 5> stages = {{
    {Stage::self, "self"},
    {Stage::document, "document"},
    {Stage::interview, "interview"},
    {Stage::visit, "visit"},
    {Stage::final, "final"},
}};
constexpr base::NameTable<Stance, 2> stances = {{
    {Stance::supports, "supports"},
    {Stance::contradicts, "contradicts"},
}};
constexpr base::NameTable<EvidenceState, 3> evidence_states = {{
    {EvidenceState::proposed, "proposed"},
    {EvidenceState::accepted, "accepted"},
    {EvidenceState::rejected, "rejected"},
}};
constexpr base::NameTable<Strength, 3> strengths = {{
    {Strength::weak, "weak"},
    {Strength::moderate, "moderate"},
    {Strength::strong, "strong"},
}};
constexpr base::NameTable<ActKind, 10> act_kinds = {{
    {ActKind::cite, "cite"},
    {ActKind::decide, "decide"},
    {ActKind::code, "code"},
    {ActKind::add, "add"},
    {ActKind::rename, "rename"},
    {ActKind::merge, "merge"},
    {ActKind::split, "split"},
    {ActKind::move, "move"},
    {ActKind::import, "import"},
    {ActKind::undo, "undo"},
}};
constexpr base::NameTable<AnchorOutcome, 4> anchor_outcomes = {{
    {AnchorOutcome::unsought, "unsought"},
    {AnchorOutcome::same, "same"},
    {AnchorOutcome::changed, "changed"},
    {AnchorOutcome::lost, "lost"},
}};
constexpr base::NameTable<SourceKind, 3> source_kinds = {{
    {SourceKind::document, "document"},
    {SourceKind::reference, "reference"},
    {SourceKind::observation, "observation"},
}};
constexpr base::NameTable<SourceState, 2> source_states = {{
    {SourceState::readable, "readable"},
    {SourceState::needs_ocr, "needs_ocr"},
}};
constexpr base::NameTable<Consent, 3> consents = {{
    {Consent::not_asked, "not_asked"},
    {Consent::given, "given"},
    {Consent::refused, "refused"},
}};
constexpr base::NameTable<ReferenceKind, 11> reference_kinds = {{
    {ReferenceKind::article, "article"},
    {ReferenceKind::book, "book"},
    {ReferenceKind::chapter, "chapter"},
    {ReferenceKind::conference_paper, "conference_paper"},
    {ReferenceKind::report, "report"},
    {ReferenceKind::thesis, "thesis"},
    {ReferenceKind::regulation, "regulation"},
    {ReferenceKind::web_page, "web_page"},
    {ReferenceKind::dataset, "dataset"},
    {ReferenceKind::software, "software"},
    {ReferenceKind::other, "other"},
}};

}  // namespace

std::string_view format_outcome(Outcome outcome) {
  return base::find_name(outcomes, outcome);
}

std::string_view format_stage(Stage stage) {
  return base::find_name(stages, stage);
}

std::string_view format_stance(Stance stance) {
  return base::find_name(stances, stance);
}

std::string_view format_evidence_state(EvidenceState state) {
  return base::find_name(evidence_states, state);
}

std::string_view format_strength(Strength strength) {
  return base::find_name(strengths, strength);
}

std::string_view format_act_kind(ActKind kind) {
  return base::find_name(act_kinds, kind);
}

std::string_view format_anchor_outcome(AnchorOutcome outcome) {
  return base::find_name(anchor_outcomes, outcome);
}

std::string_view format_source_kind(SourceKind kind) {
  return base::find_name(source_kinds, kind);
}

std::string_view format_source_state(SourceState state) {
  return base::find_name(source_states, state);
}

std::string_view format_reference_kind(ReferenceKind kind) {
  return base::find_name(reference_kinds, kind);
}

std::string_view format_consent(Consent consent) {
  return base::find_name(consents, consent);
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  return base::find_value(outcomes, text);
}

std::optional<Stage> parse_stage(std::string_view text) {
  return base::find_value(stages, text);
}

std::optional<Stance> parse_stance(std::string_view text) {
  return base::find_value(stances, text);
}

std::optional<EvidenceState> parse_evidence_state(std::string_view text) {
  return base::find_value(evidence_states, text);
}

std::optional<Strength> parse_strength(std::string_view text) {
  return base::find_value(strengths, text);
}

std::optional<ActKind> parse_act_kind(std::string_view text) {
  return base::find_value(act_kinds, text);
}

std::optional<AnchorOutcome> parse_anchor_outcome(std::string_view text) {
  return base::find_value(anchor_outcomes, text);
}

std::optional<SourceKind> parse_source_kind(std::string_view text) {
  return base::find_value(source_kinds, text);
}

std::optional<SourceState> parse_source_state(std::string_view text) {
  return base::find_value(source_states, text);
}

std::optional<ReferenceKind> parse_reference_kind(std::string_view text) {
  return base::find_value(reference_kinds, text);
}

std::optional<Consent> parse_consent(std::string_view text) {
  return base::find_value(consents, text);
}

}  // namespace assessment
