// SPDX-License-Identifier: Apache-2.0
// One line of words for each offer: "1 kiosk MARK UNTIL".
#include "clinic/hub/enrolment/offer_file.hpp"

#include "shared/files/private_file.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>
#include <system_error>

namespace verandah::hub {

namespace {

constexpr std::string_view extension = ".offer";
constexpr std::string_view version = "1";

std::filesystem::path file_of(const std::filesystem::path& folder, const wire::DeviceName& name)
{
    return folder / (name.text() + std::string{extension});
}

std::filesystem::path door_file(const std::filesystem::path& folder)
{
    return folder / "door";
}

void make_folder(const std::filesystem::path& folder)
{
    if (std::filesystem::create_directory(folder)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
}

std::expected<OfferBook::Offered, domain::Refusal> read_offer(const std::filesystem::path& file)
{
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) { // a link might lead anywhere
        return domain::refuse(domain::Refusal::Why::invalid_input, file.string() + ": not a plain file");
    }
    const auto text = files::read_private_file(file);
    if (!text) {
        return std::unexpected{text.error()};
    }
    const auto name = wire::DeviceName::make(file.stem().string());
    std::istringstream words{*text};
    std::string stated;
    std::string kind_word;
    std::string mark_digits;
    std::int64_t until = 0;
    std::string more;
    words >> stated >> kind_word >> mark_digits >> until;
    const bool is_whole = !words.fail() && !(words >> more);
    const auto kind = wire::parse_device_kind(kind_word);
    const auto mark = vault::bytes_in<std::tuple_size_v<SecretMark>>(mark_digits);
    if (!is_whole || stated != version || !name || !kind || !mark) {
        return domain::refuse(domain::Refusal::Why::invalid_input, file.string() + ": is no offer");
    }
    return OfferBook::Offered{*name, *kind, *mark, domain::Instant{std::chrono::milliseconds{until}}};
}

} // namespace

std::expected<void, domain::Refusal> leave_offer(const std::filesystem::path& folder, const OfferBook::Offered& offered)
{
    make_folder(folder);
    return files::write_private_file(file_of(folder, offered.name),
                                     fmt::format("{} {} {} {}\n", version, wire::word_for(offered.kind),
                                                 vault::hexadecimal(offered.mark),
                                                 offered.until.time_since_epoch().count()));
}

bool is_offer_taken(const std::filesystem::path& folder, const wire::DeviceName& name)
{
    return !std::filesystem::exists(file_of(folder, name));
}

void take_offer_back(const std::filesystem::path& folder, const wire::DeviceName& name)
{
    std::filesystem::remove(file_of(folder, name));
}

std::vector<OfferBook::Offered> take_offers(const std::filesystem::path& folder,
                                            const std::function<void(const std::string&)>& report)
{
    std::vector<OfferBook::Offered> offers;
    std::error_code is_missing;
    for (const auto& entry : std::filesystem::directory_iterator{folder, is_missing}) {
        if (entry.path().extension() != extension ||
            entry.symlink_status().type() == std::filesystem::file_type::directory) {
            continue; // a folder is nobody's offer, and could not be taken out
        }
        auto offer = read_offer(entry.path());
        std::filesystem::remove(entry.path());
        if (offer) {
            offers.push_back(*std::move(offer));
        } else {
            report(offer.error().detail);
        }
    }
    return offers;
}

void tell_door(const std::filesystem::path& folder, const std::optional<std::string>& address)
{
    if (!address) {
        std::error_code is_gone;
        std::filesystem::remove(door_file(folder), is_gone);
        return;
    }
    make_folder(folder);
    if (const auto told = files::replace_private_file(door_file(folder), *address + "\n"); !told) {
        throw std::runtime_error{told.error().detail};
    }
}

std::optional<std::string> told_door(const std::filesystem::path& folder)
{
    const auto text = files::read_private_file(door_file(folder));
    return text && text->ends_with('\n') ? std::optional{text->substr(0, text->size() - 1)} : std::nullopt;
}

} // namespace verandah::hub
