// Parses with Gumbo as browsers do and walks the tree. The one door to Gumbo.
#include "extract/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <gumbo.h>

#include "extract/block_text.hpp"
#include "extract/html_head.hpp"
#include "extract/list_number.hpp"
#include "extract/memory_arena.hpp"
#include "extract/plain_text.hpp"

namespace extract {

namespace {

constexpr std::string_view blanks = " \t\n\r\f";
constexpr std::size_t memory_max = std::size_t{256} << 20U;
constexpr int depth_max = 600;  // browsers stop at 512

template <std::size_t size>
using Tags = std::array<GumboTag, size>;

constexpr Tags<18> unseen = {GUMBO_TAG_SCRIPT,
                             GUMBO_TAG_STYLE,
                             GUMBO_TAG_TEMPLATE,
                             GUMBO_TAG_NOSCRIPT,
                             GUMBO_TAG_IFRAME,
                             GUMBO_TAG_OBJECT,
                             GUMBO_TAG_EMBED,
                             GUMBO_TAG_APPLET,
                             GUMBO_TAG_CANVAS,
                             GUMBO_TAG_AUDIO,
                             GUMBO_TAG_VIDEO,
                             GUMBO_TAG_DATALIST,
                             GUMBO_TAG_SVG,
                             GUMBO_TAG_NOFRAMES,
                             GUMBO_TAG_NOEMBED,
                             GUMBO_TAG_HEAD,
                             GUMBO_TAG_TITLE,
                             GUMBO_TAG_RP};

constexpr Tags<42> blocks = {
    GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_H1,         GUMBO_TAG_H2,
    GUMBO_TAG_H3,      GUMBO_TAG_H4,         GUMBO_TAG_H5,         GUMBO_TAG_H6,
    GUMBO_TAG_UL,      GUMBO_TAG_OL,         GUMBO_TAG_LI,         GUMBO_TAG_DL,
    GUMBO_TAG_DT,      GUMBO_TAG_DD,         GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,      GUMBO_TAG_SECTION,
    GUMBO_TAG_NAV,     GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER,     GUMBO_TAG_MAIN,
    GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FORM,       GUMBO_TAG_FIELDSET,
    GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,    GUMBO_TAG_CENTER,     GUMBO_TAG_TR,
    GUMBO_TAG_TD,      GUMBO_TAG_TH,         GUMBO_TAG_CAPTION,    GUMBO_TAG_LEGEND,
    GUMBO_TAG_HGROUP,  GUMBO_TAG_DIR,        GUMBO_TAG_MENU,       GUMBO_TAG_HR,
    GUMBO_TAG_OPTION,  GUMBO_TAG_TABLE};

template <std::size_t size>
bool is_one_of(const Tags<size>& tags, GumboTag tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::vector<const GumboNode*> children_of(const GumboNode& node) {
  std::vector<const GumboNode*> children;
  if (!is_element(node)) return children;
  const auto& list = node.v.element.children;
  children.reserve(list.length);
  for (unsigned i = 0; i < list.length; ++i)
    children.push_back(static_cast<const GumboNode*>(list.data[i]));
  return children;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const auto* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

// By its attribute or its own style; what style sheets say is not known.
bool is_hidden(const GumboNode& node) {
  if (has_attribute(node, "hidden")) return true;
  std::string style;
  for (const char byte : attribute(node, "style"))
    if (blanks.find(byte) == std::string_view::npos)
      style += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

bool holds_table(const GumboNode& node, int depth) {
  if (depth > depth_max) return false;
  return std::ranges::any_of(children_of(node), [&](const GumboNode* child) {
    return tag_of(*child) == GUMBO_TAG_TABLE || holds_table(*child, depth + 1);
  });
}

NumberStyle number_style_of(const GumboNode& list) {
  const auto type = attribute(list, "type");
  if (type == "a") return NumberStyle::lower_letter;
  if (type == "A") return NumberStyle::upper_letter;
  if (type == "i") return NumberStyle::lower_roman;
  return type == "I" ? NumberStyle::upper_roman : NumberStyle::decimal;
}

struct HtmlTally {
  int hidden_words = 0;
  int changes = 0;  // marked insertions and deletions
  bool is_too_deep = false;
  std::string heading;  // the first one
};

// Writes the words of a part of the tree; white space is one space, as browsers have it.
class HtmlStory {
 public:
  HtmlStory(BlockText& target, HtmlTally& tally, int depth)
      : target_(target), tally_(tally), depth_(depth) {}

  void read_children(const GumboNode& node) {
    if (depth_ >= depth_max) {
      tally_.is_too_deep = true;
      return;
    }
    ++depth_;
    for (const auto* child : children_of(node)) read(*child);
    --depth_;
  }

 private:
  void read(const GumboNode& node) {
    if (target_.is_full() || tally_.is_too_deep) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
        node.type == GUMBO_NODE_CDATA)
      return add_words(node.v.text.text);
    if (!is_element(node) || is_one_of(unseen, tag_of(node))) return;
    if (is_hidden(node)) return count_hidden(node);
    const bool is_deleted = tag_of(node) == GUMBO_TAG_DEL;
    if (is_deleted || tag_of(node) == GUMBO_TAG_INS) ++tally_.changes;
    if (is_deleted) return;
    read_element(node);
  }

  void read_element(const GumboNode& node) {
    const auto tag = tag_of(node);
    if (tag == GUMBO_TAG_BR) return break_line();
    if (tag == GUMBO_TAG_TABLE) return read_table(node);
    if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) return read_list(node);
    const bool is_block = is_one_of(blocks, tag);
    if (is_block) end_block();
    const bool was_preformatted =
        std::exchange(is_preformatted_, is_preformatted_ || tag == GUMBO_TAG_PRE);
    read_children(node);
    is_preformatted_ = was_preformatted;
    if (is_block) end_block();
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 && tally_.heading.empty())
      tally_.heading = read_apart(node);
  }

  void add_words(std::string_view words) {
    if (is_preformatted_) return add_lines(words);
    while (!words.empty()) {
      const auto begin = words.find_first_not_of(blanks);
      needs_space_ = needs_space_ || begin != 0;
      if (begin == std::string_view::npos) return;
      words.remove_prefix(begin);
      const auto word = words.substr(0, words.find_first_of(blanks));
      if (needs_space_ && has_words_ && !begins_line_) target_.add(" ");
      target_.add(word);
      has_words_ = true;
      begins_line_ = false;
      needs_space_ = false;
      words.remove_prefix(word.size());
    }
  }

  void add_lines(std::string_view words) {
    while (!words.empty()) {
      const auto line = words.substr(0, words.find('\n'));
      target_.add(line);
      has_words_ = has_words_ || !line.empty();
      if (line.size() < words.size()) break_line();
      words.remove_prefix(std::min(line.size() + 1, words.size()));
    }
  }

  void break_line() {
    if (has_words_) target_.add_line_break();
    begins_line_ = true;
    needs_space_ = false;
  }

  void end_block() {
    if (has_words_) target_.end_block();
    has_words_ = false;
    begins_line_ = false;
    needs_space_ = false;
  }

  void count_hidden(const GumboNode& node) {
    if (!read_apart(node).empty()) ++tally_.hidden_words;
  }

  // The words of a node on one line.
  std::string read_apart(const GumboNode& node) {
    BlockText apart;
    HtmlTally ignored;
    ignored.heading = "-";
    HtmlStory story(apart, ignored, depth_);
    story.read_children(node);
    return flatten(apart.release());
  }

  void read_list(const GumboNode& list) {
    end_block();
    const bool is_ordered = tag_of(list) == GUMBO_TAG_OL;
    int number = read_number(attribute(list, "start")).value_or(1);
    ++depth_;
    for (const auto* child : children_of(list)) {
      if (tag_of(*child) != GUMBO_TAG_LI || is_hidden(*child)) {
        read(*child);
        continue;
      }
      number = read_number(attribute(*child, "value")).value_or(number);
      end_block();
      mark_ = is_ordered ? format_list_number(number++, number_style_of(list)) + ". " : "• ";
      read_item(*child);
    }
    --depth_;
    end_block();
  }

  // The mark stands before the first words; an item without words has none.
  void read_item(const GumboNode& item) {
    const auto mark = std::exchange(mark_, {});
    if (read_apart(item).empty()) return;
    target_.add(mark);
    read_children(item);
    end_block();
  }

  void read_table(const GumboNode& table) {
    end_block();
    const bool is_layout = attribute(table, "role") == "presentation" || holds_table(table, depth_);
    if (is_layout) {
      read_children(table);
    } else {
      std::vector<int> open;
      read_rows(table, open);
      target_.end_block();
    }
    end_block();
  }

  // `open`: for each place in a row, how many rows a cell above reaches down to.
  void read_rows(const GumboNode& parent, std::vector<int>& open) {
    for (const auto* child : children_of(parent)) {
      const auto tag = tag_of(*child);
      if (!is_element(*child) || target_.is_full()) continue;
      if (is_hidden(*child))
        count_hidden(*child);
      else if (tag == GUMBO_TAG_TR)
        read_row(*child, open);
      else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT)
        read_rows(*child, open);
      else
        read(*child);
    }
  }

