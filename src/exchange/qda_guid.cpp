// Checks the form of guids and derives them by SHA-256.
#include "exchange/qda_guid.hpp"

#include "base/digest.hpp"

namespace exchange {

namespace {

constexpr std::size_t length = 36;

bool is_hyphen_place(std::size_t at) {
  return at == 8 || at == 13 || at == 18 || at == 23;
}

bool is_hexadecimal(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');
}

}  // namespace

std::optional<std::string> parse_guid(std::string_view written) {
  if (written.size() == length + 2 && written.front() == '{' && written.back() == '}')
    written = written.substr(1, length);
  if (written.size() != length) return std::nullopt;
  std::string guid(written);
  for (std::size_t at = 0; at < length; ++at) {
    char& byte = guid[at];
    if (byte >= 'A' && byte <= 'F') byte = static_cast<char>(byte - 'A' + 'a');
    if (is_hyphen_place(at) ? byte != '-' : !is_hexadecimal(byte)) return std::nullopt;
  }
  return guid;
}

std::string make_guid(std::string_view kind, std::string_view id) {
  std::string name(kind);
  name += '\n';
  name += id;
  const auto digest = base::sha256(name);
  constexpr std::string_view variants = "89ab";
  std::string guid;
  guid.reserve(length);
  for (std::size_t at = 0; at < 32; ++at) {
    if (is_hyphen_place(guid.size())) guid += '-';
    const char digit = digest[at];
    const auto value = static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    guid += at == 12 ? '8' : at == 16 ? variants[value % variants.size()] : digit;
  }
  return guid;
}

}  // namespace exchange
