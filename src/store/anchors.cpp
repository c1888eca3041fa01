// Writes, reads and hands out places in newer revisions.
#include "store/anchors.hpp"

#include <map>
#include <utility>

#include "assessment/names.hpp"
#include "sql/rows.hpp"
#include "store/guarded_rows.hpp"
#include "store/source_ids.hpp"

namespace store {

namespace {

using assessment::AnchorOutcome;

base::Result<FoundAnchor> read_anchor(const sql::Row& row, const SourceCodes& codes) {
  sql::RowReader reader(row);
  FoundAnchor anchor;
  anchor.subject = reader.text();
  reader.integer();  // sequence
  reader.text();     // the assessment
  auto& now = anchor.place.now;
  const auto source = codes.find(reader.text());
  const auto outcome = assessment::parse_anchor_outcome(reader.text());
  now.page = static_cast<int>(reader.integer());
  now.range.begin = reader.integer();
  now.range.end = reader.integer();
  auto locator = document::parse_locator(reader.text());
  now.quote = reader.text();
  anchor.place.found_by = reader.text();
  anchor.place.found_at = reader.text();
  if (source == codes.end() || !locator || !outcome)
    return fail_for_damage("store.damaged_row", "anchors " + anchor.subject);
  now.source_code = source->second;
  now.locator = *std::move(locator);
  anchor.place.outcome = *outcome;
  return anchor;
}

/// The newest revision of each source that has one, by code.
std::map<std::string, std::string> find_newest(const std::vector<assessment::Source>& sources) {
  std::map<std::string, std::string> next;
  for (const auto& source : sources)
    if (!source.revises.empty()) next[source.revises] = source.code;
  std::map<std::string, std::string> newest;
  for (const auto& [older, newer] : next) {
    std::string last = newer;
    for (std::size_t steps = 0; steps < sources.size(); ++steps) {
      const auto further = next.find(last);
      if (further == next.end()) break;
      last = further->second;
    }
    newest[older] = last;
  }
  return newest;
}

}  // namespace

base::Result<void> insert_anchor(sql::Database& database,
                                 std::string_view assessment_id,
                                 const FoundAnchor& anchor) {
  const auto& now = anchor.place.now;
  const std::string source_id = TRY(find_source_id(database, assessment_id, now.source_code));
  const auto rows = TRY(database.query(
      "SELECT COALESCE(MAX(sequence), 0) FROM anchors WHERE subject = $1", {anchor.subject}));
  return insert_guarded(database,
                        anchors_table,
                        {{anchor.subject,
                          sql::to_integer(rows.at(0).at(0)).value_or(0) + 1,
                          std::string(assessment_id),
                          source_id,
                          std::string(assessment::format_anchor_outcome(anchor.place.outcome)),
                          std::int64_t{now.page},
                          now.range.begin,
                          now.range.end,
                          document::format_locator(now.locator),
                          now.quote,
                          anchor.place.found_by,
                          anchor.place.found_at}});
}

base::Result<std::vector<FoundAnchor>> load_anchors(sql::Database& database,
                                                    std::string_view assessment_id) {
  const SourceCodes codes = TRY(load_source_codes(database, assessment_id));
  const auto rows = TRY(load_guarded(database,
                                     anchors_table,
                                     "WHERE assessment_id = $1 ORDER BY subject, sequence",
                                     {std::string(assessment_id)}));
  std::vector<FoundAnchor> anchors;
  anchors.reserve(rows.size());
  for (const auto& row : rows) anchors.push_back(TRY(read_anchor(row, codes)));
  return anchors;
}

void attach_newer_places(assessment::Dossier& dossier, const std::vector<FoundAnchor>& anchors) {
  const auto newest = find_newest(dossier.sources);
  std::map<std::pair<std::string, std::string>, const assessment::NewerPlace*> places;
  for (const auto& anchor : anchors)
    places[{anchor.subject, anchor.place.now.source_code}] = &anchor.place;
  const auto attach = [&](auto& words) {
    const auto revision = newest.find(words.source_code);
    if (revision == newest.end()) return;
    const auto place = places.find({words.id, revision->second});
    words.newer.emplace();
    words.newer->now.source_code = revision->second;
    if (place != places.end()) words.newer = *place->second;
  };
  for (auto& evidence : dossier.evidence) attach(evidence);
  for (auto& coding : dossier.codebook.codings) attach(coding);
}

}  // namespace store
