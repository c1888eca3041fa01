// jenjang backup, restore, verify, doctor: care for what was filed.
#include "cli/command.hpp"
#include "cli/shared.hpp"
#include "workflow/check_installation.hpp"
#include "workflow/keep_workspace.hpp"

namespace cli {

namespace {

int run_backup(Console& console, const Words& words) {
  const auto done = workflow::back_up(words.word("WORKSPACE"), words.word("FILE"));
  if (!done) return console.fail(done.error());
  console.say("cli.backup.done", {{"file", words.word("FILE")}});
  return exit_ok;
}

int run_restore(Console& console, const Words& words) {
  const auto done = workflow::restore(words.word("FILE"), words.word("WORKSPACE"));
  if (!done) return console.fail(done.error());
  console.say("cli.restore.done", {{"file", words.word("WORKSPACE")}});
  return exit_ok;
}

int run_verify(Console& console, const Words& words) {
  const auto damages = workflow::verify(words.word("WORKSPACE"));
  if (!damages) return console.fail(damages.error());
  for (const auto& [id, subject] : *damages)
    console.print(console.sentence(id, {{"subject", subject}}));
  console.say(damages->empty() ? "cli.verify.sound" : "cli.verify.damaged",
              {{"file", words.word("WORKSPACE")}, {"count", std::to_string(damages->size())}});
  return damages->empty() ? exit_ok : exit_damaged;
}

int run_doctor(Console& console, const Words& /*words*/) {
  bool good = true;
  for (const auto& finding : workflow::check_installation(console.context())) {
    console.print((finding.good ? "✓ " : "✗ ") +
                  console.sentence(finding.id, {{"detail", finding.detail}}));
    good = good && finding.good;
  }
  console.say(good ? "cli.doctor.good" : "cli.doctor.bad");
  return good ? exit_ok : exit_unavailable;
}

}  // namespace

Command backup_command() {
  return {
      "backup",
      {{"WORKSPACE", Shape::word, Need::required, {}}, {"FILE", Shape::word, Need::required, {}}},
      run_backup};
}

Command restore_command() {
  return {
      "restore",
      {{"FILE", Shape::word, Need::required, {}}, {"WORKSPACE", Shape::word, Need::required, {}}},
      run_restore};
}

Command verify_command() {
  return {"verify", {{"WORKSPACE", Shape::word, Need::required, {}}}, run_verify};
}

Command doctor_command() {
  return {"doctor", {}, run_doctor};
}

}  // namespace cli
