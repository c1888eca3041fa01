// The codebook of an assessment as it stands: what follows from all acts of coding, in their order.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
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
/// `left_out`, with its parts. `filed` are all codings as they were filed. Acts on citations pass
/// by.
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

/// The act itself; of an import also its parts, which come before it. In their order.
std::vector<CodingAct> list_parts(const std::vector<CodingAct>& acts, const CodingAct& act);

/// The numbers of all acts that were taken back, parts of imports included.
std::set<std::int64_t> list_taken_back(const std::vector<CodingAct>& acts);

/// The ids of citations that no act cites any more, since each was taken back.
std::set<std::string> list_undone_citations(const std::vector<CodingAct>& acts);

}  // namespace assessment
