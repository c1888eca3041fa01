// Takes sources apart: their files, their selections by kind of place, their codings.
#include "exchange/qda_read_sources.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "exchange/qda_words.hpp"
#include "text/unicode.hpp"

namespace exchange {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The words of a text file as UTF-8; what is odd about them is noted.
std::string decode_text(std::string bytes, const QdaElement& element) {
  if (bytes.starts_with(byte_order_mark)) {
    bytes.erase(0, byte_order_mark.size());
    element.note("byte_order_mark", "", "left_out");
  }
  if (!text::is_valid_utf8(bytes)) {
    bytes = text::repair_utf8(bytes);
    element.note("text_malformed", "", "repaired");
  }
  if (bytes.find('\r') != std::string::npos) element.note("carriage_return", "", "kept");
  return bytes;
}

std::vector<QdaCoding> read_codings(QdaElement& parent) {
  std::vector<QdaCoding> codings;
  for (auto& element : parent.children("Coding")) {
    QdaCoding coding;
    coding.guid = element.guid();
    coding.user = element.reference("creatingUser");
    coding.created_at = element.moment("creationDateTime");
    const auto codes = element.references("CodeRef");
    coding.notes = element.references("NoteRef");
    element.finish();
    if (codes.empty()) {
      element.note("coding_without_code", "", "left_out");
      continue;
    }
    if (codes.size() > 1) element.note("coding_of_many", std::to_string(codes.size()), "read_so");
    for (const auto& code : codes) {
      coding.code = code;
      codings.push_back(coding);
    }
  }
  return codings;
}

// Both ends of a stretch, the smaller first; empty (noted) where one is missing.
template <typename Place>
std::optional<Place> read_stretch(QdaElement& element,
                                  std::string_view begin_name,
                                  std::string_view end_name) {
  const auto begin = element.whole(begin_name);
  const auto end = element.whole(end_name);
  if (!begin || !end || *begin < 0 || *end < 0) {
    element.note("place_missing", "", "left_out");
    return std::nullopt;
  }
  if (*begin > *end) element.note("place_reversed", std::to_string(*begin), "swapped");
  return Place{std::min(*begin, *end), std::max(*begin, *end)};
}

std::optional<QdaPlace> read_area(QdaElement& element, bool has_page) {
  const auto first_x = element.whole("firstX");
  const auto first_y = element.whole("firstY");
  const auto second_x = element.whole("secondX");
  const auto second_y = element.whole("secondY");
  const std::int64_t page = has_page ? element.whole("page").value_or(-1) : 0;
  const bool page_fits = page >= 0 && page <= std::numeric_limits<int>::max();
  if (!first_x || !first_y || !second_x || !second_y || !page_fits) {
    element.note("place_missing", "", "left_out");
    return std::nullopt;
  }
  QdaAreaPlace area{{}, *first_x, *first_y, *second_x, *second_y};
  if (has_page) area.page = static_cast<int>(page);
  return area;
}

std::optional<QdaPlace> read_place(QdaElement& element) {
  const auto name = element.node().name();
  if (name == "PlainTextSelection") {
    const auto place = read_stretch<QdaTextPlace>(element, "startPosition", "endPosition");
    if (place && place->begin == place->end)
      element.note("place_empty", std::to_string(place->begin), "kept");
    return place ? std::optional<QdaPlace>(*place) : std::nullopt;
  }
  if (name == "PDFSelection" || name == "PictureSelection")
    return read_area(element, name == "PDFSelection");
  if (name == "TranscriptSelection")
    return QdaSyncPlace{element.reference("fromSyncPoint"), element.reference("toSyncPoint")};
  const auto place = read_stretch<QdaTimePlace>(element, "begin", "end");
  return place ? std::optional<QdaPlace>(*place) : std::nullopt;
}

base::Result<void> read_selections(QdaElement& parent,
                                   std::string_view name,
                                   QdaArchive& archive,
                                   std::vector<QdaSelection>& selections) {
  for (auto& element : parent.children(name)) {
    QdaSelection selection;
    selection.item = element.item();
    const auto place = read_place(element);
    for (auto& words : element.children("Representation"))
      selection.representation.push_back(TRY(read_qda_source(words, QdaSourceKind::text, archive)));
    selection.codings = read_codings(element);
    selection.notes = element.references("NoteRef");
    element.finish();
    if (!place) continue;
    selection.place = *place;
    selections.push_back(std::move(selection));
  }
  return {};
}

void read_sync_points(QdaElement& parent, std::vector<QdaSyncPoint>& points) {
  for (auto& element : parent.children("SyncPoint")) {
    QdaSyncPoint point;
    point.guid = element.guid();
    point.milliseconds = std::max<std::int64_t>(element.whole("timeStamp").value_or(-1), -1);
    point.position = std::max<std::int64_t>(element.whole("position").value_or(-1), -1);
    element.finish();
    points.push_back(std::move(point));
  }
}

base::Result<void> read_text(QdaElement& element, QdaArchive& archive, QdaSource& source) {
  source.path = element.text("plainTextPath");
  source.rich_path = element.text("richTextPath");
  const bool inside = element.has_child("PlainTextContent");
  auto words = element.child_text("PlainTextContent");
  if (inside && !source.path.empty()) element.note("text_twice", source.path, "read_so");
  if (inside) {
    source.content = decode_text(std::move(words), element);
  } else if (!source.path.empty()) {
    auto bytes = TRY(archive.read_source(source.path, element.where()));
    if (bytes) source.content = decode_text(*std::move(bytes), element);
  } else {
    element.note("text_missing", "", "kept");
  }
  if (!source.rich_path.empty()) {
    // The styled original is read only to know whether it is there.
    const auto bytes = TRY(archive.read_source(source.rich_path, element.where()));
    if (bytes) element.note("rich_text", source.rich_path, "left_out");
  }
  TRY(read_selections(element, "PlainTextSelection", archive, source.selections));
  return read_selections(element, "TranscriptSelection", archive, source.selections);
}

base::Result<void> read_media(QdaElement& element, QdaArchive& archive, QdaSource& source) {
  source.path = element.text("path");
  source.current_path = element.text("currentPath");
  if (source.path.empty())
    element.note("media_missing", source.current_path, "kept");
  else
    source.content = TRY(archive.read_source(source.path, element.where()));
  for (const std::string_view name : {"Representation", "TextDescription"})
    for (auto& words : element.children(name))
      source.representation.push_back(TRY(read_qda_source(words, QdaSourceKind::text, archive)));
  for (auto& words : element.children("Transcript"))
    source.transcripts.push_back(TRY(read_qda_source(words, QdaSourceKind::text, archive)));
  constexpr std::array<std::string_view, 4> names = {
      "PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"};
  for (const auto name : names) TRY(read_selections(element, name, archive, source.selections));
  return {};
}

constexpr std::array<std::pair<std::string_view, QdaType>, 6> value_elements = {{
    {"TextValue", QdaType::text},
    {"BooleanValue", QdaType::boolean},
    {"IntegerValue", QdaType::integer},
    {"FloatValue", QdaType::decimal},
    {"DateValue", QdaType::date},
    {"DateTimeValue", QdaType::date_time},
}};

}  // namespace

