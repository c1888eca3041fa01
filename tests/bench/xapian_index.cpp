// The one door to libxapian, for measuring only.
#include "xapian_index.hpp"

#include <xapian.h>

namespace bench {

struct XapianIndex::Inner {
  Xapian::WritableDatabase database;
  Xapian::Stem stemmer;
};

XapianIndex::XapianIndex(const std::string& folder, const std::string& stemmer)
    : inner_(new Inner{folder.empty()
                           ? Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY)
                           : Xapian::WritableDatabase(folder, Xapian::DB_CREATE),
                       Xapian::Stem(stemmer)}) {}

XapianIndex::~XapianIndex() = default;

void XapianIndex::add(const std::vector<std::string>& passages) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(inner_->stemmer);
  for (const auto& passage : passages) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(passage);
    generator.increase_termpos();
    inner_->database.add_document(document);
  }
  inner_->database.commit();
}

std::vector<std::size_t> XapianIndex::search(const std::string& words,
                                             bool all,
                                             std::size_t limit) {
  Xapian::QueryParser parser;
  parser.set_stemmer(inner_->stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
  parser.set_database(inner_->database);
  Xapian::Enquire enquire(inner_->database);
  enquire.set_query(parser.parse_query(words, 0));
  std::vector<std::size_t> best;
  const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  for (auto match = matches.begin(); match != matches.end(); ++match) best.push_back(*match - 1);
  return best;
}

}  // namespace bench
