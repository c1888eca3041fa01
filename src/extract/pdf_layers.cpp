// Follows a page's drawing without painting it: where pictures lie and how letters are drawn. Looks
// for actions where a PDF may name them.
#include "extract/pdf_layers.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

#include "extract/pdf_core.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr double share_of_a_full_page = 0.8;
constexpr double pixels_of_a_scan = 250'000;  // a page at 50 dots an inch; letterheads have fewer
constexpr int pictures_max = 1'000;           // of one page that are measured

// PDF's rendering modes in which a letter leaves no trace.
bool is_invisible(int rendering_mode) {
  return rendering_mode == 3 || rendering_mode == 7;
}

// NOLINTBEGIN(readability-function-size): the parameters are poppler's

// Stands where the painter would stand, and only takes notes.
class Onlooker : public OutputDev {
 public:
  bool upsideDown() override { return true; }

  bool useDrawChar() override { return true; }

  bool interpretType3Chars() override { return false; }

  // Patterns and shadings are taken as painted: they are no pictures, and may be endless.
  bool useTilingPatternFill() override { return true; }

  bool useShadedFills(int /*type*/) override { return true; }

  bool tilingPatternFill(GfxState* /*state*/,
                         Gfx* /*gfx*/,
                         Catalog* /*catalog*/,
                         GfxTilingPattern* /*pattern*/,
                         const double* /*matrix*/,
                         int /*left*/,
                         int /*top*/,
                         int /*right*/,
                         int /*bottom*/,
                         double /*step_right*/,
                         double /*step_down*/) override {
    return true;
  }

  bool functionShadedFill(GfxState* /*state*/, GfxFunctionShading* /*shading*/) override {
    return true;
  }

  bool axialShadedFill(GfxState* /*state*/,
                       GfxAxialShading* /*shading*/,
                       double /*begin*/,
                       double /*end*/) override {
    return true;
  }

  bool radialShadedFill(GfxState* /*state*/,
                        GfxRadialShading* /*shading*/,
                        double /*begin*/,
                        double /*end*/) override {
    return true;
  }

  bool gouraudTriangleShadedFill(GfxState* /*state*/,
                                 GfxGouraudTriangleShading* /*shading*/) override {
    return true;
  }

  bool patchMeshShadedFill(GfxState* /*state*/, GfxPatchMeshShading* /*shading*/) override {
    return true;
  }

  void drawChar(GfxState* state,
                double /*x*/,
                double /*y*/,
                double /*dx*/,
                double /*dy*/,
                double /*origin_x*/,
                double /*origin_y*/,
                CharCode /*code*/,
                int /*bytes*/,
                const Unicode* characters,
                int count) override {
    for (int i = 0; i < count; ++i)
      if (text::is_word_character(characters[i]))
        ++(is_invisible(state->getRender()) ? layers_.hidden_letters : layers_.shown_letters);
  }

  void drawImage(GfxState* state,
                 Object* reference,
                 Stream* stream,
                 int width,
                 int height,
                 GfxImageColorMap* colors,
                 bool interpolate,
                 const int* mask,
                 bool is_inline) override {
    take_picture(*state);
    OutputDev::drawImage(
        state, reference, stream, width, height, colors, interpolate, mask, is_inline);
  }

  void drawImageMask(GfxState* state,
                     Object* reference,
                     Stream* stream,
                     int width,
                     int height,
                     bool invert,
                     bool interpolate,
                     bool is_inline) override {
    take_picture(*state);
    OutputDev::drawImageMask(
        state, reference, stream, width, height, invert, interpolate, is_inline);
  }

  [[nodiscard]] const PageLayers& layers() const { return layers_; }

 private:
  // A picture fills the unit square of its own space; strips of one scan add up.
  void take_picture(const GfxState& state) {
    if (++pictures_ > pictures_max) return;
    const double page = state.getPageWidth() * state.getPageHeight();
    std::array<double, 2> least{state.getPageWidth(), state.getPageHeight()};
    std::array<double, 2> most{0, 0};
    for (const auto& [x, y] : {std::pair{0, 0}, {0, 1}, {1, 0}, {1, 1}}) {
      std::array<double, 2> corner{};
      state.transform(x, y, &corner[0], &corner[1]);
      for (std::size_t i = 0; i < 2; ++i) {
        least.at(i) = std::min(least.at(i), std::max(0.0, corner.at(i)));
        most.at(i) = std::max(most.at(i), corner.at(i));
      }
    }
    const double width = std::min(most[0], state.getPageWidth()) - least[0];
    const double height = std::min(most[1], state.getPageHeight()) - least[1];
    if (width > 0 && height > 0 && page > 0) covered_ += width * height / page;
    if (covered_ < share_of_a_full_page || layers_.is_picture) return;
    layers_.is_picture = true;
    layers_.hidden_letters += std::exchange(layers_.shown_letters, 0);
  }

