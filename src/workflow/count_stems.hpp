// Brings counts of stems from the store to where finding ranks.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "finding/statistics.hpp"
#include "store/store.hpp"

namespace workflow {

/// How common these stems are among all passages.
base::Result<finding::Statistics> count_for_ranking(store::Store& store,
                                                    const std::vector<std::string>& stems);

}  // namespace workflow
