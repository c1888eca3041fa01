// The codebook of an assessment as it stands: what follows from all acts of coding, in their order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/coding.hpp"
#include "assessment/coding_act.hpp"
#include "base/result.hpp"

namespace assessment {

/// The free codes in the order of their making, and all codings under the codes of today.
struct Codebook {
  std::vector<FreeCode> codes;
  std::vector<Coding> codings;
};

/// A codebook, or the first act that does not fit what was there before it, and why.
struct ReplayedActs {
  Codebook book;
  std::optional<std::int64_t> failed_at = {};  ///< the number of that act
  base::Error error = {};
};

/// Applies the acts in their order, those aside that were taken back and the one numbered
/// `left_out`. `filed` are all codings as they were filed. Acts on citations pass by.
ReplayedActs replay_acts(const std::vector<CodingAct>& acts,
                         std::vector<Coding> filed,
                         std::optional<std::int64_t> left_out = std::nullopt);

/// Applies one act. Errors: not_found "codes.unknown", "codes.coding_unknown"; invalid
/// "codes.merged", "codes.merge_itself", "codes.not_in_code", "codes.already_there"; conflict
/// "codes.exists". The book is unchanged then.
base::Result<void> apply_act(Codebook& book, const CodingAct& act);

/// The code as it is spelled in the book, letter case and leading zeros aside; nullptr for none.
const FreeCode* find_code(const Codebook& book, std::string_view code);

/// How many codings count under a code.
int count_codings(const Codebook& book, std::string_view code);

/// Whether some other act took this one back.
bool is_taken_back(const std::vector<CodingAct>& acts, std::int64_t number);

}  // namespace assessment
