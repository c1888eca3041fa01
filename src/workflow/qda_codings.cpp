// Finds the words of selections in what was filed and puts them under indicators and free codes.
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

using assessment::Coding;
using assessment::Evidence;
using exchange::QdaSelection;

void add_line(std::string& text, const std::string& line) {
  text += (text.empty() ? "" : "\n") + line;
}

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

void count_codings(const exchange::QdaSource& source, std::map<std::string, int>& counts) {
  for (const auto& coding : source.codings) ++counts[coding.code];
  for (const auto& selection : source.selections)
    for (const auto& coding : selection.codings) ++counts[coding.code];
  for (const auto* list : {&source.representation, &source.transcripts})
    for (const auto& words : *list) count_codings(words, counts);
}

// A citation that undo took back and that nobody has accepted since counts as absent.
std::vector<Evidence> list_standing(std::vector<Evidence> citations,
                                    const std::vector<assessment::CodingAct>& acts) {
  const auto undone = assessment::list_undone_citations(acts);
  std::erase_if(citations, [&](const Evidence& one) {
    return one.state == assessment::EvidenceState::rejected && undone.contains(one.id);
  });
  return citations;
}

}  // namespace

QdaCodings::QdaCodings(const QdaTaker& taker,
                       const exchange::QdaProject& project,
                       QdaEarlier earlier,
                       QdaImport& result)
    : workspace_(taker.workspace),
      project_(project),
      by_(taker.by),
      context_(taker.context),
      result_(result) {
  std::map<std::string, int> counts;
  for (const auto& source : project.sources) count_codings(source, counts);
  codes_ = resolve_codes(
      project, {workspace_.model, earlier.dossier.codebook, earlier.acts}, counts, result.findings);
  for (const auto& code : project.codes) counts.erase(code.guid);
  for (const auto& [guid, count] : counts)
    result.findings.push_back({{"code_free", guid, std::to_string(count), "left_out"}});
  for (const auto& user : project.users)
    users_.emplace(user.guid, text::normalize(user.name.empty() ? user.id : user.name));
  for (const auto& note : project.notes) notes_.emplace(note.item.guid, &note);
  citations_ = list_standing(std::move(earlier.dossier.evidence), earlier.acts);
  codings_ = std::move(earlier.dossier.codebook.codings);
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
  return std::ranges::any_of(citations_, [&](const Evidence& one) {
    return one.indicator_code == evidence.indicator_code &&
           one.source_code == evidence.source_code && one.range == evidence.range &&
           one.cited_by == evidence.cited_by;
  });
}

// Also where acts have put it under another code since.
bool QdaCodings::stands_already(const Coding& coding, const QdaCodes::Free& code) const {
  return std::ranges::any_of(codings_, [&](const Coding& one) {
    const bool is_under = one.code == code.now ||
                          std::ranges::find(one.came_through, code.meant) != one.came_through.end();
    return is_under && !one.taken_back && one.source_code == coding.source_code &&
           one.range == coding.range && one.coded_by == coding.coded_by &&
           one.stance == coding.stance && one.strength == coding.strength &&
           one.memo == coding.memo;
  });
}

std::string QdaCodings::find_coder(const exchange::QdaCoding& coding,
                                   const QdaSelection& selection) const {
  auto user = users_.find(coding.user);
  if (user == users_.end()) user = users_.find(selection.item.creating_user);
  return user == users_.end() || user->second.empty() ? by_ : user->second;
}

QdaCodings::Said QdaCodings::find_said(const exchange::QdaCoding& coding,
                                       const QdaSelection& selection) const {
  auto at = to_instant(coding.created_at);
  if (at.empty()) at = context_.clock();
  return {
      find_coder(coding, selection), std::move(at), text::normalize(selection.item.description)};
}

std::vector<std::string> QdaCodings::list_notes(const exchange::QdaCoding& coding,
                                                const QdaSelection& selection) const {
  std::vector<std::string> texts;
  for (const auto* list : {&coding.notes, &selection.notes})
    for (const auto& guid : *list) {
      const auto found = notes_.find(guid);
      if (found != notes_.end() && found->second->content)
        texts.push_back(exchange::CanonicalText(*found->second->content).text());
    }
  return texts;
}

