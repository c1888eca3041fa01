// What a verb takes on the command line, and what a person gave.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cli {

enum class Shape { word, words, flag, number };
enum class Need { required, optional };

/// An argument: a positional in capitals (WORKSPACE) or an option with dashes (--limit). Its help
/// is the sentence `cli.argument.<name>` in lower case without dashes, or
/// `cli.argument.<verb>.<name>` where there is one.
struct Argument {
  std::string_view name;
  Shape shape = Shape::word;
  Need need = Need::optional;
  std::vector<std::string_view> choices;
};

/// The words that were given, by the argument's name.
class Words {
 public:
  void put(std::string_view name, std::vector<std::string> words) {
    given_[std::string(name)] = std::move(words);
  }

  /// The one word of an argument; empty where it was not given.
  [[nodiscard]] std::string word(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> words(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view name) const { return given_.contains(name); }

  [[nodiscard]] std::optional<int> number(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

}  // namespace cli
