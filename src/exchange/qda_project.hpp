// A project of qualitative analysis as REFI-QDA 1.5 has it: who coded which words with what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/document.hpp"

namespace exchange {

// A guid is 36 characters in lower case without braces. A reference to a guid is kept as it came,
// also where nothing bears it. Moments are xsd:dateTime ("2026-11-24T10:00:00Z").

/// What most things of a project have: a name, and who made them when. Empty where unknown.
struct QdaItem {
  std::string guid;
  std::string name;
  std::string description;
  std::string creating_user;
  std::string created_at;
  std::string modifying_user;
  std::string modified_at;

  bool operator==(const QdaItem&) const = default;
};

struct QdaUser {
  std::string guid;
  std::string name;
  std::string id;

  bool operator==(const QdaUser&) const = default;
};

/// A code of the codebook. One that is not codable is a folder; some tools code with folders, too.
struct QdaCode {
  std::string guid;
  std::string name;
  std::string description;
  std::string color;  ///< "#F00082", or empty
  bool is_codable = true;
  int parent = -1;  ///< index into QdaProject::codes; parents stand before their children
  std::vector<std::string> notes;

  bool operator==(const QdaCode&) const = default;
};

enum class QdaType { text, boolean, integer, decimal, date, date_time };

struct QdaVariable {
  std::string guid;
  std::string name;
  std::string description;
  QdaType type = QdaType::text;

  bool operator==(const QdaVariable&) const = default;
};

/// What a variable is for a case or a source, as spelled; without a value where none was given.
struct QdaValue {
  std::string variable;
  QdaType type = QdaType::text;
  std::optional<std::string> value;

  bool operator==(const QdaValue&) const = default;
};

/// Whom or what the sources speak of: a person, an organisation.
struct QdaCase {
  std::string guid;
  std::string name;
  std::string description;
  std::vector<std::string> codes;
  std::vector<QdaValue> values;
  std::vector<std::string> sources;
  std::vector<std::string> selections;

  bool operator==(const QdaCase&) const = default;
};

/// A code given to a selection, or to a whole source, by a person.
struct QdaCoding {
  std::string guid;
  std::string code;
  std::string user;
  std::string created_at;
  std::vector<std::string> notes;

  bool operator==(const QdaCoding&) const = default;
};

/// A range of a text in code points from 0, the end not included. Line breaks count as the file
/// has them: CR LF are two.
struct QdaTextPlace {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  bool operator==(const QdaTextPlace&) const = default;
};

/// Two corners. In a PDF whole points from the bottom left of the media box, on a page counted
/// from 0; in a picture pixels from the top left, without a page.
struct QdaAreaPlace {
  std::optional<int> page;
  std::int64_t first_x = 0;
  std::int64_t first_y = 0;
  std::int64_t second_x = 0;
  std::int64_t second_y = 0;

  bool operator==(const QdaAreaPlace&) const = default;
};

/// Milliseconds of a recording.
struct QdaTimePlace {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  bool operator==(const QdaTimePlace&) const = default;
};

/// A stretch of a transcript, from one of its sync points to another.
struct QdaSyncPlace {
  std::string from;
  std::string to;

  bool operator==(const QdaSyncPlace&) const = default;
};

using QdaPlace = std::variant<QdaTextPlace, QdaAreaPlace, QdaTimePlace, QdaSyncPlace>;

struct QdaSource;

struct QdaSelection {
  QdaItem item;
  QdaPlace place;
  std::vector<QdaSource> representation;  ///< at most one: the words under an area of a PDF
  std::vector<QdaCoding> codings;
  std::vector<std::string> notes;

  bool operator==(const QdaSelection&) const = default;
};

/// Where a moment of a recording stands in its transcript; -1 where it is not said.
struct QdaSyncPoint {
  std::string guid;
  std::int64_t milliseconds = -1;
  std::int64_t position = -1;  ///< code points

  bool operator==(const QdaSyncPoint&) const = default;
};

enum class QdaSourceKind { text, picture, pdf, audio, video };

/// A source; also a note, a transcript or a representation, which are texts.
struct QdaSource {
  QdaSourceKind kind = QdaSourceKind::text;
  QdaItem item;
  /// Of a text its words (UTF-8), of all others the bytes of the file; empty where the project
  /// names a file that it does not hold.
  std::optional<std::string> content;
  std::string path;          ///< as the project names the file: "internal://…", "relative:///…"
  std::string rich_path;     ///< of a text with a styled original
  std::string current_path;  ///< where it lay when it was added
  std::vector<QdaSource> representation;  ///< at most one: the words of a PDF or of a picture
  std::vector<QdaSource> transcripts;     ///< of a recording
  std::vector<QdaSyncPoint> sync_points;  ///< of a transcript
  std::vector<QdaSelection> selections;
  std::vector<QdaCoding> codings;
  std::vector<std::string> notes;
  std::vector<QdaValue> values;

  bool operator==(const QdaSource&) const = default;
};

enum class QdaDirection { unknown, associative, one_way, both_ways };

struct QdaLink {
  std::string guid;
  std::string name;
  QdaDirection direction = QdaDirection::unknown;
  std::string color;
  std::string origin;
  std::string target;
  std::vector<std::string> notes;

  bool operator==(const QdaLink&) const = default;
};

struct QdaSet {
  std::string guid;
  std::string name;
  std::string description;
  std::vector<std::string> codes;
  std::vector<std::string> sources;
  std::vector<std::string> notes;

  bool operator==(const QdaSet&) const = default;
};

/// A box of a drawn network. Without a second corner it is a point.
struct QdaVertex {
  std::string guid;
  std::string represented;
  std::string name;
  std::int64_t first_x = 0;
  std::int64_t first_y = 0;
  std::optional<std::int64_t> second_x;
  std::optional<std::int64_t> second_y;
  std::string shape;
  std::string color;

  bool operator==(const QdaVertex&) const = default;
};

struct QdaEdge {
  std::string guid;
  std::string represented;
  std::string name;
  std::string source;
  std::string target;
  std::string color;
  QdaDirection direction = QdaDirection::unknown;
  std::string line_style;

  bool operator==(const QdaEdge&) const = default;
};

struct QdaGraph {
  std::string guid;
  std::string name;
  std::vector<QdaVertex> vertices;
  std::vector<QdaEdge> edges;

  bool operator==(const QdaGraph&) const = default;
};

struct QdaProject {
  QdaItem item;        ///< its guid stays empty: the standard gives a project none
  std::string origin;  ///< the program that wrote it
  std::string base_path;
  std::vector<QdaUser> users;
  std::vector<QdaCode> codes;
  std::vector<QdaVariable> variables;
  std::vector<QdaCase> cases;
  std::vector<QdaSource> sources;
  std::vector<QdaSource> notes;
  std::vector<QdaLink> links;
  std::vector<QdaSet> sets;
  std::vector<QdaGraph> graphs;
  std::vector<std::string> note_refs;  ///< notes on the project as a whole

  bool operator==(const QdaProject&) const = default;
};

}  // namespace exchange
