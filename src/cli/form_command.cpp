// jenjang export: what leaves for other programs, such as the field form of a model.
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/export_form.hpp"
#include "workflow/load_model.hpp"

namespace cli {

namespace {

int run_export(Console& console, const Words& words) {
  const auto loaded = workflow::load_model(words.word("--model"));
  if (!loaded) return console.fail(loaded.error());
  const auto form = workflow::export_field_form(loaded->model);
  if (!form) return console.fail(form.error());
  return write_out(console, words.word("-o"), *form);
}

}  // namespace

Command export_command() {
  return {"export",
          {{"KIND", Shape::word, Need::required, {"xlsform"}},
           {"--model", Shape::word, Need::required, {}},
           {"-o", Shape::word, Need::optional, {}}},
          run_export};
}

}  // namespace cli
