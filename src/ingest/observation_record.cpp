// Checks what people typed into an observation: day, time, place on earth, consent.
#include "ingest/observation_record.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "ingest/calendar.hpp"
#include "ingest/source_file.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using assessment::Consent;
using base::ErrorKind;
using base::fail;

constexpr std::array<std::pair<std::string_view, std::string_view>, 43> names = {{
    {"code", "code"},
    {"kode", "code"},
    {"date", "date"},
    {"tanggal", "date"},
    {"time", "time"},
    {"waktu", "time"},
    {"jam", "time"},
    {"place", "place"},
    {"tempat", "place"},
    {"lokasi", "place"},
    {"latitude", "latitude"},
    {"lintang", "latitude"},
    {"longitude", "longitude"},
    {"bujur", "longitude"},
    {"coordinates", "coordinates"},
    {"koordinat", "coordinates"},
    {"observer", "observer"},
    {"pengamat", "observer"},
    {"observer_role", "observer_role"},
    {"peran_pengamat", "observer_role"},
    {"method", "method"},
    {"metode", "method"},
    {"cara", "method"},
    {"respondent_role", "respondent_role"},
    {"peran_narasumber", "respondent_role"},
    {"jabatan_narasumber", "respondent_role"},
    {"respondent", "respondent"},
    {"narasumber", "respondent"},
    {"nama_narasumber", "respondent"},
    {"consent", "consent"},
    {"persetujuan", "consent"},
    {"subject", "subject"},
    {"pokok", "subject"},
    {"pokok_bahasan", "subject"},
    {"text", "text"},
    {"uraian", "text"},
    {"catatan", "text"},
    {"isi", "text"},
    {"photos", "photos"},
    {"photo", "photos"},
    {"foto", "photos"},
    {"observation", "text"},
    {"pengamatan", "text"},
}};

std::string fold_name(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      folded += static_cast<char>(c - 'A' + 'a');
    else
      folded += c == ' ' || c == '-' ? '_' : c;
  }
  return folded;
}

std::string field_of(const ObservationRecord& record, std::string_view key) {
  const auto field = record.fields.find(key);
  return field == record.fields.end() ? "" : field->second;
}

tl::unexpected<base::Error> fail_at(const ObservationRecord& record,
                                    std::string id,
                                    std::vector<base::Parameter> more) {
  const auto line = record.lines.find(more.front().first);
  const int number = line == record.lines.end() ? record.line : line->second;
  more.emplace(more.begin(), "line", std::to_string(number));
  return fail(ErrorKind::invalid, std::move(id), std::move(more));
}

base::Result<std::string> read_moment(const ObservationRecord& record) {
  const auto written = field_of(record, "date");
  const auto time_written = field_of(record, "time");
  const auto moment = parse_moment(written);
  if (!written.empty() && !moment)
    return fail_at(record, "observations.bad_date", {{"date", written}});
  if (time_written.empty()) return moment ? *moment : std::string();
  const auto time = parse_time(time_written);
  const bool day_alone = moment && moment->size() == std::string_view("2026-10-20").size();
  if (!time || !day_alone)
    return fail_at(record, "observations.bad_time", {{"time", time_written}});
  return *moment + "T" + *time;
}

// Decimal degrees with a point; empty where it is none or beyond the limit.
std::string read_degrees(std::string_view written, double limit) {
  constexpr std::size_t longest = 24;
  if (written.starts_with('+')) written.remove_prefix(1);
  const auto digits = written.starts_with('-') ? written.substr(1) : written;
  const bool spelled = !digits.empty() && written.size() <= longest && digits.front() != '.' &&
                       digits.back() != '.' && std::ranges::count(digits, '.') <= 1 &&
                       digits.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!spelled) return {};
  const std::string number(written);
  return std::abs(std::strtod(number.c_str(), nullptr)) <= limit ? number : std::string();
}

