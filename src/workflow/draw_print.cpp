// Reads the printed PDF, finds each quote among its words, and has the page drawn.
#include "workflow/draw_print.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/extractor.hpp"
#include "ingest/page_picture.hpp"
#include "text/find_again.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;
using document::Range;

constexpr double similarity_min = 0.8;

/// Every place of the words, or of nearly the same ones: a print breaks lines, numbers lists and
/// shows what was deleted.
std::vector<text::Span> find_spans(const std::string& text, const std::string& quote) {
  auto spans = text::find_quote(text, quote);
  if (spans.empty())
    for (const auto& near : text::find_nearest_words(text, quote, similarity_min))
      spans.push_back(near.span);
  return spans;
}

std::vector<Range> find_quoted(const std::string& text, const std::string& quote) {
  std::vector<Range> ranges;
  for (const auto& span : find_spans(text, quote)) ranges.push_back({span.begin, span.end});
  return ranges;
}

/// The likeliest of all places of an anchor's words.
std::optional<Range> find_printed(const std::string& text,
                                  const assessment::Anchor& anchor,
                                  std::int64_t length) {
  std::vector<text::PlaceCandidate> candidates;
  for (const auto& span : find_spans(text, anchor.quote)) candidates.push_back({span});
  if (candidates.empty()) return std::nullopt;
  const double share = static_cast<double>(anchor.range.begin) /
                       static_cast<double>(std::max<std::int64_t>(1, length));
  const auto chosen = text::choose_place(text, candidates, {anchor.prefix, anchor.suffix, share});
  return Range{candidates[chosen].span.begin, candidates[chosen].span.end};
}

base::Result<std::vector<Range>> find_cited(Workspace& workspace,
                                            const assessment::Source& source,
                                            const std::string& text) {
  const auto own = TRY(workspace.store.load_text(source.id));
  const auto length = text::count_code_points(own);
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  std::vector<Range> ranges;
  for (const auto& evidence : dossier.evidence) {
    if (evidence.source_code != source.code ||
        evidence.state == assessment::EvidenceState::rejected)
      continue;
    if (const auto range = find_printed(text, evidence, length)) ranges.push_back(*range);
  }
  return ranges;
}

bool shares(const document::Page& page, const Range& range) {
  return page.range.begin < range.end && range.begin < page.range.end;
}

/// The page asked for, or the first one with a mark, or the first one.
const document::Page* choose_page(const std::vector<document::Page>& pages,
                                  int number,
                                  const std::vector<Range>& ranges) {
  const auto found = std::ranges::find_if(pages, [&](const document::Page& page) {
    if (number > 0) return page.number == number;
    return std::ranges::any_of(ranges, [&](const Range& range) { return shares(page, range); });
  });
  if (found != pages.end()) return &*found;
  return number > 0 || pages.empty() ? nullptr : &pages.front();
}

}  // namespace

base::Result<DrawnPage> draw_printed_page(Workspace& workspace,
                                          const assessment::Source& source,
                                          const DrawRequest& request,
                                          const Context& context) {
  const auto pdf = TRY(workspace.store.find_print_view(source.id));
  if (!pdf) return fail(ErrorKind::unavailable, "page.not_printed", {{"source", source.code}});
  const auto print = TRY(ingest::extract_document(*pdf, context.reading));
  const auto ranges = request.quote.empty() ? TRY(find_cited(workspace, source, print.text))
                                            : find_quoted(print.text, request.quote);
  const auto* page = choose_page(print.pages, request.page, ranges);
  if (page == nullptr)
    return fail(ErrorKind::not_found,
                "cite.page_unknown",
                {{"source", source.code},
                 {"page", std::to_string(request.page)},
                 {"pages", std::to_string(print.pages.size())}});
  const auto count =
      std::ranges::count_if(ranges, [&](const Range& range) { return shares(*page, range); });
  if (count == 0 && !request.quote.empty())
    return fail(ErrorKind::not_found,
                "cite.quote_not_found",
                {{"source", source.code}, {"page", std::to_string(page->number)}});
  auto png = TRY(ingest::draw_page(
      *pdf, source.file_name, page->number, find_marks(page->words, ranges), context.reading));
  return DrawnPage{std::move(png), static_cast<int>(count)};
}

}  // namespace workflow
