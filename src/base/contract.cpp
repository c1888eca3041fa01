// Turns a broken promise into an exception that names the place.
#include "base/contract.hpp"

namespace base {

void break_contract(const char* condition, const char* file, int line) {
  throw BrokenContract(std::string("broken contract: ") + condition + " at " + file + ":" +
                       std::to_string(line));
}

}  // namespace base
