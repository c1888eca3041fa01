// The shapes of a slide or of its notes page.
#pragma once

#include <string>
#include <vector>

#include "codec/xml.hpp"
#include "extract/block_text.hpp"

namespace extract {

/// What was met among the shapes and is not part of the text itself.
struct ShapeFindings {
  std::string title;                  ///< of the slide, on one line
  std::vector<std::string> diagrams;  ///< ids of relationships to the data of diagrams
  int hidden_shapes = 0;              ///< with words, and left out
};

/// Appends the words of all shapes below a slide's root: titles first, then the rest in the file's
/// order. Page numbers, dates, footers and pictures have none.
ShapeFindings read_shapes(codec::XmlNode slide, BlockText& target);

/// Appends every paragraph below a node, such as the data of a diagram.
void read_paragraphs(codec::XmlNode parent, BlockText& target);

}  // namespace extract
