// Questions and the passages that they were made from (FacQA), indexed and asked for in several
// ways.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Question {
  std::string text;
  std::size_t passage = 0;  ///< the one that it was made from
};

struct Facqa {
  std::vector<std::string> passages;
  std::vector<Question> questions;
};

/// Reads oracles/facqa.json below JENJANG_SHARED; nothing where it is absent.
Facqa load_facqa();

/// The best ten passages for a question, best first.
using Ranker = std::function<std::vector<std::size_t>(const std::string& question)>;

struct Quality {
  double reciprocal_rank = 0;  ///< mean of 1/rank, 0 beyond the tenth
  double at_one = 0;           ///< share with the passage in front
  double at_ten = 0;           ///< share with the passage among ten
};

Quality measure(const std::vector<Question>& questions, const Ranker& ranker);

}  // namespace bench
