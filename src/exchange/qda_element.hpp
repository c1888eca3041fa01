// An element of a project file that notes what it is asked for, so that nothing in it gets lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/xml.hpp"
#include "exchange/qda_deviation.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

/// Lives as long as its document, its parent and the deviations.
class QdaElement {
 public:
  QdaElement(codec::XmlNode node, QdaDeviations& deviations, const QdaElement* parent = nullptr);

  [[nodiscard]] codec::XmlNode node() const { return node_; }

  [[nodiscard]] QdaDeviations& deviations() const { return *deviations_; }

  /// "TextSource Simon.docx › PlainTextSelection 215–275", for people.
  [[nodiscard]] std::string where() const;

  void note(std::string_view what, std::string detail, std::string_view done) const;

  /// An attribute as it is; empty where it is absent.
  std::string text(std::string_view attribute);

  /// The element's own guid. One that is missing or none is replaced by one that is made.
  std::string guid();

  /// A reference to something; empty where it is absent.
  std::string reference(std::string_view attribute);

  /// A moment or a colour; empty where it is absent or wrongly spelled.
  std::string moment(std::string_view attribute);
  std::string color(std::string_view attribute);

  /// A whole number; empty where it is absent, and where it is none (which is noted).
  std::optional<std::int64_t> whole(std::string_view attribute);

  /// guid, name, Description and who made it when.
  QdaItem item();

  /// The text of the child of this name; empty where there is none.
  std::string child_text(std::string_view name);
  bool has_child(std::string_view name);

  /// The children of this name.
  std::vector<QdaElement> children(std::string_view name);

  /// The targets of the children of this name.
  std::vector<std::string> references(std::string_view name);

  /// Notes the attributes and children that nobody asked for.
  void finish();

 private:
  std::string spelled_reference(const std::string& written);
  void ask(std::string_view name);
  [[nodiscard]] bool was_asked(std::string_view name) const;

  codec::XmlNode node_;
  QdaDeviations* deviations_;
  const QdaElement* parent_;
  std::vector<std::string_view> asked_;
};

}  // namespace exchange
