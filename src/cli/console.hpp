// Speaks with a person at a terminal: data on stdout, messages on stderr, in their language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/value.hpp"
#include "model/model.hpp"
#include "report/report.hpp"
#include "text/format.hpp"
#include "text/message.hpp"
#include "workflow/context.hpp"

namespace cli {

/// The contract's exit codes (docs/guide/exit-codes.md).
enum ExitCode : int {
  exit_ok = 0,
  exit_failure = 1,
  exit_usage = 2,
  exit_invalid = 3,
  exit_not_found = 4,
  exit_denied = 5,
  exit_conflict = 6,
  exit_unavailable = 7,
  exit_damaged = 8,
};

int to_exit_code(base::ErrorKind kind);

class Console {
 public:
  Console(text::Catalog catalog, workflow::Context context);

  [[nodiscard]] const workflow::Context& context() const { return context_; }

  [[nodiscard]] const text::Catalog& catalog() const { return catalog_; }

  [[nodiscard]] model::Language language() const;
  [[nodiscard]] text::Locale locale() const;

  [[nodiscard]] std::string sentence(
      std::string_view key, const std::vector<text::MessageParameter>& parameters = {}) const;

  /// A line of data on stdout.
  void print(std::string_view line);
  /// Bytes on stdout as they are.
  void print_bytes(std::string_view bytes);
  void print_json(const codec::Value& value);
  /// A table with aligned columns on stdout; columns given in `right` are flush right.
  void print_table(const std::vector<std::string>& head,
                   const std::vector<std::vector<std::string>>& rows,
                   const std::vector<bool>& right = {});
  /// The same with the sentences of these keys as its head.
  void print_listing(const std::vector<std::string_view>& head_keys,
                     const std::vector<std::vector<std::string>>& rows,
                     const std::vector<bool>& right = {});
  /// Composed blocks as plain text on stdout.
  void print_blocks(const std::vector<report::Block>& blocks);

  /// A sentence on stderr.
  void say(std::string_view key, const std::vector<text::MessageParameter>& parameters = {});
  /// A line on stderr that the next one replaces; only where stderr is a terminal.
  void show_progress(std::string_view line);
  void end_progress();

  /// Says why something failed on stderr and gives the exit code for it.
  int fail(const base::Error& error);
  int fail_usage(std::string_view key, const std::vector<text::MessageParameter>& parameters = {});

 private:
  // A sentence on one line, whatever its parameters hold.
  [[nodiscard]] std::string tell(std::string_view key,
                                 const std::vector<text::MessageParameter>& parameters) const;

  text::Catalog catalog_;
  workflow::Context context_;
  bool progress_shown_ = false;
};

}  // namespace cli
