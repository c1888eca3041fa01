// Whether a signature as it stands in a file (CMS, also called PKCS#7) fits the bytes it is for.
// The one door to libcrypto.
#pragma once

#include <string>
#include <string_view>

#include "document/signature.hpp"

namespace extract {

/// How a signature speaks of the signed bytes.
enum class SignedBy {
  themselves,  ///< it is made over the bytes
  sha1,        ///< it holds their SHA-1
  timestamp    ///< it is a time stamp (RFC 3161), which holds a digest of them
};

/// What a signature says. Texts are as the certificate has them, UTF-8 and unchecked.
struct CheckedSignature {
  document::SignatureState state = document::SignatureState::damaged;
  std::string signer = {};
  std::string issuer = {};
  std::string time = {};  ///< by the signer's clock, ISO 8601 in UTC; empty where it states none
};

/// Holds the signature against the bytes. What stands behind it in `blob`, such as padding, is
/// left. Certificates are not judged: that needs a list of issuers.
CheckedSignature check_cms(std::string_view blob, const std::string& bytes, SignedBy how);

/// Keeps libcrypto from looking for its settings, which the confinement would refuse.
void prepare_cms();

}  // namespace extract
