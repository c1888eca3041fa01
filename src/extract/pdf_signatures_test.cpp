// Signatures made by openssl are told from what somebody made of them
// (tests/data/reading/make_signed.py).
#include "extract/pdf_signatures.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/sample_for_test.hpp"

namespace {

using base::load_sample;

using document::Signature;
using document::SignatureState;

// The same document with other bytes of the same length in place of some.
std::string alter(std::string bytes, const std::string& from, const std::string& to) {
  EXPECT_EQ(from.size(), to.size());
  const auto at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? bytes : bytes.replace(at, from.size(), to);
}

std::string show(const std::vector<Signature>& signatures) {
  std::string shown;
  for (const auto& one : signatures)
    shown += fmt::format("{} {} page {}: {} by {}{}\n",
                         document::name_of(one.state),
                         one.field,
                         one.page.value_or(0),
                         one.signer,
                         one.issuer,
                         one.covers_all ? ", all of it" : "");
  return shown;
}

TEST(PdfSignatures, TellWhatBecameOfASignedDocument) {
  struct Case {
    std::string file;
    std::string shown;
  };

  const std::string by = "Siti Rahmawati by Siti Rahmawati";
  for (const auto& c : std::vector<Case>{
           {"signed.pdf", "valid Pengesahan page 1: " + by + ", all of it\n"},
           {"signed-altered.pdf", "broken Pengesahan page 1: " + by + ", all of it\n"},
           {"signed-extended.pdf", "valid Pengesahan page 1: " + by + "\n"},
           {"signed-truncated.pdf", "damaged Pengesahan page 1:  by \n"},
           {"signed-digest.pdf", "valid Pengesahan page 1: " + by + ", all of it\n"},
           {"signed-time-stamp.pdf", "valid Pengesahan page 1: " + by + ", all of it\n"},
           {"signature-field-empty.pdf", "empty Pengesahan page 1:  by \n"},
           {"two-pages.pdf", ""},
       })
    EXPECT_EQ(show(extract::find_signatures(load_sample(c.file))), c.shown) << c.file;
}

TEST(PdfSignatures, OfEveryKindNoticeAnAlteredByte) {
  for (const auto* name : {"signed.pdf", "signed-digest.pdf", "signed-time-stamp.pdf"}) {
    const auto bytes = load_sample(name);
    for (const auto& altered : {alter(bytes, "2 Maret", "3 Maret"), alter(bytes, "PERA", "TERA")}) {
      const auto found = extract::find_signatures(altered);
      ASSERT_EQ(found.size(), 1U) << name;
      EXPECT_EQ(found[0].state, SignatureState::broken) << name;
    }
  }
}

TEST(PdfSignatures, GiveTheTimeThatTheSignerStates) {
  EXPECT_EQ(extract::find_signatures(load_sample("signed.pdf"))[0].signed_at.substr(0, 11),
            "2026-11-24T");  // within the signature
  const auto torn = load_sample("signed-truncated.pdf");

  struct Case {
    std::string written;
    std::string time;
  };

  for (const auto& c : std::vector<Case>{
           {"D:20260302090000+07'00'", "2026-03-02T02:00:00Z"},
           {"D:20260302090000-07'30'", "2026-03-02T16:30:00Z"},
           {"D:20260302090000Z      ", "2026-03-02T09:00:00Z"},
           {"D:20260101000000+07'00'", "2025-12-31T17:00:00Z"},
           {"D:20260302090000       ", ""},
           {"D:20260230090000+07'00'", ""},
           {"D:2026                 ", ""},
           {"D:2026030209000x+07'00'", ""},
           {"2 Maret 2026           ", ""},
       })
    EXPECT_EQ(
        extract::find_signatures(alter(torn, "D:20260302090000+07'00'", c.written))[0].signed_at,
        c.time)
        << c.written;
}

TEST(PdfSignatures, TrustNothingThatTheFileSaysOfTheSignedBytes) {
  const auto bytes = load_sample("signed.pdf");
  const auto range_at = bytes.find("/ByteRange [");
  const auto range = bytes.substr(range_at, bytes.find(']', range_at) + 1 - range_at);
  const auto gap = bytes.find("/Contents <30") + 10;
  const auto with_range = [&](std::string written) {
    written.resize(range.size(), ' ');
    return alter(bytes, range, written);
  };

  struct Case {
    std::string name;
    std::string pdf;
    SignatureState state;
  };

  const std::string most = std::to_string(bytes.size());
  for (const auto& c : std::vector<Case>{
           {"no range", with_range("/ByteRange []"), SignatureState::damaged},
           {"half a range", with_range("/ByteRange [0 10]"), SignatureState::damaged},
           {"a range and more", with_range("/ByteRange [0 1 2 3 4 5]"), SignatureState::damaged},
           {"beyond the end",
            with_range("/ByteRange [0 9 " + most + " 9]"),
            SignatureState::damaged},
           {"backwards", with_range("/ByteRange [0 900 100 9]"), SignatureState::damaged},
           {"below nothing", with_range("/ByteRange [0 9 20 -9]"), SignatureState::damaged},
           {"past counting",
            with_range("/ByteRange [0 9 20 9223372036854775807]"),
            SignatureState::damaged},
           {"not from the first byte",
            alter(bytes, "/ByteRange [0 ", "/ByteRange [1 "),
            SignatureState::damaged},
           {"an empty gap", with_range("/ByteRange [0 9 9 9]"), SignatureState::damaged},
           {"words behind the signature",
            alter(bytes, "0000> >>", "zzzz> >>"),
            SignatureState::damaged},
           {"words in the gap", alter(bytes, "<3082", "<3zzz"), SignatureState::damaged},
           {"a length of four gigabytes",
            alter(bytes, bytes.substr(gap, 13), "<3084FFFFFFFF"),
            SignatureState::damaged},
           {"ever deeper",
            alter(bytes,
                  bytes.substr(gap + 1, 8000),
                  [] {
                    std::string nested;
                    while (nested.size() < 8000) nested += "3080";
                    return nested;
                  }()),
            SignatureState::damaged},
           {"another kind",
            alter(bytes, "/ETSI.CAdES.detached", "/adbe.x509.rsa_sha1 "),
            SignatureState::unchecked},
           {"the wrong kind",
            alter(bytes, "/ETSI.CAdES.detached", "/adbe.pkcs7.sha1    "),
            SignatureState::damaged},
       }) {
    const auto found = extract::find_signatures(c.pdf);
    ASSERT_EQ(found.size(), 1U) << c.name;
    EXPECT_EQ(found[0].state, c.state) << c.name;
  }
}

// A form with these objects from number 4 on, and what stands in /Fields.
std::string form_with(const std::string& fields, const std::string& objects) {
  return fmt::format(
      "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [{}]>>>> endobj\n"
      "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [6 0 R]>> endobj\n"
      "{}trailer <</Root 1 0 R>>\n%%EOF\n",
      fields,
      objects);
}

TEST(PdfSignatures, AreFoundInFormsOfAnyShape) {
  struct Case {
    std::string name;
    std::string pdf;
    std::string shown;
  };

  const std::string widget = "6 0 obj <</Subtype /Widget /Parent 4 0 R>> endobj\n";
  std::string deep;
  for (int i = 4; i < 2'000; ++i)
    deep += fmt::format("{} 0 obj <</T (x) /Kids [{} 0 R]>> endobj\n", i, i + 1);
  std::string many;
  for (int i = 0; i < 300; ++i) many += fmt::format("<</FT /Sig /T (f{})>> ", i);
  for (const auto& c : std::vector<Case>{
           {"the page names the box",
            form_with("4 0 R", "4 0 obj <</FT /Sig /T (Paraf) /Kids [6 0 R]>> endobj\n" + widget),
            "empty Paraf page 1:  by \n"},
           {"the kind stands above",
            form_with("4 0 R",
                      "4 0 obj <</FT /Sig /T (Bab) /Kids [5 0 R]>> endobj\n"
                      "5 0 obj <</T <FEFF00C9>>> endobj\n"),
            "empty Bab.\u00c9 page 0:  by \n"},
           {"another kind of field", form_with("<</FT /Tx /T (nama)>>", ""), ""},
           {"its own child",
            form_with("4 0 R",
                      "4 0 obj <</T (a) /Kids [4 0 R 5 0 R]>> endobj\n"
                      "5 0 obj <</FT /Sig /T (b)>> endobj\n"),
            "empty a.b page 0:  by \n"},
           {"endlessly deep", form_with("4 0 R", deep), ""},
           {"a value that is none",
            form_with("<</FT /Sig /T (a) /V (x)>>", ""),
            "damaged a page 0:  by \n"},
       })
    EXPECT_EQ(show(extract::find_signatures(c.pdf)), c.shown) << c.name;
  EXPECT_EQ(extract::find_signatures(form_with(many, "")).size(), 200U);
}

}  // namespace
