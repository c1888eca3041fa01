// Observations as tables and as submissions of KoboToolbox and ODK: what becomes of them, and what
// is refused.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "assessment/names.hpp"
#include "ingest/calendar.hpp"
#include "ingest/file_kind.hpp"
#include "ingest/ingest.hpp"
#include "text/unicode.hpp"

namespace {

std::string show(const base::Error& error) {
  std::string shown = error.id;
  for (const auto& [name, value] : error.parameters) shown += " " + name + "=" + value;
  return shown;
}

std::string show(const ingest::ReadSource& read) {
  const auto& source = read.source;
  const auto& observation = *source.observation;
  std::string shown = source.code + "|" + source.date + "|" + source.observer + "|" + source.place +
                      "|" + observation.latitude + "," + observation.longitude + "|" +
                      observation.respondent + "|" +
                      std::string(assessment::format_consent(observation.consent)) + "|";
  for (const auto& photo : observation.photos) shown += photo.path + " ";
  return shown + "|" + read.text;
}

std::string show(const base::Result<std::vector<ingest::ReadSource>>& sources) {
  if (!sources) return show(sources.error());
  std::string shown;
  for (const auto& read : *sources) shown += show(read) + "\n";
  return shown;
}

TEST(ObservationTables, AreReadWithHeadersOfBothLanguages) {
  EXPECT_EQ(show(ingest::read_observations(
                "\xEF\xBB\xBFKode;Tanggal;Waktu;Pengamat;Tempat;Lintang;Bujur;Narasumber;"
                "Persetujuan;Uraian;Foto\r\n"
                "O-1;2026-10-20;9.30;Asesor A;Ruang;-6.2;106.8;Ani;ya;\"=cmd|' /C calc'!A0\";"
                "\"a.jpg, b.jpg\"\r\n"
                "O-2;;;;;;;Budi;tidak;'=1+1;\r\n\r\n",
                "o.csv")),
            "O-1|2026-10-20T09:30|Asesor A|Ruang|-6.2,106.8|Ani|given|a.jpg b.jpg |"
            "=cmd|' /C calc'!A0\n"
            "O-2||||,||refused||=1+1\n");
  const auto english =
      ingest::read_observations("code,date,text\nA,2026-10-20T09:30Z,\"x\x01y\"\n", "o.csv");
  EXPECT_EQ(show(english), "A|2026-10-20T09:30Z|||,||not_asked||xy\n");
}

TEST(ObservationTables, KeepNoNameWithoutConsent) {
  const auto sources =
      ingest::read_observations("code,respondent,consent,text\nA,Ani,,x\nB,Ani,no,x\n", "o.csv");
  ASSERT_TRUE(sources);
  for (const auto& read : *sources) {
    EXPECT_EQ(read.source.observation->respondent, "");
    ASSERT_EQ(read.source.problems.size(), 1U);
    EXPECT_EQ(read.source.problems[0].id, "observations.name_withheld");
  }
}

TEST(ObservationTables, SayWhatIsWrong) {
  struct Case {
    std::string_view csv;
    std::string_view error;
  };

  for (const auto& c : std::vector<Case>{
           {"code,text,warna\na,b,c\n", "observations.unknown_key file=o.csv line=1 key=warna"},
           {"code,text,uraian\na,b,c\n",
            "observations.key_twice file=o.csv line=1 key=uraian other=text"},
           {"code,text,date\na,b\n",
            "observations.row_length file=o.csv line=2 found=2 expected=3"},
           {"code,text\na,x\na,y\n", "observations.duplicate_code file=o.csv line=3 code=a"},
           {"code,text\n,x\n", "observations.missing_key file=o.csv line=2 key=code"},
           {"code,text\na,\" \"\n", "observations.missing_key file=o.csv line=2 key=text"},
           {"code,text\n", "observations.empty file=o.csv"},
           {"code,text\na,\"x\n", "csv.unclosed_quote file=o.csv line=2"},
           {"code,text,latitude,longitude\na,x,91,0\n",
            "observations.bad_coordinates file=o.csv line=2 latitude=91 longitude=0"},
           {"code,text,latitude,longitude\na,x,-6.2,\n",
            "observations.bad_coordinates file=o.csv line=2 latitude=-6.2 longitude="},
           {"code,text,coordinates\na,x,utara\n",
            "observations.bad_coordinates file=o.csv line=2 latitude=utara longitude="},
           {"code,text,latitude,longitude\na,x,1e1,1\n",
            "observations.bad_coordinates file=o.csv line=2 latitude=1e1 longitude=1"},
           {"code,text,consent\na,x,mungkin\n",
            "observations.bad_consent file=o.csv line=2 consent=mungkin"},
           {"code,text,date,time\na,x,2026-10-20,25:00\n",
            "observations.bad_time file=o.csv line=2 time=25:00"},
           {"code,text,time\na,x,10:00\n", "observations.bad_time file=o.csv line=2 time=10:00"},
           {"code,text,date\na,x,2026-02-30\n",
            "observations.bad_date file=o.csv line=2 date=2026-02-30"},
       })
    EXPECT_EQ(show(ingest::read_observations(std::string(c.csv), "o.csv")), c.error) << c.csv;
  const auto large =
      ingest::read_observations("code,text\na," + std::string(10U << 20U, 'x') + "\n", "o.csv");
  EXPECT_EQ(show(large), "csv.cell_too_large file=o.csv line=2");
}

TEST(Submissions, OfKoboToolboxComeInAsCsvAndJson) {
  EXPECT_EQ(show(ingest::read_observations(
                "start,grup/tempat,grup/titik,_grup/titik_latitude,_grup/titik_longitude,"
                "_grup/titik_precision,S/S01_level,S/S01_checks,S/S01_checks/2a,S/S01_checks/2b,"
                "S/S01_note,S/S01_photo,catatan,"
                "_uuid,_submission_time,_submitted_by\n"
                "2026-10-20T09:30:00.000+07:00,Ruang,-6.2 106.8 0 5,-6.2,106.8,5,3,2a 3a,1,0,Baik,"
                "1.jpg,Umum,1a2b3c4d-5e6f,2026-10-20T03:00:00,ani\n",
                "kobo.csv")),
            "KIRIM-1a2b3c4d|2026-10-20T09:30:00+07:00|ani|Ruang|-6.2,106.8||not_asked|1.jpg |"
            "Umum\n\ngrup/titik: -6.2 106.8 0 5\n\nS01: 3 [2a 3a] Baik\n");
  EXPECT_EQ(show(ingest::read_observations(
                R"({"count":1,"results":[{"_id":7,"_uuid":"1a2b3c4d-5e6f","grup/tempat":"Ruang",
      "S/S01_level":"3","warna":"merah","_geolocation":[-6.2,106.8],"_submission_time":
      "2026-10-20T03:00:00","_attachments":[{"filename":"ani/attachments/x/1.jpg","mimetype":
      "image/jpeg"},{"filename":"a/rekaman.mp3","mimetype":"audio/mpeg"}]}]})",
                "kobo.json")),
            "KIRIM-1a2b3c4d|2026-10-20T03:00:00||Ruang|-6.2,106.8||not_asked|1.jpg |"
            "S01: 3\n\nwarna: merah\n");
}

