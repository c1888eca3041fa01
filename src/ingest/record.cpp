// Looks for the lines that letters and regulations must have: head, number, subject, closing.
#include "ingest/record.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "ingest/furniture.hpp"
#include "ingest/language.hpp"
#include "ingest/text_lines.hpp"
#include "ingest/unit_head.hpp"
#include "text/unicode.hpp"

namespace ingest {

namespace {

using document::RecordField;

constexpr std::size_t head_lines_max = 45;
constexpr std::size_t value_size_max = 600;

std::string_view trim(std::string_view words) {
  const auto begin = words.find_first_not_of(" \t:");
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \t,;") + 1 - begin);
}

// The lines of one value.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Takes the digits for what OCR made of them: "2OL9".
std::string mend_digits(std::string_view printed) {
  std::string digits;
  for (const char byte : printed) {
    if (byte == 'O' || byte == 'o')
      digits += '0';
    else if (byte == 'l' || byte == 'I' || byte == 'L')
      digits += '1';
    else
      digits += byte;
  }
  return digits;
}

bool is_number(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
}

int find_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"januari",
                                                       "februari",
                                                       "maret",
                                                       "april",
                                                       "mei",
                                                       "juni",
                                                       "juli",
                                                       "agustus",
                                                       "september",
                                                       "oktober",
                                                       "november",
                                                       "desember"};
  const auto found = std::ranges::find(months, text::fold(word));
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// Kinds of documents that begin their head, the longer ones first.
constexpr std::array<std::string_view, 26> kinds = {"UNDANG-UNDANG",
                                                    "PERATURAN PEMERINTAH",
                                                    "PERATURAN PRESIDEN",
                                                    "PERATURAN MENTERI",
                                                    "PERATURAN BADAN",
                                                    "PERATURAN LEMBAGA",
                                                    "PERATURAN DAERAH",
                                                    "PERATURAN GUBERNUR",
                                                    "PERATURAN BUPATI",
                                                    "PERATURAN WALI KOTA",
                                                    "PERATURAN WALIKOTA",
                                                    "PERATURAN KEPALA",
                                                    "KEPUTUSAN PRESIDEN",
                                                    "KEPUTUSAN MENTERI",
                                                    "KEPUTUSAN GUBERNUR",
                                                    "KEPUTUSAN BUPATI",
                                                    "KEPUTUSAN KEPALA",
                                                    "INSTRUKSI PRESIDEN",
                                                    "INSTRUKSI",
                                                    "SURAT EDARAN",
                                                    "SURAT TUGAS",
                                                    "NOTA DINAS",
                                                    "BERITA ACARA",
                                                    "STANDAR OPERASIONAL PROSEDUR",
                                                    "NOTULEN",
                                                    "LAPORAN"};

std::string to_title_case(std::string_view capitals) {
  std::string title;
  bool first = true;
  for (const char byte : capitals) {
    const auto code = static_cast<unsigned char>(byte);
    title += static_cast<char>(first ? std::toupper(code) : std::tolower(code));
    first = byte == ' ' || byte == '-';
  }
  return title;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<document::Page>& pages)
      : pages_(pages), offsets_(text::code_point_offsets(text)) {
    const auto lines = find_lines(text, pages, offsets_);
    const auto furniture = find_furniture(lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!furniture[i]) lines_.push_back(lines[i]);
    head_end_ = std::min(lines_.size(), head_lines_max);
    for (std::size_t i = 0; i < head_end_; ++i)
      if (find_frame_head(lines_[i].words)) head_end_ = i;
  }

  std::vector<document::RecordEntry> read() {
    read_kind();
    read_number();
    read_subject();
    read_letter_head();
    read_closing();
    read_validity();
    read_marks();
    std::ranges::stable_sort(found_, {}, &document::RecordEntry::field);
    return std::move(found_);
  }

 private:
  void add(RecordField field, std::string value, Stretch at) {
    const bool known =
        std::ranges::find(found_, field, &document::RecordEntry::field) != found_.end();
    if (value.empty() || known) return;
    if (value.size() > value_size_max)
      value = std::string(text::slice(value, 0, value_size_max / 2)) + "…";
    const auto position = [&](std::size_t byte) {
      return static_cast<std::int64_t>(std::ranges::lower_bound(offsets_, byte) - offsets_.begin());
    };
    const auto& first = lines_[at.first];
    auto last = at.last;
    while (lines_[last].page != first.page) --last;  // a place is shown on one page
    const document::PageRange place{pages_[first.page].number,
                                    {position(first.begin), position(lines_[last].end)}};
    found_.push_back({field, std::move(value), place});
  }

  [[nodiscard]] std::string join(Stretch lines) const {
    std::string joined;
    for (auto i = lines.first; i <= lines.last; ++i)
      joined += (i > lines.first ? " " : "") + std::string(lines_[i].words);
    return joined;
  }

