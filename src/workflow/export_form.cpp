// Hands the model and the sentences of both languages to the form.
#include "workflow/export_form.hpp"

#include "exchange/xlsform.hpp"
#include "workflow/messages.hpp"

namespace workflow {

base::Result<std::string> export_field_form(const model::Model& model) {
  const auto indonesian = load_catalog("id");
  const auto english = load_catalog("en");
  return exchange::write_xlsform(model, {indonesian, english});
}

}  // namespace workflow
