// Finds the words of selections in what was filed and proposes them for indicators.
#include "workflow/qda_codings.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/contract.hpp"
#include "text/quote.hpp"
#include "text/unicode.hpp"
#include "workflow/place_quote.hpp"
#include "workflow/qda_marks.hpp"

namespace workflow {

namespace {

using assessment::Evidence;
using exchange::QdaSelection;

std::string_view page_text(const ingest::ReadSource& read, const document::Page& page) {
  return text::slice(read.text, page.range.begin, page.range.end);
}

// "2018-03-27T17:46:39Z" alone is an instant of ours; fractions go, other zones are no instants.
std::string to_instant(const std::string& moment) {
  constexpr std::size_t seconds_end = 19;
  if (moment.size() <= seconds_end || moment.back() != 'Z') return {};
  return moment.substr(0, seconds_end) + "Z";
}

// Whether the middle of a word lies in an area; the page's heights turn the axis over.
bool holds(const exchange::QdaAreaPlace& area, double height, const document::Box& box) {
  const double x = (box.left + box.right) / 2;
  const double y = height - (box.top + box.bottom) / 2;
  const auto [left, right] = std::minmax(area.first_x, area.second_x);
  const auto [bottom, top] = std::minmax(area.first_y, area.second_y);
  return static_cast<double>(left) <= x && x <= static_cast<double>(right) &&
         static_cast<double>(bottom) <= y && y <= static_cast<double>(top);
}

}  // namespace

QdaCodings::QdaCodings(Workspace& workspace,
                           const exchange::QdaProject& project,
                           const std::string& by,
                           const Context& context,
                           QdaImport& result)
    : workspace_(workspace), project_(project), by_(by), context_(context), result_(result) {
  for (const auto& code : project.codes)
    if (auto indicator = find_indicator_of(workspace.model, code))
      indicators_.emplace(code.guid, *std::move(indicator));
  for (const auto& user : project.users)
    users_.emplace(user.guid, text::normalize(user.name.empty() ? user.id : user.name));
  for (const auto& note : project.notes) notes_.emplace(note.item.guid, &note);
}

void QdaCodings::note(std::string_view what, const QdaSelection& selection) {
  const auto& item = selection.item;
  result_.findings.push_back(
      {{std::string(what), item.name.empty() ? item.guid : item.name, "", "left_out"}});
}

QdaCodings::Place QdaCodings::find_text(const PreparedSource& prepared,
                                            const QdaSelection& selection,
                                            const exchange::QdaTextPlace& place) {
  const auto& canonical = prepared.canonical;
  const document::Range range{canonical.position(place.begin), canonical.position(place.end)};
  if (range.begin >= range.end) {
    note("words_none", selection);
    return std::nullopt;
  }
  if (canonical.text() == prepared.read.text) return range;
  // Our reading of the PDF is another than theirs: the words themselves decide.
  const auto quote = text::slice(canonical.text(), range.begin, range.end);
  std::vector<document::Range> found;
  for (const auto& page : prepared.read.pages)
    for (const auto& span : text::find_quote(page_text(prepared.read, page), quote))
      found.push_back({page.range.begin + span.begin, page.range.begin + span.end});
  if (found.size() == 1) return found.front();
  note(found.empty() ? "words_not_found" : "words_twice", selection);
  return std::nullopt;
}

QdaCodings::Place QdaCodings::find_area(const PreparedSource& prepared,
                                            const QdaSelection& selection,
                                            const exchange::QdaAreaPlace& area) {
  Place range;
  for (const auto& page : prepared.read.pages) {
    if (page.number != area.page.value_or(-1) + 1) continue;
    for (const auto& word : page.words) {
      if (!holds(area, page.height, word.box)) continue;
      if (!range) range = word.range;
      range->begin = std::min(range->begin, word.range.begin);
      range->end = std::max(range->end, word.range.end);
    }
  }
  if (!range) note("words_not_found", selection);
  return range;
}

QdaCodings::Place QdaCodings::find_words(const PreparedSource& prepared,
                                             const QdaSelection& selection) {
  if (const auto* place = std::get_if<exchange::QdaTextPlace>(&selection.place))
    return find_text(prepared, selection, *place);
  const auto* area = std::get_if<exchange::QdaAreaPlace>(&selection.place);
  if (area != nullptr && prepared.source->kind == exchange::QdaSourceKind::pdf)
    return find_area(prepared, selection, *area);
  note("place_without_words", selection);
  return std::nullopt;
}

bool QdaCodings::stands_already(const Evidence& evidence) const {
  return std::ranges::any_of(earlier_, [&](const Evidence& one) {
    return one.indicator_code == evidence.indicator_code &&
           one.source_code == evidence.source_code && one.range == evidence.range &&
           one.cited_by == evidence.cited_by;
  });
}

base::Result<void> QdaCodings::cite(const exchange::QdaCoding& coding,
                                      const QdaSelection& selection,
                                      Evidence evidence) {
  evidence.indicator_code = indicators_.at(coding.code);
  auto user = users_.find(coding.user);
  if (user == users_.end()) user = users_.find(selection.item.creating_user);
  evidence.cited_by = user == users_.end() || user->second.empty() ? by_ : user->second;
  evidence.cited_at = to_instant(coding.created_at);
  if (evidence.cited_at.empty()) evidence.cited_at = context_.clock();
  evidence.note = text::normalize(selection.item.description);
  for (const auto* list : {&coding.notes, &selection.notes})
    for (const auto& guid : *list) {
      const auto found = notes_.find(guid);
      if (found == notes_.end() || !found->second->content) continue;
      const auto words = exchange::CanonicalText(*found->second->content).text();
      if (!parse_citation_note(words, evidence))
        evidence.note += (evidence.note.empty() ? "" : "\n") + words;
    }
  const auto levels = model::levels_of(workspace_.model.scale);
  if (evidence.level && std::ranges::find(levels, *evidence.level) == levels.end())
    evidence.level.reset();
  if (stands_already(evidence)) {
    ++result_.unchanged;
    return {};
  }
  evidence.id = TRY(workspace_.store.add_evidence(workspace_.assessment.id, evidence));
  earlier_.push_back(std::move(evidence));
  ++result_.citations;
  return {};
}

base::Result<void> QdaCodings::take_selection(const PreparedSource& prepared,
                                                const QdaSelection& selection,
                                                const assessment::Source& filed) {
  if (selection.codings.empty()) {
    note("selection_without_coding", selection);
    return {};
  }
  std::vector<const exchange::QdaCoding*> wanted;
  for (const auto& coding : selection.codings) {
    // A selection of words and one of their area may be the same one, twice (ATLAS.ti).
    const bool is_new = codings_.insert(coding.guid).second &&
                        codings_.insert(selection.item.guid + coding.code + coding.user).second;
    if (is_new && indicators_.contains(coding.code)) wanted.push_back(&coding);
  }
  if (wanted.empty()) return {};
  const auto range = find_words(prepared, selection);
  if (!range) return {};
  auto anchor = place_range(workspace_, filed, *range);
  if (!anchor && anchor.error().id == "cite.over_pages") {
    note("words_over_pages", selection);
    return {};
  }
  if (!anchor) return base::pass_on(std::move(anchor.error()));
  assessment::Evidence evidence;
  static_cast<assessment::Anchor&>(evidence) = *std::move(anchor);
  for (const auto* coding : wanted) TRY(cite(*coding, selection, evidence));
  return {};
}

base::Result<void> QdaCodings::take(const PreparedSource& prepared,
                                      const assessment::Source& filed) {
  if (!has_earlier_)
    earlier_ = TRY(workspace_.store.load_dossier(workspace_.assessment.id)).evidence;
  has_earlier_ = true;
  ASSERT(prepared.source != nullptr);
  const auto& source = *prepared.source;
  if (prepared.words != nullptr)
    for (const auto& selection : prepared.words->selections)
      TRY(take_selection(prepared, selection, filed));
  if (prepared.words != prepared.source)
    for (const auto& selection : source.selections) TRY(take_selection(prepared, selection, filed));
  for (const auto& coding : source.codings)
    if (indicators_.contains(coding.code))
      result_.findings.push_back(
          {{"coding_of_whole", source.item.name, indicators_.at(coding.code), "left_out"}});
  return {};
}

void QdaCodings::count_codings(const exchange::QdaSource& source,
                                 std::map<std::string, int>& counts) const {
  for (const auto& coding : source.codings) ++counts[coding.code];
  for (const auto& selection : source.selections)
    for (const auto& coding : selection.codings) ++counts[coding.code];
  for (const auto* list : {&source.representation, &source.transcripts})
    for (const auto& words : *list) count_codings(words, counts);
}

void QdaCodings::finish() {
  std::map<std::string, int> counts;
  for (const auto& source : project_.sources) count_codings(source, counts);
  const auto note_code = [&](const std::string& name, int count) {
    result_.findings.push_back({{"code_free", name, std::to_string(count), "left_out"}});
  };
  for (const auto& code : project_.codes) {
    const int count = counts[code.guid];
    counts.erase(code.guid);
    const bool is_known =
        indicators_.contains(code.guid) || (count == 0 && is_part_of_model(workspace_.model, code));
    if (!is_known) note_code(code.name, count);
  }
  for (const auto& [guid, count] : counts) note_code(guid, count);
}

}  // namespace workflow
