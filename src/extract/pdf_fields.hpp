// The fields for signatures in a PDF's form, and what the file says of the signatures in them.
// Reads by poppler's core; judges nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

/// A field for a signature as the file has it.
struct SignatureField {
  std::string name;                           ///< "Persetujuan.Kepala"
  std::optional<int> page;                    ///< of its box; none where no page bears it
  bool is_signed = false;                     ///< there is a signature in it, of whatever worth
  std::string kind = {};                      ///< SubFilter: "ETSI.CAdES.detached"
  std::vector<std::int64_t> byte_range = {};  ///< offset and length, twice
  std::string signer = {};  ///< as the file names the person, outside the certificate
  std::string time = {};    ///< likewise: "D:20261014100000+07'00'"
};

/// In the order of the form, at most `fields_max`; a form that names itself as its own part is
/// walked once. Empty where the document cannot be opened or has none.
std::vector<SignatureField> find_signature_fields(std::string_view bytes, std::size_t fields_max);

}  // namespace extract
