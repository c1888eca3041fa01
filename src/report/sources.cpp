// What the assessment rests on: documents, observations and references as filed, and the literature
// of the model.
#include <algorithm>

#include "assessment/names.hpp"
#include "report/parts.hpp"

namespace report {

namespace {

void add_fact(const Context& context, std::string_view key, std::string value, Table& table) {
  if (!value.empty())
    table.rows.push_back({Cell{.text = say(context, key)}, Cell{.text = std::move(value)}});
}

/// With whom and where. A name is printed only with consent.
void add_particulars(const Context& context,
                     const assessment::Observation& observation,
                     Table& table) {
  add_fact(context, "report.source.observer_role", observation.observer_role, table);
  add_fact(context, "report.source.respondent_role", observation.respondent_role, table);
  if (observation.consent == assessment::Consent::given)
    add_fact(context, "report.source.respondent", observation.respondent, table);
  if (!observation.latitude.empty())
    add_fact(context,
             "report.source.coordinates",
             observation.latitude + ", " + observation.longitude,
             table);
  for (const auto& photo : observation.photos)
    add_fact(context,
             "report.source.photo",
             photo.digest.empty()
                 ? say(context, "report.source.photo_missing", {{"path", photo.path}})
                 : photo.path + " (" + photo.digest + ")",
             table);
}

/// The day, and the time with its zone where they were noted: "20 Oktober 2026, 09:30+07:00".
std::string moment_of(const Context& context, const std::string& iso) {
  const auto time = iso.find('T');
  const bool noted = time != std::string::npos;
  return date_of(context, iso) + (noted ? ", " + iso.substr(time + 1) : "");
}

/// The indicators whose quotes come from this source.
std::vector<std::string> indicators_of(const Context& context, const assessment::Source& source) {
  std::vector<std::string> codes;
  for (const auto& evidence : context.dossier.evidence)
    if (evidence.source_code == source.code &&
        std::find(codes.begin(), codes.end(), evidence.indicator_code) == codes.end())
      codes.push_back(evidence.indicator_code);
  return codes;
}

Section compose_source(const Context& context, const assessment::Source& source) {
  Section section{source_anchor(context, source.code),
                  source.title.empty() ? source.code : source.title,
                  2,
                  {}};
  Table table;
  table.caption = say(context, "report.source.caption", {{"code", source.code}});
  table.head = {say(context, "report.method.item"), say(context, "report.method.value")};
  add_fact(context, "report.source.code", source.code, table);
  add_fact(context,
           "report.source.kind",
           say_word(context, "report.source_kind", assessment::format_source_kind(source.kind)),
           table);
  add_fact(context,
           "report.source.state",
           say_word(context, "report.source_state", assessment::format_source_state(source.state)),
           table);
  add_fact(context, "report.source.file", source.file_name, table);
  if (source.page_count > 0)
    add_fact(context, "report.source.pages", std::to_string(source.page_count), table);
  add_fact(context, "report.source.citation", source.citation, table);
  add_fact(context, "report.source.url", source.url, table);
  add_fact(context, "report.source.date", moment_of(context, source.date), table);
  add_fact(context, "report.source.observer", source.observer, table);
  add_fact(context, "report.source.place", source.place, table);
  add_fact(context, "report.source.method", source.method, table);
  if (source.observation) add_particulars(context, *source.observation, table);
  add_fact(context, "report.source.added", date_of(context, source.added_at), table);
  add_fact(context, "report.source.digest", source.digest, table);
  const auto codes = indicators_of(context, source);
  add_fact(context,
           "report.source.used",
           codes.empty() ? say(context, "report.source.unused") : list_of(context, codes),
           table);
  if (!source.problems.empty())
    add_fact(context, "report.source.problems", std::to_string(source.problems.size()), table);
  section.blocks.push_back(std::move(table));
  return section;
}

/// How far a source of the model was read: in the reader's words where they are known, else as the
/// author typed it.
std::string reading_of(const Context& context, const std::string& read) {
  std::string slug;
  for (const char c : read) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (letter)
      slug += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    else if (!slug.empty() && slug.back() != '_')
      slug += '_';
  }
  while (!slug.empty() && slug.back() == '_') slug.pop_back();
  const std::string key = "report.read." + slug;
  return context.catalog.has(key) ? say(context, key) : read;
}

Section compose_literature(const Context& context) {
  Section section{"literature", say(context, "report.literature"), 1, {}};
  section.blocks.push_back(Paragraph{say(context, "report.literature.lead")});
  Table table;
  table.caption = say(context, "report.literature.caption");
  for (const auto* head : {"code", "cite", "read"})
    table.head.push_back(say_word(context, "report.literature", head));
  for (const auto& source : context.model.sources)
    table.rows.push_back({Cell{.text = source.code},
                          Cell{.text = source.cite, .note = source.url},
                          Cell{.text = reading_of(context, source.read)}});
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace

std::vector<Section> compose_sources(const Context& context) {
  Section chapter{"sources", say(context, "report.sources"), 1, {}};
  const auto& sources = context.dossier.sources;
  const std::string key = sources.empty() ? "report.sources.none" : "report.sources.lead";
  chapter.blocks.push_back(Paragraph{say(context, key, {{"n", std::to_string(sources.size())}})});
  std::vector<Section> sections{std::move(chapter)};
  for (const auto& source : sources) sections.push_back(compose_source(context, source));
  if (!context.model.sources.empty()) sections.push_back(compose_literature(context));
  return sections;
}

}  // namespace report
