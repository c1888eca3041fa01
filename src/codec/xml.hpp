// XML text to a tree that can be walked, and back. The one door to pugixml.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace codec {

class XmlChildren;

/// A view of one element or piece of text; it lives as long as its document. An absent node is
/// false, has no name, no attributes and no children, so that a path can be asked step by step.
/// Names are local ones: "w:p" is found as "p", whatever prefix its author chose.
class XmlNode {
 public:
  XmlNode() = default;

  explicit operator bool() const { return node_ != nullptr; }

  bool operator==(const XmlNode&) const = default;

  [[nodiscard]] bool is_element() const;

  /// Text between tags, a CDATA section included.
  [[nodiscard]] bool is_text() const;

  [[nodiscard]] std::string_view name() const;

  /// The name as written: "w:p".
  [[nodiscard]] std::string_view qualified_name() const;

  /// The text of a piece of text; of an element, its first piece.
  [[nodiscard]] std::string_view text() const;

  /// All text below, in order.
  [[nodiscard]] std::string all_text() const;

  /// An attribute by its local name, one without a prefix first; empty where it is absent.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::string_view name) const;

  /// An attribute that bears a prefix, such as r:id beside id.
  [[nodiscard]] std::string_view prefixed_attribute(std::string_view name) const;

  /// All attributes in order, by local names.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> attributes() const;

  /// The first child element of this name; absent where there is none.
  [[nodiscard]] XmlNode child(std::string_view name) const;

  /// All children, pieces of text included.
  [[nodiscard]] XmlChildren children() const;

 private:
  friend class XmlChildren;
  friend class XmlDocument;

  explicit XmlNode(void* node) : node_(node) {}

  void* node_ = nullptr;
};

/// The children of a node, for a loop.
class XmlChildren {
 public:
  class Iterator {
   public:
    explicit Iterator(void* node) : node_(node) {}

    XmlNode operator*() const { return XmlNode(node_); }

    Iterator& operator++();
    bool operator==(const Iterator&) const = default;

   private:
    void* node_;
  };

  [[nodiscard]] Iterator begin() const { return Iterator(first_); }

  [[nodiscard]] static Iterator end() { return Iterator(nullptr); }

 private:
  friend class XmlNode;

  explicit XmlChildren(void* first) : first_(first) {}

  void* first_;
};

/// A parsed text and its nodes.
class XmlDocument {
 public:
  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;
  ~XmlDocument();

  [[nodiscard]] XmlNode root() const;

 private:
  struct Parsed;
  explicit XmlDocument(std::unique_ptr<Parsed> parsed);
  friend base::Result<XmlDocument> parse_xml(std::string text, const struct XmlLimits& limits);

  std::unique_ptr<Parsed> parsed_;
};

struct XmlLimits {
  std::size_t bytes = std::size_t{64} << 20U;
  int depth = 256;
};

/// Parses a whole text; UTF-16 and UTF-32 are taken by their mark, Latin-1 by its declaration, all
/// else as UTF-8, which is not checked. White space is kept. Entities are never expanded, the five
/// of XML and characters by number aside. Errors (kind invalid): xml.syntax (problem, offset),
/// xml.entities (a DOCTYPE that declares anything), xml.too_large, xml.too_deep.
base::Result<XmlDocument> parse_xml(std::string text, const XmlLimits& limits = {});

/// Writes elements one inside the other. Values are escaped; characters that XML forbids go.
class XmlWriter {
 public:
  /// Begins the text with its declaration.
  XmlWriter();

  void open(std::string_view name);

  /// Only between `open` and what stands inside.
  void attribute(std::string_view name, std::string_view value);
  void text(std::string_view value);
  void close();

  /// An element that holds nothing but a text.
  void element(std::string_view name, std::string_view value);

  /// The whole text; all elements must be closed.
  std::string release();

 private:
  void end_tag();

  std::string text_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
};

}  // namespace codec
