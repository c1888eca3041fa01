// Names files, and takes the fingerprints of sources that have no pages.
#include "ingest/source_file.hpp"

#include "base/digest.hpp"
#include "ingest/passages.hpp"
#include "text/unicode.hpp"

namespace ingest {

std::string base_name_of(std::string_view file_name) {
  const auto name = file_name.substr(file_name.find_last_of("/\\") + 1);
  return text::normalize(text::replace_controls(name, "_", text::Breaks::replaced));
}

tl::unexpected<base::Error> fail_in_file(base::Error error, std::string_view file_name) {
  error.parameters.emplace(error.parameters.begin(), "file", base_name_of(file_name));
  return base::pass_on(std::move(error));
}

void complete_without_pages(ReadSource& read) {
  auto& source = read.source;
  source.digest = base::sha256(read.bytes);
  source.text_digest = base::sha256(read.text);
  source.size = static_cast<std::int64_t>(read.bytes.size());
  read.pages.push_back({0, 0, 0, {0, text::count_code_points(read.text)}, {}});
  read.passages = find_passages(read.text, read.pages);
}

}  // namespace ingest