  void read_row(const GumboNode& row, std::vector<int>& open) {
    constexpr int rows_max = 1'000;
    std::vector<std::string> cells;
    const auto pass_open = [&] {
      while (cells.size() < open.size() && open[cells.size()] > 0) {
        --open[cells.size()];
        cells.emplace_back();
      }
    };
    for (const auto* child : children_of(row)) {
      if (tag_of(*child) != GUMBO_TAG_TD && tag_of(*child) != GUMBO_TAG_TH) continue;
      pass_open();
      const int reaches =
          std::clamp(read_number(attribute(*child, "rowspan")).value_or(1), 1, rows_max);
      if (cells.size() >= open.size()) open.resize(cells.size() + 1);
      open[cells.size()] = reaches - 1;
      if (is_hidden(*child)) count_hidden(*child);
      cells.push_back(is_hidden(*child) ? std::string() : read_cell(*child));
    }
    pass_open();
    target_.add_row(cells);
  }

  std::string read_cell(const GumboNode& cell) {
    BlockText text;
    HtmlStory story(text, tally_, depth_);
    story.read_children(cell);
    return text.release();
  }

  BlockText& target_;
  HtmlTally& tally_;
  int depth_;
  std::string mark_;
  bool has_words_ = false;    // since the last block
  bool begins_line_ = false;  // behind a break
  bool needs_space_ = false;  // before the next words
  bool is_preformatted_ = false;
};

const GumboNode* find_child(const GumboNode& node, GumboTag tag) {
  for (const auto* child : children_of(node))
    if (tag_of(*child) == tag) return child;
  return nullptr;
}

std::string find_title(const GumboNode& root) {
  const auto* head = find_child(root, GUMBO_TAG_HEAD);
  const auto* title = head == nullptr ? nullptr : find_child(*head, GUMBO_TAG_TITLE);
  std::string words;
  if (title == nullptr) return words;
  for (const auto* child : children_of(*title))
    if (!is_element(*child)) words += child->v.text.text;
  return flatten(words);
}

base::Result<FoundText> walk(const GumboNode& root) {
  FoundText found;
  found.format = document::Format::html;
  BlockText text;
  HtmlTally tally;
  if (const auto* body = find_child(root, GUMBO_TAG_BODY)) {
    HtmlStory story(text, tally, 0);
    story.read_children(*body);
  }
  if (tally.is_too_deep) return base::fail(base::ErrorKind::invalid, "reading.unsafe");
  found.title = find_title(root);
  if (found.title.empty()) found.title = tally.heading;
  found.pages.push_back({document::Page{}, text.release()});
  add_count(found.problems, "reading.tracked_changes", tally.changes);
  add_count(found.problems, "reading.hidden_text", tally.hidden_words);
  return found;
}

void* allocate(void* arena, std::size_t size) {
  return static_cast<MemoryArena*>(arena)->allocate(size);
}

void keep(void* /*arena*/, void* /*piece*/) {}

}  // namespace

bool recognizes_html(std::string_view bytes) {
  if (begins_as_html(bytes)) return true;
  if (bytes.size() < 2 || bytes.find('\0') == std::string_view::npos) return false;
  const auto decoded = decode_bytes(bytes);  // UTF-16
  return decoded && begins_as_html(decoded->text);
}

base::Result<FoundText> read_html(std::string_view bytes) {
  const auto decoded = decode_text(bytes, find_declared_encoding(bytes));
  if (!decoded) return base::fail(base::ErrorKind::invalid, "reading.unknown_format");
  // Gumbo gives its tree back by recursion, as deep as a stranger likes; the arena does not.
  MemoryArena arena(memory_max);
  auto options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena;
  options.max_errors = 0;
  const auto* output =
      gumbo_parse_with_options(&options, decoded->text.data(), decoded->text.size());
  auto found = TRY(walk(*output->root));
  add_encoding_note(*decoded, found.problems);
  return found;
}

std::optional<Failure> extract_html(std::string_view bytes) {
  return write_found(read_html(bytes));
}

}  // namespace extract
