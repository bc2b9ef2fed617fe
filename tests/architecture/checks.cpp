// SPDX-License-Identifier: Apache-2.0
// How each check reads the sources.
#include "tests/architecture/checks.hpp"

#include "tests/architecture/layer_table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

namespace verandah::architecture {

namespace {

struct Include {
    enum class Kind { ours, library };
    std::size_t line; ///< From 1.
    Kind kind;
    std::string path;
};

std::vector<Include> includes_of(const SourceFile& file)
{
    static const std::regex directive{R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"};
    std::vector<Include> includes;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
        std::smatch match;
        if (std::regex_search(file.lines[line], match, directive)) {
            includes.push_back({line + 1, match[1] == "<" ? Include::Kind::library : Include::Kind::ours, match[2]});
        }
    }
    return includes;
}

std::string at(const SourceFile& file, std::size_t line, const std::string& what)
{
    return file.path + ":" + std::to_string(line) + ": " + what;
}

bool is_cmake(const SourceFile& file)
{
    return file.path.ends_with("CMakeLists.txt");
}

const Layer* layer_of(std::string_view path)
{
    const auto layer = std::ranges::find_if(layers, [&](const Layer& each) { return is_within(path, each.folder); });
    return layer == layers.end() ? nullptr : &*layer;
}

bool may_know(const Layer& layer, std::string_view folder)
{
    return layer.folder == folder || std::ranges::find(layer.may_know, folder) != layer.may_know.end();
}

bool begins_with_any(std::string_view text, const Names& beginnings)
{
    return std::ranges::any_of(beginnings, [&](std::string_view each) { return text.starts_with(each); });
}

/// The libraries whose headers begin like `header`; the longest beginning wins: SDL_opengl is OpenGL's, not SDL's.
const Library* library_of_header(std::string_view header)
{
    const Library* found = nullptr;
    std::size_t longest = 0;
    for (const auto& library : libraries) {
        for (const auto beginning : library.headers) {
            if (header.starts_with(beginning) && beginning.size() > longest) {
                found = &library;
                longest = beginning.size();
            }
        }
    }
    return found;
}

/// <vector>, <string.h>, <sys/stat.h>: the language's or the system's.
bool is_standard(std::string_view header)
{
    static const std::set<std::string_view, std::less<>> system{"fcntl.h",  "unistd.h", "termios.h", "string.h",
                                                                "limits.h", "malloc.h", "poll.h",    "ifaddrs.h",
                                                                "netdb.h",  "sched.h"};
    return header.find('.') == std::string_view::npos || system.contains(header) || header.starts_with("sys/") ||
           header.starts_with("linux/") || header.starts_with("netinet/") || header.starts_with("arpa/") ||
           header.starts_with("net/");
}

std::optional<std::string> what_is_wrong_with_library(const SourceFile& file, const Include& include)
{
    const auto* library = library_of_header(include.path);
    if (!library) {
        const bool is_allowed = is_standard(include.path) && (!is_within(file.path, "shared/domain") ||
                                                              include.path.find_first_of("./") == std::string::npos);
        return is_allowed ? std::nullopt : std::optional{"includes <" + include.path + ">, which the table has not"};
    }
    const bool is_allowed =
        std::ranges::any_of(library->folders, [&](std::string_view folder) { return is_within(file.path, folder); });
    return is_allowed ? std::nullopt
                      : std::optional{"may not use " + std::string{library->name} + " (<" + include.path + ">)"};
}

std::set<std::string> cmake_words(const std::string& line)
{
    static const std::regex word{R"([A-Za-z_][A-Za-z0-9_:+.-]*)"};
    const auto code = line.substr(0, line.find('#'));
    return {std::sregex_token_iterator{code.begin(), code.end(), word}, std::sregex_token_iterator{}};
}

} // namespace

Violations includes_of_ours_against_the_table(const SourceTree& tree)
{
    Violations found;
    for (const auto& file : tree) {
        const auto* layer = layer_of(file.path);
        if (!layer && !is_cmake(file)) {
            found.push_back(at(file, 1, "is in a folder that the table has not"));
        }
        for (const auto& include : includes_of(file)) {
            const auto* other = layer_of(include.path);
            if (include.kind == Include::Kind::ours && (!other || !layer || !may_know(*layer, other->folder))) {
                found.push_back(at(file, include.line, "may not include \"" + include.path + "\""));
            }
        }
    }
    return found;
}

Violations libraries_against_the_table(const SourceTree& tree)
{
    Violations found;
    for (const auto& file : tree) {
        for (const auto& include : includes_of(file)) {
            if (include.kind != Include::Kind::library) {
                continue;
            }
            if (const auto wrong = what_is_wrong_with_library(file, include)) {
                found.push_back(at(file, include.line, *wrong));
            }
        }
    }
    return found;
}

Violations cmake_targets_against_the_table(const SourceTree& tree)
{
    Violations found;
    for (const auto& file : tree) {
        const auto* layer = layer_of(file.path);
        for (std::size_t line = 0; layer && is_cmake(file) && line < file.lines.size(); ++line) {
            for (const auto& word : cmake_words(file.lines[line])) {
                const auto ours = std::ranges::find(layers, word, &Layer::target);
                const auto library = std::ranges::find_if(
                    libraries, [&](const Library& each) { return begins_with_any(word, each.targets); });
                // A library may be linked by the layer that has a folder which may include it.
                const bool is_strange =
                    library != libraries.end() && std::ranges::none_of(library->folders, [&](std::string_view folder) {
                        return is_within(folder, layer->folder) || is_within(layer->folder, folder);
                    });
                if (is_strange || (ours != layers.end() && !may_know(*layer, ours->folder))) {
                    found.push_back(at(file, line + 1, "may not link " + word));
                }
            }
        }
    }
    return found;
}

Violations cycles_between_folders(const SourceTree& tree)
{
    struct Edge {
        std::string to;
        std::string because;
    };
    std::map<std::string, std::vector<Edge>> edges;
    for (const auto& file : tree) {
        for (const auto& include : includes_of(file)) {
            const auto to = include.path.substr(0, include.path.rfind('/'));
            const bool is_family = is_within(to, file.folder()) || is_within(file.folder(), to);
            if (include.kind == Include::Kind::ours && !is_family) {
                edges[file.folder()].push_back({to, at(file, include.line, "includes \"" + include.path + "\"")});
            }
        }
    }
    const auto reachable = [&](const std::string& from) {
        std::set<std::string> seen{from};
        std::vector<std::string> ahead{from};
        while (!ahead.empty()) {
            const auto here = ahead.back();
            ahead.pop_back();
            for (const auto& edge : edges[here]) {
                if (seen.insert(edge.to).second) {
                    ahead.push_back(edge.to);
                }
            }
        }
        return seen;
    };
    std::set<std::string> folders;
    for (const auto& [from, ways] : edges) {
        folders.insert(from);
    }
    Violations found;
    for (const auto& from : folders) {
        for (const auto& edge : std::vector(edges[from])) {
            if (reachable(edge.to).contains(from)) {
                found.push_back(edge.because + ", which leads back to " + from);
            }
        }
    }
    return found;
}

Violations first_lines(const SourceTree& tree)
{
    Violations found;
    for (const auto& file : tree) {
        const std::string mark = is_cmake(file) ? "# " : "// ";
        if (file.lines.empty() || file.lines[0] != mark + "SPDX-License-Identifier: Apache-2.0") {
            found.push_back(at(file, 1, "does not begin with the licence"));
        }
        // An empty CMakeLists.txt of a folder still to come has nothing to explain.
        const bool explains = file.lines.size() > 1 && file.lines[1].starts_with(mark) && file.lines[1].size() > 12;
        if (!explains && !(is_cmake(file) && file.lines.size() == 1)) {
            found.push_back(at(file, 2, "does not say what the file is for"));
        }
    }
    return found;
}

Violations too_long_files(const SourceTree& tree)
{
    Violations found;
    for (const auto& file : tree) {
        if (file.lines.size() > longest_file) {
            found.push_back(at(file, longest_file + 1, "has " + std::to_string(file.lines.size()) + " lines"));
        }
    }
    return found;
}

Violations empty_file_names(const SourceTree& tree)
{
    static const std::regex separator{"[/._]"};
    Violations found;
    for (const auto& file : tree) {
        const std::set<std::string> words{std::sregex_token_iterator{file.path.begin(), file.path.end(), separator, -1},
                                          std::sregex_token_iterator{}};
        for (const auto name : empty_names) {
            if (words.contains(std::string{name})) {
                found.push_back(at(file, 1, "is named \"" + std::string{name} + "\", which says nothing"));
            }
        }
    }
    return found;
}

Violations namespaces_against_folders(const SourceTree& tree)
{
    static const std::regex opening{R"(^namespace\s+(verandah[A-Za-z_:]*)\s*\{)"};
    Violations found;
    for (const auto& file : tree) {
        const auto* layer = layer_of(file.path);
        if (!layer || is_cmake(file)) {
            continue;
        }
        const auto expected = "verandah::" + std::string{layer->space};
        for (std::size_t line = 0; line < file.lines.size(); ++line) {
            std::smatch match;
            if (std::regex_search(file.lines[line], match, opening) && match[1] != expected &&
                !match[1].str().starts_with(expected + "::")) {
                found.push_back(at(file, line + 1, "opens " + match[1].str() + " instead of " + expected));
            }
        }
    }
    return found;
}

Violations unused_using_declarations(const SourceTree& tree)
{
    static const std::regex declaration{R"(^\s*using\s+(?:\w*::)+(\w+);)"};
    Violations found;
    for (const auto& file : tree) {
        for (std::size_t line = 0; line < file.lines.size() && file.path.ends_with(".cpp"); ++line) {
            std::smatch match;
            if (!std::regex_search(file.lines[line], match, declaration)) {
                continue;
            }
            const std::regex name{"\\b" + match[1].str() + "\\b"};
            const auto uses = std::ranges::count_if(
                file.lines, [&](const std::string& each) { return std::regex_search(each, name); });
            if (uses == 1) {
                found.push_back(at(file, line + 1, "declares " + match[1].str() + ", and does not use it"));
            }
        }
    }
    return found;
}

} // namespace verandah::architecture
