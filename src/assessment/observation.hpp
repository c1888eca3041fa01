// What an observation or an interview says beyond its words: with whom, exactly where, whether the
// person agreed, and which pictures were taken.
#pragma once

#include <string>
#include <vector>

namespace assessment {

/// Whether the person who was spoken with agreed to be named.
enum class Consent { not_asked, given, refused };

/// A picture that an observation names. Its digest is empty where the file was not beside it.
struct Photo {
  std::string path;    ///< as the observation names it
  std::string digest;  ///< SHA-256 of the file

  bool operator==(const Photo&) const = default;
};

/// The particulars of an observation. What was not recorded is empty.
struct Observation {
  std::string observer_role;
  std::string latitude;   ///< decimal degrees as written, -90 to 90
  std::string longitude;  ///< decimal degrees as written, -180 to 180
  std::string respondent_role;
  std::string respondent;  ///< a name, kept only where consent is given
  Consent consent = Consent::not_asked;
  std::vector<Photo> photos;

  bool operator==(const Observation&) const = default;
};

}  // namespace assessment
