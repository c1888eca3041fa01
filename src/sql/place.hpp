// Where a database file lies: what stands there already, and why a place refuses us.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace sql {

/// Whether a file must be there, or must not.
enum class Expected { file, nothing };

/// Checks that a plain file stands at `path`, or nothing. Errors: not_found, conflict (something is
/// there), unsupported (a folder, a pipe, a device), forbidden.
base::Result<void> check_place(const std::string& path, Expected expected);

/// What a refusal of the operating system (an errno) means to the caller.
tl::unexpected<base::Error> fail_to_open(int system_error, std::vector<base::Parameter> where);

/// Whether an errno says that there is no room: a full disk, a quota, a size limit.
bool is_out_of_room(int system_error);

/// `path` as the path part of a "file:" address.
std::string percent_encode(const std::string& path);

}  // namespace sql
