// Makes documents of texts, PDFs, transcripts and descriptions of pictures.
#include "workflow/qda_sources.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/ingest.hpp"
#include "ingest/source_file.hpp"
#include "text/unicode.hpp"

namespace workflow {

namespace {

using base::ErrorKind;
using exchange::QdaSource;
using exchange::QdaSourceKind;

// A code as people say it, from a name: one line, without an ending such as ".docx".
std::string code_of(const exchange::QdaItem& item) {
  constexpr std::int64_t longest = 80;
  constexpr std::array<std::string_view, 10> endings = {
      ".txt", ".docx", ".doc", ".rtf", ".pdf", ".odt", ".md", ".html", ".jpg", ".png"};
  std::string code;
  for (const char32_t character : text::to_code_points(text::normalize(item.name))) {
    const bool is_odd = character < 0x20 || character == 0x7F || character == U'/';
    text::append_utf8(code, is_odd ? U' ' : character);
  }
  for (const auto ending : endings)
    if (text::fold(code).ends_with(ending)) {
      code.erase(code.rfind('.'));
      break;
    }
  code = std::string(text::slice(code, 0, longest));
  const auto begin = code.find_first_not_of(' ');
  if (begin == std::string::npos) return "qda-" + item.guid.substr(0, 8);
  return code.substr(begin, code.find_last_not_of(' ') + 1 - begin);
}

// The title of a source is its description where that is a line, else its name.
std::string title_of(const exchange::QdaItem& item) {
  const bool is_line = !item.description.empty() && item.description.size() < 300 &&
                       item.description.find('\n') == std::string::npos;
  const auto& words = is_line ? item.description : item.name;
  return text::normalize(words.empty() ? code_of(item) : words);
}

ingest::ReadSource read_text(const exchange::CanonicalText& canonical, std::string bytes) {
  ingest::ReadSource read;
  read.source.kind = assessment::SourceKind::document;
  read.source.format = "plain_text";
  read.text = canonical.text();
  read.bytes = std::move(bytes);
  ingest::complete_without_pages(read);
  return read;
}

class Preparation {
 public:
  Preparation(const Context& context, std::vector<QdaFinding>& findings)
      : context_(context), findings_(findings) {}

  base::Result<void> take(const QdaSource& source) {
    if (source.kind == QdaSourceKind::text) {
      take_text(source, source.item);
    } else if (source.kind == QdaSourceKind::pdf && source.content) {
      TRY(take_pdf(source));
    } else {
      take_words_of(source);
    }
    return {};
  }

  std::vector<PreparedSource> release() { return std::move(prepared_); }

 private:
  void note(const QdaSource& source,
            std::string_view what,
            std::string detail,
            std::optional<base::Error> error = {}) {
    findings_.push_back(
        {{std::string(what), source.item.name, std::move(detail), "left_out"}, std::move(error)});
  }

  // `item` is whose name it bears: its own, or that of the picture that it describes.
  void take_text(const QdaSource& text, const exchange::QdaItem& item) {
    if (!text.content || text.content->find_first_not_of(" \t\r\n") == std::string::npos)
      return note(text, "source_without_words", std::to_string(text.selections.size()));
    exchange::CanonicalText canonical(*text.content);
    auto read = read_text(canonical, *text.content);
    name(read.source, item);
    prepared_.push_back({&text, &text, std::move(canonical), std::move(read), *text.content});
  }

  // What is no text itself but may have one beside it.
  void take_words_of(const QdaSource& source) {
    for (const auto& words : source.representation) take_text(words, source.item);
    for (const auto& transcript : source.transcripts) take_text(transcript, transcript.item);
    const auto count = std::to_string(source.selections.size());
    if (source.representation.empty() && source.transcripts.empty())
      note(source, "source_without_words", count);
    else if (!source.selections.empty())
      note(source, "selections_of_media", count);
    if (source.content && source.kind != QdaSourceKind::pdf)
      note(source, "media_not_filed", source.path);
  }

  base::Result<void> take_pdf(const QdaSource& source) {
    auto read = ingest::read_document(*source.content, source.item.name, context_.reading);
    if (!read) {
      if (read.error().kind == ErrorKind::unavailable)
        return base::pass_on(std::move(read.error()));
      note(source, "source_unreadable", source.path, std::move(read.error()));
      take_words_of(source);
      return {};
    }
    const auto* words = source.representation.empty() || !source.representation.front().content
                            ? nullptr
                            : &source.representation.front();
    exchange::CanonicalText canonical(words == nullptr ? "" : *words->content);
    const auto title = std::exchange(read->source.title, {});
    name(read->source, source.item);
    if (source.item.description.empty()) read->source.title = title;
    prepared_.push_back({&source, words, std::move(canonical), *std::move(read), *source.content});
    return {};
  }

  static void name(assessment::Source& source, const exchange::QdaItem& item) {
    source.code = code_of(item);
    source.title = title_of(item);
    source.file_name = ingest::base_name_of(item.name.empty() ? source.code : item.name);
  }

  const Context& context_;
  std::vector<QdaFinding>& findings_;
  std::vector<PreparedSource> prepared_;
};

}  // namespace

base::Result<std::vector<PreparedSource>> prepare_qda_sources(const exchange::QdaProject& project,
                                                              const Context& context,
                                                              std::vector<QdaFinding>& findings) {
  Preparation preparation(context, findings);
  for (const auto& source : project.sources) TRY(preparation.take(source));
  return preparation.release();
}

}  // namespace workflow
