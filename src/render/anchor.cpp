// Keeps anchors plain.
#include "render/anchor.hpp"

namespace render {

std::string format_anchor(std::string_view id) {
  std::string anchor(id);
  for (char& c : anchor) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!plain) c = '_';
  }
  return anchor;
}

}  // namespace render
