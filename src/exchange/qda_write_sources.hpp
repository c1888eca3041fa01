// Writes sources, notes and transcripts with their selections and codings.
#pragma once

#include <string_view>

#include "exchange/qda_document.hpp"
#include "exchange/qda_project.hpp"

namespace exchange {

/// A source as an element of this name ("TextSource", "Note").
void write_qda_source(QdaDocument& document, std::string_view name, const QdaSource& source);

void write_qda_values(QdaDocument& document, const std::vector<QdaValue>& values);

}  // namespace exchange
