// Copies one record into the other: neither room knows the other's.
#include "workflow/count_stems.hpp"

#include <utility>

namespace workflow {

base::Result<finding::Statistics> count_for_ranking(store::Store& store,
                                                    const std::vector<std::string>& stems) {
  auto counts = TRY(store.count_stems(stems));
  finding::Statistics statistics;
  statistics.passages = counts.passages;
  statistics.mean_words = counts.mean_words;
  for (auto& [stem, passages] : counts.holding)
    statistics.holding.insert_or_assign(std::move(stem), passages);
  return statistics;
}

}  // namespace workflow
