// Measures indexing, searching, suggesting and stemming on real text, repeated and mutated to the
// size that is asked for, beside SQLite's unicode61 and Xapian in the same run.
// jenjang_search_bench [PASSAGES] (default 20000)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>

#include <unistd.h>

#include "base/files.hpp"
#include "sql/sqlite.hpp"
#include "store/models.hpp"
#include "store/schema.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"
#include "workflow/add_sources.hpp"
#include "workflow/load_stemmer.hpp"
#include "workflow/search_passages.hpp"
#include "workflow/suggest_passages.hpp"
#include "xapian_index.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

template <typename T>
T must(base::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "failed: %s\n", result.error().id.c_str());
    std::exit(2);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

double seconds_of(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

workflow::Context make_context() {
  workflow::Context context;
  context.clock = [] { return std::string("2026-11-24T00:00:00Z"); };
  context.engine_version = "bench";
  context.reading.extractor_path = JENJANG_EXTRACT_PROGRAM;
  context.dictionary_path = "/usr/share/hunspell/id_ID.dic";
  return context;
}

/// The passages of the shared regulations, as the product reads them.
std::vector<std::string> read_real_passages(const fs::path& folder) {
  const char* shared = std::getenv("JENJANG_SHARED");
  const auto path = (folder / "real.jenjang").string();
  must(workflow::create_assessment(path, {"somm", "Bench", "2026", ""}, make_context()));
  {
    auto workspace = must(workflow::open_workspace(path, workflow::Access::write));
    must(workflow::add_sources(workspace,
                               {{std::string(shared == nullptr ? "" : shared) + "/documents"}, ""},
                               make_context(),
                               [](const workflow::AddProgress&) {}));
  }
  auto database = must(sql::open_sqlite(path, {sql::SqliteMode::read_only, store::application_id}));
  std::vector<std::string> passages;
  for (const auto& row : must(database->query("SELECT text FROM passages ORDER BY number", {})))
    passages.push_back(sql::to_text(row.at(0)).value_or(""));
  return passages;
}

/// Repeats the passages; in each copy a tenth of the words is another word of the text, and every
/// hundredth has another letter.
std::vector<std::string> multiply(const std::vector<std::string>& real, std::size_t count) {
  std::vector<std::string> words;
  for (const auto& passage : real)
    for (auto& word : text::find_words(passage)) words.push_back(std::move(word.folded));
  std::mt19937_64 random(20261124);
  std::vector<std::string> passages = real;
  passages.resize(std::min(count, passages.size()));
  while (passages.size() < count) {
    std::string passage;
    for (auto& token : text::find_words(real[passages.size() % real.size()])) {
      auto word = random() % 10 == 0 ? words[random() % words.size()] : std::move(token.folded);
      if (random() % 100 == 0)
        word[random() % word.size()] = static_cast<char>('a' + random() % 26);
      passage += (passage.empty() ? "" : " ") + word;
    }
    passages.push_back(std::move(passage));
  }
  return passages;
}

double megabytes_of(const std::vector<std::string>& passages) {
  double bytes = 0;
  for (const auto& passage : passages) bytes += static_cast<double>(passage.size());
  return bytes / 1e6;
}

/// Files the passages as sources of 20,000 each.
void file(workflow::Workspace& workspace,
          const std::vector<std::string>& passages,
          text::Stemmer& stemmer) {
  constexpr std::size_t passages_each = 20000;
  for (std::size_t first = 0; first < passages.size(); first += passages_each) {
    store::FiledSource filed;
    filed.source.id = filed.source.code = "b" + std::to_string(first / passages_each);
    filed.source.added_at = "2026-01-01T00:00:00Z";
    std::int64_t begin = 0;
    for (std::size_t i = first; i < std::min(passages.size(), first + passages_each); ++i) {
      const auto end = begin + text::count_code_points(passages[i]);
      filed.passages.push_back({0, {begin, end}, passages[i]});
      filed.text += passages[i] + "\n";
      begin = end + 1;
    }
    filed.pages = {{0, 0, 0, {0, begin}, {}}};
    must(workspace.store.save_source(workspace.assessment.id, filed, stemmer));
  }
}

void show_times(const char* name, std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return 1000 *
           times[std::min(times.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(times.size())))];
  };
  std::printf("%-44s median %9.2f ms   p99 %9.2f ms   (%zu queries)\n",
              name,
              at(0.5),
              at(0.99),
              times.size());
  std::fflush(stdout);
}

std::vector<double> time_each(const std::vector<std::string>& queries,
                              const std::function<void(const std::string&)>& ask) {
  std::vector<double> times;
  for (const auto& query : queries) times.push_back(seconds_of([&] { ask(query); }));
  return times;
}

/// One to three words that stand in one real passage, each of more than three letters.
std::vector<std::string> draw_queries(const std::vector<std::string>& real, std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<std::string> queries;
  while (queries.size() < count) {
    auto words = text::find_words(real[random() % real.size()]);
    std::erase_if(words, [](const text::Token& word) { return word.folded.size() < 4; });
    if (words.size() < 3) continue;
    std::string query;
    for (std::size_t i = 0; i <= queries.size() % 3; ++i)
      query += (i == 0 ? "" : " ") + words[random() % words.size()].folded;
    queries.push_back(std::move(query));
  }
  return queries;
}

