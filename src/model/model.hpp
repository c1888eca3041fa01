// What maturity means: a tree of any depth over indicators, with scales, rules, bands and texts,
// all from data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"

namespace model {

enum class Language { indonesian, english };

/// One meaning in two languages; an empty string is a missing translation.
struct Text {
  std::string id;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::english ? en : id;
  }

  [[nodiscard]] bool empty() const { return id.empty() && en.empty(); }
};

/// How firmly an element stands: taken from a source, derived from one, or introduced here.
enum class Standing { established, adapted, proposed };

enum class Effort { low, medium, high };

/// A yes/no condition of a level.
struct Check {
  std::string code;  ///< its level and a letter in file order: 2a, 3b
  Text text;
  int line = 0;  ///< where it stands in its node's file
};

/// A kind of evidence that guides the search; it does not gate.
struct EvidenceWanted {
  std::string kind;  ///< document, observation, system, interview, survey
  Text text;
};

/// A level of another indicator that a step of advice needs first.
struct Prerequisite {
  std::string indicator;
  int level = 0;
};

/// One step up: what to do to reach level `to`, by whom, how long, how hard.
struct Advice {
  int to = 0;
  Text action;
  Effort effort = Effort::medium;
  int months = 0;
  Effort cost = Effort::medium;
  Text unit;
  std::vector<Prerequisite> needs;
  int line = 0;
};

/// An interpretation note or an erratum that hangs on an element of the model.
struct Note {
  std::string kind;  ///< erratum, interpretation
  std::string author;
  std::string date;
  Text text;
};

/// What makes a leaf of the tree an indicator: its question, criteria, checks and advice by level.
struct Indicator {
  std::string capability;  ///< which list of level names holds
  Standing criteria_standing = Standing::proposed;
  std::vector<std::string> methods;
  std::vector<std::pair<std::string, std::vector<std::string>>> maps_to;
  Text question;
  std::map<int, Text> criteria;
  std::map<int, std::vector<Check>> checks;
  std::map<int, std::vector<EvidenceWanted>> evidence;
  Text observe;
  Text ask;
  std::vector<std::string> terms_id;
  std::vector<std::string> terms_en;
  Text pitfall;
  std::vector<Advice> advice;  ///< in ascending order of `to`
};

/// An element of the tree. Node 0 is the whole model (the index); parents stand before their
/// children.
struct Node {
  std::string code;
  Text name;
  base::Rational weight{1};
  Standing standing = Standing::proposed;
  Standing weight_standing = Standing::proposed;
  std::vector<std::string> sources;
  std::vector<Note> notes;
  int parent = -1;
  int height = 0;             ///< 0 for the index, 1 for a dimension, and so on
  std::vector<int> children;  ///< indices into Model::nodes, in file order
  int indicator = -1;         ///< index into Model::indicators for a leaf, -1 above
  std::string file;           ///< where it stands among the model's files
  int line = 0;
};

/// The levels that an answer may take: from min to max by step.
struct Scale {
  base::Rational min{1};
  base::Rational max{5};
  base::Rational step{1};
};

struct LevelName {
  Text name;
  Text gist;
};

/// A stretch of the scale with a name. Its minimum belongs to it; its maximum only where it ends
/// the list.
struct Band {
  std::string code;
  Text name;
  base::Rational min;
  base::Rational max;
  int line = 0;
};

/// A named list of bands, lowest first, without hole or overlap.
struct BandList {
  std::string code;  ///< "predicate" is the one that names a result
  Text name;
  Standing standing = Standing::proposed;
  std::vector<std::string> sources;
  std::vector<Band> bands;
  int line = 0;
};

enum class MissingPolicy { leave_out, floor, block };
enum class ApplicabilityPolicy { leave_out, forbidden };
enum class WeightKind { absolute, relative };
enum class Aggregation { weighted_mean };
enum class LevelRule { cumulative, none };

struct Policies {
  MissingPolicy not_rated_working = MissingPolicy::leave_out;
  MissingPolicy not_rated_published = MissingPolicy::block;
  ApplicabilityPolicy not_applicable = ApplicabilityPolicy::leave_out;
  MissingPolicy awaiting_external = MissingPolicy::leave_out;
};

