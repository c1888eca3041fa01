// Works out from what is filed which printing is still to be done, and does it.
#include "workflow/print_sources.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/format.hpp"
#include "ingest/print_document.hpp"

namespace workflow {

namespace {

using assessment::Source;
using base::ErrorKind;
using base::fail;
using document::PrintEvent;

constexpr int attempts_max = 3;

std::optional<document::Format> find_office_format(const Source& source) {
  const auto format = document::find_format(source.format);
  return format && document::is_office_format(*format) ? format : std::nullopt;
}

PrintJob describe(const Source& source, const std::vector<document::PrintAttempt>& attempts) {
  PrintJob job{source.code, PrintState::waiting, 0, {}, {}};
  int abrupt = 0;
  for (const auto& attempt : attempts) {
    job.at = attempt.at;
    job.reason = attempt.reason;
    if (attempt.event == PrintEvent::started) ++job.attempts;
    abrupt = attempt.event == PrintEvent::started ? abrupt + 1 : 0;
    job.state = attempt.event == PrintEvent::done     ? PrintState::done
                : attempt.event == PrintEvent::failed ? PrintState::failed
                                                      : PrintState::waiting;
  }
  if (abrupt >= attempts_max) {
    job.state = PrintState::failed;
    job.reason = "print.ended_abruptly";
  }
  return job;
}

struct Waiting {
  Source source;
  document::Format format;
};

base::Result<std::vector<Waiting>> find_waiting(Workspace& workspace, const PrintRequest& request) {
  std::vector<Waiting> waiting;
  bool known = request.source.empty();
  for (auto& source : TRY(workspace.store.load_sources(workspace.assessment.id))) {
    if (!request.source.empty() && source.code != request.source) continue;
    known = true;
    const auto format = find_office_format(source);
    if (!format && !request.source.empty())
      return fail(ErrorKind::invalid, "print.no_office_file", {{"source", source.code}});
    if (!format) continue;
    const auto job = describe(source, TRY(workspace.store.load_print_attempts(source.id)));
    if (job.state == PrintState::waiting || (job.state == PrintState::failed && request.again))
      waiting.push_back({std::move(source), *format});
  }
  if (!known) return fail(ErrorKind::not_found, "source.unknown", {{"source", request.source}});
  return waiting;
}

base::Result<PrintJob> print(Workspace& workspace, const Waiting& one, const Context& context) {
  auto& store = workspace.store;
  const auto& id = one.source.id;
  const auto bytes = TRY(store.load_bytes(id));
  TRY(store.add_print_attempt(id, {PrintEvent::started, context.clock(), {}}));
  const auto pdf = ingest::print_document(bytes, one.format, context.reading);
  if (!pdf && pdf.error().kind != ErrorKind::invalid) return base::pass_on(pdf.error());
  const auto record = [&]() -> base::Result<void> {
    const auto now = context.clock();
    if (!pdf) return store.add_print_attempt(id, {PrintEvent::failed, now, pdf.error().id});
    TRY(store.save_print_view(id, *pdf, now));
    return store.add_print_attempt(id, {PrintEvent::done, now, {}});
  };
  TRY(store.in_transaction(record));
  return describe(one.source, TRY(store.load_print_attempts(id)));
}

}  // namespace

base::Result<std::vector<PrintJob>> list_print_jobs(Workspace& workspace) {
  std::vector<PrintJob> jobs;
  for (const auto& source : TRY(workspace.store.load_sources(workspace.assessment.id)))
    if (find_office_format(source))
      jobs.push_back(describe(source, TRY(workspace.store.load_print_attempts(source.id))));
  return jobs;
}

base::Result<std::vector<PrintJob>> run_print_jobs(
    Workspace& workspace,
    const PrintRequest& request,
    const Context& context,
    const std::function<void(const PrintProgress&)>& progress) {
  const auto waiting = TRY(find_waiting(workspace, request));
  if (!waiting.empty() && !ingest::can_print(context.reading))
    return fail(ErrorKind::unavailable, "print.no_office");
  std::vector<PrintJob> done;
  for (const auto& one : waiting) {
    progress({one.source.code, done.size() + 1, waiting.size()});
    done.push_back(TRY(print(workspace, one, context)));
  }
  return done;
}

}  // namespace workflow
