// Sorts the answers of a form into the fields of an observation, its text and its photos.
#include "ingest/form_answers.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ingest {

namespace {

// What the servers and the phone add; never part of what was observed.
constexpr auto records = std::to_array<std::string_view>({"_id",
                                                          "_uuid",
                                                          "_submission_time",
                                                          "_submitted_by",
                                                          "_status",
                                                          "_notes",
                                                          "_tags",
                                                          "_index",
                                                          "_version_",
                                                          "__version__",
                                                          "_version",
                                                          "_validation_status",
                                                          "_geolocation",
                                                          "_attachments",
                                                          "_xform_id_string",
                                                          "_bamboo_dataset_id",
                                                          "__id"});
// The same without an underscore: only at the head of the form, for questions may be called so,
// too.
constexpr auto plain_records = std::to_array<std::string_view>({"uuid",
                                                                "instanceid",
                                                                "instancename",
                                                                "key",
                                                                "submissiondate",
                                                                "start",
                                                                "end",
                                                                "today",
                                                                "deviceid",
                                                                "username",
                                                                "phonenumber",
                                                                "simserial",
                                                                "subscriberid",
                                                                "email",
                                                                "audit",
                                                                "submitterid",
                                                                "submittername",
                                                                "attachmentspresent",
                                                                "attachmentsexpected",
                                                                "status",
                                                                "reviewstate",
                                                                "edits",
                                                                "formversion",
                                                                "updatedat",
                                                                "deletedat"});

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lowered;
}

std::string_view leaf_of(std::string_view path) {
  return path.substr(path.find_last_of("/-.:") + 1);
}

bool is_record(std::string_view path) {
  const auto whole = lower(path);
  for (const std::string_view group : {"__system/", "_attachments/", "meta/", "meta-", "formhub/"})
    if (whole.starts_with(group)) return true;
  const auto leaf = lower(leaf_of(path));
  return std::ranges::find(records, leaf) != records.end() ||
         std::ranges::find(plain_records, whole) != plain_records.end();
}

std::string find_record(const FormAnswers& answers, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    for (const auto& [path, value] : answers)
      if (lower(leaf_of(path)) == name) return value;
  return {};
}

// "uuid:1a2b3c4d-…" as "KIRIM-1a2b3c4d".
std::string code_of(const FormAnswers& answers) {
  auto id = find_record(answers, {"_uuid", "instanceid", "key", "__id", "_id"});
  if (id.starts_with("uuid:")) id.erase(0, std::string_view("uuid:").size());
  constexpr std::size_t shown = 8;
  return id.empty() ? "" : "KIRIM-" + id.substr(0, shown);
}

bool is_photo(std::string_view path, std::string_view value) {
  const auto leaf = lower(leaf_of(path));
  const auto file = lower(value);
  const bool picture = file.ends_with(".jpg") || file.ends_with(".jpeg") ||
                       file.ends_with(".png") || file.ends_with(".heic");
  return picture && file.find('\n') == std::string::npos &&
         (leaf.find("photo") != std::string::npos || leaf.find("foto") != std::string::npos ||
          file.find(' ') == std::string::npos);
}

// Parts of a point that the servers write as columns of their own: lokasi-Latitude,
// _lokasi_longitude, lokasi-Accuracy.
std::string_view part_of_point(std::string_view path) {
  const auto name = lower(path);
  constexpr std::array<std::string_view, 4> parts = {
      "latitude", "longitude", "altitude", "accuracy"};
  for (const auto part : parts) {
    if (!name.ends_with(part)) continue;
    const bool own = name.size() == part.size();
    const char before = own ? '/' : name[name.size() - part.size() - 1];
    if (before == '/' || before == '-' || before == '.' || (before == '_' && name.front() == '_'))
      return part;
    if (part == "altitude" || part == "accuracy") continue;
  }
  return name.ends_with("_precision") && name.front() == '_' ? "accuracy" : std::string_view();
}

// The questions that our own form asks of each indicator: S01_level, S01_checks, S01_note.
struct Aspect {
  std::string_view indicator;
  std::string_view what;
};

Aspect aspect_of(std::string_view path) {
  const auto leaf = leaf_of(path);
  for (const std::string_view ending : {"_level", "_checks", "_note"})
    if (leaf.size() > ending.size() && leaf.ends_with(ending))
      return {leaf.substr(0, leaf.size() - ending.size()), ending.substr(1)};
  return {};
}

class Text {
 public:
  void add(std::string_view path, const std::string& value) {
    const auto aspect = aspect_of(path);
    if (aspect.indicator.empty()) return start(std::string(path) + ": " + value);
    if (indicator_ != aspect.indicator) {
      start(std::string(aspect.indicator) + ":");
      indicator_ = aspect.indicator;
    }
    text_ += aspect.what == "checks" ? " [" + value + "]" : " " + value;
  }

  std::string take() { return std::move(text_); }

 private:
  void start(const std::string& line) {
    text_ += (text_.empty() ? "" : "\n\n") + line;
    indicator_.clear();
  }

  std::string text_;
  std::string indicator_;
};

void fill_from_records(const FormAnswers& answers, ObservationRecord& record) {
  const auto fill = [&](std::string_view field, const std::string& value) {
    if (!value.empty()) record.fields.try_emplace(std::string(field), value);
  };
  fill("code", code_of(answers));
  const bool timed = record.fields.contains("time");
  auto moment = find_record(answers, {"today", "start", "_submission_time", "submissiondate"});
  if (timed) moment = moment.substr(0, std::string_view("2026-10-20").size());
  fill("date", moment);
  fill("observer", find_record(answers, {"username", "submittername", "_submitted_by"}));
}

}  // namespace

bool marks_submission(std::string_view name) {
  const auto leaf = lower(leaf_of(name));
  constexpr std::array<std::string_view, 8> marks = {"_uuid",
                                                     "_submission_time",
                                                     "__version__",
                                                     "_xform_id_string",
                                                     "instanceid",
                                                     "submissiondate",
                                                     "__id",
                                                     "__system"};
  return std::ranges::find(marks, leaf) != marks.end();
}

ObservationRecord to_record(const FormAnswers& answers) {
  ObservationRecord record;
  record.format = "submission";
  Text text;
  std::set<std::string_view> questions;
  for (const auto& [path, written] : answers) questions.insert(path);
  // KoboToolbox repeats a choice of several as columns of its own: S01_checks, S01_checks/2a.
  const auto is_choice = [&](std::string_view path) {
    const auto slash = path.rfind('/');
    return slash != std::string_view::npos && questions.contains(path.substr(0, slash));
  };
  for (const auto& [path, written] : answers) {
    const auto value = tidy_observation_text(written);
    if (value.empty() || is_record(path) || is_choice(path)) continue;
    const auto point = part_of_point(path);
    const auto field = point.empty() ? find_observation_field(leaf_of(path)) : point;
    if (is_photo(path, value)) {
      record.photos.push_back(value);
    } else if (!field.empty()) {
      if (field != "altitude" && field != "accuracy")
        record.fields.try_emplace(std::string(field), value);
    } else {
      text.add(path, value);
    }
  }
  fill_from_records(answers, record);
  auto answered = text.take();
  auto& said = record.fields["text"];
  if (!answered.empty()) said += (said.empty() ? "" : "\n\n") + answered;
  if (said.empty()) record.fields.erase("text");
  return record;
}

}  // namespace ingest
