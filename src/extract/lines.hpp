// What the program says: one JSON text a line, in a fixed order, on standard output.
//
//   {"protocol":1,"format":"pdf","title":"…"}
//   {"page":1,"width":595.2,"height":841.8,"text":"…","words":[[begin,end,left,top,right,bottom],…]}
//   … ,"ocr":"missing"} or "doubtful" for a page that OCR should read; … ,"confidence":94.1} for
//   one that it has read: the mean over its words in percent
//   {"page":2,"width":0,"height":0,"text":"…","words":[],"label":"the name of a sheet"}
//   {"signature":"valid","field":"…","page":3,"signer":"…","issuer":"…","time":"…","covers_all":true}
//   {"problem":"reading.page_without_text","page":2,"detail":""}
//   {"end":true,"needs_ocr":false}      or      {"error":"encrypted"}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/signature.hpp"

namespace extract {

/// Why a document was not read; the word stands behind "reading." in the message's id.
struct Failure {
  std::string id;
};

/// One page as found: ranges of words are code points of its own text.
struct PageText {
  document::Page page;
  std::string text;
};

void write_head(document::Format format, std::string_view title);
void write_page(const PageText& page, std::optional<double> confidence = std::nullopt);
void write_signature(const document::Signature& signature);
void write_problem(std::string_view id, std::optional<int> page, std::string_view detail = {});
void write_end(bool needs_ocr);
void write_failure(const Failure& failure);

/// Hands everything over. False when nobody listens any more.
bool flush_lines();

}  // namespace extract
