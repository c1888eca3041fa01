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
