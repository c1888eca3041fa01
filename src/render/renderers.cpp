// One row for each format.
#include "render/renderers.hpp"

#include <array>

#include "render/html.hpp"
#include "render/markdown.hpp"

namespace render {

namespace {

constexpr std::array renderers = {
    Renderer{"html", ".html", render_html},
    Renderer{"md", ".md", render_markdown},
};

}  // namespace

std::span<const Renderer> list_renderers() {
  return renderers;
}

const Renderer* find_renderer(std::string_view id) {
  for (const auto& renderer : renderers)
    if (renderer.id == id) return &renderer;
  return nullptr;
}

}  // namespace render
