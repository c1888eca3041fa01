// The names of formats and of what OCR is for, as the reader says them and a source keeps them.
#pragma once

#include <optional>
#include <string_view>

#include "base/name_table.hpp"
#include "document/document.hpp"

namespace document {

constexpr base::NameTable<Format, 13> format_names = {{
    {Format::pdf, "pdf"},
    {Format::docx, "docx"},
    {Format::xlsx, "xlsx"},
    {Format::pptx, "pptx"},
    {Format::odt, "odt"},
    {Format::ods, "ods"},
    {Format::odp, "odp"},
    {Format::html, "html"},
    {Format::plain_text, "plain_text"},
    {Format::markdown, "markdown"},
    {Format::png, "png"},
    {Format::jpeg, "jpeg"},
    {Format::tiff, "tiff"},
}};

constexpr base::NameTable<OcrUse, 3> ocr_use_names = {{
    {OcrUse::needless, "needless"},
    {OcrUse::missing, "missing"},
    {OcrUse::doubtful, "doubtful"},
}};

constexpr std::string_view name_of(OcrUse use) {
  return base::find_name(ocr_use_names, use);
}

constexpr std::optional<OcrUse> find_ocr_use(std::string_view name) {
  return base::find_value(ocr_use_names, name);
}

constexpr std::string_view name_of(Format format) {
  const auto name = base::find_name(format_names, format);
  return name.empty() ? "unknown" : name;
}

constexpr std::optional<Format> find_format(std::string_view name) {
  return base::find_value(format_names, name);
}

/// What a file of this format is divided into.
enum class PageKind { none, page, sheet, slide };

constexpr PageKind page_kind_of(Format format) {
  switch (format) {
    case Format::pdf:
    case Format::png:
    case Format::jpeg:
    case Format::tiff:
      return PageKind::page;
    case Format::xlsx:
    case Format::ods:
      return PageKind::sheet;
    case Format::pptx:
    case Format::odp:
      return PageKind::slide;
    default:
      return PageKind::none;
  }
}

/// Whether an office program has to print a file of this format before its pages can be looked at.
constexpr bool is_office_format(Format format) {
  switch (format) {
    case Format::docx:
    case Format::xlsx:
    case Format::pptx:
    case Format::odt:
    case Format::ods:
    case Format::odp:
      return true;
    default:
      return false;
  }
}

}  // namespace document
