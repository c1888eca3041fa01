// The codings of a project as citations of a workspace.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "exchange/qda_project.hpp"
#include "workflow/qda_report.hpp"
#include "workflow/qda_sources.hpp"
#include "workflow/workspace.hpp"

namespace workflow {

/// What the codings of one project need to become citations, and what came of them.
class QdaCodings {
 public:
  QdaCodings(Workspace& workspace,
               const exchange::QdaProject& project,
               const std::string& by,
               const Context& context,
               QdaImport& result);

  /// Proposes the codings of a source as citations of what was filed of it. Errors: the store's.
  base::Result<void> take(const PreparedSource& prepared, const assessment::Source& filed);

  /// Adds to the findings the codes that are no indicators, with the number of their codings.
  void finish();

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
  base::Result<void> cite(const exchange::QdaCoding& coding,
                          const exchange::QdaSelection& selection,
                          assessment::Evidence evidence);
  [[nodiscard]] bool stands_already(const assessment::Evidence& evidence) const;
  void count_codings(const exchange::QdaSource& source, std::map<std::string, int>& counts) const;

  Workspace& workspace_;
  const exchange::QdaProject& project_;
  std::string by_;
  const Context& context_;
  QdaImport& result_;
  std::map<std::string, std::string> indicators_;  ///< by guid of the code
  std::map<std::string, std::string> users_;
  std::map<std::string, const exchange::QdaSource*> notes_;
  std::set<std::string> codings_;  ///< guids that were taken
  std::vector<assessment::Evidence> earlier_;
  bool has_earlier_ = false;
};

}  // namespace workflow
