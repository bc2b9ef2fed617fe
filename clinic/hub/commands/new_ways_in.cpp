// SPDX-License-Identifier: Apache-2.0
// Making the first ways in.
#include "clinic/hub/commands/new_ways_in.hpp"

#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/commands/terminal.hpp"
#include "shared/vault/passphrase.hpp"

namespace verandah::hub {
namespace {

/// A file of no slot yet has room.
void add(vault::KeySlots& slots, const vault::HubKey& key, const vault::WayIn& way_in)
{
    static_cast<void>(slots.add(key, way_in, today()).value());
}

} // namespace

std::chrono::year_month_day today()
{
    return std::chrono::floor<std::chrono::days>(system_now());
}

std::expected<NewWaysIn, std::string> NewWaysIn::make(const vault::HubKey& key, const NewKeyOptions& options)
{
    if (options.showing == NewKeyOptions::Showing::nothing && !options.stick) {
        return std::unexpected{std::string{"without words nothing would open the hub: give --stick FILE as well"}};
    }
    if (!options.stick && !is_terminal()) {
        return std::unexpected{std::string{"words are shown to be written down, and two of them asked for, so this "
                                           "needs a terminal; in a script give --stick FILE"}};
    }
    NewWaysIn ways;
    if (options.showing == NewKeyOptions::Showing::words_and_code) {
        ways.words_ = vault::make_passphrase(vault::hub_words);
        add(ways.slots_, key, vault::Words{vault::read_passphrase(ways.words_->view())});
        const auto code = vault::RecoveryCode::make();
        ways.code_ = code.text();
        add(ways.slots_, key, vault::way_in_from(ways.code_->view()));
    }
    if (options.stick) {
        auto stick = vault::StickKey::make();
        if (const auto saved = stick.save(*options.stick); !saved) {
            return std::unexpected{saved.error().detail};
        }
        ways.stick_ = options.stick;
        add(ways.slots_, key, std::move(stick));
    }
    return ways;
}

bool NewWaysIn::show() const
{
    if (words_) {
        show_words(*words_);
        show_code(*code_);
    }
    return !words_ || have_been_written_down(*words_);
}

void NewWaysIn::take_back() const
{
    if (stick_) {
        std::filesystem::remove(*stick_);
    }
}

} // namespace verandah::hub
