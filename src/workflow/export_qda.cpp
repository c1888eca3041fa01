// Turns the model, the sources, the citations and the ratings into the values of a project.
#include "workflow/export_qda.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "exchange/qda_guid.hpp"
#include "exchange/write_qda.hpp"
#include "text/unicode.hpp"
#include "workflow/qda_marks.hpp"
#include "workflow/qda_office.hpp"

namespace workflow {

namespace {

using exchange::make_guid;
using exchange::QdaSource;

constexpr std::int64_t name_code_points = 80;

// A citation, or words under a free code: coded words either way.
struct CodedWords {
  assessment::Anchor anchor;
  std::string id;    // E1, K1
  std::string code;  // guid
  std::string by;
  std::string at;
  std::string note;  // empty: there is nothing to add
};

// What is gathered while the parts of the project are made.
struct Export {
  Workspace& workspace;
  assessment::Dossier dossier;
  exchange::QdaProject project;
  std::vector<CodedWords> words = {};
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
  for (const auto& words : work.words) names.insert(words.by);
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

std::string free_code_guid(const Export& work, const std::string& code) {
  return make_guid("free code", work.dossier.assessment.id + "\n" + code);
}

void add_note(Export& work, const std::string& guid, const std::string& name, std::string words) {
  QdaSource note;
  note.item.guid = guid;
  note.item.name = name;
  note.content = std::move(words);
  work.project.notes.push_back(std::move(note));
}

// Codes that were merged into others hold nothing and stay at home.
void add_free_codes(Export& work) {
  const auto& nodes = work.workspace.model.nodes;
  for (const auto& free : work.dossier.codebook.codes) {
    if (!free.merged_into.empty()) continue;
    exchange::QdaCode code;
    code.guid = free_code_guid(work, free.code);
    code.name = free.name;
    code.description = free.memo;
    code.notes = {make_guid("note", code.guid)};
    const auto node = std::ranges::find(nodes, free.node, &model::Node::code);
    if (!free.node.empty() && node != nodes.end())
      code.parent = static_cast<int>(node - nodes.begin()) - 1;
    add_note(work, code.notes.front(), free.code, format_code_note(free));
    work.project.codes.push_back(std::move(code));
  }
}

void add_case(Export& work) {
  auto office = describe_office(work.workspace.model, work.dossier);
  exchange::QdaCase one;
  one.guid = office.guid;
  one.name = office.name;
  for (auto& [variable, value] : office.values) {
    if (value) one.values.push_back({variable.guid, variable.type, std::move(value)});
    work.project.variables.push_back(std::move(variable));
  }
  for (const auto& source : work.dossier.sources)
    one.sources.push_back(make_guid("source", source.id));
  work.project.cases.push_back(std::move(one));
}

void gather_words(Export& work) {
  for (const auto& evidence : work.dossier.evidence)
    work.words.push_back({static_cast<const assessment::Anchor&>(evidence),
                          evidence.id,
                          code_guid(work.workspace.model, evidence.indicator_code),
                          evidence.cited_by,
                          evidence.cited_at,
                          format_citation_note(evidence)});
  for (const auto& coding : work.dossier.codebook.codings)
    if (!coding.taken_back)
      work.words.push_back({static_cast<const assessment::Anchor&>(coding),
                            coding.id,
                            free_code_guid(work, coding.code),
                            coding.coded_by,
                            coding.coded_at,
                            format_coding_note(coding)});
}

std::string note_guid(const Export& work, const CodedWords& words) {
  return make_guid("note", work.dossier.assessment.id + "\n" + words.id);
}

exchange::QdaSelection make_selection(const Export& work,
                                      const CodedWords& words,
                                      std::string_view kind,
                                      exchange::QdaPlace place) {
  const auto id = work.dossier.assessment.id + "\n" + words.id;
  exchange::QdaSelection selection;
  selection.item.guid = make_guid(kind, id);
  selection.item.name = shorten(words.anchor.quote);
  selection.item.creating_user = user_guid(words.by);
  selection.item.created_at = words.at;
  selection.place = std::move(place);
  // Words are coded once, also where they and their area are both selected.
  exchange::QdaCoding coding{
      make_guid("coding", id), words.code, user_guid(words.by), words.at, {}};
  if (!words.note.empty()) coding.notes.push_back(note_guid(work, words));
  selection.codings.push_back(std::move(coding));
  return selection;
}

void add_notes(Export& work) {
  for (const auto& words : work.words) {
    if (words.note.empty()) continue;
    add_note(work, note_guid(work, words), words.id, words.note);
    auto& item = work.project.notes.back().item;
    item.creating_user = user_guid(words.by);
    item.created_at = words.at;
  }
}

// The smallest area around coded words: whole points from the bottom left.
base::Result<std::optional<exchange::QdaAreaPlace>> find_area(Workspace& workspace,
                                                              const std::string& source_id,
                                                              double height,
                                                              const assessment::Anchor& anchor) {
  const auto words = TRY(workspace.store.load_words(source_id, anchor.page));
  std::optional<document::Box> around;
  for (const auto& word : words) {
    if (word.range.end <= anchor.range.begin || word.range.begin >= anchor.range.end) continue;
    if (!around) around = word.box;
    around->left = std::min(around->left, word.box.left);
    around->top = std::min(around->top, word.box.top);
    around->right = std::max(around->right, word.box.right);
    around->bottom = std::max(around->bottom, word.box.bottom);
  }
  std::optional<exchange::QdaAreaPlace> area;
  if (around)
    area = exchange::QdaAreaPlace{anchor.page - 1,
                                  std::lround(std::floor(around->left)),
                                  std::lround(std::floor(height - around->bottom)),
                                  std::lround(std::ceil(around->right)),
                                  std::lround(std::ceil(height - around->top))};
  return area;
}

base::Result<void> add_areas(Export& work, const assessment::Source& source, QdaSource& pdf) {
  const auto pages = TRY(work.workspace.store.load_pages(source.id));
  for (const auto& coded : work.words) {
    const auto& anchor = coded.anchor;
    if (anchor.source_code != source.code || anchor.page == 0) continue;
    const auto page = std::ranges::find(pages, anchor.page, &store::PageText::number);
    if (page == pages.end()) continue;
    const auto area = TRY(find_area(work.workspace, source.id, page->height, anchor));
    if (!area) continue;
    auto selection = make_selection(work, coded, "area", *area);
    QdaSource words;
    words.item.guid = make_guid("words", work.dossier.assessment.id + "\n" + coded.id);
    words.content = anchor.quote;
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
  for (const auto& words : work.words)
    if (words.anchor.source_code == source.code)
      text.selections.push_back(
          make_selection(work,
                         words,
                         "selection",
                         exchange::QdaTextPlace{words.anchor.range.begin, words.anchor.range.end}));
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
std::string latest_moment(const Export& work) {
  std::string latest;
  for (const auto& source : work.dossier.sources) latest = std::max(latest, source.added_at);
  for (const auto& evidence : work.dossier.evidence) latest = std::max(latest, evidence.decided_at);
  for (const auto& words : work.words) latest = std::max(latest, words.at);
  for (const auto& code : work.dossier.codebook.codes) latest = std::max(latest, code.added_at);
  for (const auto& rating : work.dossier.ratings) latest = std::max(latest, rating.rated_at);
  return latest;
}

}  // namespace

base::Result<std::string> export_qda(Workspace& workspace, const Context& context) {
  Export work{workspace, TRY(workspace.store.load_dossier(workspace.assessment.id)), {}};
  gather_words(work);
  work.project.item.name = name_assessment(workspace.assessment);
  work.project.item.modified_at = latest_moment(work);
  work.project.origin = "Jenjang " + context.engine_version;
  add_users(work);
  add_codes(work);
  add_free_codes(work);
  add_case(work);
  for (const auto& source : work.dossier.sources) TRY(add_source(work, source));
  add_notes(work);
  return exchange::write_qda_project(work.project);
}

}  // namespace workflow