// "-6.2 106.8 12 5", "-6.2, 106.8" or two fields of their own.
base::Result<void> read_coordinates(const ObservationRecord& record,
                                    assessment::Observation& observation) {
  auto latitude = field_of(record, "latitude");
  auto longitude = field_of(record, "longitude");
  auto together = field_of(record, "coordinates");
  if (together.empty() && latitude.empty() && longitude.empty()) return {};
  if (!together.empty() && latitude.empty() && longitude.empty()) {
    const auto behind = together.find_first_of(", ;");
    latitude = together.substr(0, behind);
    const auto next = together.find_first_not_of(", ;", behind);
    if (next != std::string::npos && behind != std::string::npos)
      longitude = together.substr(next, together.find_first_of(", ;", next) - next);
  }
  observation.latitude = read_degrees(latitude, 90);
  observation.longitude = read_degrees(longitude, 180);
  if (observation.latitude.empty() || observation.longitude.empty())
    return fail_at(
        record, "observations.bad_coordinates", {{"latitude", latitude}, {"longitude", longitude}});
  return {};
}

std::optional<Consent> parse_consent_word(std::string_view written) {
  const auto word = fold_name(written);
  for (const auto* yes : {"yes", "ya", "y", "given", "true", "1", "setuju"})
    if (word == yes) return Consent::given;
  for (const auto* no : {"no", "tidak", "n", "refused", "false", "0", "menolak", "tidak_setuju"})
    if (word == no) return Consent::refused;
  for (const auto* open : {"", "-", "not_asked", "belum_ditanya", "tidak_ditanya"})
    if (word == open) return Consent::not_asked;
  return std::nullopt;
}

base::Result<void> read_people(const ObservationRecord& record, assessment::Source& source) {
  auto& observation = *source.observation;
  source.observer = field_of(record, "observer");
  observation.observer_role = field_of(record, "observer_role");
  observation.respondent_role = field_of(record, "respondent_role");
  const auto consent = parse_consent_word(field_of(record, "consent"));
  if (!consent)
    return fail_at(record, "observations.bad_consent", {{"consent", field_of(record, "consent")}});
  observation.consent = *consent;
  const auto name = field_of(record, "respondent");
  if (*consent == Consent::given)
    observation.respondent = name;
  else if (!name.empty())
    source.problems.push_back({"observations.name_withheld", {}, {}});
  return {};
}

}  // namespace

std::string_view find_observation_field(std::string_view name) {
  const auto folded = fold_name(name);
  for (const auto& [known, field] : names)
    if (known == folded) return field;
  return {};
}

std::string tidy_observation_text(std::string_view written) {
  std::string tidied;
  for (const char32_t character : text::to_code_points(text::normalize(written))) {
    const bool kept = (character >= 0x20 && character != 0x7F && character != 0xFEFF) ||
                      character == U'\n' || character == U'\t';
    if (kept) text::append_utf8(tidied, character);
  }
  const auto begin = tidied.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return tidied.substr(begin, tidied.find_last_not_of(" \t\n") + 1 - begin);
}

base::Result<ReadSource> to_observation(ObservationRecord record, std::string_view file_name) {
  for (const std::string_view key : {"code", "text"})
    if (field_of(record, key).empty())
      return fail_at(record, "observations.missing_key", {{"key", std::string(key)}});
  ReadSource read;
  auto& source = read.source;
  source.observation.emplace();
  source.date = TRY(read_moment(record));
  TRY(read_coordinates(record, *source.observation));
  TRY(read_people(record, source));
  source.code = field_of(record, "code");
  source.kind = assessment::SourceKind::observation;
  source.title = field_of(record, "subject");
  if (source.title.empty()) source.title = source.code;
  source.file_name = base_name_of(file_name);
  source.format = record.format;
  source.place = field_of(record, "place");
  source.method = field_of(record, "method");
  for (auto& path : record.photos) source.observation->photos.push_back({std::move(path), {}});
  read.text = field_of(record, "text");
  read.bytes = std::move(record.bytes);
  complete_without_pages(read);
  return read;
}

}  // namespace ingest
