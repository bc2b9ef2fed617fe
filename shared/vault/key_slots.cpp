// SPDX-License-Identifier: Apache-2.0
// The slots: opening, adding, removing. How they are written: key_slots_text.cpp.
#include "shared/vault/key_slots.hpp"

#include "shared/vault/key_slots_text.hpp"
#include "shared/vault/passphrase.hpp"
#include "shared/vault/random.hpp"

#include <algorithm>
#include <utility>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;
using Kind = KeySlots::Kind;

Kind kind_of(const WayIn& way_in)
{
    return static_cast<Kind>(way_in.index()); // both have the same order
}

/// The key that a slot is sealed under.
SecretBytes key_for(const WayIn& way_in, const std::optional<KeySlots::Stretching>& stretching)
{
    if (const auto* words = std::get_if<Words>(&way_in)) {
        return stretch(words->text.view(), stretching->salt, stretching->cost);
    }
    if (const auto* code = std::get_if<RecoveryCode>(&way_in)) {
        return code->key();
    }
    SecretBytes key;
    std::ranges::copy(std::get<StickKey>(way_in).bytes(), key.bytes().begin());
    return key;
}

std::span<const std::byte> bytes_of(const std::string& text)
{
    return std::as_bytes(std::span{text});
}

} // namespace

WayIn way_in_from(std::string_view typed)
{
    if (auto code = RecoveryCode::parse(typed)) {
        return std::move(*code);
    }
    return Words{read_passphrase(typed)};
}

std::expected<HubKey, domain::Refusal> KeySlots::open(const WayIn& way_in) const
{
    std::optional<HubKey> key;
    for (const auto& slot : slots_) {
        if (slot.kind != kind_of(way_in)) {
            continue;
        }
        const auto under = key_for(way_in, slot.stretching);
        auto opened = HubKey::opened(slot.sealed, under.bytes(), bytes_of(header_of(slot)));
        if (opened && !key) {
            key = std::move(opened);
        }
    }
    if (!key) {
        return domain::refuse(Why::not_allowed, "that does not open the hub key");
    }
    if (!equal_in_constant_time(proof_, keyed_hash(key->key_file_key().bytes(), bytes_of(text_to_prove())))) {
        return domain::refuse(Why::conflict, "somebody changed the ways into the hub key; put the key file back from "
                                             "its backup and look who has been at this machine");
    }
    return *std::move(key);
}

std::expected<int, domain::Refusal> KeySlots::add(const HubKey& key, const WayIn& way_in,
                                                  std::chrono::year_month_day today, Argon2Cost cost)
{
    if (slots_.size() == most_slots) {
        return domain::refuse(Why::conflict, "the key file has eight ways in already; remove one first");
    }
    const int id = slots_.empty() ? 1 : std::ranges::max(slots_, {}, &Slot::id).id + 1;
    if (id > most_slot_ids) {
        return domain::refuse(Why::conflict, "no number is left for another way in; remove the last one first");
    }
    Slot slot{.id = id, .kind = kind_of(way_in), .added = today, .stretching{}, .sealed{}};
    if (slot.kind == Kind::words) {
        slot.stretching = Stretching{cost, random_bytes<std::tuple_size_v<Argon2Salt>>()};
    }
    const auto under = key_for(way_in, slot.stretching);
    slot.sealed = key.sealed_under(under.bytes(), bytes_of(header_of(slot)));
    slots_.push_back(slot);
    prove(key);
    return id;
}

std::expected<void, domain::Refusal> KeySlots::remove(const HubKey& key, int id)
{
    const auto slot = std::ranges::find(slots_, id, &Slot::id);
    if (slot == slots_.end()) {
        return domain::refuse(Why::not_found, "the key file has no way in of that number");
    }
    if (slots_.size() == 1) {
        return domain::refuse(Why::conflict, "that is the last way in; without it nobody could open the hub again");
    }
    slots_.erase(slot);
    prove(key);
    return {};
}

void KeySlots::prove(const HubKey& key)
{
    proof_ = keyed_hash(key.key_file_key().bytes(), bytes_of(text_to_prove()));
}

} // namespace verandah::vault
