// Tells works of one author and year apart, writes mentions out and lists what was cited.
#include "report/bibliography.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/reference_format.hpp"
#include "text/reference_mentions.hpp"
#include "text/unicode.hpp"

namespace report {

namespace {

using assessment::Source;

/// A filed reference and the letter behind its year, empty where it needs none.
struct Work {
  const Source* source;
  std::string letter;
};

using Works = std::map<std::string, Work, std::less<>>;

std::string letter_at(std::size_t position) {
  constexpr std::size_t letters = 26;
  std::string letter(1, static_cast<char>('a' + position % letters));
  return position < letters ? letter : letter_at(position / letters - 1) + letter;
}

Works find_works(const Context& context) {
  std::map<std::string, std::vector<const Source*>> alike;
  Works works;
  for (const auto& source : context.dossier.sources) {
    if (source.kind != assessment::SourceKind::reference) continue;
    works.emplace(source.code, Work{&source, ""});
    if (source.reference)
      alike[name_authors(context, *source.reference) + ", " +
            year_of(context, *source.reference, "")]
          .push_back(&source);
  }
  for (auto& [label, sources] : alike) {
    if (sources.size() < 2) continue;
    std::ranges::sort(sources, {}, [](const Source* source) {
      return std::pair(text::fold(source->title), source->code);
    });
    for (std::size_t i = 0; i < sources.size(); ++i)
      works.at(sources[i]->code).letter = letter_at(i);
  }
  return works;
}

std::string name_work(const Context& context, const Work& work) {
  if (!work.source->reference) return work.source->title;
  return name_authors(context, *work.source->reference) + ", " +
         year_of(context, *work.source->reference, work.letter);
}

std::string list_work(const Context& context, const Work& work) {
  if (!work.source->reference) return work.source->citation;
  return format_reference(context, *work.source->reference, work.letter);
}

/// Empty where a key is unknown.
std::string write_out(const Context& context, const Works& works, const text::Mention& mention) {
  std::string line;
  for (const auto& named : mention.references) {
    const auto work = works.find(named.key);
    if (work == works.end()) return "";
    line += (line.empty() ? "" : "; ") + name_work(context, work->second);
    if (!named.locator.empty()) line += ", " + named.locator;
  }
  return "(" + line + ")";
}

/// Everything that people wrote in their own words.
std::vector<std::string> list_words(const assessment::Dossier& dossier) {
  std::vector<std::string> words;
  words.reserve(2 * (dossier.ratings.size() + dossier.evidence.size()));
  for (const auto& rating : dossier.ratings) {
    words.push_back(rating.because);
    words.push_back(rating.answer.reason);
  }
  for (const auto& evidence : dossier.evidence) {
    words.push_back(evidence.note);
    words.push_back(evidence.because);
  }
  return words;
}

/// Codes of sources, known and unknown.
std::set<std::string> find_cited(const Context& context) {
  std::set<std::string> keys;
  for (const auto& words : list_words(context.dossier))
    for (const auto& mention : text::find_mentions(words))
      for (const auto& named : mention.references) keys.insert(named.key);
  for (const auto& evidence : context.dossier.evidence) {
    const auto* source = find_source(context, evidence.source_code);
    if (source != nullptr && source->kind == assessment::SourceKind::reference)
      keys.insert(source->code);
  }
  return keys;
}

}  // namespace

std::string with_references(const Context& context, const std::string& words) {
  const auto mentions = text::find_mentions(words);
  if (mentions.empty()) return words;
  const auto works = find_works(context);
  std::string written;
  std::size_t begin = 0;
  for (const auto& mention : mentions) {
    const auto named = write_out(context, works, mention);
    written += words.substr(begin, mention.begin - begin);
    written += named.empty() ? words.substr(mention.begin, mention.end - mention.begin) : named;
    begin = mention.end;
  }
  return written + words.substr(begin);
}

std::vector<Section> compose_bibliography(const Context& context) {
  const auto works = find_works(context);
  std::vector<std::pair<std::string, ListItem>> entries;
  std::vector<std::string> unknown;
  for (const auto& key : find_cited(context)) {
    const auto work = works.find(key);
    if (work == works.end()) {
      unknown.push_back("@" + key);
      continue;
    }
    const auto line = list_work(context, work->second);
    entries.emplace_back(text::fold(line), ListItem{.text = line});
  }
  if (entries.empty() && unknown.empty()) return {};
  std::ranges::sort(entries, {}, [](const auto& entry) { return entry.first; });
  Section section{"bibliography", say(context, "report.bibliography"), 1, {}};
  section.blocks.push_back(Paragraph{say(context, "report.bibliography.lead")});
  List list;
  list.items.reserve(entries.size());
  for (auto& entry : entries) list.items.push_back(std::move(entry.second));
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  if (!unknown.empty())
    section.blocks.push_back(
        Paragraph{say(context,
                      "report.bibliography.unknown",
                      {{"n", std::to_string(unknown.size())}, {"keys", list_of(context, unknown)}}),
                  Paragraph::Tone::warning});
  return {std::move(section)};
}

}  // namespace report
