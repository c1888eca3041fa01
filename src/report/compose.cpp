// Puts the chapters of a results report in their order and writes its head.
#include "report/compose.hpp"

#include "report/bibliography.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

void append(std::vector<Section>& sections, std::vector<Section> more) {
  for (auto& section : more) sections.push_back(std::move(section));
}

void add_fact(Report& report, const Context& context, std::string_view key, std::string value) {
  if (!value.empty()) report.facts.emplace_back(say(context, key), std::move(value));
}

}  // namespace

Report begin_report(const Context& context, const ReportFacts& facts, std::string_view title_key) {
  Report report;
  report.language = context.language == model::Language::english ? "en" : "id";
  report.title = say(context, title_key);
  report.subtitle = text_of(context, context.model.name);
  report.organization = context.dossier.assessment.organization;
  report.notice = facts.notice;
  report.contents_title = say(context, "report.contents");
  report.skip_title = say(context, "report.skip");
  add_fact(report, context, "report.fact.period", context.dossier.assessment.period);
  add_fact(report,
           context,
           "report.fact.model",
           say(context,
               "report.model_version",
               {{"id", context.model.id}, {"version", context.model.version}}));
  add_fact(report, context, "report.fact.date", date_of(context, facts.created_at));
  return report;
}

Report compose_results(const Context& context, const ReportFacts& facts) {
  auto report = begin_report(context, facts, "report.title");
  if (!facts.engine_version.empty())
    add_fact(report,
             context,
             "report.fact.engine",
             say(context, "report.engine", {{"version", facts.engine_version}}));
  append(report.sections, compose_summary(context));
  append(report.sections, compose_profile(context));
  append(report.sections, compose_dimensions(context));
  append(report.sections, compose_gaps(context));
  append(report.sections, compose_recommendations(context));
  append(report.sections, compose_indicators(context));
  append(report.sections, compose_method(context, facts));
  append(report.sections, compose_sources(context));
  append(report.sections, compose_bibliography(context));
  append(report.sections, compose_annexes(context));
  return report;
}

}  // namespace report
