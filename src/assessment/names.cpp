// One table per enumeration: the same word in YAML, CSV, SQL and JSON.
#include "assessment/names.hpp"

#include <array>
#include <utility>

namespace assessment {

namespace {

template <typename Value>
using Entry = std::pair<Value, std::string_view>;

constexpr std::array outcomes = {
    Entry<Outcome>{Outcome::answered, "answered"},
    Entry<Outcome>{Outcome::not_rated, "not_rated"},
    Entry<Outcome>{Outcome::not_applicable, "not_applicable"},
    Entry<Outcome>{Outcome::insufficient_evidence, "insufficient_evidence"},
    Entry<Outcome>{Outcome::awaiting_external, "awaiting_external"},
};
constexpr std::array stages = {
    Entry<Stage>{Stage::self, "self"},
    Entry<Stage>{Stage::document, "document"},
    Entry<Stage>{Stage::interview, "interview"},
    Entry<Stage>{Stage::visit, "visit"},
    Entry<Stage>{Stage::final, "final"},
};
constexpr std::array stances = {
    Entry<Stance>{Stance::supports, "supports"},
    Entry<Stance>{Stance::contradicts, "contradicts"},
};
constexpr std::array evidence_states = {
    Entry<EvidenceState>{EvidenceState::proposed, "proposed"},
    Entry<EvidenceState>{EvidenceState::accepted, "accepted"},
    Entry<EvidenceState>{EvidenceState::rejected, "rejected"},
};
constexpr std::array strengths = {
    Entry<Strength>{Strength::weak, "weak"},
    Entry<Strength>{Strength::moderate, "moderate"},
    Entry<Strength>{Strength::strong, "strong"},
};
constexpr std::array act_kinds = {
    Entry<ActKind>{ActKind::cite, "cite"},
    Entry<ActKind>{ActKind::decide, "decide"},
    Entry<ActKind>{ActKind::code, "code"},
    Entry<ActKind>{ActKind::add, "add"},
    Entry<ActKind>{ActKind::rename, "rename"},
    Entry<ActKind>{ActKind::merge, "merge"},
    Entry<ActKind>{ActKind::split, "split"},
    Entry<ActKind>{ActKind::move, "move"},
    Entry<ActKind>{ActKind::import, "import"},
    Entry<ActKind>{ActKind::undo, "undo"},
};
constexpr std::array anchor_outcomes = {
    Entry<AnchorOutcome>{AnchorOutcome::unsought, "unsought"},
    Entry<AnchorOutcome>{AnchorOutcome::same, "same"},
    Entry<AnchorOutcome>{AnchorOutcome::changed, "changed"},
    Entry<AnchorOutcome>{AnchorOutcome::lost, "lost"},
};
constexpr std::array source_kinds = {
    Entry<SourceKind>{SourceKind::document, "document"},
    Entry<SourceKind>{SourceKind::reference, "reference"},
    Entry<SourceKind>{SourceKind::observation, "observation"},
};
constexpr std::array source_states = {
    Entry<SourceState>{SourceState::readable, "readable"},
    Entry<SourceState>{SourceState::needs_ocr, "needs_ocr"},
};
constexpr std::array consents = {
    Entry<Consent>{Consent::not_asked, "not_asked"},
    Entry<Consent>{Consent::given, "given"},
    Entry<Consent>{Consent::refused, "refused"},
};
constexpr std::array reference_kinds = {
    Entry<ReferenceKind>{ReferenceKind::article, "article"},
    Entry<ReferenceKind>{ReferenceKind::book, "book"},
    Entry<ReferenceKind>{ReferenceKind::chapter, "chapter"},
    Entry<ReferenceKind>{ReferenceKind::conference_paper, "conference_paper"},
    Entry<ReferenceKind>{ReferenceKind::report, "report"},
    Entry<ReferenceKind>{ReferenceKind::thesis, "thesis"},
    Entry<ReferenceKind>{ReferenceKind::regulation, "regulation"},
    Entry<ReferenceKind>{ReferenceKind::web_page, "web_page"},
    Entry<ReferenceKind>{ReferenceKind::dataset, "dataset"},
    Entry<ReferenceKind>{ReferenceKind::software, "software"},
    Entry<ReferenceKind>{ReferenceKind::other, "other"},
};

template <typename Value, std::size_t size>
std::string_view format_from(const std::array<Entry<Value>, size>& table, Value value) {
  for (const auto& [entry, word] : table)
    if (entry == value) return word;
  return {};
}

template <typename Value, std::size_t size>
std::optional<Value> parse_from(const std::array<Entry<Value>, size>& table,
                                std::string_view text) {
  for (const auto& [entry, word] : table)
    if (word == text) return entry;
  return std::nullopt;
}

}  // namespace

std::string_view format_outcome(Outcome outcome) {
  return format_from(outcomes, outcome);
}

std::string_view format_stage(Stage stage) {
  return format_from(stages, stage);
}

std::string_view format_stance(Stance stance) {
  return format_from(stances, stance);
}

std::string_view format_evidence_state(EvidenceState state) {
  return format_from(evidence_states, state);
}

std::string_view format_strength(Strength strength) {
  return format_from(strengths, strength);
}

std::string_view format_act_kind(ActKind kind) {
  return format_from(act_kinds, kind);
}

std::string_view format_anchor_outcome(AnchorOutcome outcome) {
  return format_from(anchor_outcomes, outcome);
}

std::string_view format_source_kind(SourceKind kind) {
  return format_from(source_kinds, kind);
}

std::string_view format_source_state(SourceState state) {
  return format_from(source_states, state);
}

std::string_view format_reference_kind(ReferenceKind kind) {
  return format_from(reference_kinds, kind);
}

std::string_view format_consent(Consent consent) {
  return format_from(consents, consent);
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  return parse_from(outcomes, text);
}

std::optional<Stage> parse_stage(std::string_view text) {
  return parse_from(stages, text);
}

std::optional<Stance> parse_stance(std::string_view text) {
  return parse_from(stances, text);
}

std::optional<EvidenceState> parse_evidence_state(std::string_view text) {
  return parse_from(evidence_states, text);
}

std::optional<Strength> parse_strength(std::string_view text) {
  return parse_from(strengths, text);
}

std::optional<ActKind> parse_act_kind(std::string_view text) {
  return parse_from(act_kinds, text);
}

std::optional<AnchorOutcome> parse_anchor_outcome(std::string_view text) {
  return parse_from(anchor_outcomes, text);
}

std::optional<SourceKind> parse_source_kind(std::string_view text) {
  return parse_from(source_kinds, text);
}

std::optional<SourceState> parse_source_state(std::string_view text) {
  return parse_from(source_states, text);
}

std::optional<ReferenceKind> parse_reference_kind(std::string_view text) {
  return parse_from(reference_kinds, text);
}

std::optional<Consent> parse_consent(std::string_view text) {
  return parse_from(consents, text);
}

}  // namespace assessment
