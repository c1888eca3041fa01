// Puts fields of a record and signatures into tables, words and trees.
#include "cli/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

namespace {

using codec::Value;
using document::RecordField;
using document::Signature;
using document::SignatureState;

/// What the signatures in the file make of the word "electronic".
std::string_view qualify_electronic(const std::vector<Signature>& signatures) {
  const auto state = document::summarize(signatures);
  if (!state) return "electronic";
  switch (*state) {
    case SignatureState::valid:
      return document::is_extended(signatures) ? "electronic_extended" : "electronic_valid";
    case SignatureState::damaged:
      return "electronic_damaged";
    case SignatureState::broken:
      return "electronic_broken";
    default:
      return "electronic_unchecked";
  }
}

/// A value of a record in the reader's words: an enumeration's, else as it was read or said.
std::string say_value(const Console& console,
                      document::RecordField field,
                      const std::string& value) {
  const bool coded = field == RecordField::language || field == RecordField::signature ||
                     field == RecordField::confidentiality;
  const bool promulgated = value == "promulgated";
  return coded || promulgated ? console.sentence("cli.record_value." + value) : value;
}

/// What was read, in the reader's words; signatures in the file say more than its words do.
std::string say_found(const Console& console,
                      const assessment::Source& source,
                      const document::RecordEntry& entry) {
  const bool electronic = entry.field == RecordField::signature && entry.value == "electronic";
  return say_value(console,
                   entry.field,
                   electronic ? std::string(qualify_electronic(source.signatures)) : entry.value);
}

/// What a person said: of a signature, it does not rest on the document's words.
std::string say_corrected(const Console& console,
                          document::RecordField field,
                          const std::string& value) {
  if (field != RecordField::signature) return say_value(console, field, value);
  return say_value(console,
                   field,
                   value == "draft"    ? "draft_said"
                   : value == "signed" ? "signed_said"
                                       : "electronic_said");
}

std::string show_page(const std::optional<document::RecordEntry>& found) {
  const int page = found && found->read_at ? found->read_at->page : 0;
  return page > 0 ? std::to_string(page) : "–";
}

/// "found: 60 (page 1); corrected by Ani, 2026-…: misread".
std::string say_correction(const Console& console,
                           const assessment::Source& source,
                           const assessment::StandingEntry& entry) {
  if (!entry.correction) return {};
  const auto key = entry.found && entry.correction->because.empty() ? "cli.correction.found"
                   : entry.found                                    ? "cli.correction.found_because"
                   : entry.correction->because.empty()              ? "cli.correction.new"
                                                                    : "cli.correction.new_because";
  return console.sentence(key,
                          {{"found", entry.found ? say_found(console, source, *entry.found) : ""},
                           {"page", show_page(entry.found)},
                           {"by", entry.correction->by},
                           {"at", entry.correction->at},
                           {"because", entry.correction->because}});
}

std::string say_state(const Console& console, const Signature& signature) {
  const bool extended = signature.state == SignatureState::valid && !signature.covers_all;
  return console.sentence("cli.signature_state." +
                          std::string(extended ? "extended" : document::name_of(signature.state)));
}

std::string or_dash(const std::string& words) {
  return words.empty() ? "–" : words;
}

/// "59/2020": the year stands in the number of a letter already.
std::string show_number(const std::vector<assessment::StandingEntry>& record) {
  const auto number = assessment::find_value(record, RecordField::number);
  const auto year = assessment::find_value(record, RecordField::year);
  const bool plain = number.find_first_not_of("0123456789") == std::string::npos;
  return plain && !number.empty() && !year.empty() ? number + "/" + year : number;
}

/// "2020-10-05 … 2025-12-31"; the first day alone where there is no last one.
std::string show_period(const Console& console,
                        const std::vector<assessment::StandingEntry>& record) {
  auto from = assessment::find_value(record, RecordField::in_force_from);
  if (from == "promulgated") from = console.sentence("cli.record_value.promulgated_short");
  const auto until = assessment::find_value(record, RecordField::in_force_until);
  if (until.empty()) return from;
  return from + (from.empty() ? "… " : " … ") + until;
}

}  // namespace

