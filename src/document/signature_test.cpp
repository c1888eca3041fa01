// Of several signatures the worst is what a document's come down to.
#include "document/signature.hpp"

#include <gtest/gtest.h>

namespace {

using document::Signature;
using document::SignatureState;

Signature in_state(SignatureState state, bool covers_all = false) {
  Signature signature;
  signature.state = state;
  signature.covers_all = covers_all;
  return signature;
}

TEST(Signature, OfSeveralTheWorstIsTold) {
  struct Case {
    std::string_view name;
    std::vector<SignatureState> states;
    std::optional<SignatureState> all;
  };

  using enum SignatureState;
  for (const auto& c : std::vector<Case>{
           {"no field", {}, std::nullopt},
           {"nobody signed", {empty, empty}, std::nullopt},
           {"one of two signed", {empty, valid}, valid},
           {"one of two is of another kind", {unchecked, valid}, unchecked},
           {"one of two is damaged", {valid, damaged, unchecked}, damaged},
           {"one of three is broken", {valid, broken, damaged}, broken},
       }) {
    std::vector<Signature> signatures;
    for (const auto state : c.states) signatures.push_back(in_state(state));
    EXPECT_EQ(document::summarize(signatures), c.all) << c.name;
  }
}

TEST(Signature, ALaterOneCoversWhatWasAddedAfterAnEarlierOne) {
  const auto earlier = in_state(SignatureState::valid);
  const auto last = in_state(SignatureState::valid, true);
  EXPECT_TRUE(document::is_extended({earlier}));
  EXPECT_FALSE(document::is_extended({earlier, last}));
  EXPECT_FALSE(document::is_extended({in_state(SignatureState::empty)}));
}

TEST(Signature, StatesKeepTheirNames) {
  for (const auto& [state, name] : document::signature_state_names) {
    EXPECT_EQ(document::name_of(state), name);
    EXPECT_EQ(document::find_signature_state(name), state);
  }
  EXPECT_EQ(document::find_signature_state("signed"), std::nullopt);
}

}  // namespace
