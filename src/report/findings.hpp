// Strengths and weaknesses that the codings show, told in sentences and quotes.
#pragma once

#include <vector>

#include "evaluation/balance.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace report {

/// What speaks for an element and what against it, with counts and a few quotes, and which levels
/// do not stand.
std::vector<Block> tell_balance(const Context& context, const evaluation::Balance& balance);

}  // namespace report
