// SPDX-License-Identifier: Apache-2.0
// A stick, a file of words, the terminal.
#include "clinic/hub/commands/ways_in.hpp"

#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/commands/terminal.hpp"
#include "shared/files/private_file.hpp"

namespace verandah::hub {
namespace {

constexpr std::string_view standard_input = "-";

std::expected<std::optional<vault::WayIn>, std::string> typed(std::optional<files::SecretText> line)
{
    if (!line || line->view().find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return std::unexpected{std::string{"no words came; the hub key stays sealed"}};
    }
    return vault::way_in_from(line->view());
}

} // namespace

std::expected<std::optional<vault::WayIn>, std::string> way_in_given(const KeyOptions& options)
{
    if (options.stick) {
        auto stick = vault::StickKey::load(*options.stick);
        if (!stick) {
            return std::unexpected{std::move(stick.error().detail)};
        }
        return std::move(*stick);
    }
    if (!options.words_file) {
        return std::nullopt;
    }
    if (*options.words_file == standard_input) {
        return typed(read_secret_line("Words or recovery code: "));
    }
    auto text = files::read_private_file(*options.words_file);
    if (!text) {
        return std::unexpected{std::move(text.error().detail)};
    }
    return typed(files::SecretText{std::move(*text)});
}

std::expected<vault::WayIn, std::string> way_in_asked_for(const KeyOptions& options)
{
    auto way_in = way_in_given(options);
    if (way_in && !*way_in) {
        if (!is_terminal()) {
            return std::unexpected{std::string{"the hub key is sealed: give --stick FILE or --words-file FILE"}};
        }
        way_in = typed(read_secret_line("Words or recovery code: "));
    }
    if (!way_in) {
        return std::unexpected{std::move(way_in.error())};
    }
    return **std::move(way_in);
}

std::expected<vault::HubKey, domain::Refusal> hub_key_in(const std::filesystem::path& file, const KeyOptions& options)
{
    auto read = vault::load_key_file(file);
    if (!read) {
        return std::unexpected{std::move(read.error())};
    }
    if (auto* plain = std::get_if<vault::HubKey>(&*read)) {
        return std::move(*plain);
    }
    const auto way_in = way_in_asked_for(options);
    if (!way_in) {
        return domain::refuse(domain::Refusal::Why::not_allowed, way_in.error());
    }
    return std::get<vault::KeySlots>(*read).open(*way_in);
}

std::expected<CentreFolder, std::vector<std::string>> open_with_key(const std::filesystem::path& root,
                                                                    const KeyOptions& options)
{
    auto folder = open_centre_folder(root, system_now());
    if (!folder || folder->hub_key) {
        return folder;
    }
    auto way_in = way_in_asked_for(options);
    if (!way_in) {
        return std::unexpected{std::vector{way_in.error()}};
    }
    return open_centre_folder(root, system_now(), *std::move(way_in));
}

} // namespace verandah::hub
