// Tells heads, lists, tables and text apart and opens and closes units accordingly.
#include "ingest/outline.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "text/unicode.hpp"

namespace ingest {

namespace {

using document::UnitKind;

constexpr int steps_max = 3;  // so many articles or chapters may be missing
constexpr std::int64_t heading_length_max = 80;
constexpr double short_by = 60;  // points by which a title is shorter than the text below it
constexpr std::size_t prose_size_min = 50;
constexpr std::ptrdiff_t sentence_letters_min = 20;

bool ends_any(std::string_view line, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](auto end) { return line.ends_with(end); });
}

bool begins_any(std::string_view line, std::initializer_list<std::string_view> heads) {
  return std::ranges::any_of(heads, [&](auto head) { return line.starts_with(head); });
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// A row of a table: between bars in Markdown, its cells parted by tabs from office files.
bool is_row(std::string_view words) {
  return words.starts_with('|') || words.find('\t') != std::string_view::npos;
}

// Whether a line ends a sentence, an item or the lead of a list.
bool ends_unit(std::string_view line) {
  return ends_any(line,
                  {".", ";", ":", "?", "!", ".\"", ".”", " dan", " atau", "dan/atau", "dan/ atau"});
}

bool begins_in_capital(std::string_view line) {
  const auto first = text::to_code_points(text::slice(line, 0, 1));
  return !first.empty() && text::is_upper_case(first.front());
}

// What an item of an amending regulation begins with.
bool changes_unit(std::string_view words) {
  return begins_any(words,
                    {"Ketentuan",
                     "Di antara",
                     "Diantara",
                     "Pasal",
                     "Judul",
                     "Setelah",
                     "Bab",
                     "BAB",
                     "Penjelasan",
                     "Lampiran",
                     "Nama"});
}

// Whether a sentence is about to name an article.
bool expects_article(std::string_view line) {
  return ends_any(line,
                  {" dalam",
                   " dengan",
                   " pada",
                   " dan",
                   " atau",
                   " dan/atau",
                   " ketentuan",
                   " dimaksud",
                   " dari",
                   " menurut",
                   " berdasarkan"});
}

std::string_view behind(const ListMark& mark, std::string_view line) {
  const auto begin = line.find_first_not_of(' ', mark.size);
  return begin == std::string_view::npos ? std::string_view{} : line.substr(begin);
}

// "A.1 Surat masuk", "3.2 Tata kelola": how deep the number goes; 0 for none.
int measure_decimal(std::string_view words) {
  const auto number = words.substr(0, words.find(' '));
  const bool single = number.size() < 3 || !std::isalnum(static_cast<unsigned char>(number[0]));
  if (single || number.size() == words.size() || number.size() > 12) return 0;
  int dots = 0;
  for (std::size_t i = 1; i < number.size(); ++i) {
    const bool dot = number[i] == '.';
    if (!dot && std::isdigit(static_cast<unsigned char>(number[i])) == 0) return 0;
    dots += dot && i + 1 < number.size() ? 1 : 0;
  }
  return begins_in_capital(words.substr(number.size() + 1)) ? dots : 0;
}

std::string shorten(std::string_view title) {
  return std::string(text::slice(title, 0, heading_length_max));
}

}  // namespace

bool is_contents_line(std::string_view line) {
  const auto last = line.find_last_not_of("0123456789");
  if (last == std::string_view::npos || last + 1 == line.size()) return false;
  const auto dotted = line.substr(0, last + 1);
  return dotted.find("....") != dotted.npos || dotted.find(". . . .") != dotted.npos ||
         dotted.find("……") != dotted.npos;
}

Outline::Outline(bool is_regulation) : is_regulation_(is_regulation), is_in_frame_(is_regulation) {
  if (is_regulation) units_.begin(UnitKind::title, "");
}

bool Outline::expects_number() const {
  const bool lists_clauses =
      ends_any(previous_, {") dan", ") atau", "),"}) && previous_.rfind("ayat (") != previous_.npos;
  return lists_clauses ||
         ends_any(
             previous_,
             {"ayat", "Pasal", "pasal", "huruf", "angka", "Nomor", "nomor", "Lampiran", "butir"});
}

std::optional<Placing> Outline::place_article(const UnitHead& head, bool after_gap) {
  const bool inside = expects_amended_ || head.is_quoted || units_.is_in(UnitKind::amended);
  const bool own = is_amending_ && head.is_roman && head.value == article_ + 1;
  if (inside && !own) {
    units_.begin_amended(head.label);
    expects_amended_ = false;
    return Placing{true, true, false};
  }
  if (expects_number() || (!after_gap && expects_article(previous_))) return std::nullopt;
  return place_own_article(head);
}

