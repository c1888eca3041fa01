// Wraps pugixml's nodes, refuses what could grow or hide, and escapes what is written.
#include "codec/xml.hpp"

#include <new>
#include <utility>

#include <pugixml.hpp>

#include "base/contract.hpp"

namespace codec {

namespace {

using base::ErrorKind;
using base::fail;

constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                 pugi::parse_ws_pcdata | pugi::parse_doctype;

pugi::xml_node to_pugi(void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node));
}

std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_text_type(pugi::xml_node_type type) {
  return type == pugi::node_pcdata || type == pugi::node_cdata;
}

// The next of these siblings that is an element or a text.
void* skip_to_content(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element && !is_text_type(node.type()))
    node = node.next_sibling();
  return node.internal_object();
}

pugi::xml_attribute find_attribute(void* node, std::string_view name) {
  pugi::xml_attribute prefixed;
  for (const auto attribute : to_pugi(node).attributes()) {
    const std::string_view written = attribute.name();
    if (written == name) return attribute;
    if (!prefixed && local(written) == name) prefixed = attribute;
  }
  return prefixed;
}

// Goes down and up without recursion, however deep the tree.
bool is_deeper(pugi::xml_node root, int depth_max) {
  int depth = 0;
  for (auto node = root; node;) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > depth_max) return true;
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return false;
}

void append_text_below(pugi::xml_node root, std::string& text) {
  for (const auto node : root.children()) {
    if (is_text_type(node.type()))
      text += node.value();
    else if (node.type() == pugi::node_element)
      append_text_below(node, text);  // as deep as the limit at most
  }
}

bool declares_anything(const pugi::xml_document& document) {
  for (const auto node : document.children())
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find('[') != std::string_view::npos)
      return true;
  return false;
}

}  // namespace

bool XmlNode::is_element() const {
  return to_pugi(node_).type() == pugi::node_element;
}

bool XmlNode::is_text() const {
  return is_text_type(to_pugi(node_).type());
}

std::string_view XmlNode::name() const {
  return local(to_pugi(node_).name());
}

std::string_view XmlNode::qualified_name() const {
  return to_pugi(node_).name();
}

std::string_view XmlNode::text() const {
  return is_text() ? to_pugi(node_).value() : to_pugi(node_).child_value();
}

std::string XmlNode::all_text() const {
  if (is_text()) return std::string(text());
  std::string text;
  append_text_below(to_pugi(node_), text);
  return text;
}

std::string_view XmlNode::attribute(std::string_view name) const {
  return find_attribute(node_, name).value();
}

bool XmlNode::has_attribute(std::string_view name) const {
  return static_cast<bool>(find_attribute(node_, name));
}

std::string_view XmlNode::prefixed_attribute(std::string_view name) const {
  for (const auto attribute : to_pugi(node_).attributes()) {
    const std::string_view written = attribute.name();
    if (written.size() > name.size() && local(written) == name) return attribute.value();
  }
  return {};
}

std::vector<std::pair<std::string_view, std::string_view>> XmlNode::attributes() const {
  std::vector<std::pair<std::string_view, std::string_view>> list;
  for (const auto attribute : to_pugi(node_).attributes())
    list.emplace_back(local(attribute.name()), attribute.value());
  return list;
}

XmlNode XmlNode::child(std::string_view name) const {
  for (const auto node : to_pugi(node_).children())
    if (node.type() == pugi::node_element && local(node.name()) == name)
      return XmlNode(node.internal_object());
  return {};
}

XmlChildren XmlNode::children() const {
  return XmlChildren(skip_to_content(to_pugi(node_).first_child()));
}

XmlChildren::Iterator& XmlChildren::Iterator::operator++() {
  node_ = skip_to_content(to_pugi(node_).next_sibling());
  return *this;
}

struct XmlDocument::Parsed {
  std::string text;  // the nodes' values lie in it
  pugi::xml_document document;
};

XmlDocument::XmlDocument(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}

XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

XmlNode XmlDocument::root() const {
  return XmlNode(parsed_->document.document_element().internal_object());
}

base::Result<XmlDocument> parse_xml(std::string text, const XmlLimits& limits) {
  if (text.size() > limits.bytes) return fail(ErrorKind::invalid, "xml.too_large");
  auto parsed = std::make_unique<XmlDocument::Parsed>();
  parsed->text = std::move(text);
  const auto result = parsed->document.load_buffer_inplace(
      parsed->text.data(), parsed->text.size(), parse_flags, pugi::encoding_auto);
  if (result.status == pugi::status_out_of_memory) return fail(ErrorKind::invalid, "xml.too_large");
  if (!result)
    return fail(ErrorKind::invalid,
                "xml.syntax",
                {{"problem", result.description()}, {"offset", std::to_string(result.offset)}});
  if (declares_anything(parsed->document)) return fail(ErrorKind::invalid, "xml.entities");
  if (is_deeper(parsed->document.root(), limits.depth))
    return fail(ErrorKind::invalid, "xml.too_deep");
  return XmlDocument(std::move(parsed));
}

XmlWriter::XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

namespace {

void append_escaped(std::string& target, std::string_view value, bool in_attribute) {
  for (const char byte : value) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == '&')
      target += "&amp;";
    else if (byte == '<')
      target += "&lt;";
    else if (byte == '>')
      target += "&gt;";
    else if (byte == '"' && in_attribute)
      target += "&quot;";
    else if (byte == '\r' || (in_attribute && (byte == '\n' || byte == '\t')))
      target += "&#" + std::to_string(code) + ';';
    else if (code >= 0x20 || byte == '\n' || byte == '\t')
      target += byte;
  }
}

}  // namespace

void XmlWriter::open(std::string_view name) {
  end_tag();
  text_ += '<';
  text_ += name;
  open_.emplace_back(name);
  in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  ASSERT(in_tag_);
  text_ += ' ';
  text_ += name;
  text_ += "=\"";
  append_escaped(text_, value, true);
  text_ += '"';
}

void XmlWriter::text(std::string_view value) {
  end_tag();
  append_escaped(text_, value, false);
}

void XmlWriter::close() {
  ASSERT(!open_.empty());
  if (in_tag_) {
    text_ += "/>";
    in_tag_ = false;
  } else {
    text_ += "</" + open_.back() + '>';
  }
  open_.pop_back();
}

void XmlWriter::element(std::string_view name, std::string_view value) {
  open(name);
  text(value);
  close();
}

std::string XmlWriter::release() {
  ASSERT(open_.empty());
  return std::exchange(text_, {});
}

void XmlWriter::end_tag() {
  if (in_tag_) text_ += '>';
  in_tag_ = false;
}

}  // namespace codec
