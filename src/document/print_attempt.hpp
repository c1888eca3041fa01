// What became of attempts to print an office file for looking at.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace document {

enum class PrintEvent { started, done, failed };

constexpr std::array<std::pair<PrintEvent, std::string_view>, 3> print_event_names = {{
    {PrintEvent::started, "started"},
    {PrintEvent::done, "done"},
    {PrintEvent::failed, "failed"},
}};

constexpr std::string_view name_of(PrintEvent event) {
  for (const auto& [known, name] : print_event_names)
    if (known == event) return name;
  return "failed";
}

constexpr std::optional<PrintEvent> find_print_event(std::string_view name) {
  for (const auto& [event, known] : print_event_names)
    if (known == name) return event;
  return std::nullopt;
}

/// One thing that happened: a printing began, or ended so.
struct PrintAttempt {
  PrintEvent event = PrintEvent::started;
  std::string at;
  std::string reason;  ///< message id of a failure; empty otherwise
};

}  // namespace document
