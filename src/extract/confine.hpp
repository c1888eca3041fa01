// Takes this process's powers away before it looks at hostile bytes.
#pragma once

#include <string>

namespace extract {

/// From here on: no network, no new programs or processes, no file written, and files read only
/// below poppler's own tables and the machine's fonts (and not even there on a kernel without
/// Landlock). Limits on time and memory hold even where nobody set them. False where the kernel
/// refuses: then nothing may be read.
bool confine();

/// The same for a program that is not ours and needs more: it may become another program once and
/// start threads, but no process; has no sockets; writes only in `folder` and reads only there and
/// where programs and settings of the machine lie (on a kernel without Landlock: whatever its user
/// may). False where the kernel refuses.
bool confine_office(const std::string& folder);

}  // namespace extract
