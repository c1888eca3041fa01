// Turns the model, the sources, the citations and the ratings into the values of a project.
#include "workflow/export_qda.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "evaluation/evaluation.hpp"
#include "exchange/qda_guid.hpp"
#include "exchange/write_qda.hpp"
#include "text/unicode.hpp"
#include "workflow/qda_marks.hpp"

namespace workflow {

namespace {

using assessment::Evidence;
using exchange::make_guid;
using exchange::QdaSource;

constexpr std::int64_t name_code_points = 80;

// What is gathered while the parts of the project are made.
struct Export {
  Workspace& workspace;
  assessment::Dossier dossier;
  exchange::QdaProject project;
};

std::string user_guid(const std::string& name) {
  return name.empty() ? "" : make_guid("user", name);
}

std::string shorten(const std::string& quote) {
  std::string line = quote;
  std::ranges::replace_if(line, [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
  if (text::count_code_points(line) <= name_code_points) return line;
  return std::string(text::slice(line, 0, name_code_points)) + "…";
}

void add_users(Export& work) {
  std::set<std::string> names;
  for (const auto& evidence : work.dossier.evidence)
    names.insert({evidence.cited_by, evidence.decided_by});
  for (const auto& rating : work.dossier.ratings) names.insert(rating.rater);
  names.erase("");
  for (const auto& name : names) work.project.users.push_back({user_guid(name), name, ""});
}

std::string describe_code(const model::Model& model, const model::Node& node) {
  if (node.indicator < 0) return {};
  const auto& indicator = model.indicators[static_cast<std::size_t>(node.indicator)];
  std::string text = indicator.question.id;
  for (const auto& [level, criterion] : indicator.criteria)
    text += (text.empty() ? "" : "\n") + std::to_string(level) + ". " + criterion.id;
  return text;
}

void add_codes(Export& work) {
  const auto& model = work.workspace.model;
  // Node 0 is the index, which is no code: positions move by one.
  for (std::size_t i = 1; i < model.nodes.size(); ++i) {
    const auto& node = model.nodes[i];
    exchange::QdaCode code;
    code.guid = code_guid(model, node.code);
    code.name = node.name.id.empty() ? node.code : node.code + " " + node.name.id;
    code.description = describe_code(model, node);
    code.is_codable = node.indicator >= 0;
    code.parent = node.parent - 1;
    work.project.codes.push_back(std::move(code));
  }
}

void add_case(Export& work) {
  const auto& [workspace, dossier, project] = work;
  const auto& model = workspace.model;
  const auto result = evaluation::evaluate(model, dossier, {});
  exchange::QdaCase office;
  office.guid = make_guid("case", workspace.assessment.organization);
  office.name = workspace.assessment.organization;
  const auto variable = [&](const std::string& name,
                            const std::string& description,
                            exchange::QdaType type,
                            std::optional<std::string> value) {
    const auto guid = make_guid("variable", model.id + "\n" + name);
    work.project.variables.push_back({guid, name, description, type});
    if (value) office.values.push_back({guid, type, std::move(value)});
  };
  variable("period", "", exchange::QdaType::text, workspace.assessment.period);
  variable("model", "", exchange::QdaType::text, model.id + "@" + model.version);
  for (const auto& indicator : result.indicators) {
    const auto& node = model.nodes[static_cast<std::size_t>(indicator.node)];
    constexpr int digits = 12;
    variable(node.code,
             node.name.id,
             exchange::QdaType::decimal,
             indicator.claimed
                 ? std::optional(base::format_decimal_trimmed(*indicator.claimed, digits))
                 : std::nullopt);
  }
  for (const auto& source : dossier.sources)
    office.sources.push_back(make_guid("source", source.id));
  work.project.cases.push_back(std::move(office));
}

std::string note_guid(const Export& work, const Evidence& evidence) {
  return make_guid("note", work.dossier.assessment.id + "\n" + evidence.id);
}

exchange::QdaSelection make_selection(const Export& work,
                                      const Evidence& evidence,
                                      std::string_view kind,
                                      exchange::QdaPlace place) {
  const auto id = work.dossier.assessment.id + "\n" + evidence.id;
  exchange::QdaSelection selection;
  selection.item.guid = make_guid(kind, id);
  selection.item.name = shorten(evidence.quote);
  selection.item.creating_user = user_guid(evidence.cited_by);
  selection.item.created_at = evidence.cited_at;
  selection.place = std::move(place);
  // One citation is one coding, also where the words and their area are both selected.
  selection.codings.push_back({make_guid("coding", id),
                               code_guid(work.workspace.model, evidence.indicator_code),
                               user_guid(evidence.cited_by),
                               evidence.cited_at,
                               {note_guid(work, evidence)}});
  return selection;
}

void add_note(Export& work, const Evidence& evidence) {
  QdaSource note;
  note.item.guid = note_guid(work, evidence);
  note.item.name = evidence.id;
  note.item.creating_user = user_guid(evidence.cited_by);
  note.item.created_at = evidence.cited_at;
  note.content = format_citation_note(evidence);
  work.project.notes.push_back(std::move(note));
}

// The smallest area around the words of a citation: whole points from the bottom left.
base::Result<std::optional<exchange::QdaAreaPlace>> find_area(Workspace& workspace,
                                                              const std::string& source_id,
                                                              double height,
                                                              const Evidence& evidence) {
  const auto words = TRY(workspace.store.load_words(source_id, evidence.page));
  std::optional<document::Box> around;
  for (const auto& word : words) {
    if (word.range.end <= evidence.range.begin || word.range.begin >= evidence.range.end) continue;
    if (!around) around = word.box;
    around->left = std::min(around->left, word.box.left);
    around->top = std::min(around->top, word.box.top);
    around->right = std::max(around->right, word.box.right);
    around->bottom = std::max(around->bottom, word.box.bottom);
  }
  std::optional<exchange::QdaAreaPlace> area;
  if (around)
    area = exchange::QdaAreaPlace{evidence.page - 1,
                                  std::lround(std::floor(around->left)),
                                  std::lround(std::floor(height - around->bottom)),
                                  std::lround(std::ceil(around->right)),
                                  std::lround(std::ceil(height - around->top))};
  return area;
}

base::Result<void> add_areas(Export& work, const assessment::Source& source, QdaSource& pdf) {
  const auto pages = TRY(work.workspace.store.load_pages(source.id));
  for (const auto& evidence : work.dossier.evidence) {
    if (evidence.source_code != source.code || evidence.page == 0) continue;
    const auto page = std::ranges::find(pages, evidence.page, &store::PageText::number);
    if (page == pages.end()) continue;
    const auto area = TRY(find_area(work.workspace, source.id, page->height, evidence));
    if (!area) continue;
    auto selection = make_selection(work, evidence, "area", *area);
    QdaSource words;
    words.item.guid = make_guid("words", work.dossier.assessment.id + "\n" + evidence.id);
    words.content = evidence.quote;
    selection.representation.push_back(std::move(words));
    pdf.selections.push_back(std::move(selection));
  }
  return {};
}

base::Result<QdaSource> make_text(Export& work, const assessment::Source& source) {
  QdaSource text;
  text.item.guid = make_guid("text", source.id);
  text.item.name = source.code;
  text.item.created_at = source.added_at;
  text.content = TRY(work.workspace.store.load_text(source.id));
  for (const auto& evidence : work.dossier.evidence)
    if (evidence.source_code == source.code)
      text.selections.push_back(
          make_selection(work,
                         evidence,
                         "selection",
                         exchange::QdaTextPlace{evidence.range.begin, evidence.range.end}));
  return text;
}

base::Result<void> add_source(Export& work, const assessment::Source& source) {
  auto text = TRY(make_text(work, source));
  const bool is_pdf = source.format == "pdf";
  QdaSource whole;
  if (is_pdf) {
    whole.kind = exchange::QdaSourceKind::pdf;
    whole.content = TRY(work.workspace.store.load_bytes(source.id));
    whole.current_path = source.file_name;
    TRY(add_areas(work, source, whole));
    const bool has_text = !text.content->empty();
    whole.item = text.item;
    if (has_text) whole.representation.push_back(std::move(text));
  } else {
    whole = std::move(text);
  }
  whole.item.guid = make_guid("source", source.id);
  whole.item.description = source.citation.empty() ? source.title : source.citation;
  work.project.sources.push_back(std::move(whole));
  return {};
}

// The latest moment of anything in it: the export knows no clock, so that it repeats.
std::string latest_moment(const assessment::Dossier& dossier) {
  std::string latest;
  for (const auto& source : dossier.sources) latest = std::max(latest, source.added_at);
  for (const auto& evidence : dossier.evidence)
    latest = std::max({latest, evidence.cited_at, evidence.decided_at});
  for (const auto& rating : dossier.ratings) latest = std::max(latest, rating.rated_at);
  return latest;
}

}  // namespace

base::Result<std::string> export_qda(Workspace& workspace, const Context& context) {
  Export work{workspace, TRY(workspace.store.load_dossier(workspace.assessment.id)), {}};
  work.project.item.name = name_assessment(workspace.assessment);
  work.project.item.modified_at = latest_moment(work.dossier);
  work.project.origin = "Jenjang " + context.engine_version;
  add_users(work);
  add_codes(work);
  add_case(work);
  for (const auto& source : work.dossier.sources) TRY(add_source(work, source));
  for (const auto& evidence : work.dossier.evidence) add_note(work, evidence);
  return exchange::write_qda_project(work.project);
}

}  // namespace workflow
