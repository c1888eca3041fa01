// Writes a place in a document as lines of kind and label, and reads it again.
#include "document/locator.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace document {

namespace {

constexpr std::array<std::pair<UnitKind, std::string_view>, 24> names = {{
    {UnitKind::title, "judul"},         {UnitKind::considering, "menimbang"},
    {UnitKind::recalling, "mengingat"}, {UnitKind::noting, "memperhatikan"},
    {UnitKind::enacting, "menetapkan"}, {UnitKind::dictum, "diktum"},
    {UnitKind::annex, "lampiran"},      {UnitKind::elucidation, "penjelasan"},
    {UnitKind::closing, "penutup"},     {UnitKind::chapter, "bab"},
    {UnitKind::part, "bagian"},         {UnitKind::section, "paragraf"},
    {UnitKind::article, "pasal"},       {UnitKind::amended, "pasal_diubah"},
    {UnitKind::clause, "ayat"},         {UnitKind::letter, "huruf"},
    {UnitKind::number, "angka"},        {UnitKind::heading, "subjudul"},
    {UnitKind::indicator, "indikator"}, {UnitKind::table, "tabel"},
    {UnitKind::row, "baris"},           {UnitKind::item, "butir"},
    {UnitKind::sheet, "lembar"},        {UnitKind::slide, "salindia"},
}};

}  // namespace

std::string_view name_of(UnitKind kind) {
  return names.at(static_cast<std::size_t>(kind)).second;
}

std::string format_locator(const Locator& locator) {
  std::string text;
  for (const auto& step : locator) {
    if (!text.empty()) text += '\n';
    text += name_of(step.kind);
    if (!step.label.empty()) text += ' ' + step.label;
  }
  return text;
}

std::optional<Locator> parse_locator(std::string_view text) {
  Locator locator;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    const auto name = line.substr(0, line.find(' '));
    const auto* known =
        std::ranges::find(names, name, &std::pair<UnitKind, std::string_view>::second);
    if (known == names.end()) return std::nullopt;
    locator.push_back(
        {known->first, std::string(line.substr(std::min(name.size() + 1, line.size())))});
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return locator;
}

Locator find_shared(const Locator& a, const Locator& b) {
  const auto end = std::ranges::mismatch(a, b).in1;
  return {a.begin(), end};
}

}  // namespace document
