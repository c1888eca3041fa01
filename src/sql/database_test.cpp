// Statements, transactions and migrations behave the same whatever the order of parameters or the
// point of failure.
#include "sql/database.hpp"

#include <filesystem>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <stdlib.h>

#include "base/contract.hpp"
#include "base/temporary_folder.hpp"
#include "sql/migrate.hpp"
#include "sql/rows.hpp"
#include "sql/sqlite.hpp"

namespace {

using sql::Cell;
using sql::Migration;
using sql::Row;

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest() {
    database = std::move(*sql::open_sqlite(folder.path() + "/a.db", {sql::SqliteMode::create, 7}));
  }

  std::vector<Row> ask(std::string_view statement, std::initializer_list<Cell> cells = {}) {
    auto rows = database->query(statement, cells);
    EXPECT_TRUE(rows) << rows.error().id << ": " << statement;
    return rows ? *rows : std::vector<Row>();
  }

  void run(std::string_view script) {
    const auto done = database->execute_script(script);
    EXPECT_TRUE(done) << done.error().id << ": " << script;
  }

  std::int64_t count(std::string_view table) {
    return sql::to_integer(ask("SELECT COUNT(*) FROM " + std::string(table)).at(0).at(0)).value();
  }

  base::TemporaryFolder folder{"jenjang-sql"};
  std::unique_ptr<sql::Database> database;
};

TEST_F(DatabaseTest, BindsParametersByTheirNumber) {
  const std::string a = "a";
  const std::string b = "b";
  const std::string c = "c";
  EXPECT_EQ(ask("SELECT $2, $1", {a, b}), (std::vector<Row>{{b, a}}));
  EXPECT_EQ(ask("SELECT $3, $1, $3, $2", {a, b, c}), (std::vector<Row>{{c, a, c, b}}));
  EXPECT_THROW(ask("SELECT $2", {a}), base::BrokenContract) << "a cell is missing";
  EXPECT_THROW(ask("SELECT $1", {a, b}), base::BrokenContract) << "a cell is left over";
  EXPECT_THROW(ask("SELECT ?1", {a}), base::BrokenContract);
  EXPECT_THROW(ask("SELECT 1; SELECT 2"), base::BrokenContract) << "one statement at a time";
}

TEST_F(DatabaseTest, EveryKindOfCellComesBack) {
  run("CREATE TABLE cells (integer INTEGER, real REAL, text TEXT, blob BLOB, absent TEXT) STRICT");
  const std::vector<Row> rows = {
      {std::int64_t{-1}, 0.1, std::string("é\0x", 4), sql::Blob{std::string("\0\xff", 2)}, Cell{}},
      {std::numeric_limits<std::int64_t>::min(), 1e300, std::string(), sql::Blob{}, Cell{}}};
  ASSERT_TRUE(database->execute_many("INSERT INTO cells VALUES ($1, $2, $3, $4, $5)", rows));
  EXPECT_EQ(ask("SELECT * FROM cells"), rows);
  sql::RowReader reader(rows[0]);
  EXPECT_EQ(reader.integer(), -1);
  EXPECT_EQ(reader.real(), 0.1);
  EXPECT_EQ(reader.text().size(), 4U);
  EXPECT_EQ(reader.text(), std::string("\0\xff", 2));
  EXPECT_EQ(reader.optional_text(), std::nullopt);
  EXPECT_THROW(reader.text(), base::BrokenContract);
}

TEST_F(DatabaseTest, AnyTextAndNumberComesBack) {
  run("CREATE TABLE pairs (number INTEGER, text TEXT) STRICT");
  rc::check("round trip of a text and a number", [&](const std::string& text, std::int64_t number) {
    const auto back = ask("INSERT INTO pairs (text, number) VALUES ($2, $1) RETURNING text, number",
                          {number, text});
    RC_ASSERT(back == std::vector<Row>({{text, number}}));
  });
}

