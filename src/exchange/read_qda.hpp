// Reads a .qdpx file of any tool: what it says, and where it departs from the standard.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/xml.hpp"
#include "codec/zip.hpp"
#include "exchange/qda_deviation.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

struct QdaLimits {
  codec::ZipLimits zip;
  codec::XmlLimits xml;
};

struct QdaReading {
  QdaProject project;
  std::vector<QdaDeviation> deviations;
};

/// Reads a project. What departs from the standard and can still be understood is no error but a
/// deviation; nothing is left out without one. Errors (invalid): those of codec::open_zip and
/// codec::parse_xml; qda.no_project, qda.two_projects (first, second), qda.twins (name),
/// qda.not_project (element).
base::Result<QdaReading> read_qda_project(std::string_view bytes, const QdaLimits& limits = {});

}  // namespace exchange
