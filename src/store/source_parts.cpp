// Writes and reads the rows beside a source's own.
#include "store/source_parts.hpp"

#include "assessment/names.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"

namespace store {

namespace {

using assessment::Observation;
using assessment::PersonName;
using assessment::Reference;
using assessment::Source;

void add_names(const std::string& source_id,
               const std::string& role,
               const std::vector<PersonName>& names,
               std::vector<sql::Row>& rows) {
  std::int64_t position = 0;
  for (const auto& name : names)
    rows.push_back({source_id,
                    role,
                    position++,
                    name.family,
                    name.given,
                    name.particle,
                    name.suffix,
                    name.literal});
}

base::Result<void> insert_reference(sql::Database& database,
                                    const std::string& id,
                                    const Reference& reference) {
  TRY(insert_guarded(database,
                     references_table,
                     {{id,
                       std::string(assessment::format_reference_kind(reference.kind)),
                       std::int64_t{reference.more_authors},
                       reference.issued,
                       reference.title,
                       reference.container,
                       reference.publisher,
                       reference.place,
                       reference.volume,
                       reference.issue,
                       reference.pages,
                       reference.edition,
                       reference.genre,
                       reference.doi,
                       reference.url,
                       reference.accessed}}));
  std::vector<sql::Row> names;
  add_names(id, "author", reference.authors, names);
  add_names(id, "editor", reference.editors, names);
  return insert_guarded(database, names_table, std::move(names));
}

base::Result<void> insert_observation(sql::Database& database,
                                      const std::string& id,
                                      const Observation& observation) {
  TRY(insert_guarded(database,
                     observations_table,
                     {{id,
                       observation.observer_role,
                       observation.latitude,
                       observation.longitude,
                       observation.respondent_role,
                       observation.respondent,
                       std::string(assessment::format_consent(observation.consent))}}));
  std::vector<sql::Row> photos;
  photos.reserve(observation.photos.size());
  for (const auto& photo : observation.photos)
    photos.push_back({id, static_cast<std::int64_t>(photos.size()), photo.path, photo.digest});
  return insert_guarded(database, photos_table, std::move(photos));
}

base::Result<void> load_names(sql::Database& database,
                              const std::string& id,
                              Reference& reference) {
  const auto rows = TRY(
      load_guarded(database, names_table, "WHERE source_id = $1 ORDER BY role, position", {id}));
  for (const auto& row : rows) {
    sql::RowReader reader(row);
    reader.text();
    const bool author = reader.text() == "author";
    reader.integer();
    auto& name = (author ? reference.authors : reference.editors).emplace_back();
    for (auto* part : {&name.family, &name.given, &name.particle, &name.suffix, &name.literal})
      *part = reader.text();
  }
  return {};
}

base::Result<void> load_reference(sql::Database& database, Source& source) {
  const auto rows =
      TRY(load_guarded(database, references_table, "WHERE source_id = $1", {source.id}));
  if (rows.empty()) return {};
  sql::RowReader reader(rows.front());
  reader.text();
  Reference reference;
  const auto kind = assessment::parse_reference_kind(reader.text());
  if (!kind) return fail_for_damage("store.damaged_row", "source_references " + source.id);
  reference.kind = *kind;
  reference.more_authors = reader.integer() != 0;
  for (auto* part : assessment::texts_of(reference)) *part = reader.text();
  TRY(load_names(database, source.id, reference));
  source.reference = std::move(reference);
  return {};
}

base::Result<void> load_observation(sql::Database& database, Source& source) {
  const auto rows =
      TRY(load_guarded(database, observations_table, "WHERE source_id = $1", {source.id}));
  if (rows.empty()) return {};
  sql::RowReader reader(rows.front());
  reader.text();
  Observation observation;
  for (auto* part : {&observation.observer_role,
                     &observation.latitude,
                     &observation.longitude,
                     &observation.respondent_role,
                     &observation.respondent})
    *part = reader.text();
  const auto consent = assessment::parse_consent(reader.text());
  if (!consent) return fail_for_damage("store.damaged_row", "source_observations " + source.id);
  observation.consent = *consent;
  const auto photos = TRY(
      load_guarded(database, photos_table, "WHERE source_id = $1 ORDER BY position", {source.id}));
  for (const auto& row : photos)
    observation.photos.push_back(
        {sql::to_text(row.at(2)).value_or(""), sql::to_text(row.at(3)).value_or("")});
  source.observation = std::move(observation);
  return {};
}

}  // namespace

base::Result<void> insert_source_parts(sql::Database& database, const Source& source) {
  if (source.reference) TRY(insert_reference(database, source.id, *source.reference));
  if (source.observation) TRY(insert_observation(database, source.id, *source.observation));
  return {};
}

base::Result<void> load_source_parts(sql::Database& database, Source& source) {
  if (source.kind == assessment::SourceKind::reference) return load_reference(database, source);
  if (source.kind == assessment::SourceKind::observation) return load_observation(database, source);
  return {};
}

}  // namespace store
