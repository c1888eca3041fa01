// Reads the heads of units, whole lines only, with the mistakes that OCR makes in their numbers.
#include "ingest/unit_head.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "ingest/list_mark.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using document::UnitKind;

constexpr std::string_view roman_digits = "IVXLC";

std::string_view trim(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t:");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// A number in which OCR took l and I for 1, O for 0: "l1", "2O". At most four digits and a letter:
// "12A".
std::optional<std::pair<int, std::string>> read_number(std::string_view printed) {
  std::string label;
  for (const char byte : printed) {
    if (byte == 'l' || byte == 'I' || byte == '|')
      label += '1';
    else if ((byte == 'O' || byte == 'o') && !label.empty())
      label += '0';
    else
      label += byte;
  }
  int value = 0;
  const auto* end = label.data() + label.size();
  const auto read = std::from_chars(label.data(), end, value);
  const bool suffix = read.ptr + 1 == end && *read.ptr >= 'A' && *read.ptr <= 'Z';
  if (read.ec != std::errc() || value == 0 || value > 9'999 || (read.ptr != end && !suffix))
    return std::nullopt;
  return std::pair{value, label};
}

std::optional<UnitHead> make_article(std::string_view printed) {
  UnitHead head;
  head.kind = UnitKind::article;
  if (!printed.empty() && printed.find_first_not_of(roman_digits) == std::string_view::npos)
    if (const auto roman = parse_roman(printed)) {
      head.value = *roman;
      head.is_roman = true;
      head.label = printed;
      return head;
    }
  const auto number = read_number(printed);
  if (!number) return std::nullopt;
  head.value = number->first;
  head.label = number->second;
  return head;
}

// "Pasal 12", "PASAL 12", "Pasal12", "Pasa112", "Pasa77" for "Pasal 7".
std::optional<UnitHead> find_article(std::string_view line) {
  const bool capitals = line.starts_with("PASAL");
  if ((!capitals && !line.starts_with("Pasa")) || line.size() < 6 || line.size() > 12)
    return std::nullopt;
  if (!capitals && std::string_view("lI17").find(line[4]) == std::string_view::npos)
    return std::nullopt;
  auto number = trim(line.substr(5));
  if (number.ends_with('.')) number.remove_suffix(1);
  return make_article(number);
}

std::optional<UnitHead> find_chapter(std::string_view line) {
  if (!line.starts_with("BAB")) return std::nullopt;
  const auto behind = trim(line.substr(3));
  const auto end = std::min(behind.find_first_not_of(roman_digits), behind.size());
  const auto number = behind.substr(0, end);
  auto rest = trim(behind.substr(end));
  const bool apart =
      end == behind.size() || behind[end] == ' ' || behind[end] == '.' || behind[end] == ':';
  const auto value = parse_roman(number);
  if (!value || !apart || (!rest.empty() && !is_in_capitals(rest))) return std::nullopt;
  if (rest.find_first_of("0123456789") != std::string_view::npos && rest.find("..") != rest.npos)
    return std::nullopt;
  return UnitHead{UnitKind::chapter, std::string(number), *value, false, false, rest};
}

bool is_ordinal(std::string_view word) {
  constexpr std::array<std::string_view, 12> ordinals = {"Kesatu",
                                                         "Pertama",
                                                         "Kedua",
                                                         "Ketiga",
                                                         "Keempat",
                                                         "Kelima",
                                                         "Keenam",
                                                         "Ketujuh",
                                                         "Kedelapan",
                                                         "Kesembilan",
                                                         "Kesepuluh",
                                                         "Kesebelas"};
  return std::ranges::find(ordinals, word.substr(0, word.find(' '))) != ordinals.end();
}

// "Bagian Kesatu", "Bagian Kedua Belas"; "BAGIAN A. NASKAH DINAS".
std::optional<UnitHead> find_part(std::string_view line) {
  if (line.starts_with("Bagian ") && line.size() < 32) {
    const auto ordinal = trim(line.substr(7));
    if (!is_ordinal(ordinal) || std::ranges::count(ordinal, ' ') > 1) return std::nullopt;
    if (ordinal.find(' ') != ordinal.npos && ordinal.find(" Belas") == ordinal.npos)
      return std::nullopt;
    return UnitHead{UnitKind::part, std::string(ordinal), 0, false, false, {}};
  }
  if (!line.starts_with("BAGIAN ") || !is_in_capitals(line)) return std::nullopt;
  const auto behind = trim(line.substr(7));
  const auto label = behind.substr(0, behind.find_first_of(" .:"));
  if (label.empty() || label.size() > 12) return std::nullopt;
  return UnitHead{
      UnitKind::part, std::string(label), 0, false, false, trim(behind.substr(label.size()))};
}

std::optional<UnitHead> find_section(std::string_view line) {
  if (!line.starts_with("Paragraf ") || line.size() > 16) return std::nullopt;
  const auto label = trim(line.substr(9));
  const auto number = read_number(label);
  if (!number) return std::nullopt;
  return UnitHead{UnitKind::section, number->second, number->first, false, false, {}};
}

// "LAMPIRAN", "LAMPIRAN II: PROGRAM KERJA", "LAMPIRAN PERATURAN MENTERI".
std::optional<UnitHead> find_annex(std::string_view line) {
  if (!line.starts_with("LAMPIRAN") || !is_in_capitals(line)) return std::nullopt;
  if (line.size() > 8 && line[8] != ' ' && line[8] != ':') return std::nullopt;
  const auto behind = trim(line.substr(8));
  const auto word = behind.substr(0, behind.find_first_of(" :."));
  const auto roman = parse_roman(word);
  const bool digits = !word.empty() && word.find_first_not_of("0123456789") == word.npos;
  const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  UnitHead head{UnitKind::annex, "", 0, false, false, behind};
  if (roman || (digits && word.size() < 4) || letter) {
    head.label = word;
    head.rest = trim(behind.substr(word.size()));
  }
  return head;
}

std::string_view strip_quote(std::string_view line) {
  for (const std::string_view quote : {"\"", "“", "”", "„", "'", "‘"})
    if (line.starts_with(quote)) return line.substr(quote.size());
  return line;
}

}  // namespace

bool is_in_capitals(std::string_view line) {
  bool has_letter = false;
  for (const char byte : line) {
    if (byte >= 'a' && byte <= 'z') return false;
    has_letter = has_letter || (byte >= 'A' && byte <= 'Z');
  }
  return has_letter;
}

std::optional<UnitHead> find_unit_head(std::string_view line) {
  const auto bare = strip_quote(line);
  if (bare.size() < 3 || std::string_view("PBL").find(bare[0]) == std::string_view::npos)
    return std::nullopt;
  for (const auto find : {find_article, find_chapter, find_part, find_section, find_annex})
    if (auto head = find(bare)) {
      head->is_quoted = bare.size() < line.size();
      return head;
    }
  if (bare == "PENJELASAN" || bare == "PENJELASAN ATAS")
    return UnitHead{UnitKind::elucidation, "", 0, false, false, {}};
  return std::nullopt;
}

std::optional<UnitHead> find_frame_head(std::string_view line) {
  constexpr std::array<std::pair<std::string_view, UnitKind>, 4> words = {{
      {"Menimbang", UnitKind::considering},
      {"Mengingat", UnitKind::recalling},
      {"Memperhatikan", UnitKind::noting},
      {"Menetapkan", UnitKind::enacting},
  }};
  for (const auto& [word, kind] : words) {
    if (!line.starts_with(word)) continue;
    const auto behind = line.substr(word.size());
    if (!behind.empty() && behind[0] != ' ' && behind[0] != ':') return std::nullopt;
    return UnitHead{kind, "", 0, false, false, trim(behind)};
  }
  if (line.starts_with("MEMUTUSKAN") || line.starts_with("M E M U T U S K A N"))
    return UnitHead{UnitKind::enacting, "", 0, false, false, {}};
  constexpr std::array<std::string_view, 11> ordinals = {"KESATU",
                                                         "PERTAMA",
                                                         "KEDUA",
                                                         "KETIGA",
                                                         "KEEMPAT",
                                                         "KELIMA",
                                                         "KEENAM",
                                                         "KETUJUH",
                                                         "KEDELAPAN",
                                                         "KESEMBILAN",
                                                         "KESEPULUH"};
  for (const auto ordinal : ordinals) {
    if (!line.starts_with(ordinal)) continue;
    auto label = std::string(ordinal);
    auto behind = line.substr(ordinal.size());
    if (behind.starts_with(" BELAS")) {
      label += " BELAS";
      behind.remove_prefix(6);
    }
    const auto colon = behind.find_first_not_of(' ');
    if (colon != std::string_view::npos && behind[colon] != ':') return std::nullopt;
    return UnitHead{UnitKind::dictum, label, 0, false, false, trim(behind)};
  }
  return std::nullopt;
}

}  // namespace ingest
