// The words of a result in the reader's language: names, levels, figures, dates and anchors, each
// said in one way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/dossier.hpp"
#include "base/rational.hpp"
#include "evaluation/evaluation.hpp"
#include "model/model.hpp"
#include "report/report.hpp"
#include "text/message.hpp"

namespace report {

/// What a report or an explanation speaks of, and in which language. The evaluation must be of this
/// model and dossier.
struct Context {
  const model::Model& model;
  const assessment::Dossier& dossier;
  const evaluation::Evaluation& evaluation;
  const text::Catalog& catalog;
  model::Language language = model::Language::indonesian;
};

/// The sentence of the catalogue with its parameters.
std::string say(const Context& context,
                std::string_view key,
                const std::vector<text::MessageParameter>& parameters = {});

/// The sentence `key.aspect`, for the words of an enumeration.
std::string say_word(const Context& context, std::string_view key, std::string_view aspect);

/// A text of the model in the reader's language. Where only the other language has it, the
/// catalogue's note on a missing translation; never the other language. Empty where neither has it.
std::string text_of(const Context& context, const model::Text& words);

/// A figure rounded as the model says: "2,48".
std::string figure_of(const Context& context, const base::Rational& value);

/// As figure_of, or the catalogue's dash where there is none.
std::string figure_of(const Context& context, const std::optional<base::Rational>& value);

/// A small difference with as many decimals as it needs to be seen: "0,005" rather than "0,01" or
/// "0,00".
std::string difference_of(const Context& context, const base::Rational& value);

/// What a step or a gap is worth in the index: one decimal more than figures, so that a column of
/// them lines up.
std::string worth_of(const Context& context, const base::Rational& value);

/// A level or a weight without needless decimals: "3", "2,5".
std::string number_of(const Context& context, const base::Rational& value);

/// The exact value: "124/50"; a whole number stands alone.
std::string exact_of(const base::Rational& value);

std::string date_of(const Context& context, std::string_view iso);
std::string list_of(const Context& context, const std::vector<std::string>& items);

/// "3 (Terdefinisi)"; the number alone where the model names no such level.
std::string level_of(const Context& context, int indicator, const base::Rational& value);
std::string level_of(const Context& context, int indicator, int level);

/// "S01 Kebijakan kantor cerdas"; for the index its name.
std::string name_of(const Context& context, int node);

/// "Dimensi", "Aspek", "Indikator"; empty for the index.
std::string kind_of(const Context& context, int node);

/// The position of the node of this indicator.
int node_of(const Context& context, int indicator);

/// The anchors of the sections of a report.
std::string indicator_anchor(const Context& context, int indicator);
std::string node_anchor(const Context& context, int node);
std::string source_anchor(const Context& context, std::string_view source_code);

/// The source with this code, or nullptr.
const assessment::Source* find_source(const Context& context, std::string_view code);

/// "Perbup 12 Tahun 2025, hlm. 4".
std::string place_of(const Context& context, const assessment::Anchor& anchor);

/// The level that the assessment or else the model sets for this indicator; empty without a target.
std::optional<base::Rational> target_of(const Context& context, int indicator);

/// Whether a claim may fall short in this model and method: it has checks or an evidence gate, and
/// they are heeded.
bool claims_need_proof(const Context& context);

/// All leaves below a node, in tree order.
std::vector<int> indicators_below(const Context& context, int node);

}  // namespace report
