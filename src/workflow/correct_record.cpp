// Takes settings apart, holds each against what its field may say, and files them together.
#include "workflow/correct_record.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "ingest/calendar.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using assessment::RecordCorrection;
using assessment::Source;
using base::ErrorKind;
using base::fail;
using document::RecordField;

constexpr std::int64_t value_length_max = 600;  // as long as what is read of a document

// The words of fields that have only some.
std::span<const std::string_view> list_words(RecordField field) {
  static constexpr std::array<std::string_view, 3> languages = {"id", "en", "mixed"};
  static constexpr std::array<std::string_view, 3> signatures = {"draft", "signed", "electronic"};
  static constexpr std::array<std::string_view, 4> secrecy = {
      "open", "limited", "secret", "top_secret"};
  if (field == RecordField::language) return languages;
  if (field == RecordField::signature) return signatures;
  if (field == RecordField::confidentiality) return secrecy;
  return {};
}

template <typename Words>
std::string list(const Words& words) {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : ", ") + std::string(word);
  return joined;
}

std::string list_fields() {
  std::vector<std::string_view> names;
  names.reserve(document::record_field_names.size());
  for (const auto& [field, name] : document::record_field_names) names.push_back(name);
  return list(names);
}

bool is_day(const std::string& value) {
  return value.size() == 10 && ingest::parse_moment(value) == value;
}

bool is_year(std::string_view value) {
  return value.size() == 4 && value.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_date(RecordField field) {
  return field == RecordField::date || field == RecordField::promulgated ||
         field == RecordField::in_force_from || field == RecordField::in_force_until;
}

// On one line, with single spaces.
std::string tidy(std::string_view typed) {
  std::string words;
  bool gap = false;
  for (const char32_t character : text::to_code_points(text::repair_utf8(typed))) {
    const bool space = text::is_space(character) || character < 0x20;
    if (!space && gap && !words.empty()) words += ' ';
    if (!space) text::append_utf8(words, character);
    gap = space;
  }
  return text::normalize(words);
}

base::Result<void> check_value(const RecordCorrection& correction) {
  const auto field = correction.field;
  const std::string& value = correction.value;
  const std::string name(document::name_of(field));
  const auto refuse = [&](std::string id) {
    return fail(ErrorKind::invalid,
                std::move(id),
                {{"field", name}, {"value", value}, {"known", list(list_words(field))}});
  };
  if (value.empty()) return {};
  if (text::count_code_points(value) > value_length_max) return refuse("record.too_long");
  const auto words = list_words(field);
  if (!words.empty() && std::ranges::find(words, value) == words.end())
    return refuse("record.unknown_value");
  if (field == RecordField::year && !is_year(value)) return refuse("record.impossible_year");
  const bool named_day = field == RecordField::in_force_from && value == "promulgated";
  if (is_date(field) && !named_day && !is_day(value)) return refuse("record.impossible_date");
  return {};
}

base::Result<RecordCorrection> parse_setting(const std::string& setting,
                                             const CorrectionRequest& request,
                                             const base::Instant& now) {
  const auto sign = setting.find('=');
  if (sign == std::string::npos)
    return fail(ErrorKind::invalid, "record.no_setting", {{"words", setting}});
  const auto name = tidy(setting.substr(0, sign));
  const auto field = document::find_record_field(name);
  if (!field)
    return fail(
        ErrorKind::invalid, "record.unknown_field", {{"field", name}, {"known", list_fields()}});
  RecordCorrection correction{
      *field, tidy(setting.substr(sign + 1)), tidy(request.because), request.by, now};
  TRY(check_value(correction));
  return correction;
}

bool is_corrected(const std::vector<RecordCorrection>& corrections, RecordField field) {
  const auto last =
      std::ranges::find(corrections.rbegin(), corrections.rend(), field, &RecordCorrection::field);
  return last != corrections.rend() && !last->value.empty();
}

// The day from which a document holds, where it is known.
std::string find_first_day(const std::vector<assessment::StandingEntry>& record) {
  const auto day = assessment::find_value(record, RecordField::in_force_from);
  return day == "promulgated" ? assessment::find_value(record, RecordField::promulgated) : day;
}

// What a person leaves out is as it stands: a new end must fit the beginning that was read.
base::Result<void> check_period(const Source& source) {
  const auto record = assessment::derive_record(source.record, source.corrections);
  const auto from = find_first_day(record);
  const auto until = assessment::find_value(record, RecordField::in_force_until);
  if (from.empty() || until.empty() || from <= until) return {};
  return fail(ErrorKind::invalid, "record.period_reversed", {{"from", from}, {"until", until}});
}

}  // namespace

base::Result<Source> correct_record(Workspace& workspace,
                                    const CorrectionRequest& request,
                                    const Context& context) {
  auto found = TRY(workspace.store.find_source(workspace.assessment.id, request.source));
  if (!found) return fail(ErrorKind::not_found, "source.unknown", {{"source", request.source}});
  Source source = *std::move(found);
  if (source.kind != assessment::SourceKind::document)
    return fail(ErrorKind::invalid, "record.documents_only", {{"source", request.source}});
  if (request.by.empty()) return fail(ErrorKind::invalid, "record.by_missing");
  const auto now = context.clock();
  std::vector<RecordCorrection> corrections;
  bool touches_period = false;
  for (const auto& setting : request.settings) {
    const auto correction = TRY(parse_setting(setting, request, now));
    if (correction.value.empty() && !is_corrected(source.corrections, correction.field))
      return fail(
          ErrorKind::not_found,
          "record.nothing_to_take_back",
          {{"source", source.code}, {"field", std::string(document::name_of(correction.field))}});
    touches_period = touches_period || is_date(correction.field);
    source.corrections.push_back(correction);
    corrections.push_back(correction);
  }
  if (touches_period) TRY(check_period(source));
  TRY(workspace.store.add_corrections(source.id, corrections));
  return source;
}

}  // namespace workflow