std::string in_quotes(const std::string& query) {
  std::string quoted;
  for (const auto& word : text::find_words(query))
    quoted += (quoted.empty() ? "\"" : " \"") + word.folded + "\"";
  return quoted;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::stoul(argv[1]) : 20000;
  if (std::getenv("JENJANG_SHARED") == nullptr) {
    std::puts("JENJANG_SHARED is absent: no real text to measure with");
    return 0;
  }
  const auto folder = fs::temp_directory_path() / ("jenjang-search-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto real = read_real_passages(folder);
  const auto passages = multiply(real, count);
  const double megabytes = megabytes_of(passages);
  std::printf("%zu passages, %.1f MB, made from %zu real ones\n\n",
              passages.size(),
              megabytes,
              real.size());

  auto stemmer = workflow::load_stemmer(make_context());
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min<std::size_t>(passages.size(), 20000); ++i)
    for (auto& word : text::find_words(passages[i])) words.push_back(std::move(word.folded));
  std::size_t letters = 0;
  const auto stem_all = [&] {
    for (const auto& word : words) letters += stemmer.stem(word).size();
  };
  const double cold = seconds_of(stem_all);
  const double warm = seconds_of(stem_all);
  std::printf(
      "stemmer: %.2f M words/s as met in the text, %.2f M words/s once all are known (%zu words, "
      "%zu letters)\n",
      static_cast<double>(words.size()) / cold / 1e6,
      static_cast<double>(words.size()) / warm / 1e6,
      words.size(),
      letters);

  const auto path = (folder / "bench.jenjang").string();
  must(workflow::create_assessment(path, {"somm", "Bench", "2026", ""}, make_context()));
  auto workspace = must(workflow::open_workspace(path, workflow::Access::write));
  const double filing = seconds_of([&] { file(workspace, passages, stemmer); });
  const double indexing = seconds_of([&] { must(workspace.store.rebuild_index(stemmer)); });
  std::printf("jenjang: filing with index %.1f MB/s; index alone, made afresh %.1f MB/s\n",
              megabytes / filing,
              megabytes / indexing);

  auto unicode61 =
      must(sql::open_sqlite((folder / "unicode61.db").string(), {sql::SqliteMode::create, 1}));
  const double plain = seconds_of([&] {
    must(sql::in_transaction(*unicode61, [&]() -> base::Result<void> {
      must(unicode61->execute_script(
          "CREATE VIRTUAL TABLE p USING fts5 (text, tokenize = 'unicode61')"));
      std::vector<sql::Row> rows;
      for (std::size_t i = 0; i < passages.size(); ++i)
        rows.push_back({static_cast<std::int64_t>(i), passages[i]});
      return unicode61->execute_many("INSERT INTO p (rowid, text) VALUES ($1, $2)", rows);
    }));
  });
  std::printf("SQLite FTS5 unicode61: %.1f MB/s\n", megabytes / plain);
  bench::XapianIndex xapian((folder / "xapian").string(), "indonesian");
  const double stemmed = seconds_of([&] { xapian.add(passages); });
  std::printf(
      "Xapian, Indonesian: %.1f MB/s\nratios of jenjang's index: %.2f of unicode61, %.2f of "
      "Xapian\n\n",
      megabytes / stemmed,
      plain / indexing,
      stemmed / indexing);
  std::fflush(stdout);

  const auto ask_fts = [&](const std::string& query, int limit) {
    return must(unicode61->query("SELECT rowid FROM p WHERE p MATCH $1 ORDER BY rank LIMIT $2",
                                 {in_quotes(query), std::int64_t{limit}}));
  };
  const auto search = [&](const std::string& query, bool any, int limit) {
    workflow::SearchRequest request;
    request.query = query;
    request.any_word = any;
    request.limit = limit;
    return must(workflow::search_passages(workspace, request, stemmer)).passages.size();
  };
  const auto queries = draw_queries(real, 300);
  if (count <= 20000) {
    int equal = 0;
    for (std::size_t i = 0; i < 60; ++i)
      equal +=
          search(in_quotes(queries[i]), false, 1000) >= 3 &&
                  ask_fts(queries[i], 1000).size() == search(in_quotes(queries[i]), false, 1000)
              ? 1
              : 0;
    int fewer = 0;
    for (std::size_t i = 0; i < 60; ++i) fewer += ask_fts(queries[i], 1000).size() < 3 ? 1 : 0;
    std::printf(
        "words in quotes: as many passages as unicode61 for %d of %d queries (%d with fewer than "
        "three left out)\n",
        equal,
        60 - fewer,
        fewer);
  }
  show_times("jenjang search, all words in any form",
             time_each(queries, [&](const auto& q) { search(q, false, 10); }));
  show_times("jenjang search, words in quotes",
             time_each(queries, [&](const auto& q) { search(in_quotes(q), false, 10); }));
  show_times("jenjang search --any",
             time_each(queries, [&](const auto& q) { search(q, true, 10); }));
  std::vector<std::string> slips;
  for (std::size_t i = 0; i < 30; ++i)
    slips.push_back(queries[i * 3].substr(0, 3) + "q" + queries[i * 3].substr(3));
  show_times("jenjang search, a word that is nowhere",
             time_each(slips, [&](const auto& q) { search(q, false, 10); }));
  std::vector<std::string> codes;
  for (const auto leaf : workspace.model.leaves)
    codes.push_back(workspace.model.nodes[static_cast<std::size_t>(leaf)].code);
  show_times("jenjang suggest", time_each(codes, [&](const auto& code) {
               must(workflow::suggest_passages(workspace, {code, {}, 10, 160}, stemmer));
             }));
  show_times("SQLite FTS5 unicode61, all words",
             time_each(queries, [&](const auto& q) { ask_fts(q, 10); }));
  show_times("Xapian, Indonesian, all words",
             time_each(queries, [&](const auto& q) { xapian.search(q, true, 10); }));
  fs::remove_all(folder);
  return 0;
}
