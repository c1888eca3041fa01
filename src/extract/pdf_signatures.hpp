// The electronic signatures in a PDF: who signed, when, and whether the signed bytes still agree.
#pragma once

#include <string_view>
#include <vector>

#include "document/signature.hpp"

namespace extract {

/// Every field for a signature, in the order of the form, with what became of the signature in it.
std::vector<document::Signature> find_signatures(std::string_view bytes);

}  // namespace extract
