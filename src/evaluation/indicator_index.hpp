// From an indicator's exact code to its position, for many look-ups.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/model.hpp"

namespace evaluation {

/// A sorted list of codes. Lives no longer than its model.
class IndicatorIndex {
 public:
  explicit IndicatorIndex(const model::Model& model) {
    codes_.reserve(model.leaves.size());
    for (std::size_t i = 0; i < model.leaves.size(); ++i)
      codes_.emplace_back(model.nodes[static_cast<std::size_t>(model.leaves[i])].code,
                          static_cast<int>(i));
    std::sort(codes_.begin(), codes_.end());
  }

  [[nodiscard]] std::optional<int> find(std::string_view code) const {
    const auto entry =
        std::lower_bound(codes_.begin(), codes_.end(), std::pair<std::string_view, int>{code, -1});
    if (entry == codes_.end() || entry->first != code) return std::nullopt;
    return entry->second;
  }

 private:
  std::vector<std::pair<std::string_view, int>> codes_;
};

}  // namespace evaluation