TEST(Submissions, OfOdkCentralComeInAsCsvAndJson) {
  EXPECT_EQ(show(ingest::read_observations(
                "SubmissionDate,umum-tanggal,umum-titik-Latitude,umum-titik-Longitude,"
                "umum-titik-Altitude,umum-pengamat,S-S01_level,meta-instanceID,KEY,SubmitterName\n"
                "2026-10-21T02:30:15.123Z,2026-10-20,-6.2,106.8,0,Ani,3,uuid:1a2b3c4d-5e6f,"
                "uuid:1a2b3c4d-5e6f,Perangkat 1\n",
                "odk.csv")),
            "KIRIM-1a2b3c4d|2026-10-20|Ani||-6.2,106.8||not_asked||S01: 3\n");
  EXPECT_EQ(show(ingest::read_observations(
                R"({"value":[{"__id":"uuid:1a2b3c4d-5e6f","__system":{"submissionDate":
      "2026-10-21T02:30:15.123Z","submitterName":"Ani"},"umum":{"tanggal":"2026-10-20","titik":
      {"type":"Point","coordinates":[106.8,-6.2,0]},"narasumber":"Budi","persetujuan":"yes"},
      "S":{"S01_level":"3","S01_photo":"1.jpg","status":"baik"},"ulang":[{"a":1},{"a":2}],
      "meta":{"instanceID":"uuid:1a2b3c4d-5e6f"}}]})",
                "odk.json")),
            "KIRIM-1a2b3c4d|2026-10-20|Ani||-6.2,106.8|Budi|given|1.jpg |"
            "S01: 3\n\nS/status: baik\n\nulang[1]/a: 1\n\nulang[2]/a: 2\n");
}

TEST(Calendar, KnowsDaysAndTimes) {
  struct Case {
    std::string_view written;
    std::string_view read;
  };

  for (const auto& c : std::vector<Case>{
           {"2026-10-20", "2026-10-20"},
           {"2024-02-29", "2024-02-29"},
           {"2026-02-29", ""},
           {"2026-13-01", ""},
           {"2026-10-20 9:05", "2026-10-20T09:05"},
           {"2026-10-20T09:05:07.5+0700", "2026-10-20T09:05:07+07:00"},
           {"2026-10-20T09:05-03", "2026-10-20T09:05-03:00"},
           {"2026-10-20T24:00", ""},
           {"2026-10-20T09:05+15:00", ""},
           {"2026-10-20T09:05 WIB", ""},
           {"2026-10-20x", ""},
           {"20 Oktober 2026", ""},
           {"", ""},
       })
    EXPECT_EQ(ingest::parse_moment(c.written).value_or(""), c.read) << c.written;
}

TEST(ObservationKinds, AreToldFromTheContent) {
  using ingest::FileKind;
  EXPECT_EQ(ingest::tell_file_kind("kode,uraian\n", "a.txt"), FileKind::observations);
  EXPECT_EQ(ingest::tell_file_kind("a,_uuid\n", "a.txt"), FileKind::observations);
  EXPECT_EQ(ingest::tell_file_kind("[{\"_uuid\":\"a\"}]", "a"), FileKind::observations);
  EXPECT_EQ(ingest::tell_file_kind("nama,nilai\nkode,uraian\n", "a.csv"), FileKind::document);
}

RC_GTEST_PROP(Submissions, AnyBytesEndInSourcesOrAnError, ()) {
  static const std::vector<std::string> pieces{"_uuid",
                                               ",",
                                               "\n",
                                               "\"",
                                               "[",
                                               "]",
                                               "{",
                                               "}",
                                               ":",
                                               "\"_uuid\"",
                                               "\"_geolocation\":[",
                                               "1",
                                               "null",
                                               "\"a_level\"",
                                               "photo",
                                               "\xFF",
                                               "latitude",
                                               "-",
                                               "/"};
  std::string bytes = *rc::gen::element<std::string>("a,_uuid\n", "[{\"_uuid\":\"x\",");
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    bytes += piece;
  const auto sources = ingest::read_observations(bytes, "x");
  if (!sources) return;
  for (const auto& read : *sources)
    RC_ASSERT(text::is_valid_utf8(read.text) && !read.source.code.empty());
}

}  // namespace
