// Walks the project file from its users to its graphs.
#include "exchange/read_qda.hpp"

#include <utility>

#include "exchange/qda_archive.hpp"
#include "exchange/qda_check.hpp"
#include "exchange/qda_element.hpp"
#include "exchange/qda_read_sources.hpp"
#include "exchange/qda_words.hpp"

namespace exchange {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::string_view standard_namespace = "urn:QDA-XML:project:1.0";

void read_project(QdaElement& element, QdaProject& project) {
  if (element.text("xmlns") != standard_namespace)
    element.note("namespace_other", element.text("xmlns"), "read_so");
  auto& item = project.item;
  item.name = element.text("name");
  item.description = element.child_text("Description");
  item.creating_user = element.reference("creatingUserGUID");
  item.created_at = element.moment("creationDateTime");
  item.modifying_user = element.reference("modifyingUserGUID");
  item.modified_at = element.moment("modifiedDateTime");
  project.origin = element.text("origin");
  project.base_path = element.text("basePath");
  project.note_refs = element.references("NoteRef");
}

// Calls `read` with each `item` below each `list`.
template <typename Read>
void read_list(QdaElement& root, std::string_view list, std::string_view item, const Read& read) {
  for (auto& listed : root.children(list)) {
    for (auto& element : listed.children(item)) {
      read(element);
      element.finish();
    }
    listed.finish();
  }
}

void read_users(QdaElement& root, QdaProject& project) {
  read_list(root, "Users", "User", [&](QdaElement& element) {
    project.users.push_back({element.guid(), element.text("name"), element.text("id")});
  });
}

bool read_codable(QdaElement& element) {
  const auto word = element.text("isCodable");
  if (word == "true" || word == "1") return true;
  if (word == "false" || word == "0") return false;
  element.note("codable_unsaid", word, "read_as_codable");
  return true;
}

void read_code(QdaElement& element, int parent, QdaProject& project) {
  QdaCode code;
  code.guid = element.guid();
  code.name = element.text("name");
  code.description = element.child_text("Description");
  code.color = element.color("color");
  code.is_codable = read_codable(element);
  code.parent = parent;
  code.notes = element.references("NoteRef");
  const auto index = static_cast<int>(project.codes.size());
  const bool is_codable = code.is_codable;
  project.codes.push_back(std::move(code));
  auto children = element.children("Code");
  if (is_codable && !children.empty()) element.note("code_and_folder", "", "kept");
  for (auto& child : children) read_code(child, index, project);
  element.finish();
}

void read_codebook(QdaElement& root, QdaProject& project) {
  for (auto& book : root.children("CodeBook")) {
    for (auto& codes : book.children("Codes")) {
      for (auto& node : codes.children("Code")) {
        QdaElement element(node.node(), node.deviations(), &book);
        read_code(element, -1, project);
      }
      codes.finish();
    }
    book.finish();
  }
}

void read_variables(QdaElement& root, QdaProject& project) {
  read_list(root, "Variables", "Variable", [&](QdaElement& element) {
    QdaVariable variable;
    variable.guid = element.guid();
    variable.name = element.text("name");
    variable.description = element.child_text("Description");
    const auto word = element.text("typeOfVariable");
    const auto type = parse_type(word);
    if (!type) element.note("type_unknown", word, "read_as_text");
    variable.type = type.value_or(QdaType::text);
    project.variables.push_back(std::move(variable));
  });
}

void read_cases(QdaElement& root, QdaProject& project) {
  read_list(root, "Cases", "Case", [&](QdaElement& element) {
    QdaCase one;
    one.guid = element.guid();
    one.name = element.text("name");
    one.description = element.child_text("Description");
    one.codes = element.references("CodeRef");
    one.values = read_qda_values(element);
    one.sources = element.references("SourceRef");
    one.selections = element.references("SelectionRef");
    project.cases.push_back(std::move(one));
  });
}

base::Result<void> read_sources(QdaElement& root, QdaArchive& archive, QdaProject& project) {
  for (auto& listed : root.children("Sources")) {
    for (const auto child : listed.node().children()) {
      const auto kind = parse_source_kind(child.name());
      if (!kind) continue;  // noted below as unknown
      listed.has_child(child.name());
      QdaElement element(child, listed.deviations(), &listed);
      project.sources.push_back(TRY(read_qda_source(element, *kind, archive)));
    }
    listed.finish();
  }
  for (auto& listed : root.children("Notes")) {
    for (auto& element : listed.children("Note"))
      project.notes.push_back(TRY(read_qda_source(element, QdaSourceKind::text, archive)));
    listed.finish();
  }
  return {};
}

QdaDirection read_direction(QdaElement& element) {
  const auto word = element.text("direction");
  const auto direction = parse_direction(word);
  if (!direction) element.note("word_unknown", word, "left_out");
  return direction.value_or(QdaDirection::unknown);
}

void read_links_and_sets(QdaElement& root, QdaProject& project) {
  read_list(root, "Links", "Link", [&](QdaElement& element) {
    QdaLink link;
    link.guid = element.guid();
    link.name = element.text("name");
    link.direction = read_direction(element);
    link.color = element.color("color");
    link.origin = element.reference("originGUID");
    link.target = element.reference("targetGUID");
    link.notes = element.references("NoteRef");
    project.links.push_back(std::move(link));
  });
  read_list(root, "Sets", "Set", [&](QdaElement& element) {
    QdaSet set;
    set.guid = element.guid();
    set.name = element.text("name");
    set.description = element.child_text("Description");
    set.codes = element.references("MemberCode");
    set.sources = element.references("MemberSource");
    set.notes = element.references("MemberNote");
    project.sets.push_back(std::move(set));
  });
}

// A word of a list of the standard; empty (noted) for any other.
std::string read_word(QdaElement& element,
                      std::string_view attribute,
                      bool (*is_known)(std::string_view)) {
  auto word = element.text(attribute);
  if (word.empty() || is_known(word)) return word;
  element.note("word_unknown", word, "left_out");
  return {};
}

QdaVertex read_vertex(QdaElement& element) {
  QdaVertex vertex;
  vertex.guid = element.guid();
  vertex.represented = element.reference("representedGUID");
  vertex.name = element.text("name");
  vertex.first_x = element.whole("firstX").value_or(0);
  vertex.first_y = element.whole("firstY").value_or(0);
  vertex.second_x = element.whole("secondX");
  vertex.second_y = element.whole("secondY");
  vertex.shape = read_word(element, "shape", is_shape);
  vertex.color = element.color("color");
  element.finish();
  return vertex;
}

QdaEdge read_edge(QdaElement& element) {
  QdaEdge edge;
  edge.guid = element.guid();
  edge.represented = element.reference("representedGUID");
  edge.name = element.text("name");
  edge.source = element.reference("sourceVertex");
  edge.target = element.reference("targetVertex");
  edge.color = element.color("color");
  edge.direction = read_direction(element);
  edge.line_style = read_word(element, "lineStyle", is_line_style);
  element.finish();
  return edge;
}

void read_graphs(QdaElement& root, QdaProject& project) {
  read_list(root, "Graphs", "Graph", [&](QdaElement& element) {
    QdaGraph graph;
    graph.guid = element.guid();
    graph.name = element.text("name");
    for (auto& vertex : element.children("Vertex")) graph.vertices.push_back(read_vertex(vertex));
    for (auto& edge : element.children("Edge")) {
      auto read = read_edge(edge);
      if (read.source.empty() || read.target.empty())
        edge.note("reference_empty", read.name, "left_out");
      else
        graph.edges.push_back(std::move(read));
    }
    project.graphs.push_back(std::move(graph));
  });
}

}  // namespace

base::Result<QdaReading> read_qda_project(std::string_view bytes, const QdaLimits& limits) {
  QdaDeviations deviations;
  auto archive = TRY(QdaArchive::open(bytes, limits.zip, deviations));
  auto text = TRY(archive.read_project());
  const auto document = TRY(codec::parse_xml(std::move(text), limits.xml));
  QdaElement root(document.root(), deviations);
  if (root.node().name() != "Project")
    return fail(
        ErrorKind::invalid, "qda.not_project", {{"element", std::string(root.node().name())}});
  QdaReading reading;
  read_project(root, reading.project);
  read_users(root, reading.project);
  read_codebook(root, reading.project);
  read_variables(root, reading.project);
  read_cases(root, reading.project);
  TRY(read_sources(root, archive, reading.project));
  read_links_and_sets(root, reading.project);
  read_graphs(root, reading.project);
  root.finish();
  archive.finish();
  check_qda_project(reading.project, deviations);
  reading.deviations = deviations.take();
  return reading;
}

}  // namespace exchange
