// The spelling of the standard's enumerations and simple types: one list for reading and writing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "exchange/qda_project.hpp"

namespace exchange {

/// "Text", "Boolean", "Integer", "Float", "Date", "DateTime".
std::string_view format_type(QdaType type);
std::optional<QdaType> parse_type(std::string_view word);

/// "TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource".
std::string_view format_source_kind(QdaSourceKind kind);
std::optional<QdaSourceKind> parse_source_kind(std::string_view element);

/// "Associative", "OneWay", "Bidirectional"; empty for unknown.
std::string_view format_direction(QdaDirection direction);
std::optional<QdaDirection> parse_direction(std::string_view word);

/// "Person", "Oval", … and "dotted", "dashed", "solid".
bool is_shape(std::string_view word);
bool is_line_style(std::string_view word);

/// "#RGB" or "#RRGGBB".
bool is_color(std::string_view word);

/// A whole number that fits into 64 bits.
std::optional<std::int64_t> parse_whole(std::string_view word);

/// xsd:dateTime, such as 2018-03-27T17:46:39Z; fractions and zones may follow the seconds.
bool is_date_time(std::string_view word);

/// Whether a value is spelled as its type wants it.
bool fits_type(QdaType type, std::string_view value);

}  // namespace exchange
