// A person's word counts over what was read, and either can be seen.
#include "assessment/record_correction.hpp"

#include <gtest/gtest.h>

namespace {

using assessment::derive_record;
using assessment::RecordCorrection;
using document::RecordEntry;
using document::RecordField;

const std::vector<RecordEntry> found = {{RecordField::kind, "Peraturan Menteri"},
                                        {RecordField::number, "60", {{1, {5, 7}}}}};

TEST(DeriveRecord, LaysTheLatestCorrectionOverWhatWasFound) {
  struct Case {
    std::string_view name;
    std::vector<RecordCorrection> corrections;
    std::string number;
    std::string by;  // of the correction that counts
  };

  for (const auto& c : std::vector<Case>{
           {"nobody said anything", {}, "60", ""},
           {"one correction", {{RecordField::number, "59", "", "ani", ""}}, "59", "ani"},
           {"a later one",
            {{RecordField::number, "58", "", "ani", ""},
             {RecordField::number, "59", "", "budi", ""}},
            "59",
            "budi"},
           {"taken back",
            {{RecordField::number, "58", "", "ani", ""}, {RecordField::number, "", "", "budi", ""}},
            "60",
            ""},
           {"of another field", {{RecordField::date, "2020-09-02", "", "ani", ""}}, "60", ""},
       }) {
    const auto record = derive_record(found, c.corrections);
    EXPECT_EQ(assessment::find_value(record, RecordField::number), c.number) << c.name;
    ASSERT_GE(record.size(), 2U) << c.name;
    EXPECT_EQ(record[1].found, found[1]) << c.name;
    EXPECT_EQ(record[1].correction ? record[1].correction->by : "", c.by) << c.name;
  }
}

TEST(DeriveRecord, HasNoFieldOfWhichNobodySaidAnything) {
  const auto record = derive_record({},
                                    {{RecordField::date, "2020-09-02", "", "ani", ""},
                                     {RecordField::year, "2020", "", "ani", ""},
                                     {RecordField::year, "", "", "ani", ""}});
  ASSERT_EQ(record.size(), 1U);
  EXPECT_EQ(record[0].field, RecordField::date);
  EXPECT_FALSE(record[0].found);
}

}  // namespace
