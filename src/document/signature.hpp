// An electronic signature in a document: who signed, when, and whether the bytes still agree.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.hpp"

namespace document {

/// What became of a signature, or why nothing can be said. Ordered: of several, the last one is
/// what a person must know first.
enum class SignatureState {
  empty,      ///< a field for a signature, and none in it
  valid,      ///< the signed bytes are as they were when they were signed
  unchecked,  ///< of a kind or by a method that is not checked here
  damaged,    ///< it cannot be read as a signature
  broken      ///< the signed bytes were changed afterwards, or it belongs to others
};

constexpr base::NameTable<SignatureState, 5> signature_state_names = {{
    {SignatureState::empty, "empty"},
    {SignatureState::valid, "valid"},
    {SignatureState::unchecked, "unchecked"},
    {SignatureState::damaged, "damaged"},
    {SignatureState::broken, "broken"},
}};

constexpr std::string_view name_of(SignatureState state) {
  return base::find_name(signature_state_names, state);
}

constexpr std::optional<SignatureState> find_signature_state(std::string_view name) {
  return base::find_value(signature_state_names, name);
}

/// One field for a signature. Whether its certificate can be trusted is never checked: there is no
/// list of issuers here, and no network to ask.
struct Signature {
  SignatureState state = SignatureState::empty;
  std::string field;           ///< the field's name in the file
  std::optional<int> page;     ///< where it stands; none where it stands on no page
  std::string signer = {};     ///< as the certificate names the person; else as the file does
  std::string issuer = {};     ///< as the certificate names who issued it
  std::string signed_at = {};  ///< by the signer's own clock, ISO 8601; empty where not stated
  bool covers_all = false;     ///< of one that can be read: nothing was added to the file later
  bool operator==(const Signature&) const = default;
};

/// What all signatures of a document come down to; none where nobody signed.
inline std::optional<SignatureState> summarize(const std::vector<Signature>& signatures) {
  const auto worst = std::ranges::max_element(signatures, {}, &Signature::state);
  if (worst == signatures.end() || worst->state == SignatureState::empty) return std::nullopt;
  return worst->state;
}

/// Whether something was added to the file after the last signature.
inline bool is_extended(const std::vector<Signature>& signatures) {
  return summarize(signatures) && std::ranges::none_of(signatures, &Signature::covers_all);
}

}  // namespace document
