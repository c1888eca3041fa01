// Matches quotes against pages.
#include "workflow/place_quote.hpp"

#include <algorithm>

#include "text/quote.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;

constexpr std::int64_t context_code_points = 40;

base::Result<assessment::Source> require_source(Workspace& workspace, const std::string& code) {
  auto source = TRY(workspace.store.find_source(workspace.assessment.id, code));
  if (!source) return fail(ErrorKind::not_found, "source.unknown", {{"source", code}});
  if (source->state == assessment::SourceState::needs_ocr)
    return fail(ErrorKind::invalid, "cite.needs_ocr", {{"source", code}});
  return *std::move(source);
}

base::Result<store::PageText> pick_page(const std::vector<store::PageText>& pages,
                                        const QuoteRequest& request) {
  const bool has_pages = !pages.empty() && pages.front().number > 0;
  if (!has_pages) {
    if (request.page)
      return fail(ErrorKind::invalid, "cite.no_pages", {{"source", request.source}});
    if (pages.empty())
      return fail(ErrorKind::not_found,
                  "cite.page_unknown",
                  {{"source", request.source}, {"page", "0"}, {"pages", "0"}});
    return pages.front();
  }
  if (!request.page)
    return fail(ErrorKind::invalid,
                "cite.page_needed",
                {{"source", request.source}, {"pages", std::to_string(pages.size())}});
  for (const auto& page : pages)
    if (page.number == *request.page) return page;
  return fail(ErrorKind::not_found,
              "cite.page_unknown",
              {{"source", request.source},
               {"page", std::to_string(*request.page)},
               {"pages", std::to_string(pages.size())}});
}

/// Where else the quote stands, for a helpful refusal.
std::string pages_with(const std::vector<store::PageText>& pages, const std::string& quote) {
  std::string found;
  constexpr int pages_named_max = 5;
  int named = 0;
  for (const auto& page : pages) {
    if (text::find_quote(page.text, quote).empty()) continue;
    if (named++ == pages_named_max) return found + " …";
    found += (found.empty() ? "" : ", ") + std::to_string(page.number);
  }
  return found;
}

base::Result<text::Span> find_span(const std::vector<store::PageText>& pages,
                                   const store::PageText& page,
                                   const QuoteRequest& request) {
  const auto spans = text::find_quote(page.text, request.quote);
  std::vector<base::Parameter> where = {{"source", request.source},
                                        {"page", std::to_string(page.number)},
                                        {"count", std::to_string(spans.size())}};
  if (spans.empty()) {
    const std::string elsewhere = page.number > 0 ? pages_with(pages, request.quote) : "";
    where.emplace_back("pages", elsewhere);
    if (!elsewhere.empty()) return fail(ErrorKind::not_found, "cite.quote_elsewhere", where);
    return fail(ErrorKind::not_found,
                page.number > 0 ? "cite.quote_not_found" : "cite.quote_not_in_source",
                where);
  }
  if (!request.occurrence && spans.size() > 1)
    return fail(ErrorKind::invalid, "cite.quote_ambiguous", where);
  const auto occurrence = static_cast<std::size_t>(request.occurrence.value_or(1));
  if (occurrence < 1 || occurrence > spans.size()) {
    where.emplace_back("occurrence", std::to_string(occurrence));
    return fail(ErrorKind::invalid, "cite.occurrence_unknown", where);
  }
  return spans[occurrence - 1];
}

/// The words of a range of one page, whoever codes them to what.
base::Result<assessment::Anchor> describe_words(Workspace& workspace,
                                                const assessment::Source& source,
                                                const store::PageText& page,
                                                const document::Range& range) {
  const auto begin = range.begin - page.range.begin;
  const auto end = range.end - page.range.begin;
  assessment::Anchor anchor;
  anchor.source_code = source.code;
  anchor.page = page.number;
  anchor.range = range;
  anchor.locator = TRY(find_unit(workspace, source.id, range));
  anchor.quote = std::string(text::slice(page.text, begin, end));
  anchor.prefix = std::string(
      text::slice(page.text, std::max<std::int64_t>(0, begin - context_code_points), begin));
  anchor.suffix = std::string(text::slice(page.text, end, end + context_code_points));
  return anchor;
}

}  // namespace

base::Result<document::Locator> find_unit(Workspace& workspace,
                                          const std::string& source_id,
                                          const document::Range& range) {
  const auto passages = TRY(workspace.store.find_passages(source_id, range));
  if (passages.empty()) return document::Locator{};
  auto shared = passages.front().locator;
  for (const auto& passage : passages) shared = document::find_shared(shared, passage.locator);
  return shared;
}

base::Result<assessment::Anchor> place_quote(Workspace& workspace, const QuoteRequest& request) {
  if (request.quote.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorKind::invalid, "cite.quote_empty");
  const auto source = TRY(require_source(workspace, request.source));
  const auto pages = TRY(workspace.store.load_pages(source.id));
  const auto page = TRY(pick_page(pages, request));
  const auto span = TRY(find_span(pages, page, request));
  return describe_words(
      workspace, source, page, {page.range.begin + span.begin, page.range.begin + span.end});
}

base::Result<assessment::Anchor> place_range(Workspace& workspace,
                                             const assessment::Source& source,
                                             const document::Range& range) {
  const auto pages = TRY(workspace.store.load_pages(source.id));
  for (const auto& page : pages)
    if (page.range.begin <= range.begin && range.end <= page.range.end)
      return describe_words(workspace, source, page, range);
  return fail(ErrorKind::invalid, "cite.over_pages", {{"source", source.code}});
}

base::Result<std::optional<int>> find_occurrence(Workspace& workspace,
                                                 const assessment::Anchor& anchor) {
  const auto source = TRY(workspace.store.find_source(workspace.assessment.id, anchor.source_code));
  if (!source) return std::optional<int>{};
  const auto pages = TRY(workspace.store.load_pages(source->id));
  for (const auto& page : pages) {
    if (page.number != anchor.page) continue;
    const auto spans = text::find_quote(page.text, anchor.quote);
    if (spans.size() < 2) return std::optional<int>{};
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (page.range.begin + spans[i].begin == anchor.range.begin)
        return std::optional<int>{static_cast<int>(i) + 1};
  }
  return std::optional<int>{};
}

}  // namespace workflow
