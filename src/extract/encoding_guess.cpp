// Shows the beginning of the bytes to uchardet.
#include "extract/encoding_guess.hpp"

#include <memory>
#include <type_traits>

#include <uchardet/uchardet.h>

namespace extract {

namespace {

constexpr std::size_t bytes_shown = std::size_t{256} << 10U;

struct Closer {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

}  // namespace

std::string guess_encoding(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Closer> detector(uchardet_new());
  bytes = bytes.substr(0, bytes_shown);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

}  // namespace extract
