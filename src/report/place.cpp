// Chooses the steps that a citation names and joins them in the catalogue's way.
#include "report/place.hpp"

#include <algorithm>

namespace report {

namespace {

using document::Locator;
using document::LocatorStep;
using document::UnitKind;

bool holds(const Locator& locator, UnitKind kind) {
  return std::ranges::find(locator, kind, &LocatorStep::kind) != locator.end();
}

// The steps that a reader needs in order to find the place.
Locator choose_steps(const Locator& locator) {
  const bool by_article = holds(locator, UnitKind::article);
  Locator steps;
  for (auto step = locator.begin(); step != locator.end(); ++step) {
    const bool above = step->kind == UnitKind::chapter || step->kind == UnitKind::part ||
                       step->kind == UnitKind::section;
    const bool outer_heading =
        step->kind == UnitKind::heading &&
        std::find_if(step + 1, locator.end(), [](const LocatorStep& further) {
          return further.kind == UnitKind::heading;
        }) != locator.end();
    if ((!by_article || !above) && !outer_heading) steps.push_back(*step);
  }
  return steps;
}

std::string say_step(const text::Catalog& catalog, const LocatorStep& step) {
  const std::string kind(document::name_of(step.kind));
  if (step.label.empty()) return catalog.say("place.alone." + kind);
  return catalog.say("place.unit." + kind, {{"label", step.label}});
}

std::string join(const text::Catalog& catalog, const std::string& outer, const std::string& inner) {
  if (outer.empty()) return inner;
  return catalog.say("place.within", {{"outer", outer}, {"inner", inner}});
}

std::string say_steps(const text::Catalog& catalog, const Locator& steps) {
  std::string unit;
  for (const auto& step : steps) unit = join(catalog, unit, say_step(catalog, step));
  return unit;
}

}  // namespace

std::string format_unit(const text::Catalog& catalog, const Locator& locator) {
  const auto steps = choose_steps(locator);
  const auto amended = std::ranges::find(steps, UnitKind::amended, &LocatorStep::kind);
  auto outer = say_steps(catalog, {steps.begin(), amended});
  if (amended == steps.end()) return outer;
  auto inner = say_steps(catalog, {amended, steps.end()});
  if (outer.empty()) return inner;
  return catalog.say("place.amended", {{"outer", outer}, {"inner", inner}});
}

std::string format_place(const text::Catalog& catalog,
                         const Locator& locator,
                         int first_page,
                         int last_page) {
  auto unit = format_unit(catalog, locator);
  const bool names_page = holds(locator, UnitKind::sheet) || holds(locator, UnitKind::slide);
  if (first_page == 0 || names_page) return unit;
  const auto first = std::to_string(first_page);
  const auto last = std::to_string(last_page);
  auto pages = last_page > first_page
                   ? catalog.say("place.pages", {{"first", first}, {"last", last}})
                   : catalog.say("place.page", {{"page", first}});
  if (unit.empty()) return pages;
  return catalog.say("place.on_page", {{"unit", unit}, {"pages", pages}});
}

}  // namespace report
