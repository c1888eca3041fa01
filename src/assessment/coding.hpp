// Words coded to a free code: what people notice that no indicator asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/anchor.hpp"
#include "assessment/evidence.hpp"

namespace assessment {

/// A passage coded to a free code. Codings may overlap each other and citations in any way.
struct Coding : Anchor {
  std::string id;                              ///< said by people: K1, K2, …
  std::string code;                            ///< the free code that it counts under
  std::vector<std::string> came_through = {};  ///< the codes that it was under before, oldest first
  std::optional<Stance> stance;                ///< none: the words are noted, not weighed
  std::optional<Strength> strength;
  std::string memo;
  std::string coded_by;
  std::string coded_at;
  std::optional<NewerPlace> newer = {};  ///< none where its source has no newer revision
  bool taken_back = false;               ///< by undo; it stays on file and counts nowhere
};

/// A code of the assessment's own beside those of the model.
struct FreeCode {
  std::string code;
  std::string name;
  std::string node;  ///< code of the element of the model that it hangs under; empty: none
  std::string memo = {};
  std::string added_by = {};
  std::string added_at = {};
  std::string merged_into = {};               ///< empty: in use
  std::vector<std::string> merged_from = {};  ///< codes that were merged into it
};

}  // namespace assessment
