// jenjang page: the text of one page as it is kept, where its words stand, and a picture of it.
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "report/ocr_note.hpp"
#include "workflow/draw_page.hpp"
#include "workflow/read_page.hpp"

namespace cli {

namespace {

using codec::Value;
using workflow::Access;

Value describe_words(const std::vector<document::Word>& words) {
  Value list = Value::of_sequence();
  for (const auto& word : words) {
    Value one = Value::of_sequence(
        {Value::of_integer(word.range.begin), Value::of_integer(word.range.end)});
    for (const double length : {word.box.left, word.box.top, word.box.right, word.box.bottom})
      one.items.push_back(describe_real(length));
    list.items.push_back(std::move(one));
  }
  return list;
}

Value describe_page(const std::string& source, const workflow::KeptPage& kept) {
  Value one = Value::of_mapping();
  one.add("source", Value::of_text(source));
  one.add("page", kept.page.number > 0 ? Value::of_integer(kept.page.number) : Value());
  one.add("width", describe_real(kept.page.width));
  one.add("height", describe_real(kept.page.height));
  one.add("begin", Value::of_integer(kept.page.range.begin));
  one.add("end", Value::of_integer(kept.page.range.end));
  one.add("text", Value::of_text(kept.page.text));
  one.add("words", describe_words(kept.words));
  one.add("ocr", kept.ocr ? describe_ocr(*kept.ocr) : Value());
  one.add("other_layer", kept.other_text ? Value::of_text(*kept.other_text) : Value());
  return one;
}

void say_how_it_was_read(Console& console, const workflow::KeptPage& kept) {
  if (!kept.ocr) return;
  console.say("cli.page.note", {{"note", report::say_ocr(console.catalog(), *kept.ocr)}});
  if (kept.ocr->known_share && kept.ocr->layer_known_share)
    console.say("cli.page.shares",
                {{"ocr", report::format_percent(*kept.ocr->known_share)},
                 {"layer", report::format_percent(*kept.ocr->layer_known_share)}});
}

int draw_page(Console& console, workflow::Workspace& workspace, const Words& words) {
  const workflow::DrawRequest request{
      words.word("--source"), words.number("--page").value_or(0), words.word("--quote")};
  const auto drawn = workflow::draw_page(workspace, request, console.context());
  if (!drawn) return console.fail(drawn.error());
  console.say("cli.page.marked", {{"count", std::to_string(drawn->marked)}});
  return write_out(console, words.word("--picture"), drawn->png);
}

int run_page(Console& console, const Words& words) {
  auto workspace = open(words, Access::read);
  if (!workspace) return console.fail(workspace.error());
  if (words.has("--picture")) return draw_page(console, *workspace, words);
  const auto source = words.word("--source");
  const auto kept = workflow::read_page(*workspace, source, words.number("--page").value_or(0));
  if (!kept) return console.fail(kept.error());
  if (words.has("--json")) {
    console.print_json(describe_page(source, *kept));
    return exit_ok;
  }
  if (words.has("--other-layer") && !kept->other_text) {
    console.say("cli.page.one_layer");
    return exit_not_found;
  }
  console.print(words.has("--other-layer") ? *kept->other_text : kept->page.text);
  say_how_it_was_read(console, *kept);
  return exit_ok;
}

}  // namespace

Command page_command() {
  return {"page",
          {{"WORKSPACE", Shape::word, Need::required, {}},
           {"--source", Shape::word, Need::required, {}},
           {"--page", Shape::number, Need::optional, {}},
           {"--other-layer", Shape::flag, Need::optional, {}},
           {"--picture", Shape::word, Need::optional, {}},
           {"--quote", Shape::word, Need::optional, {}},
           {"--json", Shape::flag, Need::optional, {}},
           {"--assessment", Shape::word, Need::optional, {}}},
          run_page};
}

}  // namespace cli
