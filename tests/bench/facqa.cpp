// Reads the questions and counts at which rank their passages come.
#include "facqa.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/files.hpp"
#include "codec/json.hpp"

namespace bench {

Facqa load_facqa() {
  const char* shared = std::getenv("JENJANG_SHARED");
  const auto bytes = base::read_file(
      std::string(shared == nullptr ? "" : shared) + "/oracles/facqa.json", 64 << 20);
  const auto root = bytes ? codec::parse_json(*bytes) : codec::parse_json("null");
  Facqa facqa;
  if (!root || !root->is_mapping()) return facqa;
  for (const auto& passage : root->find("docs")->items) facqa.passages.push_back(passage.scalar);
  for (const auto& query : root->find("queries")->items)
    facqa.questions.push_back({query.items.at(1).scalar, std::stoul(query.items.at(2).scalar)});
  return facqa;
}

Quality measure(const std::vector<Question>& questions, const Ranker& ranker) {
  Quality sum;
  for (const auto& question : questions) {
    const auto best = ranker(question.text);
    const auto found = std::ranges::find(best, question.passage);
    if (found == best.end()) continue;
    const auto rank = static_cast<double>(found - best.begin() + 1);
    sum.reciprocal_rank += 1 / rank;
    sum.at_one += rank == 1 ? 1 : 0;
    sum.at_ten += rank <= 10 ? 1 : 0;
  }
  const auto count = static_cast<double>(std::max<std::size_t>(questions.size(), 1));
  return {sum.reciprocal_rank / count, sum.at_one / count, sum.at_ten / count};
}

}  // namespace bench
