// Measures how well questions find the passages that they were made from: the product's search for
// any word and the ranking of suggestions, beside SQLite's unicode61 and Xapian. Exits with 1 where
// a target is missed.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <unistd.h>

#include "base/files.hpp"
#include "facqa.hpp"
#include "families.hpp"
#include "sql/sqlite.hpp"
#include "store/models.hpp"
#include "store/store.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"
#include "workflow/search_passages.hpp"
#include "xapian_index.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t best_max = 10;
constexpr double target_as_written = 0.81;
constexpr double target_inflected = 0.80;

template <typename T>
T must(base::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "failed: %s\n", result.error().id.c_str());
    std::exit(2);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

text::Stemmer make_stemmer() {
  const auto bytes = base::read_file("/usr/share/hunspell/id_ID.dic", 32 << 20);
  return {bytes ? text::Lexicon::parse(*bytes) : text::Lexicon(), text::shipped_word_lists()};
}

/// A workspace with all passages in one source; a passage is known by where it begins.
class Product {
 public:
  Product(const std::string& path, const std::vector<std::string>& passages)
      : workspace_{must(store::Store::open(path, store::OpenMode::create)), {}, {}} {
    store::StoredModel model{"bench", "1.0.0", "", {{"model.yaml", "id: bench\n"}}};
    model.digest = store::compute_model_digest(model);
    workspace_.assessment = {"A", "Bench", "2026", "bench", "1.0.0", model.digest, {}};
    must(workspace_.store.save_assessment(workspace_.assessment, model, "2026-01-01T00:00:00Z"));
    store::FiledSource filed;
    filed.source.id = filed.source.code = "facqa";
    filed.source.added_at = "2026-01-01T00:00:00Z";
    std::int64_t begin = 0;
    for (const auto& passage : passages) {
      const auto end = begin + text::count_code_points(passage);
      positions_[begin] = filed.passages.size();
      filed.passages.push_back({0, {begin, end}, passage});
      filed.text += passage + "\n";
      begin = end + 1;
    }
    filed.pages = {{0, 0, 0, {0, begin}, {}}};
    must(workspace_.store.save_source("A", filed, stemmer_));
  }

  /// What `jenjang search --any QUESTION` prints.
  std::vector<std::size_t> search_any(const std::string& question) {
    workflow::SearchRequest request;
    request.query = question;
    request.any_word = true;
    request.limit = static_cast<int>(best_max);
    std::vector<std::size_t> best;
    for (const auto& one : must(workflow::search_passages(workspace_, request, stemmer_)).passages)
      best.push_back(positions_.at(one.hit.range.begin));
    return best;
  }

  /// FTS5's own bm25 over our columns, without our ranking.
  std::vector<std::size_t> search_columns(const std::string& question) {
    text::SearchQuery query;
    for (auto& word : text::find_words(question))
      query.terms.push_back(
          {text::SearchTerm::Kind::word, {std::move(word.folded)}, 0, false, !query.terms.empty()});
    std::vector<std::size_t> best;
    for (const auto& hit :
         must(workspace_.store.search("A", query, stemmer_, static_cast<int>(best_max))))
      best.push_back(positions_.at(hit.range.begin));
    return best;
  }

  text::Stemmer& stemmer() { return stemmer_; }

 private:
  text::Stemmer stemmer_ = make_stemmer();
  workflow::Workspace workspace_;
  std::map<std::int64_t, std::size_t> positions_;
};

/// SQLite's FTS5 as it comes.
class Unicode61 {
 public:
  Unicode61(const std::string& path, const std::vector<std::string>& passages)
      : database_(must(sql::open_sqlite(path, {sql::SqliteMode::create, 1}))) {
    must(database_->execute_script(
        "CREATE VIRTUAL TABLE passages USING fts5 (text, tokenize = 'unicode61')"));
    std::vector<sql::Row> rows;
    for (std::size_t i = 0; i < passages.size(); ++i)
      rows.push_back({static_cast<std::int64_t>(i), passages[i]});
    must(database_->execute_many("INSERT INTO passages (rowid, text) VALUES ($1, $2)", rows));
  }

  std::vector<std::size_t> search_any(const std::string& question) {
    std::string match;
    for (const auto& word : text::find_words(question))
      match += (match.empty() ? "\"" : " OR \"") + word.folded + "\"";
    std::vector<std::size_t> best;
    for (const auto& row : must(database_->query(
             "SELECT rowid FROM passages WHERE passages MATCH $1 ORDER BY rank LIMIT 10", {match})))
      best.push_back(static_cast<std::size_t>(sql::to_integer(row.at(0)).value_or(0)));
    return best;
  }

 private:
  std::unique_ptr<sql::Database> database_;
};

struct Variant {
  const char* name;
  std::vector<bench::Question> questions;
};

bench::Quality show(const char* engine, const Variant& variant, const bench::Ranker& ranker) {
  const auto quality = bench::measure(variant.questions, ranker);
  std::printf("%-34s %-28s %.4f  %.4f  %.4f\n",
              engine,
              variant.name,
              quality.reciprocal_rank,
              quality.at_one,
              quality.at_ten);
  return quality;
}

}  // namespace

int main() {
  const auto facqa = bench::load_facqa();
  if (facqa.passages.empty()) {
    std::puts("JENJANG_SHARED is absent: no questions to measure with");
    return 0;
  }
  const auto folder =
      fs::temp_directory_path() / ("jenjang-retrieval-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  Product product((folder / "bench.jenjang").string(), facqa.passages);
  Unicode61 unicode61((folder / "unicode61.db").string(), facqa.passages);
  bench::XapianIndex plain("", "none");
  bench::XapianIndex stemmed("", "indonesian");
  plain.add(facqa.passages);
  stemmed.add(facqa.passages);

  std::vector<Variant> variants = {{"as written", facqa.questions}};
  for (const bool both : {true, false}) {
    bench::Families families(facqa.passages, product.stemmer(), both);
    Variant variant{both ? "inflected (both agree)" : "inflected (hunspell alone)", {}};
    for (const auto& question : facqa.questions)
      variant.questions.push_back({families.inflect(question.text), question.passage});
    std::printf("%s: %d of %d words of more than three letters swapped\n",
                variant.name,
                families.swapped(),
                families.words());
    variants.push_back(std::move(variant));
  }
  std::printf("\n%-34s %-28s MRR@10  R@1     R@10\n", "engine", "questions");
  bool is_met = true;
  for (const auto& variant : variants) {
    const bool is_written = &variant == &variants.front();
    const auto any =
        show("jenjang search --any", variant, [&](const auto& q) { return product.search_any(q); });
    show("our columns by FTS5's bm25", variant, [&](const auto& q) {
      return product.search_columns(q);
    });
    show("SQLite FTS5 unicode61", variant, [&](const auto& q) { return unicode61.search_any(q); });
    show("Xapian, no stemmer", variant, [&](const auto& q) {
      return plain.search(q, false, best_max);
    });
    show("Xapian, Indonesian", variant, [&](const auto& q) {
      return stemmed.search(q, false, best_max);
    });
    if (&variant != &variants.back())
      is_met = is_met && any.reciprocal_rank >= (is_written ? target_as_written : target_inflected);
  }
  fs::remove_all(folder);
  std::puts(is_met ? "\ntargets met" : "\na target is missed");
  return is_met ? 0 : 1;
}
