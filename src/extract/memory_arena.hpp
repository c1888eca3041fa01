// Memory that is given out piece by piece and goes back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <vector>

namespace extract {

/// For libraries that release a deep tree by recursion: nothing is released before the arena is.
class MemoryArena {
 public:
  explicit MemoryArena(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Aligned for anything. Throws std::bad_alloc beyond the limit.
  void* allocate(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    if (size > bytes_max_ - used_) throw std::bad_alloc();
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) open_block(size);
    auto* piece = next_;
    next_ += size;
    left_ -= size;
    used_ = used_ + size > bytes_max_ ? bytes_max_ : used_ + size;
    return piece;
  }

 private:
  void open_block(std::size_t size) {
    constexpr std::size_t block_bytes = std::size_t{1} << 20U;
    left_ = size > block_bytes ? size : block_bytes;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
    next_ = blocks_.back().get();
  }

  std::size_t bytes_max_;
  std::size_t used_ = 0;
  std::size_t left_ = 0;
  std::byte* next_ = nullptr;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

}  // namespace extract
