// Finds the quotes' ranges and has the page drawn.
#include "workflow/draw_page.hpp"

#include "document/format.hpp"
#include "ingest/page_picture.hpp"
#include "text/quote.hpp"
#include "workflow/draw_print.hpp"
#include "workflow/read_page.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using base::fail;
using document::Range;

std::vector<Range> find_quoted_ranges(const KeptPage& kept, const std::string& quote) {
  std::vector<Range> ranges;
  for (const auto& span : text::find_quote(kept.page.text, quote))
    ranges.push_back({kept.page.range.begin + span.begin, kept.page.range.begin + span.end});
  return ranges;
}

base::Result<std::vector<Range>> find_cited_ranges(Workspace& workspace,
                                                   const DrawRequest& request) {
  std::vector<Range> ranges;
  const auto dossier = TRY(workspace.store.load_dossier(workspace.assessment.id));
  for (const auto& evidence : dossier.evidence)
    if (evidence.source_code == request.source && evidence.page == request.page &&
        evidence.state != assessment::EvidenceState::rejected)
      ranges.push_back(evidence.range);
  return ranges;
}

}  // namespace

base::Result<DrawnPage> draw_page(Workspace& workspace,
                                  const DrawRequest& request,
                                  const Context& context) {
  const auto source = TRY(workspace.store.find_source(workspace.assessment.id, request.source));
  if (!source) return fail(ErrorKind::not_found, "source.unknown", {{"source", request.source}});
  const auto format = document::find_format(source->format);
  if (format && document::is_office_format(*format))
    return draw_printed_page(workspace, *source, request, context);
  if (!format || document::page_kind_of(*format) != document::PageKind::page)
    return fail(ErrorKind::invalid, "page.no_paper", {{"source", request.source}});
  const auto kept = TRY(read_page(workspace, request.source, request.page));
  const auto ranges = request.quote.empty() ? TRY(find_cited_ranges(workspace, request))
                                            : find_quoted_ranges(kept, request.quote);
  if (ranges.empty() && !request.quote.empty())
    return fail(ErrorKind::not_found,
                "cite.quote_not_found",
                {{"source", request.source}, {"page", std::to_string(request.page)}});
  const auto bytes = TRY(workspace.store.load_bytes(source->id));
  auto png = TRY(ingest::draw_page(
      bytes, source->file_name, request.page, find_marks(kept.words, ranges), context.reading));
  return DrawnPage{std::move(png), static_cast<int>(ranges.size())};
}

}  // namespace workflow
