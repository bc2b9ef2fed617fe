// SPDX-License-Identifier: Apache-2.0
// key list, add, change, remove and seal: who may open the hub, and with what.
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/new_ways_in.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/commands/terminal.hpp"
#include "shared/files/private_file.hpp"
#include "shared/vault/passphrase.hpp"

#include <algorithm>

namespace verandah::hub {
namespace {

using Kind = vault::KeySlots::Kind;

/// A key file that was opened, to be changed.
struct OpenedKeys {
    std::filesystem::path file;
    vault::KeySlots slots;
    vault::HubKey key;
};

std::expected<OpenedKeys, std::string> open_keys(const std::filesystem::path& folder, const KeyOptions& options)
{
    const auto file = FolderPaths{folder}.hub_key();
    auto loaded = vault::load_key_file(file);
    if (!loaded) {
        return std::unexpected{loaded.error().detail};
    }
    auto* slots = std::get_if<vault::KeySlots>(&*loaded);
    if (slots == nullptr) {
        return std::unexpected{fmt::format("{} is not sealed yet. Seal it first: verandah-hub key seal {}",
                                           file.string(), folder.string())};
    }
    const auto way_in = way_in_asked_for(options);
    if (!way_in) {
        return std::unexpected{way_in.error()};
    }
    auto key = slots->open(*way_in);
    if (!key) {
        return std::unexpected{fmt::format("{}: {}.", file.string(), key.error().detail)};
    }
    return OpenedKeys{file, std::move(*slots), std::move(*key)};
}

int save(const OpenedKeys& keys)
{
    const auto saved = files::replace_private_file(keys.file, keys.slots.text());
    return saved ? succeeded : refuse_with(saved.error().detail);
}

/// Adds words to `keys` and shows them; nothing is on the disk yet. refused when nobody wrote them down.
int add_words_to(OpenedKeys& keys)
{
    const auto words = vault::make_passphrase(vault::hub_words);
    const auto added = keys.slots.add(keys.key, vault::Words{vault::read_passphrase(words.view())}, today());
    if (!added) {
        return refuse_with(added.error().detail);
    }
    show_words(words);
    return have_been_written_down(words) ? succeeded : refuse_with("Nothing was changed.");
}

} // namespace

int list_ways_in(const std::filesystem::path& folder)
{
    const auto file = FolderPaths{folder}.hub_key();
    const auto loaded = vault::load_key_file(file);
    if (!loaded) {
        return refuse_with(loaded.error().detail);
    }
    const auto* slots = std::get_if<vault::KeySlots>(&*loaded);
    if (slots == nullptr) {
        say("{} lies open: whoever has the disk has it. Seal it with: verandah-hub key seal {}", file.string(),
            folder.string());
        return succeeded;
    }
    for (const auto& slot : slots->slots()) {
        say("{:>4}  {:<6} since {:04}-{:02}-{:02}", slot.id, vault::word(slot.kind),
            static_cast<int>(slot.added.year()), static_cast<unsigned>(slot.added.month()),
            static_cast<unsigned>(slot.added.day()));
    }
    return succeeded;
}

int add_words(const std::filesystem::path& folder, const KeyOptions& options)
{
    auto keys = open_keys(folder, options);
    if (!keys) {
        return refuse_with(keys.error());
    }
    const int added = add_words_to(*keys);
    return added == succeeded ? save(*keys) : added;
}

int change_words(const std::filesystem::path& folder, const KeyOptions& options)
{
    auto keys = open_keys(folder, options);
    if (!keys) {
        return refuse_with(keys.error());
    }
    std::vector<int> before;
    for (const auto& slot : keys->slots.slots()) {
        if (slot.kind == Kind::words) {
            before.push_back(slot.id);
        }
    }
    if (const int added = add_words_to(*keys); added != succeeded) {
        return added;
    }
    for (const int id : before) {
        static_cast<void>(keys->slots.remove(keys->key, id).value()); // the new words are left, so none is the last
    }
    const int saved = save(*keys);
    if (saved == succeeded) {
        say("From now on these words open the hub, and those of before do not. A copy of the key file made before "
            "today "
            "still opens with the old ones: destroy it.");
    }
    return saved;
}

int add_paper(const std::filesystem::path& folder, const KeyOptions& options)
{
    auto keys = open_keys(folder, options);
    if (!keys) {
        return refuse_with(keys.error());
    }
    const auto text = vault::RecoveryCode::make().text();
    if (const auto added = keys->slots.add(keys->key, vault::way_in_from(text.view()), today()); !added) {
        return refuse_with(added.error().detail);
    }
    show_code(text);
    return save(*keys);
}

int add_stick(const std::filesystem::path& folder, const std::filesystem::path& file, const KeyOptions& options)
{
    auto keys = open_keys(folder, options);
    if (!keys) {
        return refuse_with(keys.error());
    }
    auto stick = vault::StickKey::make();
    if (const auto saved = stick.save(file); !saved) {
        return refuse_with(saved.error().detail);
    }
    const auto added = keys->slots.add(keys->key, std::move(stick), today());
    const int done = added ? save(*keys) : refuse_with(added.error().detail);
    if (done != succeeded) {
        std::filesystem::remove(file); // it would open nothing
        return done;
    }
    say("{} opens the hub from now on: verandah-hub serve {} --stick {}", file.string(), folder.string(),
        file.string());
    return succeeded;
}

int remove_way_in(const std::filesystem::path& folder, int id, const KeyOptions& options)
{
    auto keys = open_keys(folder, options);
    if (!keys) {
        return refuse_with(keys.error());
    }
    if (const auto removed = keys->slots.remove(keys->key, id); !removed) {
        return refuse_with(removed.error().detail);
    }
    const int saved = save(*keys);
    if (saved == succeeded) {
        say("Number {} opens the hub no more. A copy of the key file made before today still does: destroy it.", id);
    }
    return saved;
}

int seal_key(const std::filesystem::path& folder, const NewKeyOptions& options)
{
    const FolderPaths paths{folder};
    auto loaded = vault::load_key_file(paths.hub_key());
    if (!loaded) {
        return refuse_with(loaded.error().detail);
    }
    const auto* key = std::get_if<vault::HubKey>(&*loaded);
    if (key == nullptr) {
        return refuse_with(fmt::format("{} is sealed already. Nothing was changed.", paths.hub_key().string()));
    }
    const auto ways = NewWaysIn::make(*key, options);
    if (!ways) {
        return refuse_with(ways.error());
    }
    if (!ways->show()) {
        ways->take_back();
        return refuse_with("Nothing was changed.");
    }
    const auto half = vault::PublicKey::of(key->box_key()).save(paths.public_key());
    if (!half && half.error().why != domain::Refusal::Why::conflict) { // it may be there, from an attempt cut off
        return refuse_with(half.error().detail);
    }
    if (const auto saved = files::replace_private_file(paths.hub_key(), ways->slots().text()); !saved) {
        ways->take_back();
        return refuse_with(saved.error().detail);
    }
    say("The hub key is sealed. Destroy every copy of the old key file: it still opens everything.");
    return succeeded;
}

} // namespace verandah::hub
