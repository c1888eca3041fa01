// How the figures came about: the model and its standing, the rules, and the choices of this
// evaluation.
#include "assessment/names.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

using Tone = Paragraph::Tone;

std::string_view standing_name(model::Standing standing) {
  switch (standing) {
    case model::Standing::established:
      return "established";
    case model::Standing::adapted:
      return "adapted";
    case model::Standing::proposed:
      return "proposed";
  }
  return "proposed";
}

std::string_view policy_name(model::MissingPolicy policy) {
  switch (policy) {
    case model::MissingPolicy::leave_out:
      return "leave_out";
    case model::MissingPolicy::floor:
      return "floor";
    case model::MissingPolicy::block:
      return "block";
  }
  return "leave_out";
}

std::string_view rounding_name(base::RoundingMode mode) {
  switch (mode) {
    case base::RoundingMode::half_up:
      return "half_up";
    case base::RoundingMode::half_even:
      return "half_even";
    case base::RoundingMode::down:
      return "down";
  }
  return "half_up";
}

void add_fact(const Context& context, std::string_view key, std::string value, Table& table) {
  if (!value.empty())
    table.rows.push_back({Cell{.text = say(context, key)}, Cell{.text = std::move(value)}});
}

Table tabulate_model(const Context& context, const ReportFacts& facts) {
  const auto& model = context.model;
  Table table;
  table.caption = say(context, "report.method.model");
  table.head = {say(context, "report.method.item"), say(context, "report.method.value")};
  add_fact(context, "report.method.name", text_of(context, model.name), table);
  add_fact(context,
           "report.method.id",
           say(context, "report.model_version", {{"id", model.id}, {"version", model.version}}),
           table);
  add_fact(context,
           "report.method.standing",
           say_word(context, "report.standing", standing_name(model.standing)),
           table);
  add_fact(context, "report.method.digest", model.digest, table);
  add_fact(context, "report.method.basis", text_of(context, model.legal_basis), table);
  add_fact(context, "report.method.dossier", facts.dossier_digest, table);
  if (!facts.engine_version.empty())
    add_fact(context,
             "report.fact.engine",
             say(context, "report.engine", {{"version", facts.engine_version}}),
             table);
  add_fact(context, "report.fact.date", date_of(context, facts.created_at), table);
  return table;
}

/// The rules of the model and the choices of the evaluation, one sentence each.
List list_rules(const Context& context) {
  const auto& model = context.model;
  const auto& method = context.evaluation.method;
  const bool published = method.purpose == evaluation::Purpose::published;
  const auto not_rated =
      published ? model.policies.not_rated_published : model.policies.not_rated_working;
  List list;
  const auto add = [&](std::string sentence) {
    list.items.push_back({.text = std::move(sentence)});
  };
  add(say(context,
          "report.rule.scale",
          {{"min", number_of(context, model.scale.min)},
           {"max", number_of(context, model.scale.max)},
           {"step", number_of(context, model.scale.step)}}));
  if (model.level_rule == model::LevelRule::cumulative) add(say(context, "report.rule.cumulative"));
  if (method.gate == evaluation::Gate::claims_only)
    add(say(context, "report.rule.claims_only"));
  else if (model.evidence_required.value_or(0) > 0)
    add(say(context, "report.rule.gate", {{"n", std::to_string(*model.evidence_required)}}));
  if (claims_need_proof(context)) add(say(context, "report.rule.checks"));
  add(say(context, "report.rule.mean"));
  add(say(context, "report.rule.agreement"));
  if (method.stage)
    add(say(
        context,
        "report.rule.stage",
        {{"stage", say_word(context, "report.stage", assessment::format_stage(*method.stage))}}));
  add(say(context, published ? "report.rule.published" : "report.rule.working"));
  add(say_word(context, "report.rule.not_rated", policy_name(not_rated)));
  add(say_word(context,
               "report.rule.not_applicable",
               model.policies.not_applicable == model::ApplicabilityPolicy::leave_out
                   ? "leave_out"
                   : "forbidden"));
  add(say_word(
      context, "report.rule.awaiting_external", policy_name(model.policies.awaiting_external)));
  add(say(context,
          "report.rule.rounding",
          {{"digits", std::to_string(model.rounding.digits)},
           {"mode", say_word(context, "report.rounding", rounding_name(model.rounding.mode))}}));
  add(say(
      context,
      model.rounding.bands_see_rounded ? "report.rule.bands_rounded" : "report.rule.bands_exact"));
  return list;
}

Table tabulate_weights(const Context& context) {
  Table table;
  table.caption = say(context, "report.method.weights");
  table.head = {say(context, "report.element"),
                say(context, "report.weight"),
                say(context, "report.method.standing")};
  table.align = {Align::left, Align::right, Align::left};
  for (const int node : context.model.nodes.at(0).children) {
    const auto& element = context.model.nodes.at(static_cast<std::size_t>(node));
    table.rows.push_back(
        {Cell{.text = name_of(context, node)},
         Cell{.text = number_of(context, element.weight)},
         Cell{.text =
                  say_word(context, "report.standing", standing_name(element.weight_standing))}});
  }
  return table;
}

Table tabulate_bands(const Context& context, const model::BandList& list) {
  Table table;
  table.caption =
      say(context,
          "report.method.bands",
          {{"list", text_of(context, list.name)},
           {"standing", say_word(context, "report.standing", standing_name(list.standing))}});
  table.head = {say(context, "report.band.name"),
                say(context, "report.band.from"),
                say(context, "report.band.to")};
  table.align = {Align::left, Align::right, Align::right};
  for (std::size_t i = 0; i < list.bands.size(); ++i) {
    const auto& band = list.bands[i];
    const bool last = i + 1 == list.bands.size();
    table.rows.push_back({Cell{.text = text_of(context, band.name)},
                          Cell{.text = figure_of(context, band.min)},
                          Cell{.text = say(context,
                                           last ? "report.band.up_to" : "report.band.below",
                                           {{"max", figure_of(context, band.max)}})}});
  }
  return table;
}

Section compose_validity(const Context& context) {
  Section section{"validity", say(context, "report.validity"), 2, {}};
  for (const auto& paragraph : context.model.validation)
    section.blocks.push_back(Paragraph{text_of(context, paragraph)});
  if (!context.model.rounding.note.empty())
    section.blocks.push_back(Paragraph{text_of(context, context.model.rounding.note)});
  List notes;
  for (const auto& note : context.model.notes)
    notes.items.push_back(
        {.text = text_of(context, note.text),
         .lead = say(context,
                     "report.note_by",
                     {{"author", note.author}, {"date", date_of(context, note.date)}})});
  if (notes.items.empty()) return section;
  section.blocks.push_back(Paragraph{say(context, "report.notes")});
  section.blocks.push_back(std::move(notes));
  return section;
}

}  // namespace

std::vector<Section> compose_method(const Context& context, const ReportFacts& facts) {
  Section chapter{"method", say(context, "report.method"), 1, {}};
  chapter.blocks.push_back(Paragraph{text_of(context, context.model.description)});
  chapter.blocks.push_back(tabulate_model(context, facts));
  Section rules{"rules", say(context, "report.rules"), 2, {}};
  rules.blocks.push_back(list_rules(context));
  rules.blocks.push_back(tabulate_weights(context));
  for (const auto& list : context.model.band_lists)
    rules.blocks.push_back(tabulate_bands(context, list));
  std::vector<Section> sections{std::move(chapter), std::move(rules)};
  auto validity = compose_validity(context);
  if (!validity.blocks.empty()) sections.push_back(std::move(validity));
  return sections;
}

}  // namespace report