TEST_F(DatabaseTest, BrokenRulesAreToldApart) {
  run("CREATE TABLE a (id TEXT PRIMARY KEY, n INTEGER CHECK (n > 0), UNIQUE (n)) STRICT;"
      "CREATE TABLE b (a TEXT NOT NULL REFERENCES a (id)) STRICT;"
      "INSERT INTO a VALUES ('x', 1)");

  struct Case {
    const char* statement;
    const char* id;
  };

  for (const auto& c : std::vector<Case>{
           {"INSERT INTO a VALUES ('x', 2)", "store.already_there"},
           {"INSERT INTO a VALUES ('y', 1)", "store.already_there"},
           {"INSERT INTO a VALUES ('y', 0)", "store.rule_broken"},
           {"INSERT INTO b VALUES ('nobody')", "store.rule_broken"},
           {"INSERT INTO b VALUES (NULL)", "store.rule_broken"},
           {"SELECT * FROM nowhere", "store.statement_failed"},
       }) {
    const auto done = database->query(c.statement, {});
    ASSERT_FALSE(done) << c.statement;
    EXPECT_EQ(done.error().id, c.id) << c.statement;
  }
}

TEST_F(DatabaseTest, AFailedTransactionLeavesNothing) {
  run("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
  const auto stop = base::fail(base::ErrorKind::invalid, "test.stop");
  const auto insert_and_stop = [&]() -> base::Result<void> {
    run("INSERT INTO t VALUES (1)");
    return stop;
  };
  EXPECT_FALSE(sql::in_transaction(*database, insert_and_stop));
  EXPECT_EQ(count("t"), 0);
  EXPECT_FALSE(database->is_in_transaction());
  EXPECT_THROW(static_cast<void>(sql::in_transaction(*database,
                                                     [&]() -> base::Result<void> {
                                                       run("INSERT INTO t VALUES (1)");
                                                       throw std::runtime_error("broken");
                                                     })),
               std::runtime_error);
  EXPECT_EQ(count("t"), 0);
  EXPECT_TRUE(sql::in_transaction(*database, [&]() -> base::Result<void> {
    run("INSERT INTO t VALUES (2)");
    EXPECT_FALSE(sql::in_transaction(*database, insert_and_stop));
    return {};
  }));
  EXPECT_EQ(ask("SELECT n FROM t"), (std::vector<Row>{{std::int64_t{2}}}));
}

TEST_F(DatabaseTest, ManyRowsInOneStatementFailTogether) {
  run("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
  const std::vector<Row> rows = {{std::int64_t{1}}, {std::int64_t{2}}, {std::int64_t{1}}};
  EXPECT_FALSE(sql::in_transaction(
      *database, [&] { return database->execute_many("INSERT INTO t VALUES ($1)", rows); }));
  EXPECT_EQ(count("t"), 0);
}

TEST_F(DatabaseTest, MigrationsAreAppliedOnceAndInOrder) {
  const Migration first = {
      1, "0001_a.sql", "CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);"};
  const Migration second = {3, "0003_b.sql", "INSERT INTO a VALUES (2);"};
  EXPECT_TRUE(sql::migrate(*database, {first}));
  EXPECT_TRUE(sql::migrate(*database, {first, second}));
  EXPECT_TRUE(sql::migrate(*database, {first, second}));
  EXPECT_EQ(count("a"), 2);

  const auto older_program = sql::migrate(*database, {first});
  ASSERT_FALSE(older_program);
  EXPECT_EQ(
      older_program.error(),
      (base::Error{
          base::ErrorKind::unsupported, "store.newer_version", {{"found", "3"}, {"known", "1"}}}));
  const auto changed = sql::migrate(*database, {{1, "0001_a.sql", "SELECT 1;"}, second});
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().id, "store.migration_changed");
}

TEST_F(DatabaseTest, AFailedMigrationLeavesNothingOfItself) {
  const Migration good = {1, "good", "CREATE TABLE a (n INTEGER);"};
  const Migration bad = {2, "bad", "CREATE TABLE b (n INTEGER); INSERT INTO nowhere VALUES (1);"};
  EXPECT_FALSE(sql::migrate(*database, {good, bad}));
  EXPECT_EQ(count("a"), 0);
  EXPECT_FALSE(database->query("SELECT * FROM b", {}));
  EXPECT_EQ(count("applied_migrations"), 1);
  EXPECT_TRUE(sql::migrate(*database, {good, {2, "mended", "CREATE TABLE b (n INTEGER);"}}));
  EXPECT_EQ(count("b"), 0);
}

}  // namespace
