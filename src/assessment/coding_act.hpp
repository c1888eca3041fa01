// What a person did when coding: one entry of a record that is only ever added to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assessment {

enum class ActKind { cite, decide, code, add, rename, merge, split, move, import, undo };

/// One act of coding: who did what to which entries, when and why. What each kind fills in:
/// cite: subjects citations, code their indicator · decide: subjects citations, former their
/// states before, target the state now · code: subjects codings, code · add: code, name, node,
/// memo · rename: code, former the name before, name · merge: code, target · split: subjects
/// codings, code, target a new code, name · move: subjects codings, former their codes before,
/// target · import: subjects all that came in, name the kind of file ("csv", "qdpx"), target the
/// number of its first part: the acts from there to this one belong to it · undo: undoes.
struct CodingAct {
  std::int64_t number = 0;  ///< counts all acts of a workspace from 1
  ActKind kind = ActKind::code;
  std::vector<std::string> subjects = {};  ///< ids of citations (E1) or codings (K1)
  std::vector<std::string> former = {};    ///< one for each subject
  std::string code = {};
  std::string target = {};
  std::string name = {};
  std::string node = {};
  std::string memo = {};
  std::string because = {};
  std::string by = {};
  std::string at = {};
  std::optional<std::int64_t> undoes = {};  ///< number of the act that is taken back
};

}  // namespace assessment