std::vector<std::string> show_record(const Console& console, const assessment::Source& source) {
  const auto record = assessment::derive_record(source.record, source.corrections);
  const auto secrecy = assessment::find_value(record, RecordField::confidentiality);
  return {show_number(record),
          assessment::find_value(record, RecordField::date),
          show_period(console, record),
          secrecy.empty() ? "" : say_value(console, RecordField::confidentiality, secrecy)};
}

Value describe_record(const assessment::Source& source) {
  Value record = Value::of_sequence();
  for (const auto& entry : assessment::derive_record(source.record, source.corrections)) {
    Value said = Value::of_mapping();
    said.add("field", Value::of_text(std::string(document::name_of(entry.field))));
    said.add("value", Value::of_text(entry.value));
    const auto place = entry.found ? entry.found->read_at : std::nullopt;
    said.add("page", place && place->page > 0 ? Value::of_integer(place->page) : Value());
    said.add("begin", place ? Value::of_integer(place->range.begin) : Value());
    said.add("end", place ? Value::of_integer(place->range.end) : Value());
    said.add("found", entry.found ? Value::of_text(entry.found->value) : Value());
    said.add("corrected_by", entry.correction ? Value::of_text(entry.correction->by) : Value());
    record.items.push_back(std::move(said));
  }
  return record;
}

Value describe_corrections(const assessment::Source& source) {
  Value list = Value::of_sequence();
  for (const auto& correction : source.corrections) {
    Value& one = list.items.emplace_back(Value::of_mapping());
    one.add("field", Value::of_text(std::string(document::name_of(correction.field))));
    one.add("value", correction.value.empty() ? Value() : Value::of_text(correction.value));
    one.add("because", Value::of_text(correction.because));
    one.add("by", Value::of_text(correction.by));
    one.add("at", Value::of_text(correction.at));
  }
  return list;
}

Value describe_signatures(const assessment::Source& source) {
  Value list = Value::of_sequence();
  for (const auto& signature : source.signatures) {
    Value& one = list.items.emplace_back(Value::of_mapping());
    one.add("state", Value::of_text(std::string(document::name_of(signature.state))));
    one.add("field", Value::of_text(signature.field));
    one.add("page", signature.page ? Value::of_integer(*signature.page) : Value());
    one.add("signer", Value::of_text(signature.signer));
    one.add("issuer", Value::of_text(signature.issuer));
    one.add("signed_at", Value::of_text(signature.signed_at));
    one.add("covers_all", Value::of_boolean(signature.covers_all));
    one.add("certificate", Value::of_text("not_checked"));
  }
  return list;
}

void print_record(Console& console, const assessment::Source& source) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : assessment::derive_record(source.record, source.corrections)) {
    rows.push_back(
        {console.sentence("cli.record_field." + std::string(document::name_of(entry.field))),
         entry.correction ? say_corrected(console, entry.field, entry.value)
                          : say_found(console, source, *entry.found),
         entry.correction ? "–" : show_page(entry.found)});
    if (auto remark = say_correction(console, source, entry); !remark.empty())
      rows.push_back({"", std::move(remark), ""});
  }
  if (!source.revises.empty())
    console.say("cli.sources.revises", {{"code", source.code}, {"older", source.revises}});
  if (rows.empty()) console.say("cli.sources.no_record", {{"code", source.code}});
  if (!rows.empty())
    console.print_listing(
        {"cli.head.field", "cli.head.value", "cli.head.page"}, rows, {false, false, true});
}

void print_signatures(Console& console, const assessment::Source& source) {
  if (source.signatures.empty()) return;
  std::vector<std::vector<std::string>> rows;
  rows.reserve(source.signatures.size());
  for (const auto& signature : source.signatures)
    rows.push_back({or_dash(signature.field),
                    signature.page ? std::to_string(*signature.page) : "–",
                    say_state(console, signature),
                    or_dash(signature.signer),
                    or_dash(signature.issuer),
                    or_dash(signature.signed_at)});
  console.print_listing({"cli.head.signature_field",
                         "cli.head.page",
                         "cli.head.state",
                         "cli.head.signer",
                         "cli.head.issuer",
                         "cli.head.signed_at"},
                        rows,
                        {false, true});
  if (document::summarize(source.signatures)) console.say("cli.sources.certificates_unchecked");
}

}  // namespace cli
