// The names of formats, as the reader says them and a source keeps them.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "document/document.hpp"

namespace document {

constexpr std::array<std::pair<Format, std::string_view>, 4> format_names = {{
    {Format::pdf, "pdf"},
    {Format::docx, "docx"},
    {Format::plain_text, "plain_text"},
    {Format::markdown, "markdown"},
}};

constexpr std::string_view name_of(Format format) {
  for (const auto& [known, name] : format_names)
    if (known == format) return name;
  return "unknown";
}

constexpr std::optional<Format> find_format(std::string_view name) {
  for (const auto& [format, known] : format_names)
    if (known == name) return format;
  return std::nullopt;
}

}  // namespace document
