// Writes the project file from its users to its graphs.
#include "exchange/write_qda.hpp"

#include <utility>
#include <vector>

#include "exchange/qda_document.hpp"
#include "exchange/qda_words.hpp"
#include "exchange/qda_write_sources.hpp"

namespace exchange {

namespace {

// A list element with one element for each of its items; left out where there are none.
template <typename List, typename Write>
void write_list(QdaDocument& document,
                std::string_view name,
                const List& list,
                const Write& write) {
  if (list.empty()) return;
  document.open(name);
  for (const auto& one : list) {
    write(one);
    document.close();
  }
  document.close();
}

void write_head(QdaDocument& document, const QdaProject& project) {
  const auto& item = project.item;
  document.open("Project");
  document.named("xmlns", "urn:QDA-XML:project:1.0");
  document.named("name", item.name);
  document.attribute("origin", project.origin);
  if (!item.creating_user.empty()) document.guid("creatingUserGUID", item.creating_user);
  document.moment("creationDateTime", item.created_at);
  if (!item.modifying_user.empty()) document.guid("modifyingUserGUID", item.modifying_user);
  document.moment("modifiedDateTime", item.modified_at);
  document.attribute("basePath", project.base_path);
}

using Children = std::vector<std::vector<std::size_t>>;

// Writes a code and all below it.
void write_code(QdaDocument& document,
                const QdaProject& project,
                const Children& children,
                std::size_t index) {
  const auto& code = project.codes[index];
  document.open("Code");
  document.guid("guid", code.guid);
  document.named("name", code.name);
  document.named("isCodable", code.is_codable ? "true" : "false");
  document.color(code.color);
  document.description(code.description);
  document.references("NoteRef", code.notes);
  for (const auto child : children[index]) write_code(document, project, children, child);
  document.close();
}

void write_codebook(QdaDocument& document, const QdaProject& project) {
  const auto& codes = project.codes;
  if (codes.empty()) return;
  document.open("CodeBook");
  document.open("Codes");
  Children children(codes.size());
  std::vector<std::size_t> tops;
  for (std::size_t index = 0; index < codes.size(); ++index) {
    const int parent = codes[index].parent;
    if (parent >= static_cast<int>(index)) document.refuse("Code", codes[index].name);
    if (parent < 0 || parent >= static_cast<int>(index))
      tops.push_back(index);
    else
      children[static_cast<std::size_t>(parent)].push_back(index);
  }
  for (const auto top : tops) write_code(document, project, children, top);
  document.close();
  document.close();
}

void write_variables(QdaDocument& document, const QdaProject& project) {
  write_list(document, "Variables", project.variables, [&](const QdaVariable& variable) {
    document.open("Variable");
    document.guid("guid", variable.guid);
    document.named("name", variable.name);
    document.named("typeOfVariable", format_type(variable.type));
    document.description(variable.description);
  });
}

void write_cases(QdaDocument& document, const QdaProject& project) {
  write_list(document, "Cases", project.cases, [&](const QdaCase& one) {
    document.open("Case");
    document.guid("guid", one.guid);
    document.attribute("name", one.name);
    document.description(one.description);
    document.references("CodeRef", one.codes);
    write_qda_values(document, one.values);
    document.references("SourceRef", one.sources);
    document.references("SelectionRef", one.selections);
  });
}

void write_sources(QdaDocument& document,
                   std::string_view name,
                   const std::vector<QdaSource>& sources) {
  if (sources.empty()) return;
  document.open(name);
  for (const auto& source : sources)
    write_qda_source(document, name == "Notes" ? "Note" : format_source_kind(source.kind), source);
  document.close();
}

void write_networks(QdaDocument& document, const QdaProject& project) {
  write_list(document, "Links", project.links, [&](const QdaLink& link) {
    document.open("Link");
    document.guid("guid", link.guid);
    document.attribute("name", link.name);
    document.attribute("direction", format_direction(link.direction));
    document.color(link.color);
    if (!link.origin.empty()) document.guid("originGUID", link.origin);
    if (!link.target.empty()) document.guid("targetGUID", link.target);
    document.references("NoteRef", link.notes);
  });
  write_list(document, "Sets", project.sets, [&](const QdaSet& set) {
    document.open("Set");
    document.guid("guid", set.guid);
    document.named("name", set.name);
    document.description(set.description);
    document.references("MemberCode", set.codes);
    document.references("MemberSource", set.sources);
    document.references("MemberNote", set.notes);
  });
}

void write_vertex(QdaDocument& document, const QdaVertex& vertex) {
  document.open("Vertex");
  document.guid("guid", vertex.guid);
  if (!vertex.represented.empty()) document.guid("representedGUID", vertex.represented);
  document.attribute("name", vertex.name);
  document.number("firstX", vertex.first_x);
  document.number("firstY", vertex.first_y);
  if (vertex.second_x) document.number("secondX", *vertex.second_x);
  if (vertex.second_y) document.number("secondY", *vertex.second_y);
  if (!vertex.shape.empty() && !is_shape(vertex.shape)) document.refuse("Vertex", vertex.shape);
  document.attribute("shape", vertex.shape);
  document.color(vertex.color);
  document.close();
}

void write_edge(QdaDocument& document, const QdaEdge& edge) {
  document.open("Edge");
  document.guid("guid", edge.guid);
  if (!edge.represented.empty()) document.guid("representedGUID", edge.represented);
  document.attribute("name", edge.name);
  document.guid("sourceVertex", edge.source);
  document.guid("targetVertex", edge.target);
  document.color(edge.color);
  document.attribute("direction", format_direction(edge.direction));
  if (!edge.line_style.empty() && !is_line_style(edge.line_style))
    document.refuse("Edge", edge.line_style);
  document.attribute("lineStyle", edge.line_style);
  document.close();
}

void write_graphs(QdaDocument& document, const QdaProject& project) {
  write_list(document, "Graphs", project.graphs, [&](const QdaGraph& graph) {
    document.open("Graph");
    document.guid("guid", graph.guid);
    document.attribute("name", graph.name);
    for (const auto& vertex : graph.vertices) write_vertex(document, vertex);
    for (const auto& edge : graph.edges) write_edge(document, edge);
  });
}

}  // namespace

base::Result<std::string> write_qda_project(const QdaProject& project) {
  QdaDocument document;
  write_head(document, project);
  write_list(document, "Users", project.users, [&](const QdaUser& user) {
    document.open("User");
    document.guid("guid", user.guid);
    document.attribute("name", user.name);
    document.attribute("id", user.id);
  });
  write_codebook(document, project);
  write_variables(document, project);
  write_cases(document, project);
  write_sources(document, "Sources", project.sources);
  write_sources(document, "Notes", project.notes);
  write_networks(document, project);
  write_graphs(document, project);
  document.description(project.item.description);
  document.references("NoteRef", project.note_refs);
  document.close();
  return document.release();
}

}  // namespace exchange
