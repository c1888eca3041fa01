// Hands a picture to Tesseract and puts its words together as those of a printed page.
#include "extract/ocr.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "extract/layout.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

// A word as Tesseract gives it: `box` is its own, while lines are told by the line's.
struct ReadWord {
  PlacedWord placed;
  document::Box box;
  double confidence = 0;
};

// Points a pixel: the picture's edges were rounded to whole pixels, each on its own.
struct Scale {
  double right = 1;
  double down = 1;
};

document::Box find_box(const tesseract::PageIterator& place,
                       tesseract::PageIteratorLevel level,
                       Scale scale) {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  place.BoundingBox(level, &left, &top, &right, &bottom);
  return {left * scale.right, top * scale.down, right * scale.right, bottom * scale.down};
}

std::string clean(const char* word) {
  std::string cleaned;
  for (const char32_t character : text::to_code_points(word == nullptr ? "" : word))
    if (character >= 0x20 && character != 0x7F && !text::is_space(character))
      text::append_utf8(cleaned, character);
  return text::normalize(cleaned);
}

// Signs that no reader would miss: specks and lines taken for writing.
bool is_speck(const ReadWord& word) {
  constexpr double sure = 60;
  return word.confidence < sure &&
         std::ranges::none_of(text::to_code_points(word.placed.text), text::is_word_character);
}

std::vector<ReadWord> collect_words(tesseract::TessBaseAPI& tesseract, Scale scale) {
  std::vector<ReadWord> words;
  const std::unique_ptr<tesseract::ResultIterator> place(tesseract.GetIterator());
  if (!place) return words;
  do {
    if (place->Empty(tesseract::RIL_WORD)) continue;
    const std::unique_ptr<char[]> said(place->GetUTF8Text(tesseract::RIL_WORD));
    ReadWord word;
    word.placed.text = clean(said.get());
    word.confidence = place->Confidence(tesseract::RIL_WORD);
    if (word.placed.text.empty() || is_speck(word)) continue;
    word.box = find_box(*place, tesseract::RIL_WORD, scale);
    const auto line = find_box(*place, tesseract::RIL_TEXTLINE, scale);
    word.placed.box = {word.box.left, line.top, word.box.right, line.bottom};
    word.placed.space_after = true;
    words.push_back(std::move(word));
  } while (place->Next(tesseract::RIL_WORD));
  return words;
}

// Two wide blocks of several lines side by side. Everything else is read as one column: taken
// apart, the marks of a list ("a.", "(2)") would leave their words.
bool has_columns(tesseract::TessBaseAPI& tesseract, const PagePicture& picture) {
  constexpr double share_of_width = 0.25;
  constexpr double share_of_height = 0.2;
  tesseract.SetPageSegMode(tesseract::PSM_AUTO);
  const std::unique_ptr<tesseract::PageIterator> place(tesseract.AnalyseLayout());
  if (!place) return false;
  std::vector<document::Box> blocks;
  do {
    const auto box = find_box(*place, tesseract::RIL_BLOCK, {});
    if (box.right - box.left >= share_of_width * picture.width &&
        box.bottom - box.top >= share_of_height * picture.height &&
        place->BlockType() == tesseract::PT_FLOWING_TEXT)
      blocks.push_back(box);
  } while (place->Next(tesseract::RIL_BLOCK));
  for (const auto& a : blocks)
    for (const auto& b : blocks) {
      const double beside = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      if (a.right <= b.left && beside >= share_of_height * picture.height) return true;
    }
  return false;
}

void set_picture(tesseract::TessBaseAPI& tesseract, const PagePicture& picture) {
  const auto* pixels =
      reinterpret_cast<const unsigned char*>(picture.pixels.data());  // NOLINT(*reinterpret-cast)
  tesseract.SetImage(pixels, picture.width, picture.height, 1, picture.width);
  tesseract.SetSourceResolution(picture.resolution);
}

OcrPage compose_page(const std::vector<ReadWord>& words, const PagePicture& picture, int number) {
  OcrPage read;
  read.page.page.number = number;
  read.page.page.width = picture.page_width;
  read.page.page.height = picture.page_height;
  std::vector<PlacedWord> placed;
  placed.reserve(words.size());
  for (const auto& word : words) placed.push_back(word.placed);
  compose_text(placed, read.page);
  for (std::size_t i = 0; i < words.size(); ++i) {
    read.page.page.words[i].box = words[i].box;
    read.confidence += words[i].confidence / static_cast<double>(words.size());
  }
  return read;
}

}  // namespace

struct OcrEngine::Inner {
  tesseract::TessBaseAPI tesseract;
};

OcrEngine::OcrEngine(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}

OcrEngine::OcrEngine(OcrEngine&&) noexcept = default;
OcrEngine& OcrEngine::operator=(OcrEngine&&) noexcept = default;
OcrEngine::~OcrEngine() = default;

std::optional<OcrEngine> OcrEngine::load(const std::string& languages) {
  auto inner = std::make_unique<Inner>();
  auto& tesseract = inner->tesseract;
  if (tesseract.Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return std::nullopt;
  // Init is content when one of several languages loads.
  if (languages != tesseract.GetInitLanguagesAsString()) return std::nullopt;
  std::vector<std::string> loaded;
  tesseract.GetLoadedLanguagesAsVector(&loaded);
  const auto wanted = std::ranges::count(languages, '+') + 1;
  if (std::ssize(loaded) != wanted) return std::nullopt;
  return OcrEngine(std::move(inner));
}

std::optional<OcrPage> OcrEngine::read(const PagePicture& picture, int number) {
  auto& tesseract = inner_->tesseract;
  set_picture(tesseract, picture);
  const bool columns = has_columns(tesseract, picture);
  set_picture(tesseract, picture);  // forgets the layout
  tesseract.SetPageSegMode(columns ? tesseract::PSM_AUTO : tesseract::PSM_SINGLE_COLUMN);
  if (tesseract.Recognize(nullptr) != 0) return std::nullopt;
  const Scale scale{picture.page_width / std::max(1, picture.width),
                    picture.page_height / std::max(1, picture.height)};
  auto read = compose_page(collect_words(tesseract, scale), picture, number);
  tesseract.Clear();
  return read;
}

}  // namespace extract
