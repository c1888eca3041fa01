// Reads attributes by their types and remembers which of them were read.
#include "exchange/qda_element.hpp"

#include <algorithm>

#include "exchange/qda_guid.hpp"
#include "exchange/qda_words.hpp"
#include "text/unicode.hpp"

namespace exchange {

namespace {

constexpr std::int64_t shown_max = 60;

std::string shorten(std::string_view name) {
  if (text::count_code_points(name) <= shown_max) return std::string(name);
  return std::string(text::slice(name, 0, shown_max)) + "…";
}

std::string label_of(codec::XmlNode node) {
  std::string label(node.name());
  for (const std::string_view attribute : {"name", "guid", "targetGUID"})
    if (const auto value = node.attribute(attribute); !value.empty())
      return label + " " + shorten(text::repair_utf8(value));
  return label;
}

}  // namespace

QdaElement::QdaElement(codec::XmlNode node, QdaDeviations& deviations, const QdaElement* parent)
    : node_(node), deviations_(&deviations), parent_(parent) {}

std::string QdaElement::where() const {
  const auto label = label_of(node_);
  // The project and the lists right below it tell nothing.
  const bool listed =
      parent_ == nullptr || parent_->parent_ == nullptr || parent_->parent_->parent_ == nullptr;
  return listed ? label : parent_->where() + " › " + label;
}

void QdaElement::note(std::string_view what, std::string detail, std::string_view done) const {
  deviations_->add(what, where(), std::move(detail), done);
}

std::string QdaElement::text(std::string_view attribute) {
  ask(attribute);
  return text::repair_utf8(node_.attribute(attribute));
}

std::string QdaElement::guid() {
  const auto written = text("guid");
  if (written.empty()) {
    auto made = make_guid("missing", std::to_string(deviations_->next_number()) + where());
    note("guid_missing", made, "made");
    return made;
  }
  return spelled_reference(written);
}

std::string QdaElement::reference(std::string_view attribute) {
  const auto written = text(attribute);
  return written.empty() ? written : spelled_reference(written);
}

// What is no guid becomes one, the same for the same spelling, so that it still leads to its thing.
std::string QdaElement::spelled_reference(const std::string& written) {
  if (const auto guid = parse_guid(written)) return *guid;
  note("guid_malformed", written, "made");
  return make_guid("spelled", written);
}

std::string QdaElement::moment(std::string_view attribute) {
  auto written = text(attribute);
  if (written.empty() || is_date_time(written)) return written;
  note("moment_malformed", written, "left_out");
  return {};
}

std::string QdaElement::color(std::string_view attribute) {
  auto written = text(attribute);
  if (written.empty() || is_color(written)) return written;
  note("color_malformed", written, "left_out");
  return {};
}

std::optional<std::int64_t> QdaElement::whole(std::string_view attribute) {
  const auto written = text(attribute);
  if (written.empty()) return std::nullopt;
  const auto number = parse_whole(written);
  if (!number) note("number_malformed", std::string(attribute) + "=" + written, "left_out");
  return number;
}

QdaItem QdaElement::item() {
  QdaItem item;
  item.guid = guid();
  item.name = text("name");
  item.description = child_text("Description");
  item.creating_user = reference("creatingUser");
  item.created_at = moment("creationDateTime");
  item.modifying_user = reference("modifyingUser");
  item.modified_at = moment("modifiedDateTime");
  return item;
}

std::string QdaElement::child_text(std::string_view name) {
  ask(name);
  return text::repair_utf8(node_.child(name).all_text());
}

bool QdaElement::has_child(std::string_view name) {
  ask(name);
  return static_cast<bool>(node_.child(name));
}

std::vector<QdaElement> QdaElement::children(std::string_view name) {
  ask(name);
  std::vector<QdaElement> list;
  for (const auto child : node_.children())
    if (child.is_element() && child.name() == name) list.emplace_back(child, *deviations_, this);
  return list;
}

std::vector<std::string> QdaElement::references(std::string_view name) {
  std::vector<std::string> targets;
  for (auto& child : children(name)) {
    auto target = child.reference("targetGUID");
    child.finish();
    if (target.empty())
      child.note("reference_empty", std::string(name), "left_out");
    else
      targets.push_back(std::move(target));
  }
  return targets;
}

void QdaElement::finish() {
  for (const auto& [name, value] : node_.attributes()) {
    const bool is_xml =
        name == "xmlns" || name == "xsi" || name == "schemaLocation" || name == "space";
    if (!is_xml && !was_asked(name))
      note("attribute_unknown",
           shorten(std::string(name) + "=" + text::repair_utf8(value)),
           "left_out");
  }
  for (const auto child : node_.children()) {
    if (child.is_element() && !was_asked(child.name()))
      note("element_unknown", std::string(child.name()), "left_out");
    if (child.is_text() && child.text().find_first_not_of(" \t\r\n") != std::string::npos)
      note("text_unknown", shorten(text::repair_utf8(child.text())), "left_out");
  }
}

void QdaElement::ask(std::string_view name) {
  if (!was_asked(name)) asked_.push_back(name);
}

bool QdaElement::was_asked(std::string_view name) const {
  return std::ranges::find(asked_, name) != asked_.end();
}

}  // namespace exchange
