// Names of people and offices: how they are parted.
#include "ingest/person_names.hpp"

#include <gtest/gtest.h>

namespace {

std::string show(const assessment::PersonName& name) {
  return name.given + "|" + name.particle + "|" + name.family + "|" + name.suffix + "|" +
         name.literal;
}

struct Case {
  std::string_view written;
  std::string_view parts;  ///< given, particle, family, suffix, literal
};

TEST(PersonNames, ArePartedAsBibtexPartsThem) {
  for (const auto& c : std::vector<Case>{
           {"Petrus Mursanto", "Petrus||Mursanto||"},
           {"Mursanto, Petrus", "Petrus||Mursanto||"},
           {"Dana Indra Sensuse", "Dana Indra||Sensuse||"},
           {"Ludwig van Beethoven", "Ludwig|van|Beethoven||"},
           {"van Beethoven, Ludwig", "Ludwig|van|Beethoven||"},
           {"Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
            "Charles Louis Xavier Joseph|de la|Vallée Poussin||"},
           {"de la Vallée Poussin, Charles", "Charles|de la|Vallée Poussin||"},
           {"King, Jr., Martin Luther", "Martin Luther||King|Jr.|"},
           {"von Last, III, First", "First|von|Last|III|"},
           {"{Badan Pusat Statistik}", "||||Badan Pusat Statistik"},
           {"{Kementerian PANRB, Republik Indonesia}", "||||Kementerian PANRB, Republik Indonesia"},
           {"{van der Aalst}, Wil", "Wil||van der Aalst||"},
           {"Jens P{\\\"o}ppelbu{\\ss}", "Jens||Pöppelbuß||"},
           {"{\\'E}mile {\\O}rsted", "Émile||Ørsted||"},
           {"Jean-Paul Sartre", "Jean-Paul||Sartre||"},
           {"Sukarno", "||Sukarno||"},
           {"jean de la fontaine", "|jean de la|fontaine||"},
           {"family=Goethe, given=Johann, prefix=von", "Johann|von|Goethe||"},
           {"Tie~Donald~E. Knuth", "Tie Donald E.||Knuth||"},
       })
    EXPECT_EQ(show(ingest::parse_bibtex_name(c.written)), c.parts) << c.written;
}

TEST(PersonNames, ArePartedAsRisPartsThem) {
  for (const auto& c : std::vector<Case>{
           {"Becker, Jörg", "Jörg||Becker||"},
           {"van der Aalst, W.M.P.", "W.M.P.|van der|Aalst||"},
           {"King, Martin Luther, Jr.", "Martin Luther||King|Jr.|"},
           {"Badan Pusat Statistik", "||||Badan Pusat Statistik"},
           {"Sukarno,", "||||Sukarno"},
           {" Becker ,  J. ", "J.||Becker||"},
           {"", "||||"},
       })
    EXPECT_EQ(show(ingest::parse_ris_name(c.written)), c.parts) << c.written;
}

TEST(PersonNames, AreSplitAtAnd) {
  EXPECT_EQ(ingest::split_names("A and B {and} C  and\n{D and E}"),
            (std::vector<std::string>{"A", "B {and} C", "{D and E}"}));
  EXPECT_EQ(ingest::split_names("Sandy Anderson AND B"),
            (std::vector<std::string>{"Sandy Anderson", "B"}));
  EXPECT_TRUE(ingest::split_names("").empty());
}

}  // namespace
