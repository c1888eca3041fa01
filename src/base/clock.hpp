// Time as a value: an instant in UTC, written as ISO 8601 text.
#pragma once

#include <functional>
#include <string>

namespace base {

/// An instant such as "2026-11-24T04:24:16Z"; sorts as text.
using Instant = std::string;

/// Where the time comes from; a test hands in a fixed one.
using Clock = std::function<Instant()>;

/// The system's clock, in whole seconds.
Instant read_system_clock();

}  // namespace base
