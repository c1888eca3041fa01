// Reads a project, files its sources and proposes its codings, in one transaction.
#include "workflow/import_qda.hpp"

#include <map>
#include <set>
#include <utility>

#include "base/digest.hpp"
#include "exchange/read_qda.hpp"
#include "workflow/load_stemmer.hpp"
#include "workflow/qda_codings.hpp"
#include "workflow/qda_office.hpp"
#include "workflow/qda_sources.hpp"

namespace workflow {

namespace {

using assessment::Source;
using exchange::QdaProject;

// Sources of a workspace by what they hold, and the codes that are taken.
class Shelf {
 public:
  explicit Shelf(const std::vector<Source>& sources) {
    for (const auto& source : sources) put(source);
  }

  void put(const Source& source) {
    codes_.insert(source.code);
    by_digest_.emplace(source.digest, source);
    by_digest_.emplace(source.text_digest, source);
  }

  /// A source with the same bytes; for a text also one with the same words.
  [[nodiscard]] const Source* find(const Source& source) const {
    auto found = by_digest_.find(source.digest);
    if (found == by_digest_.end() && source.format == "plain_text")
      found = by_digest_.find(source.text_digest);
    return found == by_digest_.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::string make_unique(const std::string& code) const {
    std::string unique = code;
    for (int number = 2; codes_.contains(unique); ++number)
      unique = code + "-" + std::to_string(number);
    return unique;
  }

 private:
  std::set<std::string> codes_;
  std::map<std::string, Source> by_digest_;
};

base::Result<Source> file_source(Workspace& workspace,
                                 PreparedSource& prepared,
                                 const Shelf& shelf,
                                 text::Stemmer& stemmer,
                                 const Context& context) {
  auto& source = prepared.read.source;
  source.code = shelf.make_unique(source.code);
  source.id = base::sha256(workspace.assessment.organization + "\n" + source.code).substr(0, 26);
  source.added_at = context.clock();
  const store::FiledSource filed{source,
                                 std::move(prepared.bytes),
                                 prepared.read.text,
                                 prepared.read.pages,
                                 prepared.read.passages};
  TRY(workspace.store.save_source(workspace.assessment.id, filed, stemmer));
  return source;
}

// A source that was filed long ago may have been read by other rules: its stored words count.
base::Result<void> take_stored_words(Workspace& workspace,
                                     const Source& there,
                                     ingest::ReadSource& read) {
  if (there.text_digest == read.source.text_digest) return {};
  read.text = TRY(workspace.store.load_text(there.id));
  read.pages.clear();
  const auto pages = TRY(workspace.store.load_pages(there.id));
  for (const auto& page : pages) {
    auto words = TRY(workspace.store.load_words(there.id, page.number));
    read.pages.push_back({page.number, page.width, page.height, page.range, std::move(words)});
  }
  return {};
}

// What a project holds and a workspace has no place for.
void note_the_rest(const QdaProject& project, std::vector<QdaFinding>& findings) {
  const auto note = [&](std::string_view what, const std::string& name, std::string detail = {}) {
    findings.push_back({{std::string(what), name, std::move(detail), "left_out"}});
  };
  std::set<std::string> used;
  const auto use = [&](const std::vector<exchange::QdaSelection>& selections) {
    for (const auto& selection : selections) {
      used.insert(selection.notes.begin(), selection.notes.end());
      for (const auto& coding : selection.codings)
        used.insert(coding.notes.begin(), coding.notes.end());
    }
  };
  for (const auto& code : project.codes) used.insert(code.notes.begin(), code.notes.end());
  for (const auto& source : project.sources) {
    use(source.selections);
    for (const auto& words : source.representation) use(words.selections);
    if (!source.values.empty())
      note("values_of_source", source.item.name, std::to_string(source.values.size()));
  }
  for (const auto& one : project.notes)
    if (!used.contains(one.item.guid)) note("note", one.item.name);
  for (const auto& one : project.links) note("link", one.name);
  for (const auto& one : project.sets) note("set", one.name);
  for (const auto& one : project.graphs) note("graph", one.name);
}

}  // namespace

base::Result<QdaImport> import_qda(Workspace& workspace,
                                   std::string_view bytes,
                                   const std::string& by,
                                   const Context& context) {
  auto reading = TRY(exchange::read_qda_project(bytes));
  QdaImport result;
  for (auto& deviation : reading.deviations) result.findings.push_back({std::move(deviation)});
  auto prepared = TRY(prepare_qda_sources(reading.project, context, result.findings));
  Shelf shelf(TRY(workspace.store.load_sources(workspace.assessment.id)));
  auto stemmer = load_stemmer(context);
  QdaEarlier earlier{TRY(workspace.store.load_dossier(workspace.assessment.id)),
                     TRY(workspace.store.load_acts(workspace.assessment.id))};
  const auto office = describe_office(workspace.model, earlier.dossier);
  QdaCodings codings({workspace, context, by}, reading.project, std::move(earlier), result);
  const auto kept = workspace.store.in_transaction([&]() -> base::Result<void> {
    for (auto& one : prepared) {
      const auto* there = shelf.find(one.read.source);
      if (there != nullptr) {
        result.already_there.push_back(there->code);
        TRY(take_stored_words(workspace, *there, one.read));
        TRY(codings.take(one, *there));
        continue;
      }
      const auto filed = TRY(file_source(workspace, one, shelf, stemmer, context));
      shelf.put(filed);
      result.sources.push_back(filed);
      TRY(codings.take(one, filed));
    }
    return codings.record();
  });
  if (!kept) return base::pass_on(kept.error());
  compare_cases(reading.project, office, result.findings);
  note_the_rest(reading.project, result.findings);
  return result;
}

}  // namespace workflow
