// Observations: each item of a YAML list, row of a table or submission of a form becomes a source.
#include <set>

#include "codec/yaml.hpp"
#include "ingest/file_kind.hpp"
#include "ingest/ingest.hpp"
#include "ingest/observation_record.hpp"
#include "ingest/source_file.hpp"

namespace ingest {

namespace {

using base::ErrorKind;
using base::fail;
using codec::Value;

tl::unexpected<base::Error> fail_at(const Value& value,
                                    std::string_view id,
                                    std::vector<base::Parameter> more = {}) {
  more.emplace(more.begin(), "line", std::to_string(value.mark.line));
  return fail(ErrorKind::invalid, "observations." + std::string(id), std::move(more));
}

// The lines of an item in the file, up to the next one. Items on one line share the whole file.
std::string cut_part(const std::string& bytes, const std::vector<Value>& items, std::size_t index) {
  const auto line_of = [&](std::size_t i) { return items[i].mark.line; };
  const bool shares = (index > 0 && line_of(index) == line_of(index - 1)) ||
                      (index + 1 < items.size() && line_of(index + 1) == line_of(index));
  if (shares) return bytes;
  std::size_t begin = 0;
  for (int line = 1; line < line_of(index); ++line) begin = bytes.find('\n', begin) + 1;
  if (index + 1 == items.size()) return bytes.substr(begin);
  std::size_t end = begin;
  for (int line = line_of(index); line < line_of(index + 1); ++line)
    end = bytes.find('\n', end) + 1;
  return bytes.substr(begin, end - begin);
}

base::Result<ObservationRecord> read_item(const Value& item) {
  if (!item.is_mapping()) return fail_at(item, "not_a_record");
  ObservationRecord record;
  record.format = "observation";
  record.line = item.mark.line;
  std::set<std::string_view> taken;
  for (const auto& [key, value] : item.members) {
    const auto field = find_observation_field(key);
    if (field.empty()) return fail_at(value, "unknown_key", {{"key", key}});
    if (!taken.insert(field).second)
      return fail_at(value, "key_twice", {{"key", key}, {"other", std::string(field)}});
    const bool list = field == "photos" && value.is_sequence();
    if (!list && (field == "photos" || !value.is_text()) && !value.is_null())
      return fail_at(value, "wrong_form", {{"key", key}});
    record.lines.emplace(field, value.mark.line);
    for (const auto& photo : value.items) {
      if (!photo.is_text()) return fail_at(photo, "wrong_form", {{"key", key}});
      record.photos.push_back(tidy_observation_text(photo.scalar));
    }
    if (auto text = tidy_observation_text(value.scalar); !text.empty())
      record.fields.emplace(field, std::move(text));
  }
  return record;
}

base::Result<std::vector<ObservationRecord>> read_list(const std::string& bytes) {
  const Value list = TRY(codec::parse_yaml(bytes));
  if (!list.is_sequence()) return fail_at(list, "not_a_list");
  std::vector<ObservationRecord> records;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    records.push_back(TRY(read_item(list.items[i])));
    records.back().bytes = cut_part(bytes, list.items, i);
  }
  return records;
}

base::Result<std::vector<ReadSource>> read_records(const std::string& bytes,
                                                   std::string_view file_name) {
  auto records = TRY(begins_as_json(bytes) && holds_submissions(bytes) ? read_submissions(bytes)
                     : begins_as_observation_table(bytes) ? read_observation_table(bytes)
                                                          : read_list(bytes));
  if (records.empty()) return fail(ErrorKind::invalid, "observations.empty");
  std::vector<ReadSource> sources;
  std::set<std::string> codes;
  for (auto& record : records) {
    const auto line = std::to_string(record.line);
    sources.push_back(TRY(to_observation(std::move(record), file_name)));
    const auto& code = sources.back().source.code;
    if (!codes.insert(code).second)
      return fail(
          ErrorKind::invalid, "observations.duplicate_code", {{"line", line}, {"code", code}});
  }
  return sources;
}

}  // namespace

base::Result<std::vector<ReadSource>> read_observations(const std::string& bytes,
                                                        std::string_view file_name) {
  auto sources = read_records(bytes, file_name);
  if (!sources) return fail_in_file(sources.error(), file_name);
  return sources;
}

}  // namespace ingest