  PageLayers layers_;
  double covered_ = 0;
  int pictures_ = 0;
};

// NOLINTEND(readability-function-size)

// How many pixels the page's own pictures have; a form may hold any number.
bool may_be_scan(Page& page) {
  Dict* resources = page.getResourceDict();
  if (resources == nullptr) return false;
  const Object objects = resources->lookup("XObject");
  if (!objects.isDict()) return false;
  double pixels = 0;
  for (int i = 0; i < std::min(objects.dictGetLength(), pictures_max); ++i) {
    const Object object = objects.dictGetVal(i);
    if (!object.isStream()) continue;
    const Dict& head = *object.streamGetDict();
    if (head.lookup("Subtype").isName("Form")) return true;
    const Object width = head.lookup("Width");
    const Object height = head.lookup("Height");
    if (width.isInt() && height.isInt())
      pixels += static_cast<double>(width.getInt()) * height.getInt();
  }
  return pixels >= pixels_of_a_scan;
}

constexpr int actions_max = 10'000;  // of a file that are looked at; a bomb has more

// Looks at actions, and remembers whether one of them would run something.
class ActionSearch {
 public:
  // An action, and those that follow upon it.
  void look_at(const Object& action, int depth = 0) {
    constexpr int depth_max = 8;
    if (found_ || depth > depth_max || ++seen_ > actions_max) return;
    if (action.isArray())
      for (int i = 0; i < action.arrayGetLength(); ++i) look_at(action.arrayGet(i), depth + 1);
    if (!action.isDict()) return;
    const Object kind = action.dictLookup("S");
    found_ = kind.isName("JavaScript") || kind.isName("Launch");
    look_at(action.dictLookup("Next"), depth + 1);
  }

  // What an object does of its own accord ("A", "OpenAction"), and upon events ("AA").
  void look_at_owner(const Object& owner, const char* own) {
    if (!owner.isDict()) return;
    look_at(owner.dictLookup(own));
    const Object events = owner.dictLookup("AA");
    if (!events.isDict()) return;
    for (int i = 0; i < std::min(events.dictGetLength(), actions_max); ++i)
      look_at(events.dictGetVal(i));
  }

  void look_at_page(Page& page) {
    Object events = page.getActions();
    for (int i = 0; events.isDict() && i < std::min(events.dictGetLength(), actions_max); ++i)
      look_at(events.dictGetVal(i));
    Object notes = page.getAnnotsObject();
    for (int i = 0; notes.isArray() && i < std::min(notes.arrayGetLength(), actions_max); ++i)
      look_at_owner(notes.arrayGet(i), "A");
  }

  void look_at_catalog(const Object& catalog) {
    look_at_owner(catalog, "OpenAction");
    const Object names = catalog.isDict() ? catalog.dictLookup("Names") : Object(objNull);
    found_ = found_ || (names.isDict() && names.dictLookup("JavaScript").isDict());
  }

  [[nodiscard]] bool found() const { return found_; }

 private:
  bool found_ = false;
  int seen_ = 0;
};

PdfInside look_inside(PDFDoc& pdf, int pages) {
  constexpr double points_an_inch = 72;
  PdfInside inside;
  inside.layers.resize(static_cast<std::size_t>(std::max(0, pages)));
  ActionSearch actions;
  actions.look_at_catalog(pdf.getXRef()->getCatalog());
  for (int number = 1; number <= std::min(pages, pdf.getNumPages()); ++number) {
    Page* page = pdf.getPage(number);
    if (page == nullptr) continue;
    actions.look_at_page(*page);
    if (!may_be_scan(*page)) continue;
    Onlooker onlooker;
    page->display(&onlooker, points_an_inch, points_an_inch, 0, false, true, false);
    inside.layers[static_cast<std::size_t>(number) - 1] = onlooker.layers();
  }
  inside.has_scripts = actions.found();
  return inside;
}

}  // namespace

PdfInside look_inside(std::string_view bytes, int pages) {
  PdfInside inside;
  look_into_pdf(bytes, [&](PDFDoc& pdf) { inside = look_inside(pdf, pages); });
  return inside;
}

}  // namespace extract
