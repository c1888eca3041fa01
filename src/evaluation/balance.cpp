// Sorts accepted words by dimension and stance.
#include "evaluation/balance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "evaluation/gap.hpp"

namespace evaluation {

namespace {

using assessment::Stance;

/// One piece of words with all that the order of quotes depends on.
struct Words {
  Witness witness;
  std::string source_code;
  int strength = 0;
};

struct Sides {
  std::vector<Words> strengths;
  std::vector<Words> weaknesses;
};

/// Strong before unsaid before weak: 3, 2, 1, 0 for strong, moderate, unsaid, weak.
int rank_of(const std::optional<assessment::Strength>& strength) {
  if (!strength) return 1;
  switch (*strength) {
    case assessment::Strength::weak:
      return 0;
    case assessment::Strength::moderate:
      return 2;
    case assessment::Strength::strong:
      break;
  }
  return 3;
}

/// The child of the index above a node; 0 for the index itself.
int find_dimension(const model::Model& model, int node) {
  while (node > 0 && model.nodes[static_cast<std::size_t>(node)].parent > 0)
    node = model.nodes[static_cast<std::size_t>(node)].parent;
  return node;
}

/// The dimension of an element by its code; 0 for an empty or unknown one.
int find_dimension_of(const model::Model& model, const std::string& code) {
  const auto node = code.empty() ? std::nullopt : model::find_node(model, code);
  return node ? find_dimension(model, *node) : 0;
}

void add_words(Sides& sides, Stance stance, Words words) {
  auto& side = stance == Stance::supports ? sides.strengths : sides.weaknesses;
  side.push_back(std::move(words));
}

std::map<int, Sides> sort_words(const model::Model& model, const assessment::Dossier& dossier) {
  std::map<int, Sides> by_dimension;
  for (std::size_t i = 0; i < dossier.evidence.size(); ++i) {
    const auto& evidence = dossier.evidence[i];
    if (evidence.state != assessment::EvidenceState::accepted) continue;
    const auto indicator = model::find_indicator(model, evidence.indicator_code);
    if (!indicator) continue;
    const int node = model.leaves[static_cast<std::size_t>(*indicator)];
    add_words(by_dimension[find_dimension(model, node)],
              evidence.stance,
              {{false, static_cast<int>(i)}, evidence.source_code, rank_of(evidence.strength)});
  }
  const auto& codings = dossier.codebook.codings;
  for (std::size_t i = 0; i < codings.size(); ++i) {
    const auto& coding = codings[i];
    const auto* code = assessment::find_code(dossier.codebook, coding.code);
    if (coding.taken_back || !coding.stance || code == nullptr) continue;
    add_words(by_dimension[find_dimension_of(model, code->node)],
              *coding.stance,
              {{true, static_cast<int>(i)}, coding.source_code, rank_of(coding.strength)});
  }
  return by_dimension;
}

/// The strongest words, one of each source before a second of any.
std::vector<Witness> choose_quotes(std::vector<Words> words, std::size_t quotes_max) {
  std::ranges::stable_sort(words, std::ranges::greater(), &Words::strength);
  std::map<std::string, int> taken;
  std::vector<std::pair<int, Witness>> ordered;
  ordered.reserve(words.size());
  for (const auto& one : words) ordered.emplace_back(taken[one.source_code]++, one.witness);
  std::ranges::stable_sort(ordered, {}, &std::pair<int, Witness>::first);
  std::vector<Witness> chosen;
  for (const auto& [round, witness] : ordered)
    if (chosen.size() < quotes_max) chosen.push_back(witness);
  return chosen;
}

BalanceSide weigh(const std::vector<Words>& words, std::size_t quotes_max) {
  BalanceSide side;
  std::set<std::string> sources;
  for (const auto& one : words) {
    ++(one.witness.is_coding ? side.codings : side.citations);
    sources.insert(one.source_code);
  }
  side.sources = static_cast<int>(sources.size());
  side.quotes = choose_quotes(words, quotes_max);
  return side;
}

/// The lowest level that does not stand, up to the claim or the target.
std::optional<Shortfall> find_shortfall(const model::Model& model,
                                        const assessment::Assessment& assessment,
                                        const IndicatorResult& result) {
  if (!result.claimed) return std::nullopt;
  auto ceiling = *result.claimed;
  if (const auto target = find_target(model, assessment, result.indicator);
      target && *target > ceiling)
    ceiling = *target;
  for (const auto& standing : result.standings)
    if (base::Rational(standing.level) <= ceiling && !standing.stands())
      return Shortfall{result.indicator,
                       standing.level,
                       static_cast<int>(standing.checks_missing.size()),
                       std::max(0, standing.citations_required - standing.citations_accepted)};
  return std::nullopt;
}

}  // namespace

std::vector<Balance> weigh_evidence(const model::Model& model,
                                    const assessment::Dossier& dossier,
                                    const Evaluation& evaluation,
                                    std::size_t quotes_max) {
  auto words = sort_words(model, dossier);
  std::vector<int> nodes = model.nodes.front().children;
  if (words.contains(0)) nodes.push_back(0);
  std::vector<Balance> balances;
  balances.reserve(nodes.size());
  for (const int node : nodes) {
    Balance& balance = balances.emplace_back();
    balance.node = node;
    balance.strengths = weigh(words[node].strengths, quotes_max);
    balance.weaknesses = weigh(words[node].weaknesses, quotes_max);
    for (const auto& result : evaluation.indicators)
      if (node > 0 && find_dimension(model, result.node) == node)
        if (auto shortfall = find_shortfall(model, dossier.assessment, result))
          balance.shortfalls.push_back(*shortfall);
  }
  return balances;
}

}  // namespace evaluation
