// Writes the field form of a model for KoboToolbox and ODK.
#pragma once

#include <string>

#include "base/result.hpp"
#include "model/model.hpp"

namespace workflow {

/// An XLSForm workbook in both languages. Errors: those of exchange::write_xlsform.
base::Result<std::string> export_field_form(const model::Model& model);

}  // namespace workflow
