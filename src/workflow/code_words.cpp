// Checks codings and changes of the codebook before they are kept.
#include "workflow/code_words.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "workflow/new_code.hpp"

namespace workflow {

namespace {

using assessment::ActKind;
using assessment::Codebook;
using assessment::CodingAct;
using base::ErrorKind;
using base::fail;

constexpr std::int64_t text_length_max = 2000;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// A line of text that people read: not blank, not long, one line.
base::Result<void> check_name(const std::string& code, const std::string& name) {
  if (is_blank(name) || name.find('\n') != std::string::npos ||
      text::count_code_points(name) > text_length_max)
    return fail(ErrorKind::invalid, "codes.name_missing", {{"code", code}});
  return {};
}

base::Result<std::string> find_element(const model::Model& model, const std::string& code) {
  if (code.empty()) return std::string();
  if (const auto indicator = model::find_indicator(model, code))
    return model.nodes[static_cast<std::size_t>(model.leaves[static_cast<std::size_t>(*indicator)])]
        .code;
  const auto wanted = model::fold_code(code);
  std::string known;
  for (std::size_t i = 1; i < model.nodes.size(); ++i) {
    const auto& node = model.nodes[i];
    if (model::fold_code(node.code) == wanted) return node.code;
    if (node.height == 1) known.append(known.empty() ? "" : ", ").append(node.code);
  }
  return fail(ErrorKind::not_found,
              "codes.node_unknown",
              {{"code", code}, {"model", model.id}, {"known", known}});
}

base::Result<Codebook> load_codebook(Workspace& workspace) {
  auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  return std::move(dossier.codebook);
}

/// The code as the book spells it; the word itself where the book has none, for apply_act to
/// refuse.
std::string spell(const Codebook& book, const std::string& code) {
  const auto* found = assessment::find_code(book, code);
  return found == nullptr ? code : found->code;
}

/// What came before the change, for the record: a name, or the codes of the codings.
std::vector<std::string> former_of(const Codebook& book, const CodingAct& act) {
  std::vector<std::string> former;
  if (act.kind == ActKind::rename)
    if (const auto* code = assessment::find_code(book, act.code)) former.push_back(code->name);
  for (const auto& id : act.subjects)
    for (const auto& coding : book.codings)
      if (coding.id == id) former.push_back(coding.code);
  return former;
}

base::Result<void> check_request(const model::Model& model, const CodebookRequest& request) {
  const auto kind = request.kind;
  if (kind == ActKind::add) TRY(check_new_code(model, request.code));
  if (kind == ActKind::split) TRY(check_new_code(model, request.target));
  const bool names = kind == ActKind::add || kind == ActKind::rename || kind == ActKind::split;
  if (names) TRY(check_name(kind == ActKind::split ? request.target : request.code, request.name));
  if (kind == ActKind::merge && is_blank(request.because))
    return fail(ErrorKind::invalid, "codes.reason_missing", {{"code", request.code}});
  const bool moves = kind == ActKind::split || kind == ActKind::move;
  if (moves && request.codings.empty()) return fail(ErrorKind::invalid, "codes.coding_needed");
  for (const auto* text : {&request.memo, &request.because})
    if (text::count_code_points(*text) > text_length_max)
      return fail(
          ErrorKind::invalid, "codes.text_too_long", {{"limit", std::to_string(text_length_max)}});
  return {};
}

std::vector<std::string> without_repeats(const std::vector<std::string>& ids) {
  std::vector<std::string> once;
  once.reserve(ids.size());
  for (const auto& id : ids)
    if (std::ranges::find(once, id) == once.end()) once.push_back(id);
  return once;
}

}  // namespace

base::Result<assessment::Coding> code_words(Workspace& workspace,
                                            const CodeWordsRequest& request,
                                            const Context& context) {
  if (model::find_indicator(workspace.model, request.code))
    return fail(ErrorKind::invalid, "codes.is_indicator", {{"code", request.code}});
  const auto book = TRY(load_codebook(workspace));
  assessment::Coding coding;
  static_cast<assessment::Anchor&>(coding) = TRY(place_quote(workspace, request.words));
  coding.code = spell(book, request.code);
  coding.stance = request.stance;
  coding.strength = request.strength;
  coding.memo = request.memo;
  coding.coded_by = request.by;
  coding.coded_at = context.clock();
  CodingAct act;
  act.kind = ActKind::code;
  act.code = coding.code;
  act.by = request.by;
  act.at = coding.coded_at;
  Codebook tried = book;
  TRY(assessment::apply_act(tried, act));
  const auto& assessment_id = workspace.assessment.id;
  const auto record = [&]() -> base::Result<void> {
    coding.id = TRY(workspace.store.add_coding(assessment_id, coding));
    act.subjects = {coding.id};
    TRY(workspace.store.add_act(assessment_id, act));
    return {};
  };
  TRY(workspace.store.in_transaction(record));
  return coding;
}

base::Result<CodingAct> change_codebook(Workspace& workspace,
                                        const CodebookRequest& request,
                                        const Context& context) {
  TRY(check_request(workspace.model, request));
  auto book = TRY(load_codebook(workspace));
  CodingAct act;
  act.kind = request.kind;
  act.subjects = without_repeats(request.codings);
  act.code = spell(book, request.code);
  act.target = spell(book, request.target);
  act.name = request.name;
  act.node = TRY(find_element(workspace.model, request.node));
  act.memo = request.memo;
  act.because = request.because;
  act.by = request.by;
  act.at = context.clock();
  act.former = former_of(book, act);
  TRY(assessment::apply_act(book, act));
  act.number = TRY(workspace.store.add_act(workspace.assessment.id, act));
  return act;
}

}  // namespace workflow
