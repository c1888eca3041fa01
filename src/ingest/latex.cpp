// LaTeX in a bibliography as plain text: accents become letters, the rest loses its commands.
#include "ingest/latex.hpp"

#include <array>
#include <utility>

#include "text/unicode.hpp"

namespace ingest {

namespace {

// Accents by the sign or letter of their command, as combining marks.
constexpr std::array<std::pair<char, char32_t>, 15> accents = {{
    {'`', 0x300},
    {'\'', 0x301},
    {'^', 0x302},
    {'~', 0x303},
    {'=', 0x304},
    {'u', 0x306},
    {'.', 0x307},
    {'"', 0x308},
    {'r', 0x30A},
    {'H', 0x30B},
    {'v', 0x30C},
    {'d', 0x323},
    {'c', 0x327},
    {'k', 0x328},
    {'b', 0x331},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 74> commands = {{
    {"ss", "ß"},
    {"SS", "ẞ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquotesingle", "'"},
    {"textquotedbl", "\""},
    {"quotedblbase", "„"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"copyright", "©"},
    {"textcopyright", "©"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textdegree", "°"},
    {"pounds", "£"},
    {"textsterling", "£"},
    {"euro", "€"},
    {"texteuro", "€"},
    {"S", "§"},
    {"P", "¶"},
    {"textsection", "§"},
    {"textexclamdown", "¡"},
    {"textquestiondown", "¿"},
    {"times", "×"},
    {"pm", "±"},
    {"sim", "~"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"pi", "π"},
    {"sigma", "σ"},
    {"omega", "ω"},
    {"LaTeX", "LaTeX"},
    {"TeX", "TeX"},
    {"BibTeX", "BibTeX"},
}};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

class Reader {
 public:
  explicit Reader(std::string_view value) : rest_(value) {}

  std::string read_all() {
    while (!rest_.empty()) read_next();
    return collapse(text::normalize(plain_));
  }

 private:
  void read_next() {
    const char byte = rest_.front();
    if (byte == '\\') return read_command();
    if (take("---")) return add("—");
    if (take("--")) return add("–");
    if (take("``")) return add("“");
    if (take("''")) return add("”");
    if (take("?`")) return add("¿");
    if (take("!`")) return add("¡");
    rest_.remove_prefix(1);
    if (byte == '~') return add(" ");
    if (byte != '{' && byte != '}' && byte != '$') plain_ += byte;
  }

  void read_command() {
    rest_.remove_prefix(1);
    if (rest_.empty()) return;
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    const auto name = rest_.substr(0, length == 0 ? 1 : length);
    rest_.remove_prefix(name.size());
    if (name.size() == 1)
      for (const auto& [sign, mark] : accents)
        if (sign == name.front()) return read_accented(mark);
    if (length == 0) return add_sign(name.front());
    for (const auto& [known, character] : commands)
      if (known == name) {
        add(character);
        break;
      }
    skip_space();  // the space behind a command's name belongs to it
  }

  // The letter under an accent: e, {e}, \i or {\i}.
  void read_accented(char32_t mark) {
    skip_space();
    while (take("{")) {
    }
    take("\\");
    if (!rest_.empty() && rest_.front() != '}') {
      const auto letter = text::slice(rest_, 0, 1);
      add(letter);
      rest_.remove_prefix(letter.size());
      text::append_utf8(plain_, mark);
    }
    take("}");
  }

  // \\ and \ are spaces, \- \/ and \, leave nothing behind; other signs stand for themselves.
  void add_sign(char sign) {
    if (sign == '\\' || sign == ' ' || sign == '\n' || sign == '\t') return add(" ");
    if (std::string_view("-/,!;:@").find(sign) == std::string_view::npos) plain_ += sign;
  }

  void skip_space() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  bool take(std::string_view head) {
    if (!rest_.starts_with(head)) return false;
    rest_.remove_prefix(head.size());
    return true;
  }

  void add(std::string_view words) { plain_ += words; }

  static std::string collapse(std::string_view text) {
    std::string collapsed;
    for (const char byte : text) {
      const bool space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
      if (!space)
        collapsed += byte;
      else if (!collapsed.empty() && collapsed.back() != ' ')
        collapsed += ' ';
    }
    if (collapsed.ends_with(' ')) collapsed.pop_back();
    return collapsed;
  }

  std::string_view rest_;
  std::string plain_;
};

}  // namespace

std::string plain_text(std::string_view value) {
  return Reader(value).read_all();
}

std::string plain_address(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> spelled = {{
      {"\\textasciitilde", "~"},
      {"\\textunderscore", "_"},
      {"\\textless", "<"},
      {"\\textgreater", ">"},
      {"\\url", ""},
  }};
  std::string plain;
  while (!value.empty()) {
    std::string_view taken = value.substr(0, 1);
    std::string_view put = taken;
    for (const auto& [command, sign] : spelled)
      if (value.starts_with(command)) {
        taken = command;
        put = sign;
      }
    constexpr std::string_view dropped = "{}\\ \t\r\n";
    if (taken.size() == 1 && dropped.find(taken.front()) != std::string_view::npos) put = {};
    plain += put;
    value.remove_prefix(taken.size());
  }
  return plain;
}

}  // namespace ingest
