// What a project file does otherwise than the standard says, and what was made of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exchange {

/// `what` and `done` are the last words of the sentences "qda.what.<what>", which may show the
/// detail, and "qda.done.<done>": kept, left_out, read_so,
/// read_as_text, in_name, made, repaired, swapped, unlisted.
struct QdaDeviation {
  std::string what;
  std::string where;   ///< the thing in the project, or the file in the archive
  std::string detail;  ///< a name, a number, a spelling; may be empty
  std::string done;

  bool operator==(const QdaDeviation&) const = default;
};

/// Gathers deviations in order. Beyond the first 10,000 they are only counted.
class QdaDeviations {
 public:
  void add(std::string_view what, std::string where, std::string detail, std::string_view done) {
    constexpr std::size_t listed_max = 10'000;
    if (list_.size() < listed_max)
      list_.push_back({std::string(what), std::move(where), std::move(detail), std::string(done)});
    else
      ++more_;
  }

  /// The list; where some were only counted, its last entry says how many.
  std::vector<QdaDeviation> take() {
    if (more_ > 0) list_.push_back({"more", "", std::to_string(more_), "unlisted"});
    more_ = 0;
    return std::exchange(list_, {});
  }

  /// 1, 2, 3 …: tells things apart that have nothing of their own.
  std::size_t next_number() { return ++number_; }

 private:
  std::vector<QdaDeviation> list_;
  std::size_t number_ = 0;
  std::size_t more_ = 0;
};

}  // namespace exchange
