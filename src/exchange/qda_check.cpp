// Collects what bears a guid, then asks of each reference whether its thing is there.
#include "exchange/qda_check.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "exchange/qda_words.hpp"
#include "text/unicode.hpp"

namespace exchange {

namespace {

enum class Thing { user, code, variable, one_case, source, selection, note, other };

class Checker {
 public:
  Checker(const QdaProject& project, QdaDeviations& deviations)
      : project_(project), deviations_(deviations) {}

  void run() {
    collect();
    check_codebook();
    check_names();
    for (const auto& source : project_.sources) check_source(source);
    for (const auto& note : project_.notes) check_source(note);
    check_cases();
    check_networks();
    check_notes(project_.note_refs, "Project");
  }

 private:
  void take(Thing thing, const std::string& guid, std::string where) {
    const auto [place, is_new] = things_.emplace(guid, thing);
    if (!is_new) deviations_.add("guid_twice", std::move(where), guid, "kept");
  }

  // The words of a PDF and their area may bear one coding: the same one at two places.
  void take_coding(const QdaCoding& coding, const std::string& where) {
    const auto [place, is_new] = codings_.emplace(coding.guid, &coding);
    const bool is_same =
        !is_new && place->second->code == coding.code && place->second->user == coding.user;
    if (!is_same) take(Thing::other, coding.guid, where);
  }

  void take_selections(const QdaSource& source) {
    for (const auto& selection : source.selections) {
      take(Thing::selection, selection.item.guid, selection.item.name);
      for (const auto& coding : selection.codings) take_coding(coding, selection.item.name);
    }
  }

  void take_source(const QdaSource& source, Thing thing) {
    take(thing, source.item.guid, source.item.name);
    take_selections(source);
    for (const auto& coding : source.codings) take_coding(coding, source.item.name);
    for (const auto& words : source.representation) take_source(words, Thing::source);
    for (const auto& words : source.transcripts) take_source(words, Thing::source);
    for (const auto& point : source.sync_points) take(Thing::other, point.guid, source.item.name);
  }

  void collect() {
    for (const auto& user : project_.users) take(Thing::user, user.guid, user.name);
    for (const auto& code : project_.codes) take(Thing::code, code.guid, code.name);
    for (const auto& variable : project_.variables) {
      take(Thing::variable, variable.guid, variable.name);
      variables_.emplace(variable.guid, &variable);
    }
    for (const auto& one : project_.cases) take(Thing::one_case, one.guid, one.name);
    for (const auto& source : project_.sources) take_source(source, Thing::source);
    for (const auto& note : project_.notes) take_source(note, Thing::note);
    for (const auto& link : project_.links) take(Thing::other, link.guid, link.name);
    for (const auto& set : project_.sets) take(Thing::other, set.guid, set.name);
    for (const auto& graph : project_.graphs) {
      take(Thing::other, graph.guid, graph.name);
      for (const auto& vertex : graph.vertices) take(Thing::other, vertex.guid, vertex.name);
      for (const auto& edge : graph.edges) take(Thing::other, edge.guid, edge.name);
    }
  }

  void expect(Thing thing, const std::string& guid, const std::string& where) {
    if (guid.empty()) return;
    const auto found = things_.find(guid);
    if (found == things_.end() || found->second != thing)
      deviations_.add("reference_unknown", where, guid, "kept");
  }

  void expect_any(const std::string& guid, const std::string& where) {
    if (!guid.empty() && !things_.contains(guid))
      deviations_.add("reference_unknown", where, guid, "kept");
  }

  void check_notes(const std::vector<std::string>& notes, const std::string& where) {
    for (const auto& note : notes) expect(Thing::note, note, where);
  }

  void check_codebook() {
    for (const auto& code : project_.codes) {
      check_notes(code.notes, code.name);
      if (!code.is_codable) folders_.insert(code.guid);
    }
  }

  template <typename List>
  void check_names_of(const List& list, std::string_view kind) {
    std::set<std::string_view> seen;
    for (const auto& one : list)
      if (!one.name.empty() && !seen.insert(one.name).second)
        deviations_.add("name_twice", std::string(kind), one.name, "kept");
  }

