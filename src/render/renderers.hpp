// The table of formats: what a report can become.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace render {

/// A format by the name that people type, the ending of its files, and the function that writes it.
struct Renderer {
  std::string_view id;
  std::string_view file_ending;
  std::string (*render)(const report::Report&) = nullptr;
};

/// All formats, in the order in which help lists them.
std::span<const Renderer> list_renderers();

/// The format with this id, or nullptr.
const Renderer* find_renderer(std::string_view id);

}  // namespace render
