// Follows words from the revision in which they were cited to a newer one.
#include "workflow/reanchor.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "text/find_again.hpp"
#include "text/unicode.hpp"
#include "workflow/place_quote.hpp"

namespace workflow {

namespace {

using assessment::Anchor;
using assessment::AnchorOutcome;
using assessment::NewerPlace;
using base::ErrorKind;
using base::fail;

constexpr double similarity_min = 0.8;
/// Places that are weighed against each other; of words that stand more often the first ones are.
constexpr std::size_t candidates_max = 200;

/// The codes of all sources that this one revises, directly or through others.
std::set<std::string> find_older(const std::vector<assessment::Source>& sources,
                                 const assessment::Source& revision) {
  std::set<std::string> older;
  std::string next = revision.revises;
  while (!next.empty() && older.insert(next).second) {
    const auto found = std::ranges::find(sources, next, &assessment::Source::code);
    next = found == sources.end() ? "" : found->revises;
  }
  return older;
}

int page_of(const RevisedText& revised, std::int64_t position) {
  int number = 0;
  for (const auto& page : revised.pages)
    if (page.range.begin <= position) number = page.number;
  return number;
}

/// Everything that follows from a stretch of the new text.
base::Result<NewerPlace> make_place(Workspace& workspace,
                                    const RevisedText& revised,
                                    const text::Span& span,
                                    AnchorOutcome outcome) {
  NewerPlace place;
  place.outcome = outcome;
  place.now.source_code = revised.source_code;
  place.now.page = page_of(revised, span.begin);
  place.now.range = {span.begin, span.end};
  place.now.locator = TRY(find_unit(workspace, revised.source_id, place.now.range));
  place.now.quote = std::string(text::slice(revised.text, span.begin, span.end));
  return place;
}

base::Result<std::vector<text::PlaceCandidate>> to_candidates(Workspace& workspace,
                                                              const RevisedText& revised,
                                                              const Anchor& old,
                                                              std::vector<text::Span> spans) {
  spans.resize(std::min(spans.size(), candidates_max));
  std::vector<text::PlaceCandidate> candidates;
  candidates.reserve(spans.size());
  for (const auto& span : spans) {
    text::PlaceCandidate candidate{span, false};
    if (spans.size() > 1 && !old.locator.empty()) {
      const auto unit = TRY(find_unit(workspace, revised.source_id, {span.begin, span.end}));
      candidate.same_unit = unit == old.locator;
    }
    candidates.push_back(candidate);
  }
  return candidates;
}

/// Which words those are that the record has already, told apart by what would be shown.
bool is_same_place(const NewerPlace& a, const NewerPlace& b) {
  return a.outcome == b.outcome && a.now.range == b.now.range && a.now.quote == b.now.quote;
}

/// Anchors of one source with the length of its text, to tell how far down the words stood.
class OldTexts {
 public:
  OldTexts(Workspace& workspace, const std::vector<assessment::Source>& sources)
      : workspace_(workspace), sources_(sources) {}

  base::Result<double> share_before(const Anchor& anchor) {
    auto length = lengths_.find(anchor.source_code);
    if (length == lengths_.end()) {
      const auto source =
          std::ranges::find(sources_, anchor.source_code, &assessment::Source::code);
      if (source == sources_.end()) return 0.0;
      const auto text = TRY(workspace_.store.load_text(source->id));
      length = lengths_.emplace(anchor.source_code, text::count_code_points(text)).first;
    }
    return static_cast<double>(anchor.range.begin) /
           static_cast<double>(std::max<std::int64_t>(1, length->second));
  }

 private:
  Workspace& workspace_;
  const std::vector<assessment::Source>& sources_;
  std::map<std::string, std::int64_t> lengths_;
};

/// All citations and codings of these sources, without what became of them.
std::vector<Reanchored> collect(const assessment::Dossier& dossier,
                                const std::set<std::string>& sources) {
  std::vector<Reanchored> all;
  for (const auto& evidence : dossier.evidence)
    if (sources.contains(evidence.source_code))
      all.push_back(
          {evidence.id, evidence.indicator_code, static_cast<const Anchor&>(evidence), {}});
  for (const auto& coding : dossier.codebook.codings)
    if (!coding.taken_back && sources.contains(coding.source_code))
      all.push_back({coding.id, coding.code, static_cast<const Anchor&>(coding), {}});
  return all;
}

base::Result<RevisedText> load_revised(Workspace& workspace, const assessment::Source& source) {
  RevisedText revised{source.code, source.id, {}, {}};
  revised.text = TRY(workspace.store.load_text(source.id));
  revised.pages = TRY(workspace.store.load_pages(source.id));
  return revised;
}

}  // namespace

base::Result<NewerPlace> find_newer_place(Workspace& workspace,
                                          const Anchor& old,
                                          double share_before,
                                          const RevisedText& revised) {
  auto outcome = AnchorOutcome::same;
  auto spans = text::find_quote(revised.text, old.quote);
  if (spans.empty()) {
    outcome = AnchorOutcome::changed;
    for (const auto& near : text::find_nearest_words(revised.text, old.quote, similarity_min))
      spans.push_back(near.span);
  }
  if (spans.empty()) {
    NewerPlace lost;
    lost.outcome = AnchorOutcome::lost;
    lost.now.source_code = revised.source_code;
    return lost;
  }
  const auto candidates = TRY(to_candidates(workspace, revised, old, std::move(spans)));
  const auto chosen =
      text::choose_place(revised.text, candidates, {old.prefix, old.suffix, share_before});
  return make_place(workspace, revised, candidates[chosen].span, outcome);
}

base::Result<std::vector<Reanchored>> reanchor(Workspace& workspace,
                                               const std::string& source_code,
                                               const std::string& by,
                                               const Context& context) {
  const auto& assessment_id = workspace.assessment.id;
  const auto dossier = TRY(workspace.store.load_dossier(assessment_id));
  const auto source = std::ranges::find(dossier.sources, source_code, &assessment::Source::code);
  if (source == dossier.sources.end())
    return fail(ErrorKind::not_found, "source.unknown", {{"source", source_code}});
  if (source->revises.empty())
    return fail(ErrorKind::invalid, "reanchor.no_revision", {{"source", source_code}});
  if (source->state == assessment::SourceState::needs_ocr)
    return fail(ErrorKind::invalid, "cite.needs_ocr", {{"source", source_code}});
  const auto revised = TRY(load_revised(workspace, *source));
  std::map<std::string, NewerPlace> on_record;
  for (auto& anchor : TRY(workspace.store.load_anchors(assessment_id)))
    if (anchor.place.now.source_code == source_code)
      on_record[anchor.subject] = std::move(anchor.place);
  OldTexts texts(workspace, dossier.sources);
  auto all = collect(dossier, find_older(dossier.sources, *source));
  for (auto& one : all) {
    const double share = TRY(texts.share_before(one.old));
    one.newer = TRY(find_newer_place(workspace, one.old, share, revised));
    one.newer.found_by = by;
    one.newer.found_at = context.clock();
    const auto earlier = on_record.find(one.subject);
    one.is_news = earlier == on_record.end() || !is_same_place(earlier->second, one.newer);
  }
  const auto record = [&]() -> base::Result<void> {
    for (const auto& one : all)
      if (one.is_news) TRY(workspace.store.add_anchor(assessment_id, {one.subject, one.newer}));
    return {};
  };
  TRY(workspace.store.in_transaction(record));
  return all;
}

}  // namespace workflow
