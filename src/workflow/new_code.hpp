// Words for new free codes: which ones can be used, and one made of a name.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "model/model.hpp"

namespace workflow {

/// A new code: letters, digits, hyphens, full stops and underscores, unlike any of the model.
/// Errors: invalid "codes.code_unfit", "codes.code_of_model".
base::Result<void> check_new_code(const model::Model& model, const std::string& code);

/// A fit word for a code of this name, "pusat-data" for "Pusat Data!", with a number behind it
/// where the word is taken.
std::string make_code(const model::Model& model,
                      const std::string& name,
                      const std::function<bool(const std::string&)>& is_taken);

}  // namespace workflow
