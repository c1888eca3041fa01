// Takes this process's powers away before it looks at hostile bytes.
#pragma once

namespace extract {

/// From here on: no network, no new programs or processes, no file written, and files read only
/// below poppler's own tables and the machine's fonts (and not even there on a kernel without
/// Landlock). Limits on time and memory hold even where nobody set them. False where the kernel
/// refuses: then nothing may be read.
bool confine();

}  // namespace extract
