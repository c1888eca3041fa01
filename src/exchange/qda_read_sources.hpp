// Reads sources, notes and transcripts with their selections and codings.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exchange/qda_archive.hpp"
#include "exchange/qda_element.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

/// The values of variables below a case or a source.
std::vector<QdaValue> read_qda_values(QdaElement& parent);

/// A source of this kind; notes and representations are texts. Error: zip.too_large.
base::Result<QdaSource> read_qda_source(QdaElement& element,
                                        QdaSourceKind kind,
                                        QdaArchive& archive);

}  // namespace exchange