std::vector<QdaValue> read_qda_values(QdaElement& parent) {
  std::vector<QdaValue> values;
  for (auto& element : parent.children("VariableValue")) {
    QdaValue value;
    const auto variables = element.references("VariableRef");
    for (const auto& [name, type] : value_elements) {
      if (!element.has_child(name)) continue;
      if (value.value) element.note("value_twice", std::string(name), "left_out");
      if (value.value) continue;
      value.type = type;
      value.value = element.child_text(name);
    }
    element.finish();
    if (variables.empty()) {
      element.note("value_without_variable", value.value.value_or(""), "left_out");
      continue;
    }
    value.variable = variables.front();
    if (value.value && !fits_type(value.type, *value.value)) {
      element.note("value_malformed", *value.value, "read_as_text");
      value.type = QdaType::text;
    }
    values.push_back(std::move(value));
  }
  return values;
}

base::Result<QdaSource> read_qda_source(QdaElement& element,
                                        QdaSourceKind kind,
                                        QdaArchive& archive) {
  QdaSource source;
  source.kind = kind;
  source.item = element.item();
  if (kind == QdaSourceKind::text)
    TRY(read_text(element, archive, source));
  else
    TRY(read_media(element, archive, source));
  read_sync_points(element, source.sync_points);
  source.codings = read_codings(element);
  source.notes = element.references("NoteRef");
  source.values = read_qda_values(element);
  element.finish();
  return source;
}

}  // namespace exchange
