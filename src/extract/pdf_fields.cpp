// Walks a form's tree of fields under limits of its own: poppler's would also read every other
// field.
#include "extract/pdf_fields.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>

#include "extract/pdf_core.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

constexpr int depth_max = 16;
constexpr int nodes_max = 20'000;  // of a form's tree
constexpr std::size_t text_bytes_max = 500;

// A text of the file: in UTF-16 or in PDF's own encoding, without control characters.
std::string to_text(const Object& object) {
  if (!object.isString()) return {};
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(object.getString()->toStr(), &characters);
  const std::unique_ptr<Unicode, void (*)(void*)> owned(characters, std::free);
  std::string text;
  for (int i = 0; i < length && text.size() < text_bytes_max; ++i)
    if (const char32_t character = owned.get()[i]; character >= 0x20 && character != 0x7F)
      text::append_utf8(text, character);
  return text::normalize(text);
}

class Form {
 public:
  Form(PDFDoc& pdf, std::size_t fields_max) : pdf_(pdf), fields_max_(fields_max) {}

  std::vector<SignatureField> read() {
    const Object* form = pdf_.getCatalog()->getAcroForm();
    if (form->isDict()) walk_kids(form->dictLookup("Fields"), "", false, 0);
    return std::move(found_);
  }

 private:
  void walk_kids(const Object& kids, const std::string& name, bool signs, int depth) {
    if (!kids.isArray() || depth > depth_max) return;
    for (int i = 0; i < kids.arrayGetLength() && found_.size() < fields_max_; ++i) {
      const Object& reference = kids.arrayGetNF(i);
      const bool is_known = reference.isRef() && !walked_.insert(reference.getRef()).second;
      if (is_known || ++nodes_ > nodes_max) continue;
      const Object field = kids.arrayGet(i);
      if (field.isDict()) walk(field, reference, name, signs, depth);
    }
  }

  // A node of the tree is a field, or stands above fields, and may be the box on a page as well.
  void walk(const Object& node,
            const Object& reference,
            const std::string& above,
            bool signs,
            int depth) {
    const Object type = node.dictLookup("FT");
    if (type.isName()) signs = type.isName("Sig");
    auto name = above;
    if (const auto part = to_text(node.dictLookup("T")); !part.empty())
      name = (above + (above.empty() ? "" : ".") + part).substr(0, 4 * text_bytes_max);
    const Object kids = node.dictLookup("Kids");
    const Object first = kids.isArray() && kids.arrayGetLength() > 0 ? kids.arrayGet(0) : Object();
    const bool has_fields = first.isDict() && first.dictLookup("T").isString();
    if (!signs || has_fields) return walk_kids(kids, name, signs, depth + 1);
    const bool boxed_below = first.isDict() && !node.dictLookup("Subtype").isName("Widget");
    const auto page =
        boxed_below ? find_page(first, kids.arrayGetNF(0)) : find_page(node, reference);
    add(node.dictLookup("V"), name, page);
  }

  void add(const Object& value, const std::string& name, std::optional<int> page) {
    SignatureField field{text::normalize(name), page, !value.isNull()};
    if (value.isDict()) {
      const Object kind = value.dictLookup("SubFilter");
      if (kind.isName()) field.kind = kind.getName();
      field.signer = to_text(value.dictLookup("Name"));
      field.time = to_text(value.dictLookup("M"));
      const Object range = value.dictLookup("ByteRange");
      for (int i = 0; range.isArray() && i < std::min(range.arrayGetLength(), 5); ++i) {
        const Object offset = range.arrayGet(i);
        if (offset.isIntOrInt64()) field.byte_range.push_back(offset.getIntOrInt64());
      }
    }
    found_.push_back(std::move(field));
  }

  // A box names its page, or at least the page names the box.
  std::optional<int> find_page(const Object& box, const Object& reference) {
    const Object& page = box.dictLookupNF("P");
    if (page.isRef())
      if (const int number = pdf_.getCatalog()->findPage(page.getRef()); number > 0) return number;
    if (!reference.isRef()) return std::nullopt;
    for (int number = 1; number <= pdf_.getNumPages() && pages_searched_ < nodes_max; ++number) {
      ++pages_searched_;
      Page* one = pdf_.getPage(number);
      const Object boxes = one == nullptr ? Object() : one->getAnnotsObject();
      for (int i = 0; boxes.isArray() && i < std::min(boxes.arrayGetLength(), nodes_max); ++i)
        if (const Object& known = boxes.arrayGetNF(i);
            known.isRef() && known.getRef() == reference.getRef())
          return number;
    }
    return std::nullopt;
  }

  PDFDoc& pdf_;
  std::size_t fields_max_;
  std::set<Ref> walked_;
  int nodes_ = 0;
  int pages_searched_ = 0;
  std::vector<SignatureField> found_;
};

}  // namespace

std::vector<SignatureField> find_signature_fields(std::string_view bytes, std::size_t fields_max) {
  std::vector<SignatureField> fields;
  look_into_pdf(bytes, [&](PDFDoc& pdf) { fields = Form(pdf, fields_max).read(); });
  return fields;
}

}  // namespace extract