  [[nodiscard]] bool is_number_line(std::size_t i) const {
    return lines_[i].words.starts_with("NOMOR ") || lines_[i].words.starts_with("NOMOR:");
  }

  // The kind, and the issuer: what stands behind the first word of the kind, up to the number.
  void read_kind() {
    for (std::size_t i = 0; i < head_end_; ++i) {
      const auto words = lines_[i].words;
      const auto* kind =
          std::ranges::find_if(kinds, [&](auto name) { return words.starts_with(name); });
      if (kind == kinds.end()) continue;
      add(RecordField::kind, to_title_case(*kind), {i, i});
      const bool issued = kind->starts_with("PERATURAN ") || kind->starts_with("KEPUTUSAN ");
      auto last = i;
      while (last + 1 < head_end_ && !is_number_line(last + 1) &&
             !lines_[last + 1].words.starts_with("TENTANG") && last < i + 4)
        ++last;
      if (issued && last + 1 < head_end_ && is_number_line(last + 1))
        add(RecordField::issuer, std::string(trim(join({i, last}).substr(9))), {i, last});
      return;
    }
  }

  // "NOMOR 59 TAHUN 2020".
  void read_number() {
    for (std::size_t i = 0; i < head_end_; ++i) {
      if (!is_number_line(i)) continue;
      const auto number = trim(lines_[i].words.substr(6));
      const auto year = number.find("TAHUN ");
      add(RecordField::number, std::string(trim(number.substr(0, year))), {i, i});
      if (year == number.npos) return;
      const auto digits = mend_digits(trim(number.substr(year + 6)).substr(0, 4));
      if (is_number(digits) && digits.size() == 4) add(RecordField::year, digits, {i, i});
      return;
    }
  }

  void read_subject() {
    for (std::size_t i = 0; i + 1 < head_end_; ++i) {
      if (lines_[i].words != "TENTANG") continue;
      auto last = i + 1;
      while (last + 1 < head_end_ && !lines_[last + 1].after_gap &&
             is_in_capitals(lines_[last + 1].words) &&
             !lines_[last + 1].words.starts_with("DENGAN RAHMAT"))
        ++last;
      add(RecordField::subject, join({i + 1, last}), {i + 1, last});
      return;
    }
  }

  // "Nomor : 000.9.6/317/KOMINFO/2026", "- Tanggal: 14 Oktober 2026", "Sifat : Rahasia".
  void read_letter_head() {
    constexpr std::array<std::pair<std::string_view, RecordField>, 6> labels = {{
        {"Nomor SOP ", RecordField::number},
        {"Nomor", RecordField::number},
        {"Tanggal pengesahan", RecordField::date},
        {"Tanggal pemutakhiran", RecordField::date},
        {"Tanggal", RecordField::date},
        {"Sifat", RecordField::confidentiality},
    }};
    for (std::size_t i = 0; i < head_end_; ++i) {
      auto words = lines_[i].words;
      if (words.starts_with("- ")) words.remove_prefix(2);
      for (const auto& [label, field] : labels) {
        if (!words.starts_with(label)) continue;
        auto value = words.substr(label.size());
        const auto begin = value.find_first_not_of(' ');
        const bool marked = begin != value.npos && (value[begin] == ':' || label.ends_with(' ') ||
                                                    label.find(' ') != label.npos);
        if (!marked) break;
        value = trim(value);
        if (field == RecordField::number) add_letter_number(value, i);
        if (field == RecordField::date) add(field, parse_long_date(value), {i, i});
        if (field == RecordField::confidentiality) add(field, find_confidentiality(value), {i, i});
        break;
      }
    }
  }

  void add_letter_number(std::string_view number, std::size_t line) {
    add(RecordField::number, std::string(number), {line, line});
    const auto year = number.substr(number.rfind('/') + 1);
    if (number.find('/') != number.npos && is_number(year) && year.size() == 4)
      add(RecordField::year, std::string(year), {line, line});
  }

  static std::string find_confidentiality(std::string_view value) {
    const auto folded = text::fold(value);
    if (folded.starts_with("sangat rahasia")) return "top_secret";
    if (folded.starts_with("rahasia")) return "secret";
    if (folded.starts_with("terbatas")) return "limited";
    if (folded.starts_with("biasa") || folded.starts_with("terbuka")) return "open";
    return {};
  }

