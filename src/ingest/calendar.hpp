// Days and times as people write them into an observation.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ingest {

/// "2026-10-20", or with a time behind T or a space; the day must exist. As
/// 2026-10-20[Thh:mm[:ss][Z|±hh:mm]].
std::optional<std::string> parse_moment(std::string_view written);

/// "9:30", "09.30", "09:30:15.250+07:00", "09:30Z" as hh:mm[:ss][Z|±hh:mm].
std::optional<std::string> parse_time(std::string_view written);

}  // namespace ingest
