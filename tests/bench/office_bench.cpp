// Benchmarks of reading: large office files through the program that reads them.
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "codec/zip.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> words = {
    "layanan", "data", "aset", "jaringan", "keamanan", "informasi", "dinas", "laporan"};

std::string phrase(std::size_t seed, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    // Words must not repeat in a short period: real texts do not, and what is packed a hundred
    // times smaller is refused as a bomb. The mixing is that of splitmix64.
    std::uint64_t mixed = (seed * 64 + i + 1) * 0x9E37'79B9'7F4A'7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D0'49BB'1331'11EBU;
    text += words.at((mixed >> 31U) % words.size());
  }
  return text;
}

/// An office file of one type and how much XML it holds.
struct OfficeFile {
  std::string bytes;
  std::size_t xml_bytes = 0;
};

OfficeFile pack(std::string_view type, std::vector<codec::ZipItem> parts) {
  OfficeFile file;
  for (const auto& part : parts) file.xml_bytes += part.bytes.size();
  parts.push_back(
      {"[Content_Types].xml",
       fmt::format("<Types><Override PartName='/a/main.xml' ContentType='{}.main+xml'/></Types>",
                   type)});
  parts.push_back({"_rels/.rels",
                   "<Relationships><Relationship Id='1' Type='http://x/officeDocument' "
                   "Target='a/main.xml'/></Relationships>"});
  auto bytes = codec::write_zip(parts);
  if (!bytes) std::abort();
  file.bytes = *std::move(bytes);
  return file;
}

/// 60,000 rows of twelve cells: shared strings, numbers and dates.
OfficeFile make_workbook() {
  std::string strings = "<sst>";
  for (std::size_t i = 0; i < 20'000; ++i) strings += "<si><t>" + phrase(i, 4) + "</t></si>";
  std::string sheet = "<worksheet><sheetData>";
  for (int row = 1; row <= 60'000; ++row) {
    sheet += fmt::format("<row r=\"{}\" spans=\"1:12\">", row);
    for (int column = 0; column < 12; column += 3)
      sheet += fmt::format(
          "<c r=\"{0}{3}\" s=\"0\" t=\"s\"><v>{4}</v></c><c r=\"{1}{3}\" s=\"1\"><v>{5}.25</v></c>"
          "<c r=\"{2}{3}\" s=\"2\"><v>{6}</v></c>",
          static_cast<char>('A' + column),
          static_cast<char>('B' + column),
          static_cast<char>('C' + column),
          row,
          row * 7 % 20'000,
          row * 31,
          45'000 + row % 900);
    sheet += "</row>";
  }
  return pack(
      "spreadsheetml.sheet",
      {{"a/main.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='1'/></sheets></workbook>"},
       {"a/_rels/main.xml.rels",
        "<Relationships><Relationship Id='1' Type='http://x/worksheet' Target='s.xml'/>"
        "<Relationship Id='2' Type='http://x/sharedStrings' Target='t.xml'/><Relationship Id='3' "
        "Type='http://x/styles' Target='f.xml'/></Relationships>"},
       {"a/s.xml", sheet + "</sheetData></worksheet>"},
       {"a/t.xml", strings + "</sst>"},
       {"a/f.xml",
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='4'/><xf numFmtId='14'/>"
        "</cellXfs></styleSheet>"}});
}

/// 30,000 paragraphs of two runs with properties.
OfficeFile make_document() {
  std::string body;
  for (std::size_t i = 0; i < 30'000; ++i)
    body +=
        "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:spacing "
        "w:after=\"120\"/></w:pPr><w:r><w:rPr><w:sz "
        "w:val=\"22\"/></w:rPr><w:t xml:space=\"preserve\">" +
        phrase(i, 25) + " </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>" + phrase(i + 1, 8) +
        ".</w:t></w:r></w:p>";
  return pack(
      "wordprocessingml.document",
      {{"a/main.xml", "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>"}});
}

/// Gives the file to the reader, output to nowhere; bytes are those of the XML inside.
void read_file(benchmark::State& state, const OfficeFile& file) {
  const auto path =
      (fs::temp_directory_path() / ("jenjang-bench-" + std::to_string(::getpid()) + ".bin"))
          .string();
  if (auto* target = std::fopen(path.c_str(), "wb")) {
    std::fwrite(file.bytes.data(), 1, file.bytes.size(), target);
    std::fclose(target);
  }
  std::string program = JENJANG_EXTRACT_PROGRAM;
  const std::array<char*, 2> argv = {program.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, path.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  for (auto _ : state) {
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
      state.SkipWithError("the reader failed");
      break;
    }
  }
  posix_spawn_file_actions_destroy(&actions);
  fs::remove(path);
  state.SetBytesProcessed(static_cast<std::int64_t>(file.xml_bytes) *
                          static_cast<std::int64_t>(state.iterations()));
}

void read_workbook(benchmark::State& state) {
  read_file(state, make_workbook());
}

void read_word_document(benchmark::State& state) {
  read_file(state, make_document());
}

// Target 30 MB of XML a second, the start of the process included.
BENCHMARK(read_workbook)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(read_word_document)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