base::Result<void> QdaCodings::cite(const exchange::QdaCoding& coding,
                                    const QdaSelection& selection,
                                    Evidence evidence) {
  evidence.indicator_code = codes_.indicators.at(coding.code);
  auto said = find_said(coding, selection);
  evidence.cited_by = std::move(said.by);
  evidence.cited_at = std::move(said.at);
  evidence.note = std::move(said.words);
  for (const auto& words : list_notes(coding, selection))
    if (!parse_citation_note(words, evidence)) add_line(evidence.note, words);
  const auto levels = model::levels_of(workspace_.model.scale);
  if (evidence.level && std::ranges::find(levels, *evidence.level) == levels.end())
    evidence.level.reset();
  if (stands_already(evidence)) {
    ++result_.unchanged;
    return {};
  }
  evidence.id = TRY(workspace_.store.add_evidence(workspace_.assessment.id, evidence));
  record_.cited[evidence.indicator_code].push_back(evidence.id);
  citations_.push_back(std::move(evidence));
  ++result_.citations;
  return {};
}

base::Result<void> QdaCodings::code(const exchange::QdaCoding& coding,
                                    const QdaSelection& selection,
                                    Coding made) {
  const auto& code = codes_.free_codes.at(coding.code);
  made.code = code.now;
  auto said = find_said(coding, selection);
  made.coded_by = std::move(said.by);
  made.coded_at = std::move(said.at);
  made.memo = std::move(said.words);
  for (const auto& words : list_notes(coding, selection))
    if (!parse_coding_note(words, made)) add_line(made.memo, words);
  if (stands_already(made, code)) {
    ++result_.unchanged;
    return {};
  }
  made.id = TRY(workspace_.store.add_coding(workspace_.assessment.id, made));
  record_.coded[made.code].push_back(made.id);
  codings_.push_back(std::move(made));
  ++result_.codings;
  return {};
}

base::Result<void> QdaCodings::take_coding(const exchange::QdaCoding& coding,
                                           const QdaSelection& selection,
                                           const assessment::Anchor& anchor) {
  if (codes_.indicators.contains(coding.code)) {
    Evidence evidence;
    static_cast<assessment::Anchor&>(evidence) = anchor;
    return cite(coding, selection, std::move(evidence));
  }
  Coding made;
  static_cast<assessment::Anchor&>(made) = anchor;
  return code(coding, selection, std::move(made));
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
    const bool is_new = taken_.insert(coding.guid).second &&
                        taken_.insert(selection.item.guid + coding.code + coding.user).second;
    const bool is_known =
        codes_.indicators.contains(coding.code) || codes_.free_codes.contains(coding.code);
    if (is_new && is_known) wanted.push_back(&coding);
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
  for (const auto* coding : wanted) TRY(take_coding(*coding, selection, *anchor));
  return {};
}

base::Result<void> QdaCodings::take(const PreparedSource& prepared,
                                    const assessment::Source& filed) {
  ASSERT(prepared.source != nullptr);
  const auto& source = *prepared.source;
  if (prepared.words != nullptr)
    for (const auto& selection : prepared.words->selections)
      TRY(take_selection(prepared, selection, filed));
  if (prepared.words != prepared.source)
    for (const auto& selection : source.selections) TRY(take_selection(prepared, selection, filed));
  for (const auto& coding : source.codings) {
    const auto indicator = codes_.indicators.find(coding.code);
    const auto code = codes_.free_codes.find(coding.code);
    const bool is_free = code != codes_.free_codes.end();
    if (indicator != codes_.indicators.end() || is_free)
      result_.findings.push_back({{"coding_of_whole",
                                   source.item.name,
                                   is_free ? code->second.now : indicator->second,
                                   "left_out"}});
  }
  return {};
}

base::Result<void> QdaCodings::record() {
  assessment::CodingAct act;
  act.name = "qdpx";
  act.by = by_;
  act.at = context_.clock();
  result_.codes = static_cast<int>(codes_.additions.size());
  record_.new_codes = codes_.additions;
  return record_import(workspace_, record_, act);
}

}  // namespace workflow
