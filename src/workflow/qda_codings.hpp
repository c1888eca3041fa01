// The codings of a project as citations and codings of a workspace.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "exchange/qda_project.hpp"
#include "workflow/import_record.hpp"
#include "workflow/qda_codes.hpp"
#include "workflow/qda_report.hpp"
#include "workflow/qda_sources.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// What a workspace holds already, for codings to be compared with.
struct QdaEarlier {
  assessment::Dossier dossier;
  std::vector<assessment::CodingAct> acts;
};

/// Where codings are taken in, and who does it.
struct QdaTaker {
  Workspace& workspace;
  const Context& context;
  std::string by;
};

/// Takes in the codings of one project: those with an indicator become proposed citations, those
/// with another code codings of a free one.
class QdaCodings {
 public:
  QdaCodings(const QdaTaker& taker,
             const exchange::QdaProject& project,
             QdaEarlier earlier,
             QdaImport& result);

  /// Takes in the codings of a source, in what was filed of it. Errors: the store's.
  base::Result<void> take(const PreparedSource& prepared, const assessment::Source& filed);

  /// Records the new codes and all that came in as one act. Errors: the store's.
  base::Result<void> record();

 private:
  using Place = std::optional<document::Range>;

  void note(std::string_view what, const exchange::QdaSelection& selection);
  Place find_words(const PreparedSource& prepared, const exchange::QdaSelection& selection);
  Place find_text(const PreparedSource& prepared,
                  const exchange::QdaSelection& selection,
                  const exchange::QdaTextPlace& place);
  Place find_area(const PreparedSource& prepared,
                  const exchange::QdaSelection& selection,
                  const exchange::QdaAreaPlace& area);
  base::Result<void> take_selection(const PreparedSource& prepared,
                                    const exchange::QdaSelection& selection,
                                    const assessment::Source& filed);
  base::Result<void> take_coding(const exchange::QdaCoding& coding,
                                 const exchange::QdaSelection& selection,
                                 const assessment::Anchor& anchor);
  base::Result<void> cite(const exchange::QdaCoding& coding,
                          const exchange::QdaSelection& selection,
                          assessment::Evidence evidence);
  base::Result<void> code(const exchange::QdaCoding& coding,
                          const exchange::QdaSelection& selection,
                          assessment::Coding made);

  /// Who coded, when, and what was said of the words.
  struct Said {
    std::string by;
    std::string at;
    std::string words;
  };

  [[nodiscard]] Said find_said(const exchange::QdaCoding& coding,
                               const exchange::QdaSelection& selection) const;
  [[nodiscard]] std::string find_coder(const exchange::QdaCoding& coding,
                                       const exchange::QdaSelection& selection) const;
  [[nodiscard]] std::vector<std::string> list_notes(const exchange::QdaCoding& coding,
                                                    const exchange::QdaSelection& selection) const;
  [[nodiscard]] bool stands_already(const assessment::Evidence& evidence) const;
  [[nodiscard]] bool stands_already(const assessment::Coding& coding,
                                    const QdaCodes::Free& code) const;

  Workspace& workspace_;
  const exchange::QdaProject& project_;
  std::string by_;
  const Context& context_;
  QdaImport& result_;
  QdaCodes codes_;
  std::map<std::string, std::string> users_;
  std::map<std::string, const exchange::QdaSource*> notes_;
  std::set<std::string> taken_;  ///< guids of codings
  std::vector<assessment::Evidence> citations_;
  std::vector<assessment::Coding> codings_;
  ImportRecord record_;
};

}  // namespace workflow
