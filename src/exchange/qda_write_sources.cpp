// Puts sources into the order of elements that the schema wants.
#include "exchange/qda_write_sources.hpp"

#include <algorithm>
#include <variant>

#include "exchange/qda_words.hpp"
#include "text/unicode.hpp"

namespace exchange {

namespace {

void write_codings(QdaDocument& document, const std::vector<QdaCoding>& codings) {
  for (const auto& coding : codings) {
    document.open("Coding");
    document.guid("guid", coding.guid);
    if (!coding.user.empty()) document.guid("creatingUser", coding.user);
    document.moment("creationDateTime", coding.created_at);
    document.references("CodeRef", {coding.code});
    document.references("NoteRef", coding.notes);
    document.close();
  }
}

// Writes the place as attributes; false where it does not fit an element of this name.
struct PlaceWriter {
  QdaDocument& document;
  std::string_view element;

  bool operator()(const QdaTextPlace& place) const {
    document.number("startPosition", place.begin);
    document.number("endPosition", place.end);
    return element == "PlainTextSelection" && place.begin >= 0 && place.begin <= place.end;
  }

  bool operator()(const QdaAreaPlace& place) const {
    if (place.page) document.number("page", *place.page);
    document.number("firstX", place.first_x);
    document.number("firstY", place.first_y);
    document.number("secondX", place.second_x);
    document.number("secondY", place.second_y);
    return element == (place.page ? "PDFSelection" : "PictureSelection");
  }

  bool operator()(const QdaTimePlace& place) const {
    document.number("begin", place.begin);
    document.number("end", place.end);
    return (element == "AudioSelection" || element == "VideoSelection") && place.begin >= 0 &&
           place.begin <= place.end;
  }

  bool operator()(const QdaSyncPlace& place) const {
    if (!place.from.empty()) document.guid("fromSyncPoint", place.from);
    if (!place.to.empty()) document.guid("toSyncPoint", place.to);
    return element == "TranscriptSelection";
  }
};

void write_selection(QdaDocument& document,
                     std::string_view element,
                     const QdaSelection& selection) {
  document.open(element);
  document.item(selection.item);
  if (!std::visit(PlaceWriter{document, element}, selection.place))
    document.refuse(element, selection.item.guid);
  document.description(selection.item.description);
  for (const auto& words : selection.representation)
    write_qda_source(document, "Representation", words);
  write_codings(document, selection.codings);
  document.references("NoteRef", selection.notes);
  document.close();
}

void write_selections(QdaDocument& document, std::string_view element, const QdaSource& source) {
  for (const auto& selection : source.selections) write_selection(document, element, selection);
}

// Whether XML gives a text back character by character.
bool is_kept_by_xml(std::string_view text) {
  return to_xml_text(text) == text && std::ranges::none_of(text, [](char byte) {
           return static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t';
         });
}

void write_text_paths(QdaDocument& document, const QdaSource& source, bool inside) {
  if (!source.rich_path.starts_with("internal://"))
    document.attribute("richTextPath", source.rich_path);
  if (!source.content) return document.attribute("plainTextPath", source.path);
  if (!text::is_valid_utf8(*source.content)) document.refuse(source.item.name, "UTF-8");
  if (!inside)
    document.named("plainTextPath", document.add_file(source.item.guid, "txt", *source.content));
}

void write_text(QdaDocument& document, std::string_view name, const QdaSource& source) {
  const bool is_small = name == "Note" || name == "Representation";
  const bool is_source_text = name == "Representation" && !source.selections.empty();
  const bool inside =
      is_small && !is_source_text && source.content && is_kept_by_xml(*source.content);
  document.open(name);
  document.item(source.item);
  write_text_paths(document, source, inside);
  document.description(source.item.description);
  if (inside) document.element("PlainTextContent", *source.content);
  for (const auto& point : source.sync_points) {
    document.open("SyncPoint");
    document.guid("guid", point.guid);
    if (point.milliseconds >= 0) document.number("timeStamp", point.milliseconds);
    if (point.position >= 0) document.number("position", point.position);
    document.close();
  }
  const bool is_transcript = name == "Transcript";
  write_selections(document, is_transcript ? "TranscriptSelection" : "PlainTextSelection", source);
  if (is_transcript && (!source.codings.empty() || !source.values.empty()))
    document.refuse(name, source.item.name);
  write_codings(document, source.codings);
  document.references("NoteRef", source.notes);
  write_qda_values(document, source.values);
  document.close();
}

// The ending of a file's name in lower case: letters and digits, at most eight.
std::string ending_of(const QdaSource& source) {
  for (const std::string_view name :
       {std::string_view(source.path), std::string_view(source.item.name)}) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) continue;
    std::string ending;
    for (const char byte : name.substr(dot + 1)) {
      const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
      if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) ending += small;
    }
    constexpr std::size_t longest = 8;
    if (!ending.empty() && ending.size() <= longest) return ending;
  }
  return source.kind == QdaSourceKind::pdf ? "pdf" : "bin";
}

std::string_view selection_of(QdaSourceKind kind) {
  switch (kind) {
    case QdaSourceKind::pdf:
      return "PDFSelection";
    case QdaSourceKind::picture:
      return "PictureSelection";
    case QdaSourceKind::audio:
      return "AudioSelection";
    case QdaSourceKind::video:
      return "VideoSelection";
    case QdaSourceKind::text:
      break;
  }
  return "PlainTextSelection";
}

void write_media(QdaDocument& document, std::string_view name, const QdaSource& source) {
  const bool is_picture = source.kind == QdaSourceKind::picture;
  const bool is_recording =
      source.kind == QdaSourceKind::audio || source.kind == QdaSourceKind::video;
  if (source.representation.size() > 1 || (is_recording && !source.representation.empty()) ||
      (!is_recording && !source.transcripts.empty()))
    document.refuse(name, source.item.name);
  document.open(name);
  document.item(source.item);
  document.attribute("path",
                     source.content
                         ? document.add_file(source.item.guid, ending_of(source), *source.content)
                         : source.path);
  document.attribute("currentPath", source.current_path);
  document.description(source.item.description);
  for (const auto& words : source.transcripts) write_qda_source(document, "Transcript", words);
  if (is_picture)
    for (const auto& words : source.representation)
      write_qda_source(document, "TextDescription", words);
  write_selections(document, selection_of(source.kind), source);
  if (!is_picture)
    for (const auto& words : source.representation)
      write_qda_source(document, "Representation", words);
  write_codings(document, source.codings);
  document.references("NoteRef", source.notes);
  write_qda_values(document, source.values);
  document.close();
}

std::string_view value_element(QdaType type) {
  switch (type) {
    case QdaType::boolean:
      return "BooleanValue";
    case QdaType::integer:
      return "IntegerValue";
    case QdaType::decimal:
      return "FloatValue";
    case QdaType::date:
      return "DateValue";
    case QdaType::date_time:
      return "DateTimeValue";
    case QdaType::text:
      break;
  }
  return "TextValue";
}

}  // namespace

void write_qda_values(QdaDocument& document, const std::vector<QdaValue>& values) {
  for (const auto& value : values) {
    document.open("VariableValue");
    document.references("VariableRef", {value.variable});
    if (value.value) {
      if (!fits_type(value.type, *value.value)) document.refuse(value.variable, *value.value);
      document.element(value_element(value.type), *value.value);
    }
    document.close();
  }
}

void write_qda_source(QdaDocument& document, std::string_view name, const QdaSource& source) {
  if (source.kind == QdaSourceKind::text)
    write_text(document, name, source);
  else
    write_media(document, name, source);
}

}  // namespace exchange
