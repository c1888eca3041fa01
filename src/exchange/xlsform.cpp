// Lists the questions of a form: first those of every observation, then a group for each indicator.
#include "exchange/xlsform.hpp"

#include <array>
#include <set>
#include <utility>

#include "text/unicode.hpp"

namespace exchange {

namespace {

using Row = std::vector<std::string>;

constexpr std::string_view indonesian_column = "label::Bahasa Indonesia (id)";
constexpr std::string_view english_column = "label::English (en)";

// A question of the survey, column by column.
struct Question {
  std::string type;
  std::string name;
  model::Text label;
  model::Text hint;
  bool is_required = false;
  std::string relevant;
  std::string constraint;
  model::Text constraint_message;
  std::string appearance;
  std::string fixed_default;
  std::string choice_filter;
};

const Row survey_head = {"type",
                         "name",
                         std::string(indonesian_column),
                         std::string(english_column),
                         "hint::Bahasa Indonesia (id)",
                         "hint::English (en)",
                         "required",
                         "relevant",
                         "constraint",
                         "constraint_message::Bahasa Indonesia (id)",
                         "constraint_message::English (en)",
                         "appearance",
                         "default",
                         "choice_filter"};

// "${" would ask for another question; the words of a model never mean that.
std::string tidy(const std::string& words) {
  std::string tidied = text::normalize(words);
  for (auto at = tidied.find("${"); at != std::string::npos; at = tidied.find("${", at + 2))
    tidied.insert(at + 1, " ");
  return tidied;
}

model::Text both(const model::Text& words) {
  return {tidy(words.id.empty() ? words.en : words.id),
          tidy(words.en.empty() ? words.id : words.en)};
}

model::Text headed(const std::string& code, const model::Text& words) {
  const auto full = both(words);
  if (full.empty()) return {code, code};
  return {code + " " + full.id, code + " " + full.en};
}

Row to_row(const Question& question) {
  const auto label = both(question.label);
  const auto hint = both(question.hint);
  const auto message = both(question.constraint_message);
  return {question.type,
          question.name,
          label.id,
          label.en,
          hint.id,
          hint.en,
          question.is_required ? "yes" : "",
          question.relevant,
          question.constraint,
          message.id,
          message.en,
          question.appearance,
          question.fixed_default,
          question.choice_filter};
}

class Form {
 public:
  Form(const model::Model& model, const FormWords& words) : model_(model), words_(words) {}

  std::vector<XlsxSheet> compose() {
    survey_.push_back(survey_head);
    choices_.push_back(
        {"list_name", "name", std::string(indonesian_column), std::string(english_column)});
    ask_about_visit();
    ask_about_people();
    ask_what_was_seen();
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) ask_about(i);
    return {{"survey", {24, 22, 50, 50, 40, 40, 9, 32, 20, 30, 30, 14, 12, 30}, std::move(survey_)},
            {"choices", {16, 20, 60, 60}, std::move(choices_)},
            {"settings", {40, 24, 24, 26, 40, 14}, settings()}};
  }

 private:
  [[nodiscard]] model::Text say(const std::string& key) const {
    return {words_.indonesian.say(key), words_.english.say(key)};
  }

  void ask(const Question& question) { survey_.push_back(to_row(question)); }

  // A question whose label is "xlsform.<name>" and whose hint, if any, "xlsform.hint.<name>".
  Question common(std::string type, const std::string& name, bool is_required = false) {
    Question question;
    question.type = std::move(type);
    question.name = name;
    question.label = say("xlsform." + name);
    const auto hint = "xlsform.hint." + name;
    if (words_.indonesian.has(hint)) question.hint = say(hint);
    question.is_required = is_required;
    return question;
  }

  void offer(const std::string& list, std::string name, const model::Text& label) {
    const auto full = both(label);
    choices_.push_back({list, std::move(name), full.id, full.en});
  }

  void ask_about_visit() {
    survey_.push_back({"start", "start"});
    survey_.push_back({"end", "end"});
    ask(common("text", "observer", true));
    ask(common("text", "observer_role"));
    auto date = common("date", "date", true);
    date.fixed_default = "today()";
    date.constraint = ". <= today()";
    date.constraint_message = say("xlsform.date_to_come");
    ask(date);
    ask(common("time", "time"));
    ask(common("text", "place", true));
    ask(common("geopoint", "coordinates"));
    ask(common("select_one method", "method", true));
    for (const std::string name : {"pengamatan", "wawancara", "uji", "telaah"})
      offer("method", name, say("xlsform.method." + name));
  }

  void ask_about_people() {
    ask(common("text", "respondent_role"));
    ask(common("select_one consent", "consent", true));
    for (const std::string name : {"yes", "no", "not_asked"})
      offer("consent", name, say("xlsform.consent." + name));
    auto respondent = common("text", "respondent");
    respondent.relevant = "${consent} = 'yes'";
    ask(respondent);
  }

