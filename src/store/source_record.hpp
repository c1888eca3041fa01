// What is known of a source beside its text: what it says of itself, and the
// revision before it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/record_correction.hpp"
#include "base/result.hpp"
#include "document/record.hpp"
#include "document/signature.hpp"
#include "sql/database.hpp"

namespace store {

base::Result<void> insert_record(sql::Database& database,
                                 const std::string& source_id,
                                 const std::vector<document::RecordEntry>& record);

/// In the order of the fields.
base::Result<std::vector<document::RecordEntry>> load_record(sql::Database& database,
                                                             std::string_view source_id);

base::Result<void> insert_signatures(sql::Database& database,
                                     const std::string& source_id,
                                     const std::vector<document::Signature>& signatures);

/// In the order of the form.
base::Result<std::vector<document::Signature>> load_signatures(sql::Database& database,
                                                               std::string_view source_id);

/// Adds corrections behind those that are there.
base::Result<void> insert_corrections(sql::Database& database,
                                      const std::string& source_id,
                                      const std::vector<assessment::RecordCorrection>& corrections);

/// In the order in which they were made.
base::Result<std::vector<assessment::RecordCorrection>> load_corrections(
    sql::Database& database, std::string_view source_id);

/// Notes that a source revises another one. Conflict "store.revision_exists" where that one has a
/// newer revision already.
base::Result<void> insert_revision(sql::Database& database,
                                   const std::string& source_id,
                                   const std::string& revises);

/// Keeps what tells a document from others of nearly the same wording; nothing for a text without
/// words.
base::Result<void> insert_sketch(sql::Database& database,
                                 const std::string& source_id,
                                 std::string_view text);

/// Code and packed sketch (text/resemblance.hpp) of each document of an organization that has one.
base::Result<std::vector<std::pair<std::string, std::string>>> load_sketches(
    sql::Database& database, const std::string& organization_id);

/// Of each source of an organization that revises another one: the other one's id, by its own.
base::Result<std::map<std::string, std::string>> load_revisions(sql::Database& database,
                                                                const std::string& organization_id);

}  // namespace store
