// Where a database file lies: what stands there already, and why a place refuses us.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace sql {

/// Whether a file must be there, or must not.
enum class Expected { file, nothing };

/// Checks that a plain file stands at `path`, or nothing. Errors: not_found, conflict (something is
/// there), unsupported (a folder, a pipe, a device), forbidden.
base::Result<void> check_place(const std::string& path, Expected expected);

/// Makes an empty file that was not there before. Errors as check_place, and unavailable on a full
/// disk.
base::Result<void> create_empty(const std::string& path);

/// Removes a database with everything that an engine may have left beside it.
void remove_with_leftovers(const std::string& path);

/// Whether a log or journal with content lies beside the file: its last owner did not close it.
bool has_leftovers(const std::string& path);

/// Whether the file holds at least this many bytes.
bool is_at_least(const std::string& path, std::int64_t bytes);

/// What a refusal of the operating system (an errno) means to the caller.
tl::unexpected<base::Error> fail_to_open(int system_error, std::vector<base::Parameter> where);

/// Whether an errno says that there is no room: a full disk, a quota, a size limit.
bool is_out_of_room(int system_error);

/// `path` as the path part of a "file:" address.
std::string percent_encode(const std::string& path);

}  // namespace sql
