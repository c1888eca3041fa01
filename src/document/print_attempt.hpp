// What became of attempts to print an office file for looking at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/name_table.hpp"

namespace document {

enum class PrintEvent { started, done, failed };

constexpr base::NameTable<PrintEvent, 3> print_event_names = {{
    {PrintEvent::started, "started"},
    {PrintEvent::done, "done"},
    {PrintEvent::failed, "failed"},
}};

constexpr std::string_view name_of(PrintEvent event) {
  return base::find_name(print_event_names, event);
}

constexpr std::optional<PrintEvent> find_print_event(std::string_view name) {
  return base::find_value(print_event_names, name);
}

/// One thing that happened: a printing began, or ended so.
struct PrintAttempt {
  PrintEvent event = PrintEvent::started;
  std::string at;
  std::string reason;  ///< message id of a failure; empty otherwise
};

}  // namespace document