  void check_names() {
    check_names_of(project_.users, "User");
    check_names_of(project_.variables, "Variable");
    check_names_of(project_.cases, "Case");
    std::set<std::pair<int, std::string_view>> codes;
    for (const auto& code : project_.codes)
      if (!codes.emplace(code.parent, code.name).second)
        deviations_.add("name_twice", "Code", code.name, "kept");
    std::set<std::string_view> sources;
    for (const auto& source : project_.sources)
      if (!source.item.name.empty() && !sources.insert(source.item.name).second)
        deviations_.add("name_twice", "Source", source.item.name, "kept");
  }

  void check_item(const QdaItem& item) {
    expect(Thing::user, item.creating_user, item.name);
    expect(Thing::user, item.modifying_user, item.name);
  }

  void check_codings(const std::vector<QdaCoding>& codings, const std::string& where) {
    for (const auto& coding : codings) {
      expect(Thing::code, coding.code, where);
      expect(Thing::user, coding.user, where);
      check_notes(coding.notes, where);
      if (folders_.contains(coding.code))
        deviations_.add("coding_with_folder", where, coding.code, "kept");
    }
  }

  void check_values(const std::vector<QdaValue>& values, const std::string& where) {
    for (const auto& value : values) {
      expect(Thing::variable, value.variable, where);
      const auto variable = variables_.find(value.variable);
      if (variable != variables_.end() && value.value && variable->second->type != value.type)
        deviations_.add("value_of_other_type",
                        where,
                        variable->second->name + ": " + std::string(format_type(value.type)),
                        "kept");
    }
  }

  void check_selections(const QdaSource& source) {
    const auto length = source.content ? text::count_code_points(*source.content) : 0;
    const bool is_known = source.kind == QdaSourceKind::text && source.content.has_value();
    for (const auto& selection : source.selections) {
      const auto where = source.item.name + " › " + selection.item.name;
      check_item(selection.item);
      check_codings(selection.codings, where);
      check_notes(selection.notes, where);
      const auto* place = std::get_if<QdaTextPlace>(&selection.place);
      if (is_known && place != nullptr && place->end > length)
        deviations_.add("place_outside", where, std::to_string(place->end), "kept");
    }
  }

  void check_source(const QdaSource& source) {
    check_item(source.item);
    check_codings(source.codings, source.item.name);
    check_notes(source.notes, source.item.name);
    check_values(source.values, source.item.name);
    check_selections(source);
    for (const auto& words : source.representation) check_source(words);
    for (const auto& words : source.transcripts) check_source(words);
  }

  void check_cases() {
    for (const auto& one : project_.cases) {
      for (const auto& code : one.codes) expect(Thing::code, code, one.name);
      for (const auto& source : one.sources) expect(Thing::source, source, one.name);
      for (const auto& selection : one.selections) expect_any(selection, one.name);
      check_values(one.values, one.name);
    }
  }

  void check_networks() {
    for (const auto& set : project_.sets) {
      for (const auto& code : set.codes) expect(Thing::code, code, set.name);
      for (const auto& source : set.sources) expect(Thing::source, source, set.name);
      check_notes(set.notes, set.name);
    }
    for (const auto& link : project_.links) {
      expect_any(link.origin, link.name);
      expect_any(link.target, link.name);
      check_notes(link.notes, link.name);
    }
    for (const auto& graph : project_.graphs) {
      for (const auto& vertex : graph.vertices) expect_any(vertex.represented, graph.name);
      for (const auto& edge : graph.edges) {
        expect_any(edge.represented, graph.name);
        expect_any(edge.source, graph.name);
        expect_any(edge.target, graph.name);
      }
    }
  }

  const QdaProject& project_;
  QdaDeviations& deviations_;
  std::map<std::string, Thing> things_;
  std::map<std::string, const QdaVariable*> variables_;
  std::map<std::string, const QdaCoding*> codings_;
  std::set<std::string> folders_;
};

}  // namespace

void check_qda_project(const QdaProject& project, QdaDeviations& deviations) {
  Checker(project, deviations).run();
}

}  // namespace exchange