std::optional<Placing> Outline::place_own_article(const UnitHead& head) {
  int value = head.value;
  auto label = head.label;
  if (head.is_roman && !is_amending_) {  // "Pasal II" is what OCR makes of "Pasal 11"
    value = label == "I" ? 1 : label == "II" ? 11 : 0;
    label = std::to_string(value);
  }
  if (is_amending_ && !head.is_roman) return std::nullopt;
  // "Pasa77": the l of Pasal was taken for the first digit.
  const bool misread =
      value > 70 && value < 80 && value % 10 == (article_ + 1) % 10 && article_ < 60;
  if (misread) label = std::to_string(value %= 10);
  const bool suffixed = !label.empty() && label.back() >= 'A' && label.back() <= 'Z';
  const int step = value - article_;
  const bool first = !has_article_ && (step == 1 || !is_regulation_);
  const bool next =
      suffixed && !head.is_roman ? step == 0 || step == 1 : step >= 1 && step <= steps_max;
  const bool follows = has_article_ ? next : first;
  if (!follows || value == 0) return std::nullopt;
  article_ = value;
  has_article_ = true;
  is_in_frame_ = false;
  units_.begin(UnitKind::article, label);
  return Placing{true, true, false};
}

std::optional<Placing> Outline::place_chapter(const UnitHead& head) {
  const int step = head.value - chapter_;
  const bool follows = head.value == 1 || (step >= 1 && step <= steps_max);
  if (units_.is_in(UnitKind::amended) || expects_number() || !follows) return std::nullopt;
  chapter_ = head.value;
  is_in_frame_ = false;
  units_.begin(UnitKind::chapter, head.label);
  return Placing{true, true, false};
}

std::optional<Placing> Outline::place_head(const UnitHead& head, bool after_gap) {
  switch (head.kind) {
    case UnitKind::article:
      return place_article(head, after_gap);
    case UnitKind::chapter:
      return place_chapter(head);
    case UnitKind::annex:
    case UnitKind::elucidation:
      chapter_ = 0;
      article_ = 0;
      has_article_ = false;
      is_amending_ = false;
      expects_amended_ = false;
      is_in_frame_ = false;
      units_.begin(head.kind, head.label);
      return Placing{true, false, false};
    default:
      if (units_.is_in(UnitKind::amended)) return std::nullopt;
      units_.begin(head.kind, head.label);
      return Placing{true, true, false};
  }
}

std::optional<Placing> Outline::place_frame(const UnitHead& head, const TextLine& line) {
  const bool enacted = units_.is_in(UnitKind::enacting) || units_.is_in(UnitKind::dictum);
  if (head.kind == UnitKind::dictum && !enacted) return std::nullopt;
  units_.begin(head.kind, head.label);
  if (head.kind == UnitKind::enacting)
    is_amending_ = line.words.find("PERUBAHAN") != line.words.npos;
  if (const auto mark = find_list_mark(head.rest); mark && mark->value == 1) {
    TextLine rest = line;  // the margins of the mark are not those of the line
    rest.left = -1;
    units_.begin_list(*mark, rest);
  }
  return Placing{true, false, false};
}

std::optional<Placing> Outline::place_closing(std::string_view words) {
  const bool closes = begins_any(words,
                                 {"Ditetapkan di",
                                  "Diundangkan di",
                                  "Disahkan di",
                                  "Agar setiap",
                                  "Salinan sesuai dengan asli"});
  if (!closes || units_.is_in(UnitKind::closing)) return std::nullopt;
  units_.begin(UnitKind::closing, "");
  return Placing{true, false, false};
}

std::optional<Placing> Outline::place_heading(const TextLine& line) {
  const auto words = line.words;
  const auto level = words.find_first_not_of('#');
  if (level > 0 && level <= 6 && level < words.size() && words[level] == ' ') {
    units_.begin_heading(shorten(words.substr(level + 1)), static_cast<int>(level));
    return Placing{true, false, true};
  }
  if (is_regulation_ || units_.is_in(UnitKind::article)) return std::nullopt;
  const bool free = line.after_gap || previous_ended_;
  const bool shortish =
      text::count_code_points(words) <= heading_length_max && !ends_any(words, {".", ",", ";"});
  if (!free || !shortish) return std::nullopt;
  if (const int depth = measure_decimal(words); depth > 0) {
    units_.begin_heading(shorten(words), 2 + depth);
    return Placing{true, true, false};
  }
  if (!is_in_capitals(words) || words.size() < 5 || words.find('|') != words.npos)
    return std::nullopt;
  const auto mark = find_list_mark(words);
  const auto roman = mark && mark->kind != MarkKind::capital_roman ? as_roman(*mark) : mark;
  const bool chapter = roman && roman->kind == MarkKind::capital_roman &&
                       (roman->value == chapter_ + 1 || roman->value == 1);
  if (chapter) {
    chapter_ = roman->value;
    units_.begin(UnitKind::chapter, roman->label);
    return Placing{true, true, false};
  }
  if (!line.after_gap || (units_.has_table() && !mark)) return std::nullopt;
  units_.begin_heading(shorten(words), 2);
  return Placing{true, true, false};
}

