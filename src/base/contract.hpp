// A broken promise of ours stops here: ASSERT throws, and the outermost loop answers "internal".
#pragma once

#include <stdexcept>
#include <string>

namespace base {

/// Thrown by ASSERT; caught once per command or request.
class BrokenContract : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void break_contract(const char* condition, const char* file, int line);

}  // namespace base

#define ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::base::break_contract(#condition, __FILE__, __LINE__))
