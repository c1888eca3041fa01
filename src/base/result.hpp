// How a step says that it failed: a kind to act on, a message id to translate, and its parameters.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace base {

/// Why something failed, in the few kinds that a caller can act on.
enum class ErrorKind {
  invalid,      ///< content that breaks a rule: a file, a value, a model
  not_found,    ///< the named thing is absent
  conflict,     ///< it is in use, or was changed meanwhile
  forbidden,    ///< denied, or read-only
  unsupported,  ///< a foreign, newer or damaged workspace
  unavailable,  ///< disk full, a helper or a database cannot be reached
  internal,     ///< a promise broken by us
};

/// A named value inside a message, already formatted as text.
using Parameter = std::pair<std::string, std::string>;

/// A failure: its kind, the id of its sentence in locales/, and what the sentence is about.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string id;
  std::vector<Parameter> parameters;

  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning an Error from a function whose return type is a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind,
                                                std::string id,
                                                std::vector<Parameter> parameters = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(id), std::move(parameters)});
}

/// Passes an existing error on to the caller.
[[nodiscard]] inline tl::unexpected<Error> pass_on(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

namespace detail {

template <typename T>
T take(Result<T>&& result) {
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace detail

}  // namespace base

/// The value of a Result, or an early return of its error. Not nested, never a reference.
#define TRY(expression)                                                     \
  __extension__({                                                           \
    auto try_result = (expression);                                         \
    if (!try_result) return ::base::pass_on(std::move(try_result.error())); \
    ::base::detail::take(std::move(try_result));                            \
  })