std::optional<Placing> Outline::place_table(const TextLine& line) {
  const auto words = line.words;
  if (is_row(words)) {
    if (rows_++ > 0) units_.begin_row(std::to_string(rows_ - 1));  // the first row is the head
    return Placing{true, false, true};
  }
  const bool sheet = words.starts_with("Indikator ");
  const bool part =
      begins_any(words, {"Domain ", "Aspek "});  // of a questionnaire, above its sheets
  const bool figure = words.starts_with("Gambar ");
  if (!sheet && !part && !figure && !words.starts_with("Tabel ")) return std::nullopt;
  const auto printed = words.substr(words.find(' ') + 1);
  const auto size = std::min(printed.find_first_not_of("0123456789"), printed.size());
  if (size == 0 || size > 3) return std::nullopt;
  auto title = printed.substr(size);
  const auto begin = std::min(title.find_first_not_of(" .:"), title.size());
  const bool colon = title.find(':') < begin;
  title.remove_prefix(begin);
  if (sheet || part ? !colon : !title.empty() && !begins_in_capital(title)) return std::nullopt;
  if (!sheet && !previous_ended_ && !line.after_gap) return std::nullopt;
  if (part) units_.close_table();
  if (figure || part) return Placing{true, false, true};
  units_.begin_table(sheet ? UnitKind::indicator : UnitKind::table,
                     std::string(printed.substr(0, size)));
  return Placing{true, false, false};
}

std::optional<Placing> Outline::place_mark(const TextLine& line, const TextLine* next) {
  const auto words = line.words;
  auto mark = find_list_mark(line.mark.empty() ? words : line.mark);
  if (!mark && units_.has_table()) mark = find_row_mark(words);
  if (!mark) return std::nullopt;
  const auto item = line.mark.empty() ? behind(*mark, words) : words;
  const bool amends = is_amending_ && mark->kind == MarkKind::number && changes_unit(item);
  if (amends) units_.close_amended();
  const LineBefore before{previous_ended_, expects_number(), previous_is_item_};
  if (!units_.take_mark(*mark, line, before)) return std::nullopt;
  const bool titled = !ends_unit(words) && !words.ends_with(',') && next != nullptr &&
                      next->right > line.right + short_by && begins_in_capital(next->words);
  units_.set_titled(titled);
  is_item_ = true;
  return Placing{true, false, false};
}

Placing Outline::place_plain(const TextLine& line, const TextLine* next) {
  if (units_.has_table()) {
    const bool prose =
        line.after_gap && line.words.size() >= prose_size_min && begins_in_capital(line.words);
    if (!prose) return {};
    units_.close_table();
    return Placing{true, false, false};
  }
  if (line.left < 0) return {};
  const bool may_leave = previous_ended_ || line.after_gap || previous_.ends_with(',');
  double left = line.left;  // of the paragraph: its first line may be indented
  const bool goes_on = next != nullptr && next->page == line.page && next->left >= 0 &&
                       !next->after_gap && !find_list_mark(next->words) && next->mark.empty() &&
                       !ends_unit(line.words);
  if (goes_on) left = std::min(left, next->left);
  const bool prose = std::ranges::count_if(line.words, is_letter) >= sentence_letters_min;
  const bool closed =
      may_leave && prose && units_.close_to_margin(left, previous_ended_ || line.after_gap);
  if (!closed) units_.learn_margin(line.left);
  return Placing{closed, false, false};
}

Placing Outline::find_place(const TextLine& line, const TextLine* next) {
  const auto words = line.words;
  if (page_ != line.page) is_contents_ = false;
  page_ = line.page;
  if (is_contents_ || is_contents_line(words)) return Placing{true, false, true};
  is_contents_ = words == "DAFTAR ISI" || words == "TABLE OF CONTENTS" || words == "Daftar Isi";
  if (is_contents_) return Placing{true, false, true};
  if (const auto head = find_unit_head(words))
    if (const auto placing = place_head(*head, line.after_gap)) return *placing;
  if (is_in_frame_)
    if (const auto head = find_frame_head(words))
      if (const auto placing = place_frame(*head, line)) return *placing;
  if (is_regulation_)
    if (const auto placing = place_closing(words)) return *placing;
  if (const auto placing = place_table(line)) return *placing;
  if (const auto placing = place_heading(line)) return *placing;
  if (const auto placing = place_mark(line, next)) return *placing;
  return place_plain(line, next);
}

Placing Outline::place(const TextLine& line, const TextLine* next) {
  const auto words = line.words;
  is_item_ = false;
  if (!is_row(words)) {
    units_.close_row();
    rows_ = 0;
  }
  const auto placing = find_place(line, next);
  previous_is_item_ = is_item_;
  if (is_in_frame_ && units_.is_in(UnitKind::enacting) && words.starts_with("PERUBAHAN"))
    is_amending_ = true;
  if (is_amending_ && has_article_ && ends_any(words, {"berikut:", "berbunyi:", "berikut :"}))
    expects_amended_ = true;
  previous_ = words;
  const bool titled = placing.is_head || placing.alone ||
                      ((previous_is_head_ || placing.begins) && is_in_capitals(words));
  previous_is_head_ = titled && !placing.alone;
  previous_ended_ = ends_unit(words) || titled;
  sentence_is_open_ = !titled && !ends_any(words, {".", ";", ":", "?", "!", ".\"", ".”"});
  return placing;
}

}  // namespace ingest
