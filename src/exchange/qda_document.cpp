// Checks what goes into the project file against the simple types of the schema.
#include "exchange/qda_document.hpp"

#include <fmt/format.h>

#include "exchange/qda_guid.hpp"
#include "exchange/qda_words.hpp"
#include "text/unicode.hpp"

namespace exchange {

using base::ErrorKind;

std::string to_xml_text(std::string_view text) {
  std::string kept = text::is_valid_utf8(text) ? std::string(text) : text::repair_utf8(text);
  for (const std::string_view never : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = kept.find(never); at != std::string::npos; at = kept.find(never, at))
      kept.erase(at, never.size());
  return kept;
}

void QdaDocument::attribute(std::string_view name, std::string_view value) {
  if (!value.empty()) named(name, value);
}

void QdaDocument::named(std::string_view name, std::string_view value) {
  xml_.attribute(name, to_xml_text(value));
}

void QdaDocument::number(std::string_view name, std::int64_t value) {
  xml_.attribute(name, std::to_string(value));
}

void QdaDocument::guid(std::string_view name, std::string_view value) {
  if (!parse_guid(value)) refuse(name, value);
  xml_.attribute(name, value);
}

void QdaDocument::moment(std::string_view name, std::string_view value) {
  if (!value.empty() && !is_date_time(value)) refuse(name, value);
  attribute(name, value);
}

void QdaDocument::color(std::string_view value) {
  if (!value.empty() && !is_color(value)) refuse("color", value);
  attribute("color", value);
}

void QdaDocument::item(const QdaItem& item) {
  guid("guid", item.guid);
  attribute("name", item.name);
  if (!item.creating_user.empty()) guid("creatingUser", item.creating_user);
  moment("creationDateTime", item.created_at);
  if (!item.modifying_user.empty()) guid("modifyingUser", item.modifying_user);
  moment("modifiedDateTime", item.modified_at);
}

void QdaDocument::description(std::string_view text) {
  if (!text.empty()) element("Description", text);
}

void QdaDocument::element(std::string_view name, std::string_view text) {
  xml_.element(name, to_xml_text(text));
}

void QdaDocument::references(std::string_view name, const std::vector<std::string>& targets) {
  for (const auto& target : targets) {
    open(name);
    guid("targetGUID", target);
    close();
  }
}

std::string QdaDocument::add_file(const std::string& guid,
                                  std::string_view ending,
                                  std::string bytes) {
  std::string name = fmt::format("{}.{}", guid, ending);
  for (int number = 2; !names_.insert(name).second; ++number)
    name = fmt::format("{}-{}.{}", guid, number, ending);
  files_.push_back({"sources/" + name, std::move(bytes), true});
  return "internal://" + name;
}

void QdaDocument::refuse(std::string_view where, std::string_view problem) {
  if (!refused_)
    refused_ = base::Error{ErrorKind::invalid,
                           "qda.not_writable",
                           {{"where", std::string(where)}, {"problem", std::string(problem)}}};
}

base::Result<std::string> QdaDocument::release() {
  if (refused_) return base::pass_on(*std::move(refused_));
  files_.insert(files_.begin(), {"project.qde", xml_.release(), true});
  return codec::write_zip(files_);
}

}  // namespace exchange
