// Names the values of the organisation and compares them with those of a file.
#include "workflow/qda_office.hpp"

#include <algorithm>

#include "base/rational.hpp"
#include "evaluation/evaluation.hpp"
#include "exchange/qda_guid.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using exchange::make_guid;
using exchange::QdaType;

/// The value of ours that one of the file speaks of, by guid or name of the variable.
const OfficeValue* find_value(const exchange::QdaProject& project,
                              const Office& office,
                              const std::string& guid) {
  const auto theirs = std::ranges::find(project.variables, guid, &exchange::QdaVariable::guid);
  for (const auto& one : office.values)
    if (one.variable.guid == guid ||
        (theirs != project.variables.end() && theirs->name == one.variable.name))
      return &one;
  return nullptr;
}

bool says_the_same(const OfficeValue& ours, const std::string& theirs) {
  if (!ours.value || ours.variable.type != QdaType::decimal) return ours.value == theirs;
  const auto number = base::parse_rational(theirs);
  return number && number == base::parse_rational(*ours.value);
}

void compare(const exchange::QdaProject& project,
             const Office& office,
             const exchange::QdaCase& one,
             std::vector<QdaFinding>& findings) {
  int foreign = 0;
  std::string differing;
  for (const auto& value : one.values) {
    const auto* ours = find_value(project, office, value.variable);
    if (ours == nullptr)
      ++foreign;
    else if (value.value && !says_the_same(*ours, *value.value))
      differing += (differing.empty() ? "" : "; ") + ours->variable.name + " " + *value.value;
  }
  if (!differing.empty())
    findings.push_back({{"case_differs", one.name, std::move(differing), "left_out"}});
  if (foreign > 0 || !one.codes.empty() || !one.selections.empty())
    findings.push_back({{"case", one.name, std::to_string(foreign), "left_out"}});
}

}  // namespace

Office describe_office(const model::Model& model, const assessment::Dossier& dossier) {
  const auto& assessment = dossier.assessment;
  const auto result = evaluation::evaluate(model, dossier, {});
  Office office{make_guid("case", assessment.organization), assessment.organization, {}};
  const auto add = [&](const std::string& name,
                       const std::string& description,
                       QdaType type,
                       std::optional<std::string> value) {
    const auto guid = make_guid("variable", model.id + "\n" + name);
    office.values.push_back({{guid, name, description, type}, std::move(value)});
  };
  add("period", "", QdaType::text, assessment.period);
  add("model", "", QdaType::text, model.id + "@" + model.version);
  for (const auto& indicator : result.indicators) {
    const auto& node = model.nodes[static_cast<std::size_t>(indicator.node)];
    constexpr int digits = 12;
    add(node.code,
        node.name.id,
        QdaType::decimal,
        indicator.claimed ? std::optional(base::format_decimal_trimmed(*indicator.claimed, digits))
                          : std::nullopt);
  }
  return office;
}

void compare_cases(const exchange::QdaProject& project,
                   const Office& office,
                   std::vector<QdaFinding>& findings) {
  for (const auto& one : project.cases) {
    const bool is_ours = one.guid == office.guid || text::fold(one.name) == text::fold(office.name);
    if (is_ours)
      compare(project, office, one, findings);
    else
      findings.push_back({{"case", one.name, std::to_string(one.values.size()), "left_out"}});
  }
}

}  // namespace workflow
