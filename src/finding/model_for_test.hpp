// A toy model of three indicators, and shorthands for the tests of this room.
#pragma once

#include <string>
#include <vector>

#include "finding/need.hpp"
#include "finding/passage_words.hpp"
#include "finding/statistics.hpp"
#include "text/word_lists.hpp"

namespace finding::for_test {

/// A stemmer with a few roots.
inline text::Stemmer small_stemmer() {
  return {text::Lexicon::parse("7\nrencana/B0D0MkPaT0\ntetap/DkKaMkPa\nubah/B0D0M0PaR0Ra\n"
                               "catat/D0M0Pa\nsuhu\nruang/Pa\nlapor/D0MkPaKa\n"),
          text::shipped_word_lists()};
}

inline model::Text text_of(const std::string& indonesian) {
  return {indonesian, {}};
}

/// S01 asks for records of temperatures, S02 and S03 for other things; "tercatat" stands in all.
inline model::Model small_model() {
  model::Model model;
  model.nodes.resize(1);
  for (const auto* name : {"Suhu ruang", "Rencana induk", "Laporan warga"}) {
    model::Node node;
    node.code = "S0" + std::to_string(model.nodes.size());
    node.name = text_of(name);
    node.indicator = static_cast<int>(model.indicators.size());
    model.leaves.push_back(static_cast<int>(model.nodes.size()));
    model.nodes.push_back(node);
    model::Indicator indicator;
    indicator.criteria[2] = text_of("Tercatat dengan angka 12.");
    model.indicators.push_back(indicator);
  }
  auto& first = model.indicators[0];
  first.criteria[3] = text_of("Suhu ruang dicatat.");
  first.checks[3] = {{"3a", text_of("Sensor terpasang."), 0}};
  first.evidence[2] = {{"document", text_of("Foto alat ukur")}};
  first.terms_id = {"suhu ruang", "termometer"};
  first.terms_en = {"room temperature"};
  return model;
}

inline std::vector<PassageWord> words_of(const std::string& text) {
  auto stemmer = small_stemmer();
  return read_words(text, stemmer);
}

inline std::vector<std::vector<PassageWord>> passages_of(const std::vector<std::string>& texts) {
  std::vector<std::vector<PassageWord>> passages;
  passages.reserve(texts.size());
  for (const auto& text : texts) passages.push_back(words_of(text));
  return passages;
}

/// Counts of these passages themselves, stems and compounds.
inline Statistics count(const std::vector<std::vector<PassageWord>>& passages) {
  Statistics statistics;
  statistics.passages = static_cast<std::int64_t>(passages.size());
  double words = 0;
  for (const auto& passage : passages) {
    words += static_cast<double>(passage.size());
    std::map<std::string, bool> met;
    for (const auto& word : passage) {
      met[word.stem] = true;
      for (const auto& stem : word.further) met[stem] = true;
    }
    for (const auto& [stem, is_met] : met) ++statistics.holding[stem];
  }
  statistics.mean_words = words / static_cast<double>(passages.size());
  return statistics;
}

/// The need of the first indicator.
inline Need need_of_first(std::optional<int> level = std::nullopt) {
  auto stemmer = small_stemmer();
  return make_need(small_model(), 0, level, stemmer);
}

}  // namespace finding::for_test
