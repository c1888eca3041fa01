// Puts quoted words into a report.
#include "report/anchors.hpp"

#include "assessment/names.hpp"

namespace report {

Quote quote_words(const Context& context, const assessment::Anchor& anchor) {
  Quote quote;
  quote.text = anchor.quote;
  quote.source = place_of(context, anchor);
  quote.link = source_anchor(context, anchor.source_code);
  const auto* source = find_source(context, anchor.source_code);
  const bool reference = source != nullptr && source->kind == assessment::SourceKind::reference;
  if (context.language == model::Language::english && !reference) quote.language = "id";
  return quote;
}

std::string tell_newer_place(const Context& context,
                             const std::optional<assessment::NewerPlace>& newer) {
  if (!newer || !assessment::needs_review(*newer)) return {};
  return " " +
         say(context,
             "explain.newer." + std::string(assessment::format_anchor_outcome(newer->outcome)),
             {{"source", newer->now.source_code}, {"words", newer->now.quote}});
}

}  // namespace report