  void ask_what_was_seen() {
    ask(common("text", "subject"));
    auto text = common("text", "text", true);
    text.appearance = "multiline";
    ask(text);
    for (const std::string name : {"photos", "photo_2", "photo_3"}) {
      auto photo = common("image", name);
      photo.appearance = "max-pixels=1600";
      ask(photo);
    }
    auto indicators = common("select_multiple indicators", "indicators");
    indicators.appearance = "minimal autocomplete";
    ask(indicators);
  }

  // The form's own name for an indicator, one for each.
  std::string name_once(const std::string& code) {
    const auto name = form_name_of(code);
    auto unique = name;
    for (int number = 2; !names_.insert(unique).second; ++number)
      unique = name + "_" + std::to_string(number);
    return unique;
  }

  void ask_about(std::size_t index) {
    const auto& node = model_.nodes[static_cast<std::size_t>(model_.leaves[index])];
    const auto& indicator = model_.indicators[index];
    const auto name = name_once(node.code);
    const auto title = headed(node.code, node.name);
    offer("indicators", name, title);
    Question group;
    group.type = "begin_group";
    group.name = name;
    group.label = title;
    group.relevant = "selected(${indicators}, '" + name + "')";
    group.appearance = "field-list";
    ask(group);
    Question guide;
    guide.type = "note";
    guide.name = name + "_guide";
    guide.label = indicator.question.empty() ? node.name : indicator.question;
    guide.hint = indicator.observe;
    ask(guide);
    ask_for_level(indicator, name);
    const bool has_checks = ask_for_checks(indicator, name);
    auto note = aspect("text", name, "note");
    note.appearance = "multiline";
    ask(note);
    if (has_checks) ask_for_absent(name);
    survey_.push_back({"end_group"});
  }

  Question aspect(std::string type, const std::string& name, const std::string& what) {
    auto question = common(std::move(type), what);
    question.name = name + "_" + what;
    return question;
  }

  void ask_for_level(const model::Indicator& indicator, const std::string& name) {
    const auto list = "level_" + name;
    ask(aspect("select_one " + list, name, "level"));
    for (const int level : model::levels_of(model_.scale)) {
      const auto* named = model::find_level_name(model_, indicator, level);
      auto label = headed(std::to_string(level), named == nullptr ? model::Text{} : named->name);
      const auto criterion = indicator.criteria.find(level);
      if (criterion != indicator.criteria.end()) {
        const auto full = both(criterion->second);
        label = {label.id + ": " + full.id, label.en + ": " + full.en};
      }
      offer(list, std::to_string(level), label);
    }
  }

  bool ask_for_checks(const model::Indicator& indicator, const std::string& name) {
    const auto list = "checks_" + name;
    bool is_any = false;
    for (const auto& [level, checks] : indicator.checks)
      for (const auto& check : checks) {
        offer(list, check.code, headed(check.code, check.text));
        is_any = true;
      }
    if (is_any) ask(aspect("select_multiple " + list, name, "checks"));
    return is_any;
  }

  // Behind the note, so that level, checks and note come back as one paragraph.
  void ask_for_absent(const std::string& name) {
    auto not_seen = aspect("select_multiple checks_" + name, name, "not_seen");
    not_seen.choice_filter = "not(selected(${" + name + "_checks}, name))";
    ask(not_seen);
  }

  [[nodiscard]] std::vector<Row> settings() const {
    constexpr std::size_t digest_shown = 8;
    const auto title = both(model_.short_name.empty() ? model_.name : model_.short_name);
    return {{"form_title", "form_id", "version", "default_language", "instance_name", "style"},
            {words_.indonesian.say("xlsform.title", {{"model", title.id}}),
             "jenjang_" + form_name_of(model_.id),
             model_.version + "-" + model_.digest.substr(0, digest_shown),
             "Bahasa Indonesia (id)",
             "concat(${date}, ' ', ${place})",
             "pages"}};
  }

  const model::Model& model_;
  FormWords words_;
  std::vector<Row> survey_;
  std::vector<Row> choices_;
  std::set<std::string> names_;
};

}  // namespace

std::string form_name_of(std::string_view code) {
  std::string name;
  for (const char byte : code) {
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool is_digit = byte >= '0' && byte <= '9';
    if (is_digit && name.empty()) name = "i_";
    name += is_letter || is_digit ? byte : '_';
  }
  return name;
}

std::vector<XlsxSheet> compose_xlsform(const model::Model& model, const FormWords& words) {
  return Form(model, words).compose();
}

base::Result<std::string> write_xlsform(const model::Model& model, const FormWords& words) {
  return write_xlsx(compose_xlsform(model, words));
}

}  // namespace exchange
