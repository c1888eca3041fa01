// Replays acts of coding.
#include "assessment/codebook.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>

#include "model/model.hpp"

namespace assessment {

namespace {

using base::ErrorKind;
using base::fail;

FreeCode* find_mutable(Codebook& book, std::string_view code) {
  const auto wanted = model::fold_code(code);
  const auto found = std::ranges::find_if(
      book.codes, [&](const FreeCode& one) { return model::fold_code(one.code) == wanted; });
  return found == book.codes.end() ? nullptr : &*found;
}

/// A code that words can be coded to.
base::Result<FreeCode*> require(Codebook& book, const std::string& code) {
  FreeCode* found = find_mutable(book, code);
  if (found == nullptr) {
    std::string known;
    for (const auto& one : book.codes)
      if (one.merged_into.empty()) known.append(known.empty() ? "" : ", ").append(one.code);
    return fail(ErrorKind::not_found, "codes.unknown", {{"code", code}, {"known", known}});
  }
  if (!found->merged_into.empty())
    return fail(
        ErrorKind::invalid, "codes.merged", {{"code", found->code}, {"into", found->merged_into}});
  return found;
}

/// The codings that are meant, each of them in play.
base::Result<std::vector<Coding*>> require_codings(Codebook& book,
                                                   const std::vector<std::string>& ids) {
  std::vector<Coding*> codings;
  codings.reserve(ids.size());
  for (const auto& id : ids) {
    const auto found = std::ranges::find_if(
        book.codings, [&](const Coding& one) { return one.id == id && !one.taken_back; });
    if (found == book.codings.end())
      return fail(ErrorKind::not_found, "codes.coding_unknown", {{"coding", id}});
    codings.push_back(&*found);
  }
  return codings;
}

void put(Coding& coding, const std::string& code) {
  coding.came_through.push_back(std::exchange(coding.code, code));
}

base::Result<void> apply_add(Codebook& book, const CodingAct& act, const std::string& code) {
  if (const FreeCode* found = find_mutable(book, code))
    return fail(ErrorKind::conflict, "codes.exists", {{"code", found->code}});
  book.codes.push_back({code, act.name, act.node, act.memo, act.by, act.at});
  return {};
}

base::Result<void> apply_code(Codebook& book, const CodingAct& act) {
  const FreeCode* wanted = TRY(require(book, act.code));
  for (const auto& id : act.subjects)
    for (Coding& coding : book.codings)
      if (coding.id == id) {
        coding.taken_back = false;
        coding.code = wanted->code;
      }
  return {};
}

base::Result<void> apply_merge(Codebook& book, const CodingAct& act) {
  FreeCode* from = TRY(require(book, act.code));
  FreeCode* into = TRY(require(book, act.target));
  if (from == into) return fail(ErrorKind::invalid, "codes.merge_itself", {{"code", from->code}});
  from->merged_into = into->code;
  into->merged_from.push_back(from->code);
  for (Coding& coding : book.codings)
    if (!coding.taken_back && coding.code == from->code) put(coding, into->code);
  return {};
}

base::Result<void> apply_split(Codebook& book, const CodingAct& act) {
  const FreeCode from = *TRY(require(book, act.code));
  const auto codings = TRY(require_codings(book, act.subjects));
  for (const Coding* coding : codings)
    if (coding->code != from.code)
      return fail(ErrorKind::invalid,
                  "codes.not_in_code",
                  {{"coding", coding->id}, {"code", from.code}, {"now", coding->code}});
  CodingAct made = act;
  made.node = from.node;
  TRY(apply_add(book, made, act.target));
  for (Coding* coding : codings) put(*coding, act.target);
  return {};
}

base::Result<void> apply_move(Codebook& book, const CodingAct& act) {
  const FreeCode* to = TRY(require(book, act.target));
  const auto codings = TRY(require_codings(book, act.subjects));
  for (const Coding* coding : codings)
    if (coding->code == to->code)
      return fail(
          ErrorKind::invalid, "codes.already_there", {{"coding", coding->id}, {"code", to->code}});
  for (Coding* coding : codings) put(*coding, to->code);
  return {};
}

/// The number of the first act that belongs to this one: its own, but for an import.
std::int64_t first_part(const CodingAct& act) {
  std::int64_t first = act.number;
  if (act.kind == ActKind::import)
    std::from_chars(act.target.data(), act.target.data() + act.target.size(), first);
  return first;
}

/// Adds the number of an act, and those of its parts.
void add_parts(const std::vector<CodingAct>& acts,
               std::int64_t number,
               std::set<std::int64_t>& numbers) {
  const auto act = std::ranges::find(acts, number, &CodingAct::number);
  if (act == acts.end()) return;
  const auto first = first_part(*act);
  for (auto part = act + 1; part != acts.begin() && std::prev(part)->number >= first; --part)
    numbers.insert(std::prev(part)->number);
}

base::Result<void> apply_rename(Codebook& book, const CodingAct& act) {
  FreeCode* found = TRY(require(book, act.code));
  found->name = act.name;
  return {};
}

}  // namespace

base::Result<void> apply_act(Codebook& book, const CodingAct& act) {
  switch (act.kind) {
    case ActKind::add:
      return apply_add(book, act, act.code);
    case ActKind::code:
      return apply_code(book, act);
    case ActKind::merge:
      return apply_merge(book, act);
    case ActKind::split:
      return apply_split(book, act);
    case ActKind::move:
      return apply_move(book, act);
    case ActKind::rename:
      return apply_rename(book, act);
    case ActKind::cite:
    case ActKind::decide:
    case ActKind::import:
    case ActKind::undo:
      break;
  }
  return {};
}

ReplayedActs replay_acts(const std::vector<CodingAct>& acts,
                         std::vector<Coding> filed,
                         std::optional<std::int64_t> left_out) {
  ReplayedActs replayed{{{}, std::move(filed)}};
  for (Coding& coding : replayed.book.codings) coding.taken_back = true;
  auto skipped = list_taken_back(acts);
  if (left_out) add_parts(acts, *left_out, skipped);
  for (const auto& act : acts) {
    if (skipped.contains(act.number)) continue;
    auto applied = apply_act(replayed.book, act);
    if (applied) continue;
    replayed.failed_at = act.number;
    replayed.error = std::move(applied.error());
    break;
  }
  return replayed;
}

const FreeCode* find_code(const Codebook& book, std::string_view code) {
  const auto wanted = model::fold_code(code);
  for (const auto& one : book.codes)
    if (model::fold_code(one.code) == wanted) return &one;
  return nullptr;
}

int count_codings(const Codebook& book, std::string_view code) {
  return static_cast<int>(std::ranges::count_if(book.codings, [&](const Coding& coding) {
    return !coding.taken_back && coding.code == code;
  }));
}

std::vector<CodingAct> list_parts(const std::vector<CodingAct>& acts, const CodingAct& act) {
  std::vector<CodingAct> parts;
  std::ranges::copy_if(acts, std::back_inserter(parts), [&](const CodingAct& one) {
    return first_part(act) <= one.number && one.number <= act.number;
  });
  return parts;
}

std::set<std::int64_t> list_taken_back(const std::vector<CodingAct>& acts) {
  std::set<std::int64_t> numbers;
  for (const auto& act : acts)
    if (act.undoes) add_parts(acts, *act.undoes, numbers);
  return numbers;
}

std::set<std::string> list_undone_citations(const std::vector<CodingAct>& acts) {
  const auto taken_back = list_taken_back(acts);
  std::set<std::string> undone;
  for (const auto& act : acts)
    if (act.kind == ActKind::cite && taken_back.contains(act.number))
      undone.insert(act.subjects.begin(), act.subjects.end());
  return undone;
}

}  // namespace assessment
