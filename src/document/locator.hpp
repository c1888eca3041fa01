// Where a passage stands in its document: chapter, article, paragraph, letter, heading, table row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace document {

/// The units of which a regulation, or another document, is made. The names are those of the
/// drafting rules for Indonesian regulations.
enum class UnitKind {
  title,        ///< the head of a regulation, before its considerations
  considering,  ///< Menimbang
  recalling,    ///< Mengingat
  noting,       ///< Memperhatikan
  enacting,     ///< Menetapkan
  dictum,       ///< KESATU, KEDUA of a decision
  annex,        ///< Lampiran
  elucidation,  ///< Penjelasan
  closing,      ///< place, date, signatures
  chapter,      ///< Bab
  part,         ///< Bagian
  section,      ///< Paragraf
  article,      ///< Pasal
  amended,      ///< a Pasal of another regulation, quoted by one that amends it
  clause,       ///< ayat
  letter,       ///< huruf
  number,       ///< angka
  heading,
  indicator,  ///< a sheet of a questionnaire: "Indikator 10 : …"
  table,
  row,
  item,   ///< of a list with bullets
  sheet,  ///< of a workbook
  slide
};

/// One step down: "pasal" and "5", "ayat" and "2". The label is as printed, without its brackets
/// and full stop; empty where the unit has none, such as the only annex.
struct LocatorStep {
  UnitKind kind = UnitKind::heading;
  std::string label;
  bool operator==(const LocatorStep&) const = default;
};

/// The way from the whole document down to a unit; empty where nothing is known.
using Locator = std::vector<LocatorStep>;

/// The word by which a kind of unit is stored: "pasal".
std::string_view name_of(UnitKind kind);

/// One step a line: its kind, and its label where it has one.
std::string format_locator(const Locator& locator);

/// The reverse; empty for a text that `format_locator` did not write.
std::optional<Locator> parse_locator(std::string_view text);

/// The steps that two places share from the top.
Locator find_shared(const Locator& a, const Locator& b);

}  // namespace document
