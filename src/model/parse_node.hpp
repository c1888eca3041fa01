// One dimension file to nodes and indicators.
#pragma once

#include "codec/value.hpp"
#include "model/model.hpp"
#include "model/reading.hpp"

namespace model {

/// Adds the node in `value` and everything below it to the model, under `parent`.
void parse_node(Reading& reading, codec::Value& value, int parent, Model& model);

/// Reads interpretation notes and errata under "notes".
std::vector<Note> parse_notes(Reading& reading, codec::Value& mapping);

}  // namespace model
