// Tells who rated an indicator, at which stage and why, and how several ratings became one.
#include "assessment/names.hpp"
#include "report/bibliography.hpp"
#include "report/explain_parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

const assessment::Rating& rating_at(const Context& context, int position) {
  return context.dossier.ratings.at(static_cast<std::size_t>(position));
}

std::string answer_of(const Context& context, int indicator, const assessment::Rating& rating) {
  if (rating.answer.outcome == assessment::Outcome::answered && rating.answer.value)
    return level_of(context, indicator, *rating.answer.value);
  return say_word(context, "report.outcome", assessment::format_outcome(rating.answer.outcome));
}

/// What the rater wrote: the explanation, or the reason of an answer without a level.
std::string words_of(const assessment::Rating& rating) {
  if (rating.answer.reason.empty() || rating.answer.reason == rating.because) return rating.because;
  return rating.because.empty() ? rating.answer.reason
                                : rating.answer.reason + " " + rating.because;
}

std::vector<Cell> rating_row(const Context& context, int indicator, int position) {
  const auto& rating = rating_at(context, position);
  const std::string stage =
      say_word(context, "report.stage", assessment::format_stage(rating.stage));
  const std::string when =
      rating.rated_at.empty()
          ? stage
          : say(context,
                "report.rated_at",
                {{"stage", stage}, {"date", date_of(context, rating.rated_at)}});
  const std::string confidence =
      rating.confidence
          ? say(context, "report.confidence", {{"value", std::to_string(*rating.confidence)}})
          : "";
  const std::string words = with_references(context, words_of(rating));
  return {Cell{.text = rating.rater, .note = when},
          Cell{.text = answer_of(context, indicator, rating), .note = confidence},
          Cell{.text = words.empty() ? say(context, "report.no_figure") : words}};
}

int count_levels(const Context& context, const evaluation::AgreedRating& agreed) {
  int count = 0;
  for (const int position : agreed.ratings)
    if (rating_at(context, position).answer.value) ++count;
  return count;
}

Block say_agreement(const Context& context, int indicator, const evaluation::AgreedRating& agreed) {
  const std::string stage =
      say_word(context, "report.stage", assessment::format_stage(agreed.stage));
  const int raters = static_cast<int>(agreed.ratings.size());
  const int levels = count_levels(context, agreed);
  if (!agreed.value || !agreed.lowest || !agreed.highest)
    return Paragraph{
        say(context, "explain.agreed.outcome", {{"n", std::to_string(raters)}, {"stage", stage}})};
  const bool same = *agreed.lowest == *agreed.highest;
  std::string sentence = say(context,
                             same ? "explain.agreed.same" : "explain.agreed.spread",
                             {{"n", std::to_string(levels)},
                              {"stage", stage},
                              {"value", level_of(context, indicator, *agreed.value)},
                              {"lowest", number_of(context, *agreed.lowest)},
                              {"highest", number_of(context, *agreed.highest)}});
  if (levels < raters)
    sentence +=
        " " + say(context, "explain.agreed.others", {{"n", std::to_string(raters - levels)}});
  return Paragraph{sentence};
}

}  // namespace

std::vector<Block> explain_ratings(const Context& context, int indicator) {
  const auto& agreed = context.evaluation.indicators.at(static_cast<std::size_t>(indicator)).agreed;
  std::vector<Block> blocks;
  if (agreed.ratings.empty() && agreed.other_stages.empty()) return blocks;
  if (agreed.ratings.size() > 1) blocks.push_back(say_agreement(context, indicator, agreed));

  Table table;
  table.caption = say(context, "explain.ratings.caption");
  for (const auto* head : {"rater", "answer", "because"})
    table.head.push_back(say_word(context, "explain.ratings", head));
  for (const int position : agreed.ratings)
    table.rows.push_back(rating_row(context, indicator, position));
  for (const int position : agreed.other_stages)
    table.rows.push_back(rating_row(context, indicator, position));
  blocks.push_back(std::move(table));
  if (!agreed.other_stages.empty() && !agreed.ratings.empty())
    blocks.push_back(Paragraph{
        say(context,
            "explain.ratings.stage_counts",
            {{"stage", say_word(context, "report.stage", assessment::format_stage(agreed.stage))}}),
        Tone::note});
  return blocks;
}

}  // namespace report
