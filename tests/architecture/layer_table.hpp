// SPDX-License-Identifier: Apache-2.0
// Who may know whom. The README quotes this table; layers_test.cpp holds every #include and every CMake target against
// it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace verandah::architecture {

using Names = std::vector<std::string_view>; // not an initializer_list: its words end with the expression that made it

/// A folder that is a CMake target and a namespace; what it may include of ours besides itself.
struct Layer {
    std::string_view folder;
    std::string_view target;
    std::string_view space; ///< Its namespace in verandah.
    Names may_know;
};

/// A library and the folders that may include it. Whatever is not here is the standard library's or the system's.
struct Library {
    std::string_view name;
    Names headers; ///< How its includes begin.
    Names targets; ///< How its CMake targets begin.
    Names folders; ///< Where it may be used.
};

// clang-format off
inline const std::array layers{
    //    folder             target               namespace   may know
    Layer{"shared/domain",   "verandah_domain",   "domain",   {}},
    Layer{"shared/files",    "verandah_files",    "files",    {"shared/domain"}},
    Layer{"shared/vault",    "verandah_vault",    "vault",    {"shared/domain", "shared/files"}},
    Layer{"shared/wire",     "verandah_wire",     "wire",     {"shared/domain", "shared/files"}},
    Layer{"shared/ui",       "verandah_ui",       "ui",       {"shared/domain"}},
    Layer{"kiosk",           "verandah_kiosk",    "kiosk",    {"shared/domain", "shared/files", "shared/vault", "shared/wire", "shared/ui"}},
    Layer{"clinic/store",    "verandah_store",    "store",    {"shared/domain", "shared/files", "shared/vault"}},
    Layer{"clinic/hub",      "verandah_hub",      "hub",      {"shared/domain", "shared/files", "shared/vault", "shared/wire", "clinic/store"}},
    Layer{"clinic/console",  "verandah_console",  "console",  {"shared/domain", "shared/files", "shared/wire", "shared/ui"}},
    Layer{"clinic/reports",  "verandah_reports",  "reports",  {"shared/domain"}},
};

inline const std::array libraries{
    //      name             includes                          targets                          used in
    Library{"libsodium",     {"sodium"},                       {"PkgConfig::sodium"},           {"shared/vault"}},
    Library{"SQLiteCpp",     {"SQLiteCpp/", "sqlite3"},        {"SQLiteCpp", "PkgConfig::sqlite3"}, {"clinic/store"}},
    Library{"nlohmann JSON", {"nlohmann/"},                    {"nlohmann_json"},               {"shared/wire", "clinic/store"}},
    Library{"toml++",        {"toml++/", "toml.hpp"},          {"tomlplusplus"},                {"shared/wire/device_bundle", "clinic/hub/centre", "clinic/hub/clinical", "clinic/hub/authority"}},
    Library{"Boost.Beast",   {"boost/beast", "boost/asio"},    {"Boost::headers"},              {"shared/wire/http"}},
    Library{"Boost.Locale",  {"boost/locale"},                 {"Boost::locale"},               {"shared/ui"}},
    Library{"OpenSSL",       {"openssl/"},                     {"OpenSSL::"},                   {"shared/wire/http", "shared/wire/enrolment", "shared/wire/messages/care", "clinic/hub/authority", "clinic/hub/centre"}},
    Library{"ImGui",         {"imgui", "backends/imgui"},      {"PkgConfig::imgui"},            {"shared/ui"}},
    Library{"SDL",           {"SDL"},                          {"PkgConfig::sdl2"},             {"shared/ui", "clinic/console/sound", "kiosk/devices"}},
    Library{"OpenGL",        {"GL/", "GLES", "EGL/", "SDL_opengl"}, {"PkgConfig::gl"},          {"shared/ui"}},
    Library{"Pango, cairo",  {"pango/", "cairo", "fontconfig/"}, {"PkgConfig::pangocairo"},     {"shared/ui", "clinic/console/paper"}},
    Library{"libpng",        {"png.h"},                        {"PkgConfig::png"},              {"shared/ui"}},
    Library{"libqrencode",   {"qrencode"},                     {"PkgConfig::qrencode"},         {"shared/ui", "clinic/hub/commands"}},
    Library{"espeak-ng",     {"espeak"},                       {"PkgConfig::espeak"},           {"clinic/console/sound", "kiosk/devices"}},
    Library{"CLI11",         {"CLI/"},                         {"CLI11::"},                     {"clinic/hub", "clinic/console", "kiosk", "shared/wire/enrolment"}},
    Library{"spdlog",        {"spdlog/"},                      {"spdlog"},                      {"clinic/hub", "clinic/console", "kiosk"}},
    Library{"fmt",           {"fmt/"},                         {"fmt::"},                       {"shared/files", "shared/vault", "shared/wire", "shared/ui", "kiosk", "clinic"}},
};
// clang-format on

/// A name that says nothing about what is inside (docs: style.md).
inline constexpr std::array<std::string_view, 6> empty_names{"utils", "util", "helpers", "common", "misc", "manager"};

/// A file longer than this has a second subject in it.
inline constexpr std::size_t longest_file = 450;

} // namespace verandah::architecture
