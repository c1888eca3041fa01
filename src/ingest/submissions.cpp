// Submissions in JSON: nested groups become paths, points and attachments are taken apart.
#include <fmt/format.h>

#include "codec/json.hpp"
#include "ingest/form_answers.hpp"
#include "ingest/json_scalar.hpp"
#include "ingest/observation_record.hpp"

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;
using codec::Value;

constexpr std::size_t answers_max = 20'000;

void flatten(const Value& value, const std::string& path, FormAnswers& answers);

// {"type": "Point", "coordinates": [longitude, latitude, …]}, as ODK writes a place.
bool flatten_point(const Value& value, const std::string& path, FormAnswers& answers) {
  const auto* type = value.find("type");
  const auto* place = value.find("coordinates");
  if (type == nullptr || type->scalar != "Point" || place == nullptr || place->items.size() < 2)
    return false;
  answers.emplace_back(path + "/latitude", spell_scalar(place->items[1]));
  answers.emplace_back(path + "/longitude", spell_scalar(place->items[0]));
  return true;
}

void flatten_list(const Value& list, const std::string& path, FormAnswers& answers) {
  int number = 0;
  for (const auto& item : list.items) {
    flatten(item, fmt::format("{}[{}]", path, ++number), answers);
  }
}

void flatten(const Value& value, const std::string& path, FormAnswers& answers) {
  if (answers.size() >= answers_max) return;
  if (value.is_sequence()) return flatten_list(value, path, answers);
  if (!value.is_mapping()) {
    if (!value.is_null()) answers.emplace_back(path, spell_scalar(value));
    return;
  }
  if (flatten_point(value, path, answers)) return;
  for (const auto& [key, member] : value.members)
    flatten(member, fmt::format("{}/{}", path, key), answers);
}

std::string base_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

// KoboToolbox: where the phone was, and the files that came along.
void take_attachments(const Value& submission, ObservationRecord& record) {
  const auto* files = submission.find("_attachments");
  if (files == nullptr) return;
  for (const auto& file : files->items) {
    const auto* kind = file.find("mimetype");
    const auto* name = file.find("media_file_basename");
    if (name == nullptr) name = file.find("filename");
    if (name == nullptr || !name->is_text()) continue;
    if (kind != nullptr && !kind->scalar.starts_with("image/")) continue;
    auto path = base_name(name->scalar);
    bool known = false;
    for (const auto& photo : record.photos) known = known || photo == path;
    if (!known) record.photos.push_back(std::move(path));
  }
}

void take_place(const Value& submission, ObservationRecord& record) {
  const auto* place = submission.find("_geolocation");
  if (place == nullptr || place->items.size() < 2) return;
  if (record.fields.contains("latitude") || record.fields.contains("coordinates")) return;
  if (place->items[0].is_null() || place->items[1].is_null()) return;
  record.fields.emplace("latitude", spell_scalar(place->items[0]));
  record.fields.emplace("longitude", spell_scalar(place->items[1]));
}

// The list itself, {"results": […]} of KoboToolbox, {"value": […]} of ODK Central, or one alone.
std::vector<const Value*> submissions_of(const Value& tree) {
  const Value* list = tree.is_sequence() ? &tree : tree.find("results");
  if (list == nullptr) list = tree.find("value");
  std::vector<const Value*> found;
  if (list != nullptr && list->is_sequence())
    for (const auto& item : list->items) found.push_back(&item);
  else
    found.push_back(&tree);
  return found;
}

}  // namespace

base::Result<std::vector<ObservationRecord>> read_submissions(const std::string& bytes) {
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto tree = TRY(codec::parse_json(text));
  std::vector<ObservationRecord> records;
  for (const auto* submission : submissions_of(tree)) {
    if (!submission->is_mapping())
      return fail(ErrorKind::invalid,
                  "observations.not_submissions",
                  {{"line", std::to_string(records.size() + 1)}});
    FormAnswers answers;
    for (const auto& [key, value] : submission->members)
      if (key != "_attachments" && key != "_geolocation") flatten(value, key, answers);
    auto record = to_record(answers);
    take_attachments(*submission, record);
    take_place(*submission, record);
    record.bytes = codec::write_json(*submission);
    record.line = static_cast<int>(records.size()) + 1;
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace ingest
