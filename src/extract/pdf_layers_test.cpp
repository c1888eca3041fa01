// Scans and printed pages are told apart by what is drawn, and in which order.
#include "extract/pdf_layers.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

// A page of 200 × 300 points with this drawing; /Scan is a white picture of so many pixels a side.
std::string pdf_with(std::string_view drawing, int pixels = 600) {
  const std::string picture(static_cast<std::size_t>(pixels) * static_cast<std::size_t>(pixels) / 8,
                            '\xFF');
  return fmt::format(
      "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
      "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources "
      "<</Font <</F 5 0 R>> /XObject <</Scan 6 0 R>>>>>> endobj\n"
      "4 0 obj <</Length {}>> stream\n{}\nendstream endobj\n"
      "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n"
      "6 0 obj <</Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceGray "
      "/BitsPerComponent 1 /Length {}>> stream\n{}\nendstream endobj\n"
      "trailer <</Root 1 0 R>>\n%%EOF\n",
      drawing.size(),
      drawing,
      pixels,
      pixels,
      picture.size(),
      picture);
}

TEST(PdfLayers, TellScansFromPrintedPages) {
  const std::string scan = "q 200 0 0 300 0 0 cm /Scan Do Q ";
  const std::string letterhead = "q 60 0 0 60 0 240 cm /Scan Do Q ";
  const std::string shown = "BT /F 9 Tf 20 20 Td (Pasal 1) Tj ET ";
  const std::string hidden = "BT 3 Tr /F 9 Tf 20 20 Td (Pasal 1) Tj ET ";

  struct Case {
    std::string_view name;
    std::string pdf;
    bool is_picture;
    int hidden;
    int shown;
  };

  for (const auto& c : std::vector<Case>{
           {"a scan", pdf_with(scan), true, 0, 0},
           {"a scan with invisible text over it", pdf_with(scan + hidden), true, 6, 0},
           {"a scan that covers its text", pdf_with(shown + scan), true, 6, 0},
           {"a scan with a printed stamp", pdf_with(scan + shown), true, 0, 6},
           {"a scan in two strips",
            pdf_with("q 200 0 0 150 0 0 cm /Scan Do Q q 200 0 0 150 0 150 cm /Scan Do Q " + hidden),
            true,
            6,
            0},
           {"a scan that lies on its side",
            pdf_with("q 0 300 -200 0 200 0 cm /Scan Do Q "),
            true,
            0,
            0},
           {"a letterhead", pdf_with(letterhead + shown), false, 0, 6},
           {"a picture beside the page",
            pdf_with("q 200 0 0 300 300 0 cm /Scan Do Q " + shown),
            false,
            0,
            6},
           {"a picture of a few pixels, which is not looked at",
            pdf_with(scan + shown, 80),
            false,
            0,
            0},
       }) {
    const auto layers = extract::look_inside(c.pdf, 1).layers;
    ASSERT_EQ(layers.size(), 1U) << c.name;
    EXPECT_EQ(layers[0].is_picture, c.is_picture) << c.name;
    EXPECT_EQ(layers[0].hidden_letters, c.hidden) << c.name;
    EXPECT_EQ(layers[0].shown_letters, c.shown) << c.name;
  }
}

TEST(PdfLayers, AreEmptyForWhatIsNoPdf) {
  EXPECT_TRUE(extract::look_inside("halo", 1).layers.empty());
  EXPECT_TRUE(extract::look_inside("", 1).layers.empty());
}

}  // namespace
