// Xapian as a peer: passages in, the best of them out.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace bench {

class XapianIndex {
 public:
  /// An index in memory, or in a folder that does not exist yet. `stemmer`: "none" or "indonesian".
  XapianIndex(const std::string& folder, const std::string& stemmer);
  ~XapianIndex();
  XapianIndex(const XapianIndex&) = delete;
  XapianIndex& operator=(const XapianIndex&) = delete;
  XapianIndex(XapianIndex&&) = delete;
  XapianIndex& operator=(XapianIndex&&) = delete;

  void add(const std::vector<std::string>& passages);

  /// Positions of the best passages that hold any of the words, or all of them; `found` counts all.
  std::vector<std::size_t> search(const std::string& words, bool all, std::size_t limit);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace bench
