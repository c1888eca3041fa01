// What a document says of itself: kind, number, date, issuer, subject, validity, signature.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.hpp"
#include "document/document.hpp"

namespace document {

enum class RecordField {
  kind,             ///< "Peraturan Menteri", "Nota Dinas"
  number,           ///< as printed: "59", "000.9.6/317/KOMINFO/2026"
  year,             ///< of the number
  issuer,           ///< whose document it is
  subject,          ///< what stands behind "tentang"
  date,             ///< of signing, ISO 8601
  promulgated,      ///< diundangkan, ISO 8601
  in_force_from,    ///< ISO 8601, or "promulgated" where that date is not known
  in_force_until,   ///< ISO 8601
  revokes,          ///< the regulation that it revokes
  language,         ///< id, en, mixed
  signature,        ///< draft, signed, electronic: what its words say
  confidentiality,  ///< open, limited, secret, top_secret: Biasa, Terbatas, Rahasia, Sangat Rahasia
};

constexpr base::NameTable<RecordField, 13> record_field_names = {{
    {RecordField::kind, "kind"},
    {RecordField::number, "number"},
    {RecordField::year, "year"},
    {RecordField::issuer, "issuer"},
    {RecordField::subject, "subject"},
    {RecordField::date, "date"},
    {RecordField::promulgated, "promulgated"},
    {RecordField::in_force_from, "in_force_from"},
    {RecordField::in_force_until, "in_force_until"},
    {RecordField::revokes, "revokes"},
    {RecordField::language, "language"},
    {RecordField::signature, "signature"},
    {RecordField::confidentiality, "confidentiality"},
}};

constexpr std::string_view name_of(RecordField field) {
  return base::find_name(record_field_names, field);
}

constexpr std::optional<RecordField> find_record_field(std::string_view name) {
  return base::find_value(record_field_names, name);
}

/// One thing that a document says of itself, and where.
struct RecordEntry {
  RecordField field = RecordField::kind;
  std::string value;
  std::optional<PageRange> read_at = {};  ///< where its words stand; none for what was counted
  bool operator==(const RecordEntry&) const = default;
};

}  // namespace document
