// The field form of a model as XLSForm: what an assessor notes on a phone, in both languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exchange/xlsx.hpp"
#include "model/model.hpp"
#include "text/message.hpp"

namespace exchange {

/// Sentences for the questions that every form has, in both languages.
struct FormWords {
  const text::Catalog& indonesian;
  const text::Catalog& english;
};

/// The sheets survey, choices and settings. The questions of an observation are named as `add`
/// reads them back (docs/guide/observations.md): code and text come from the server and the form,
/// then for each chosen indicator CODE_level, CODE_checks, CODE_not_seen and CODE_note. Where a
/// text lacks a language the other one stands in.
std::vector<XlsxSheet> compose_xlsform(const model::Model& model, const FormWords& words);

/// The name of an indicator's group: its code where XML takes it as a name, else with each other
/// character as _ and i_ before a digit.
std::string form_name_of(std::string_view code);

/// The workbook. Errors: those of write_xlsx.
base::Result<std::string> write_xlsform(const model::Model& model, const FormWords& words);

}  // namespace exchange
