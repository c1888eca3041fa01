// Cuts the signed bytes and the signature out of the file by what the file says of them, trusting
// none of it.
#include "extract/pdf_signatures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "extract/cms.hpp"
#include "extract/pdf_fields.hpp"
#include "text/unicode.hpp"

namespace extract {

namespace {

using document::Signature;
using document::SignatureState;

constexpr std::size_t fields_max = 200;
constexpr std::size_t blob_bytes_max = 4U << 20U;
constexpr std::size_t signed_bytes_max = 1U << 30U;  // of all signatures together
constexpr std::int64_t text_length_max = 200;

// The signed bytes around the signature, and the signature between them.
struct Cut {
  std::string_view before;
  std::string_view between;
  std::string_view after;
};

// The bytes that are signed begin with the file's first and leave one gap.
std::optional<Cut> cut(std::string_view bytes, const std::vector<std::int64_t>& range) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (range.size() != 4 || range[0] != 0 || range[1] <= 0 || range[1] > size) return std::nullopt;
  if (range[2] < range[1] || range[2] > size || range[3] < 0 || range[3] > size - range[2])
    return std::nullopt;
  const auto part = [&](std::int64_t from, std::int64_t to) {
    return bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
  };
  return Cut{part(0, range[1]), part(range[1], range[2]), part(range[2], range[2] + range[3])};
}

int to_nibble(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// "<30820A…>": nothing else may stand in the gap, or it could hold what nobody signed.
std::optional<std::string> parse_gap(std::string_view gap) {
  if (gap.size() < 4 || gap.front() != '<' || gap.back() != '>') return std::nullopt;
  gap = gap.substr(1, gap.size() - 2);
  if (gap.size() % 2 != 0 || gap.size() / 2 > blob_bytes_max) return std::nullopt;
  std::string blob;
  blob.reserve(gap.size() / 2);
  for (std::size_t i = 0; i < gap.size(); i += 2) {
    const int high = to_nibble(gap[i]);
    const int low = to_nibble(gap[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    blob += static_cast<char>(high * 16 + low);
  }
  return blob;
}

std::optional<SignedBy> find_manner(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, SignedBy>, 4> manners = {{
      {"adbe.pkcs7.detached", SignedBy::themselves},
      {"ETSI.CAdES.detached", SignedBy::themselves},
      {"adbe.pkcs7.sha1", SignedBy::sha1},
      {"ETSI.RFC3161", SignedBy::timestamp},
  }};
  for (const auto& [name, manner] : manners)
    if (name == kind) return manner;
  return std::nullopt;
}

// So many digits at this place; -1 where something else stands there.
int read_digits(std::string_view written, std::size_t at, std::size_t count) {
  const auto digits = written.substr(std::min(at, written.size()), count);
  int number = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return digits.size() == count && end == digits.data() + count ? number : -1;
}

// Minutes ahead of UTC: "+07'00'", "Z"; empty for a time of nobody knows where.
std::optional<int> read_zone(std::string_view written) {
  if (written.starts_with("Z")) return 0;
  const int hours = read_digits(written, 1, 2);
  if (!written.starts_with("+") && !written.starts_with("-")) return std::nullopt;
  if (hours < 0) return std::nullopt;
  const int minutes = hours * 60 + std::max(0, read_digits(written, 4, 2));
  return written.front() == '+' ? minutes : -minutes;
}

// "D:20261014100000+07'00'" in UTC. Empty for anything that is not down to the second with a zone.
std::string parse_time(std::string_view written) {
  namespace chrono = std::chrono;
  if (!written.starts_with("D:")) return {};
  const auto number = [&](std::size_t at, std::size_t count) {
    return read_digits(written, at, count);
  };
  const chrono::year_month_day day{chrono::year(number(2, 4)),
                                   chrono::month(static_cast<unsigned>(number(6, 2))),
                                   chrono::day(static_cast<unsigned>(number(8, 2)))};
  const int hour = number(10, 2);
  const int minute = number(12, 2);
  const int second = number(14, 2);
  const auto zone = read_zone(written.substr(std::min<std::size_t>(16, written.size())));
  if (!day.ok() || day.year() < chrono::year(0) || hour < 0 || minute < 0 || second < 0 || !zone)
    return {};
  const auto instant = chrono::sys_days(day) + chrono::hours(hour) +
                       chrono::minutes(minute - *zone) + chrono::seconds(second);
  const auto midnight = chrono::floor<chrono::days>(instant);
  const chrono::year_month_day date(midnight);
  const chrono::hh_mm_ss clock(instant - midnight);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()),
                     clock.hours().count(),
                     clock.minutes().count(),
                     clock.seconds().count());
}

// On one line, without control characters, of bearable length.
std::string clean(std::string_view words) {
  std::string line;
  for (const char32_t character : text::to_code_points(text::repair_utf8(words)))
    if (character >= 0x20 && (character < 0x7F || character >= 0xA0))
      text::append_utf8(line, character);
  return text::normalize(text::slice(text::normalize(line), 0, text_length_max));
}

// Line ends behind the signed bytes add nothing to a document.
bool reaches_end(std::string_view bytes, const Cut& cut) {
  const auto rest = bytes.substr(cut.before.size() + cut.between.size() + cut.after.size());
  return rest.find_first_not_of("\r\n ") == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  Signature read(const SignatureField& field) {
    Signature signature{SignatureState::empty, clean(field.name), field.page};
    if (!field.is_signed) return signature;
    signature.state = SignatureState::damaged;
    signature.signer = clean(field.signer);
    signature.signed_at = parse_time(field.time);
    const auto manner = find_manner(field.kind);
    if (!manner && !field.kind.empty()) signature.state = SignatureState::unchecked;
    const auto found = cut(bytes_, field.byte_range);
    const auto blob = found ? parse_gap(found->between) : std::nullopt;
    if (!manner || !blob) return signature;
    check(*found, *blob, *manner, signature);
    signature.covers_all =
        signature.state != SignatureState::damaged && reaches_end(bytes_, *found);
    return signature;
  }

 private:
  void check(const Cut& cut, std::string_view blob, SignedBy manner, Signature& signature) {
    const auto size = cut.before.size() + cut.after.size();
    if (size > signed_bytes_max - signed_bytes_) {
      signature.state = SignatureState::unchecked;
      return;
    }
    signed_bytes_ += size;
    const auto checked = check_cms(blob, std::string(cut.before).append(cut.after), manner);
    signature.state = checked.state;
    if (!checked.signer.empty()) signature.signer = clean(checked.signer);
    signature.issuer = clean(checked.issuer);
    if (!checked.time.empty()) signature.signed_at = checked.time;
  }

  std::string_view bytes_;
  std::size_t signed_bytes_ = 0;
};

}  // namespace

std::vector<Signature> find_signatures(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<Signature> signatures;
  for (const auto& field : find_signature_fields(bytes, fields_max))
    signatures.push_back(reader.read(field));
  return signatures;
}

}  // namespace extract
