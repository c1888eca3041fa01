// Lets OpenSSL's libcrypto read the signature, verify it, and name its signer.
#include "extract/cms.hpp"

#include <array>
#include <ctime>
#include <memory>

#include <fmt/format.h>
#include <openssl/asn1.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

namespace extract {

namespace {

using document::SignatureState;

template <typename T, auto release>
using Owned = std::unique_ptr<T, decltype([](T* one) { release(one); })>;

using Bio = Owned<BIO, BIO_free_all>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using StampedDigest = Owned<TS_TST_INFO, TS_TST_INFO_free>;

Bio to_bio(std::string_view bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string_view to_view(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

// The last part of this kind in a name, as UTF-8.
std::string find_part(const X509_NAME* name, int kind) {
  int last = -1;
  for (int at = last; (at = X509_NAME_get_index_by_NID(name, kind, at)) >= 0;) last = at;
  if (last < 0) return {};
  unsigned char* bytes = nullptr;
  const auto* part = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last));
  const int size = ASN1_STRING_to_UTF8(&bytes, part);
  if (size < 0) return {};
  std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return text;
}

std::string tell_name(const X509_NAME* name) {
  const auto common = find_part(name, NID_commonName);
  return common.empty() ? find_part(name, NID_organizationName) : common;
}

std::string tell_time(const CMS_SignerInfo* signer) {
  auto* attribute =
      CMS_signed_get_attr(signer, CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1));
  const auto* value = X509_ATTRIBUTE_get0_type(attribute, 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
    return {};
  std::tm time{};
  if (ASN1_TIME_to_tm(value->value.asn1_string, &time) != 1) return {};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
                     time.tm_year + 1900,
                     time.tm_mon + 1,
                     time.tm_mday,
                     time.tm_hour,
                     time.tm_min,
                     time.tm_sec);
}

bool has_digest(const std::string& bytes, const EVP_MD* method, std::string_view digest) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> computed{};
  unsigned size = 0;
  return method != nullptr &&
         EVP_Digest(bytes.data(), bytes.size(), computed.data(), &size, method, nullptr) == 1 &&
         digest == std::string_view(reinterpret_cast<const char*>(computed.data()), size);
}

// Whether what a signature carries along is the digest of these bytes.
SignatureState hold_against(std::string_view content, const std::string& bytes, SignedBy how) {
  if (how == SignedBy::sha1)
    return has_digest(bytes, EVP_sha1(), content) ? SignatureState::valid : SignatureState::broken;
  const auto* at = reinterpret_cast<const unsigned char*>(content.data());
  const StampedDigest stamp(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(content.size())));
  if (!stamp) return SignatureState::damaged;
  auto* imprint = TS_TST_INFO_get_msg_imprint(stamp.get());
  const ASN1_OBJECT* name = nullptr;
  X509_ALGOR_get0(&name, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const auto* method = EVP_get_digestbyobj(name);
  if (method == nullptr) return SignatureState::unchecked;
  return has_digest(bytes, method, to_view(TS_MSG_IMPRINT_get_msg(imprint)))
             ? SignatureState::valid
             : SignatureState::broken;
}

// Everything else that stops libcrypto is a method that it does not know, or a missing certificate.
bool is_refuted() {
  bool refuted = false;
  while (const auto error = ERR_get_error())
    refuted = refuted || (ERR_GET_LIB(error) == ERR_LIB_CMS &&
                          ERR_GET_REASON(error) == CMS_R_VERIFICATION_FAILURE);
  return refuted;
}

SignatureState verify(CMS_ContentInfo* cms, const std::string& bytes, SignedBy how) {
  constexpr unsigned flags = CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY;
  const bool detached = CMS_is_detached(cms) == 1;
  if (detached != (how == SignedBy::themselves)) return SignatureState::damaged;
  const auto content = detached ? to_bio(bytes) : nullptr;
  ERR_clear_error();
  if (CMS_verify(cms, nullptr, nullptr, content.get(), nullptr, flags) != 1)
    return is_refuted() ? SignatureState::broken : SignatureState::unchecked;
  return detached ? SignatureState::valid
                  : hold_against(to_view(*CMS_get0_content(cms)), bytes, how);
}

}  // namespace

CheckedSignature check_cms(std::string_view blob, const std::string& bytes, SignedBy how) {
  CheckedSignature checked;
  const auto source = to_bio(blob);
  const Cms cms(d2i_CMS_bio(source.get(), nullptr));
  if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) return checked;
  auto* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return checked;  // a signature in a PDF has one signer
  auto* signer = sk_CMS_SignerInfo_value(signers, 0);
  CMS_set1_signers_certs(cms.get(), nullptr, 0);
  X509* certificate = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
  if (certificate != nullptr) {
    checked.signer = tell_name(X509_get_subject_name(certificate));
    checked.issuer = tell_name(X509_get_issuer_name(certificate));
  }
  checked.time = tell_time(signer);
  checked.state = verify(cms.get(), bytes, how);
  return checked;
}

void prepare_cms() {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
}

}  // namespace extract