/// How figures are shown, and whether a band sees the shown or the exact value.
struct Rounding {
  base::RoundingMode mode = base::RoundingMode::half_up;
  int digits = 2;
  bool bands_see_rounded = false;
  Standing standing = Standing::proposed;
  Text note;
};

/// A name for a height of the tree: dimension, aspect, indicator.
struct NodeKind {
  std::string code;
  Text name;
};

/// A published or own source that elements of the model point to.
struct Source {
  std::string code;
  std::string cite;
  std::string url;
  std::string read;  ///< how far it was read: full text, abstract, secondary
};

struct GlossaryEntry {
  Text term;
  Text meaning;
};

/// Inputs and expected figures that come with the model; `model check` runs them.
struct VectorCase {
  std::string name;
  std::string source;
  std::string file;
  int line = 0;
  std::vector<std::pair<std::string, base::Rational>> answers;  ///< indicator -> level
  std::vector<std::pair<std::string, base::Rational>>
      nodes;  ///< node -> given value, instead of answers
  std::vector<std::pair<std::string, base::Rational>>
      expect;             ///< node code or "index" -> exact value
  std::string predicate;  ///< expected predicate's Indonesian name, or empty
};

/// A maturity model, checked or not. Values only; the texts in it are what people read.
struct Model {
  std::string id;
  std::string version;
  Text name;
  Text short_name;
  Standing standing = Standing::proposed;
  Text description;
  Text legal_basis;
  std::vector<std::pair<std::string, std::string>>
      translation;  ///< language -> official, translated_here, missing
  Scale scale;
  std::map<std::string, std::map<int, LevelName>> level_names;  ///< capability -> level -> name
  std::vector<NodeKind> node_kinds;  ///< top first; the last is the indicator
  Aggregation aggregation = Aggregation::weighted_mean;
  LevelRule level_rule = LevelRule::cumulative;
  WeightKind weight_kind = WeightKind::relative;
  std::optional<base::Rational> weight_total;
  std::optional<int>
      evidence_required;  ///< accepted supporting citations a level needs; empty without a gate
  Policies policies;
  Rounding rounding;
  std::vector<BandList> band_lists;
  Text index_name;
  std::optional<base::Rational> target_level;
  std::optional<base::Rational> target_index;
  std::vector<Source> sources;
  std::vector<GlossaryEntry> glossary;
  std::vector<Text> validation;  ///< what is and is not validated, paragraph by paragraph
  std::vector<Note> notes;
  std::vector<VectorCase> vectors;
  std::vector<Node> nodes;            ///< node 0 is the index; pre-order
  std::vector<Indicator> indicators;  ///< in tree order
  std::vector<int> leaves;            ///< leaves[i] is the node of indicators[i]
  std::string digest;  ///< SHA-256 over the exact bytes of all its files, in hexadecimal
};

/// Whether a value lies on the scale: between its ends and on a step.
bool is_on_scale(const Scale& scale, const base::Rational& value);

/// The levels of the scale that are whole numbers, ascending.
std::vector<int> levels_of(const Scale& scale);

/// The node with this exact code; "index" is node 0. Empty if there is none.
std::optional<int> find_node(const Model& model, std::string_view code);

/// The position in Model::indicators of the indicator with this code; letter case and leading zeros
/// in its number aside (I1, i01 and I01 are one). Empty if there is none.
std::optional<int> find_indicator(const Model& model, std::string_view code);

/// The code by which indicators are compared: upper case, without leading zeros in its number.
std::string fold_code(std::string_view code);

/// The name of a level for an indicator's capability, or nullptr.
const LevelName* find_level_name(const Model& model, const Indicator& indicator, int level);

/// The kind of a node by its height; nullptr for the index.
const NodeKind* find_node_kind(const Model& model, const Node& node);

/// The list of bands with this code, or nullptr.
const BandList* find_band_list(const Model& model, std::string_view code);

/// The one band that holds the value; nullptr outside the scale.
const Band* find_band(const BandList& list, const base::Rational& value);

}  // namespace model
