// The HTML page: well formed, links that lead somewhere, hostile text as text, no request to
// anywhere.
#include "render/html.hpp"

#include <regex>
#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include "render/sample_report.hpp"

namespace render {
namespace {

const std::set<std::string> void_elements = {"meta", "br", "hr", "img", "link", "input"};

/// The page without its style sheet, which is long: std::regex recurses once per character.
std::string without_style(std::string page) {
  constexpr std::string_view end_tag = "</style>";
  const auto begin = page.find("<style>");
  const auto end = page.find(end_tag);
  if (begin != std::string::npos && end != std::string::npos)
    page.erase(begin, end + end_tag.size() - begin);
  return page;
}

/// The first breach of form in a page, or nothing: tags in balance, ids once each, links that find
/// their id.
std::string find_fault(const std::string& page) {
  const std::regex tag(
      R"re(<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z0-9:-]+(?:="[^"<]*")?)*)\s*(/?)>)re");
  const std::string body = without_style(page);
  std::vector<std::string> open;
  std::set<std::string> ids;
  std::vector<std::string> links;
  std::size_t tags = 0;
  for (auto it = std::sregex_iterator(body.begin(), body.end(), tag); it != std::sregex_iterator();
       ++it, ++tags) {
    const std::string name = (*it)[2];
    const std::string attributes = (*it)[3];
    std::smatch found;
    if (std::regex_search(attributes, found, std::regex(R"re(\sid="([^"]*)")re")) &&
        !ids.insert(found[1]).second)
      return "id twice: " + found[1].str();
    if (std::regex_search(attributes, found, std::regex(R"re(href="([^"]*)")re")))
      links.push_back(found[1]);
    if (std::regex_search(attributes, found, std::regex(R"re(aria-labelledby="([^" ]*))re")))
      links.push_back("#" + found[1].str());
    if ((*it)[1] == "/") {
      if (open.empty() || open.back() != name)
        return "closes " + name + " in " + (open.empty() ? "nothing" : open.back());
      open.pop_back();
    } else if ((*it)[4] != "/" && !void_elements.contains(name)) {
      open.push_back(name);
    }
  }
  if (!open.empty()) return "left open: " + open.back();
  for (const auto& link : links)
    if (!link.starts_with('#') || !ids.contains(link.substr(1))) return "leads nowhere: " + link;
  const auto brackets = static_cast<std::size_t>(std::count(body.begin(), body.end(), '<'));
  return brackets == tags + 1 ? "" : "a bracket that is no tag";  // one for the doctype
}

TEST(HtmlCheck, FindsWhatIsWrong) {
  EXPECT_EQ(find_fault("<!DOCTYPE html><p id=\"a\">x</p><a href=\"#a\">y</a>"), "");
  for (const auto* page : {"<!DOCTYPE html><p>x",
                           "<!DOCTYPE html><p><b>x</p></b>",
                           "<!DOCTYPE html><i id=\"a\"></i><b id=\"a\"></b>",
                           "<!DOCTYPE html><a href=\"#b\">x</a>",
                           "<!DOCTYPE html><a href=\"https://x\">x</a>",
                           "<!DOCTYPE html>1 < 2"})
    EXPECT_NE(find_fault(page), "") << page;
}

TEST(Html, IsWellFormedAndLeadsSomewhere) {
  EXPECT_EQ(find_fault(render_html(make_sample_report())), "");
  EXPECT_EQ(find_fault(render_html(make_hostile_report())), "");
  EXPECT_EQ(find_fault(render_html(report::Report{})), "");
}

TEST(Html, KeepsHostileTextAsText) {
  const std::string page = render_html(make_hostile_report());
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("onload=\""), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
  EXPECT_NE(page.find("&quot; onload=&quot;"), std::string::npos);
}

TEST(Html, AsksNothingOfAnyone) {
  const std::string page = render_html(make_sample_report());
  for (const auto* request :
       {"<script", "<link", "<img", "@import", "url(http", "src=", "href=\"http"})
    EXPECT_EQ(page.find(request), std::string::npos) << request;
  EXPECT_NE(page.find("https://example.org/a?b=1&amp;c=2"), std::string::npos)
      << "an address is shown as text";
}

TEST(Html, SaysWhatEachPartIs) {
  const std::string page = render_html(make_sample_report());
  for (const auto* part :
       {"<html lang=\"en\">",
        "<title>Results – Office</title>",
        "class=\"skip\" href=\"#report\">Skip<",
        "<h1>Results</h1>",
        "<h2 id=\"summary-title\">Summary</h2>",
        "<h3 id=\"indicator-S01-title\">S01</h3>",
        "<th scope=\"col\" class=\"right\">Level</th>",
        "<th scope=\"row\"><a href=\"#indicator-S01\">S01</a><small>small print</small></th>",
        "aria-hidden=\"true\">✗</span>&nbsp;missing",
        "<blockquote lang=\"id\"><p>kutipan</p>",
        "class=\"quote against\"",
        "role=\"img\"",
        "<caption id=\"table-1\">Levels</caption>",
        "<dd class=\"figure\">2.64</dd>",
        "<p class=\"notice\">Fictional</p>",
        "<ol>\n<li><strong>Lead</strong>: first</li>",
        "<details><summary>Indicators</summary>",
        "@page { size: A4"})
    EXPECT_NE(page.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace render
