// Projects for tests: one that uses everything, and archives with whatever a test puts in.
#pragma once

#include <string>
#include <vector>

#include "codec/zip.hpp"
#include "exchange/qda_guid.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

inline std::string test_guid(const std::string& id) {
  return make_guid("test", id);
}

inline QdaItem test_item(const std::string& id) {
  return {test_guid(id), id, "", test_guid("Ani"), "2026-11-24T10:00:00Z", "", ""};
}

inline QdaSource test_text(const std::string& id, std::string words) {
  QdaSource source;
  source.item = test_item(id);
  source.content = std::move(words);
  source.path = "internal://" + source.item.guid + ".txt";
  return source;
}

inline QdaSelection test_selection(const std::string& id, QdaPlace place) {
  QdaSelection selection;
  selection.item = test_item(id);
  selection.place = std::move(place);
  selection.codings.push_back({test_guid("coding of " + id),
                               test_guid("I01"),
                               test_guid("Ani"),
                               "2026-11-24T10:00:00+07:00",
                               {test_guid("memo")}});
  return selection;
}

// Everything that the standard knows, once.
inline QdaProject test_project() {
  QdaProject project;
  project.item = test_item("Proyek <&> \"uji\"");
  project.item.guid.clear();
  project.item.description = "baris 1\nbaris 2";
  project.origin = "Jenjang";
  project.users = {{test_guid("Ani"), "Ani", "a1"}};
  project.codes = {{test_guid("I"), "Dimensi", "", "", false, -1, {}},
                   {test_guid("I01"), "I01", "Apa itu?", "#F00082", true, 0, {test_guid("memo")}},
                   {test_guid("bebas"), "bebas", "", "#abc", true, -1, {}}};
  const std::vector<std::pair<QdaType, std::string>> values = {
      {QdaType::text, " a\nb "},
      {QdaType::boolean, "true"},
      {QdaType::integer, "-3"},
      {QdaType::decimal, "2.50"},
      {QdaType::date, "2026-02-28"},
      {QdaType::date_time, "2026-11-24T10:00:00.5Z"}};
  QdaCase office{test_guid("kantor"), "Dinas", "kabupaten", {test_guid("bebas")}, {}, {}, {}};
  for (const auto& [type, value] : values) {
    project.variables.push_back({test_guid(value), value, "", type});
    office.values.push_back({test_guid(value), type, value});
  }
  office.values.push_back({test_guid("true"), QdaType::text, {}});
  office.sources = {test_guid("teks")};
  office.selections = {test_guid("kutipan")};
  project.cases = {office};

  auto words = test_text("teks", "Kata 𝄞 é pertama.\n\tKata <kedua>.\n");
  words.selections = {test_selection("kutipan", QdaTextPlace{5, 8}),
                      test_selection("titik", QdaTextPlace{3, 3})};
  words.codings = words.selections.front().codings;
  words.codings.front().guid = test_guid("coding of teks");
  words.values = {{test_guid("-3"), QdaType::integer, "7"}};
  project.sources.push_back(words);

  QdaSource pdf;
  pdf.kind = QdaSourceKind::pdf;
  pdf.item = test_item("surat.pdf");
  pdf.content = "%PDF-1.4";
  pdf.path = "internal://" + pdf.item.guid + ".pdf";
  pdf.current_path = "absolute:///arsip/surat.pdf";
  pdf.selections = {test_selection("bidang", QdaAreaPlace{0, 18, 45, 577, 234})};
  auto under = test_text("kata di bawah bidang", "kata\ndi bawah");
  under.path.clear();
  pdf.selections.front().representation = {under};
  auto representation = test_text("wakil", "Isi surat");
  representation.selections = {test_selection("isi", QdaTextPlace{0, 3})};
  pdf.representation = {representation};
  project.sources.push_back(pdf);

  QdaSource picture;
  picture.kind = QdaSourceKind::picture;
  picture.item = test_item("foto.jpg");
  picture.content = "\xFF\xD8";
  picture.path = "internal://" + picture.item.guid + ".jpg";
  picture.selections = {test_selection("sudut", QdaAreaPlace{{}, 0, 1, 2, 3})};
  picture.representation = {test_text("uraian foto", "papan nama")};
  project.sources.push_back(picture);

  QdaSource video;
  video.kind = QdaSourceKind::video;
  video.item = test_item("rapat.mp4");
  video.path = "relative:///rapat.mp4";
  video.selections = {test_selection("detik", QdaTimePlace{100, 2000})};
  auto transcript = test_text("transkrip", "Selamat pagi");
  transcript.sync_points = {{test_guid("awal"), 0, 0}, {test_guid("akhir"), 900, -1}};
  transcript.selections = {
      test_selection("salam", QdaSyncPlace{test_guid("awal"), test_guid("akhir")})};
  video.transcripts = {transcript};
  project.sources.push_back(video);
  auto audio = video;
  audio.kind = QdaSourceKind::audio;
  audio.item = test_item("suara.m4a");
  audio.selections.clear();
  audio.transcripts.clear();
  project.sources.push_back(audio);

  auto memo = test_text("memo", "catatan\n");
  memo.path.clear();
  project.notes = {memo};
  project.links = {{test_guid("kaitan"),
                    "kaitan",
                    QdaDirection::one_way,
                    "#000000",
                    test_guid("memo"),
                    test_guid("kutipan"),
                    {}}};
  project.sets = {{test_guid("himpunan"),
                   "himpunan",
                   "semua",
                   {test_guid("I01")},
                   {test_guid("teks")},
                   {test_guid("memo")}}};
  project.graphs = {{test_guid("jaring"),
                     "jaring",
                     {{test_guid("v1"), test_guid("memo"), "memo", 1, -2, 3, 4, "Oval", "#fff"},
                      {test_guid("v2"), "", "", 1, 2, {}, {}, "", ""}},
                     {{test_guid("e"),
                       "",
                       "",
                       test_guid("v1"),
                       test_guid("v2"),
                       "",
                       QdaDirection::both_ways,
                       "dashed"}}}};
  project.note_refs = {test_guid("memo")};
  return project;
}

// An archive with these files.
inline std::string test_archive(const std::vector<codec::ZipItem>& files) {
  return codec::write_zip(files).value();
}

// A project file around what a test puts into it.
inline std::string test_xml(const std::string& inside) {
  return "<?xml version=\"1.0\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\">" +
         inside + "</Project>";
}

}  // namespace exchange