  // "Ditetapkan di Jakarta" / "pada tanggal 2 September 2020".
  void read_closing() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto words = lines_[i].words;
      const bool enacted = words.starts_with("Ditetapkan di") || words.starts_with("Disahkan di");
      if (!enacted && !words.starts_with("Diundangkan di")) continue;
      const auto last = std::min(i + 1, lines_.size() - 1);
      const auto both = join({i, last});
      const auto at = both.find("pada tanggal ");
      if (at == both.npos) continue;
      add(enacted ? RecordField::date : RecordField::promulgated,
          parse_long_date(both.substr(at + 13)),
          {i, last});
    }
  }

  [[nodiscard]] std::string value_of(RecordField field) const {
    const auto found = std::ranges::find(found_, field, &document::RecordEntry::field);
    return found == found_.end() ? "" : found->value;
  }

  // The day that words such as "diundangkan", "ditetapkan" or "1 Januari 2021" mean.
  [[nodiscard]] std::string to_day(std::string_view words) const {
    if (words.starts_with("diundangkan")) {
      const auto day = value_of(RecordField::promulgated);
      return day.empty() ? "promulgated" : day;
    }
    if (words.starts_with("ditetapkan")) return value_of(RecordField::date);
    return parse_long_date(words);
  }

  void read_validity() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto last = std::min(i + 1, lines_.size() - 1);
      const auto both = join({i, last});
      for (const auto& [phrase, field] :
           {std::pair<std::string_view, RecordField>{"mulai berlaku pada tanggal ",
                                                     RecordField::in_force_from},
            {"mulai berlaku pada tanegal ", RecordField::in_force_from},
            {"mulai berlaku sejak tanggal ", RecordField::in_force_from},
            {"berakhir pada tanggal ", RecordField::in_force_until},
            {"berlaku sampai dengan tanggal ", RecordField::in_force_until}})
        if (const auto at = both.find(phrase); at != both.npos)
          add(field, to_day(std::string_view(both).substr(at + phrase.size())), {i, last});
      if (lines_[i].words.find("dicabut") != lines_[i].words.npos) read_revoked(i);
    }
  }

  // "Pada saat Peraturan ini mulai berlaku, Peraturan … Nomor 5 Tahun 2018 … dicabut": what stands
  // between, up to a bracket.
  void read_revoked(std::size_t line) {
    const auto first = line - std::min<std::size_t>(line, 6);
    const auto all = join({first, line});
    const auto end = all.rfind("dicabut");
    const std::string_view lead = "mulai berlaku, ";
    const auto begin = all.rfind(lead, end);
    if (begin == all.npos) return;
    const auto from = begin + lead.size();
    const auto bracket = std::min(all.find(" (", from), end);
    add(RecordField::revokes, std::string(trim(all.substr(from, bracket - from))), {line, line});
  }

  // Whether it is a draft or signed, how secret it is, and its language.
  void read_marks() {
    for (std::size_t i = 0; i < std::min<std::size_t>(head_end_, 6); ++i) {
      const auto words = lines_[i].words;
      if (words.starts_with("RANCANGAN") || words == "DRAFT" || words == "KONSEP" ||
          words == "DRAF")
        add(RecordField::signature, "draft", {i, i});
      if (is_in_capitals(words) && words.size() < 20)
        add(RecordField::confidentiality, find_confidentiality(words), {i, i});
    }
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (text::fold(lines_[i].words).find("ditandatangani secara elektronik") != std::string::npos)
        add(RecordField::signature, "electronic", {i, i});
    for (std::size_t i = head_end_; i < lines_.size(); ++i)
      if (const auto words = lines_[i].words;
          words == "ttd" || words == "ttd." || words == "Ttd." || words == "TTD")
        add(RecordField::signature, "signed", {i, i});
    std::vector<std::string_view> all;
    all.reserve(lines_.size());
    for (const auto& line : lines_) all.push_back(line.words);
    if (const auto language = find_language(all); !language.empty())
      found_.push_back({RecordField::language, language});
  }

  const std::vector<document::Page>& pages_;
  std::vector<std::size_t> offsets_;
  std::vector<TextLine> lines_;
  std::size_t head_end_ = 0;  // lines of the head: up to the considerations
  std::vector<document::RecordEntry> found_;
};

}  // namespace

std::string parse_long_date(std::string_view words) {
  std::array<std::string, 3> parts;
  for (auto& part : parts) {
    const auto begin = words.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    const auto end = std::min(words.find_first_of(" .,;", begin), words.size());
    part = words.substr(begin, end - begin);
    words.remove_prefix(end);
  }
  const auto day = mend_digits(parts[0]);
  const auto year = mend_digits(parts[2]);
  const int month = find_month(parts[1]);
  if (!is_number(day) || day.size() > 2 || !is_number(year) || year.size() != 4 || month == 0)
    return {};
  int number = 0;
  std::from_chars(day.data(), day.data() + day.size(), number);
  if (number < 1 || number > 31) return {};
  return fmt::format("{}-{:02}-{:02}", year, month, number);
}

void note_electronic(std::vector<document::RecordEntry>& record) {
  std::erase_if(record, [](const auto& entry) { return entry.field == RecordField::signature; });
  record.push_back({RecordField::signature, "electronic"});
  std::ranges::stable_sort(record, {}, &document::RecordEntry::field);
}

std::vector<document::RecordEntry> recognize_record(std::string_view text,
                                                    const std::vector<document::Page>& pages) {
  return Reader(text, pages).read();
}

}  // namespace ingest
