// Many numbers into one: the weighted arithmetic mean, written once over any number type.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace stats {

/// A value and its weight.
template <typename Number>
struct Weighted {
  Number value;
  Number weight;
};

template <typename Number>
struct WeightedMean {
  Number weighted_sum{0};      ///< Σ wᵢ xᵢ
  Number weight_sum{0};        ///< Σ wᵢ
  std::optional<Number> mean;  ///< empty when there is nothing to average
};

/// Σ wᵢ xᵢ / Σ wᵢ. Empty for no items; weights are positive.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), §6.2 (linear
/// aggregation).
template <typename Number>
WeightedMean<Number> average_weighted(std::span<const Weighted<Number>> items) {
  WeightedMean<Number> result;
  for (const auto& [value, weight] : items) {
    result.weighted_sum = result.weighted_sum + weight * value;
    result.weight_sum = result.weight_sum + weight;
  }
  if (!items.empty()) result.mean = result.weighted_sum / result.weight_sum;
  return result;
}

/// The middle of the values, the lower of the two middle ones for an even number. Empty for no
/// values.
template <typename Number>
std::optional<Number> lower_median(std::vector<Number> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) / 2];
}

}  // namespace stats
