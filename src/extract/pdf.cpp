// Asks poppler for the words of each page in reading order and says which pages have none.
#include "extract/pdf.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "extract/cms.hpp"
#include "extract/layout.hpp"
#include "extract/pdf_layers.hpp"
#include "extract/pdf_signatures.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr int pages_max = 5'000;
constexpr std::size_t text_bytes_max = 64U << 20U;
constexpr std::ptrdiff_t letters_of_a_page = 20;  // fewer: the page has no text to speak of
constexpr std::ptrdiff_t letters_of_a_stamp =
    250;  // a scan may bear a printed stamp or signature line

// What was seen of the pages so far.
struct Tally {
  int pages = 0;
  int empty_pages = 0;
  int stamped_pages = 0;  // a picture with nothing but a stamp, or less
  std::size_t text_bytes = 0;
};

std::string to_utf8(const poppler::ustring& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t character = units[i];
    const bool pair = character >= 0xD800 && character < 0xDC00 && i + 1 < units.size() &&
                      units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000;
    if (pair) character = 0x10000 + ((character - 0xD800) << 10U) + (units[++i] - 0xDC00U);
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    const bool mark = character == 0xFEFF || character == 0xFFFE;
    if (!control && !mark) text::append_utf8(text, character);
  }
  return text::normalize(text);
}

std::string trim(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? ""
                                    : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<PlacedWord> read_words(const poppler::page& page) {
  std::vector<PlacedWord> words;
  for (const auto& found : page.text_list()) {
    auto text = trim(to_utf8(found.text()));
    if (text.empty()) continue;
    const auto box = found.bbox();
    words.push_back({std::move(text),
                     {box.left(), box.top(), box.right(), box.bottom()},
                     found.rotation() & 3,
                     found.has_space_after()});
  }
  return words;
}

// Width and height of the page as it is shown, in points.
std::pair<double, double> measure(const poppler::page& page) {
  const auto frame = page.page_rect();
  const bool upright = page.orientation() == poppler::page::portrait ||
                       page.orientation() == poppler::page::upside_down;
  return upright ? std::pair{frame.width(), frame.height()}
                 : std::pair{frame.height(), frame.width()};
}

PageText read_page(const poppler::page& page, int number) {
  PageText read;
  read.page.number = number;
  std::tie(read.page.width, read.page.height) = measure(page);
  compose_text(read_words(page), read);
  return read;
}

std::ptrdiff_t count_letters(const std::string& text) {
  return std::ranges::count_if(text::to_code_points(text), text::is_word_character);
}

// A text layer that nobody sees, or no more than a stamp, on a picture of a page: OCR may know
// better.
document::OcrUse find_ocr_use(std::ptrdiff_t letters, const PageLayers& layers) {
  if (letters < letters_of_a_page) return document::OcrUse::missing;
  const bool is_scan = layers.is_picture && (layers.hidden_letters > layers.shown_letters ||
                                             letters < letters_of_a_stamp);
  return is_scan ? document::OcrUse::doubtful : document::OcrUse::needless;
}

void write_read_page(PageText page, const PageLayers& layers, Tally& tally) {
  const auto letters = count_letters(page.text);
  ++tally.pages;
  tally.text_bytes += page.text.size();
  if (letters < letters_of_a_page) ++tally.empty_pages;
  if (letters < letters_of_a_page || (layers.is_picture && letters < letters_of_a_stamp))
    ++tally.stamped_pages;
  page.page.ocr_use = find_ocr_use(letters, layers);
  write_page(page);
  if (letters < letters_of_a_page) write_problem("reading.page_without_text", page.page.number);
}

// A scan: no page has more text than a stamp.
bool is_scan(const Tally& tally) {
  return tally.stamped_pages == tally.pages;
}

// A signature that a person must not rely on is a problem too.
void write_signatures(std::string_view bytes) {
  for (const auto& signature : find_signatures(bytes)) {
    write_signature(signature);
    if (signature.state == document::SignatureState::broken)
      write_problem("reading.signature_broken", signature.page, signature.field);
    if (signature.state == document::SignatureState::damaged)
      write_problem("reading.signature_damaged", signature.page, signature.field);
  }
}

std::unique_ptr<poppler::document> open_document(std::string_view bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

// What is in the file and not in its text.
void write_beside(const poppler::document& pdf, bool has_scripts) {
  if (has_scripts) write_problem("reading.scripts", std::nullopt);
  if (!pdf.has_embedded_files()) return;
  write_problem(
      "reading.embedded_files", std::nullopt, std::to_string(pdf.embedded_files().size()));
}

}  // namespace

bool recognizes_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF") != std::string_view::npos;
}

std::optional<Failure> extract_pdf(std::string_view bytes) {
  const auto pdf = open_document(bytes);
  if (!pdf) return Failure{"damaged"};
  if (pdf->is_locked()) return Failure{"encrypted"};
  if (pdf->pages() < 1) return Failure{"damaged"};
  if (pdf->pages() > pages_max) return Failure{"too_large"};
  write_head(document::Format::pdf, trim(to_utf8(pdf->get_title())));
  auto inside = look_inside(bytes, pdf->pages());
  inside.layers.resize(static_cast<std::size_t>(pdf->pages()));
  Tally tally;
  for (int number = 1; number <= pdf->pages(); ++number) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(number - 1));
    if (page)
      write_read_page(
          read_page(*page, number), inside.layers[static_cast<std::size_t>(number) - 1], tally);
    else
      write_problem("reading.page_damaged", number);
    if (tally.text_bytes > text_bytes_max) return Failure{"too_large"};
  }
  if (tally.pages == 0) return Failure{"damaged"};
  write_beside(*pdf, inside.has_scripts);
  write_signatures(bytes);
  const auto tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 4096));
  if (tail.find("%%EOF") == std::string_view::npos)
    write_problem("reading.cut_short", std::nullopt);
  write_end(is_scan(tally));
  return std::nullopt;
}

std::optional<PagePicture> draw_pdf_page(std::string_view bytes, int number) {
  constexpr double points_an_inch = 72;
  const auto pdf = open_document(bytes);
  if (!pdf || pdf->is_locked() || number < 1 || number > pdf->pages()) return std::nullopt;
  const std::unique_ptr<poppler::page> page(pdf->create_page(number - 1));
  if (!page) return std::nullopt;
  PagePicture picture;
  std::tie(picture.page_width, picture.page_height) = measure(*page);
  const double scale = ocr_resolution / points_an_inch;
  if (picture.page_width * picture.page_height * scale * scale > ocr_pixels_max)
    return std::nullopt;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const auto drawn = renderer.render_page(page.get(), ocr_resolution, ocr_resolution);
  if (!drawn.is_valid()) return std::nullopt;
  picture.width = drawn.width();
  picture.height = drawn.height();
  picture.resolution = ocr_resolution;
  for (int row = 0; row < drawn.height(); ++row)
    picture.pixels.append(
        drawn.const_data() + static_cast<std::ptrdiff_t>(row) * drawn.bytes_per_row(),
        static_cast<std::size_t>(drawn.width()));
  return picture;
}

void prepare_pdf() {
  prepare_cms();
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // Poppler converts by iconv, which loads its tables from files: these stay open and keep them.
  [[maybe_unused]] static const auto to_units = ::iconv_open("UTF-16LE", "UTF-8");
  [[maybe_unused]] static const auto from_units = ::iconv_open("UTF-8", "UTF-16LE");
}

void prepare_drawing() {
  constexpr std::string_view one_letter =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length 20>>stream\nBT /F 9 Tf (a) Tj ET\nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";
  draw_pdf_page(one_letter, 1);
}

}  // namespace extract
