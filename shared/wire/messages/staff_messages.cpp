// SPDX-License-Identifier: Apache-2.0
// Signing in, accounts and the hub's lock, as JSON.
#include "shared/wire/messages/staff_messages.hpp"

#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <array>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t most_alerts_told = 1'000'000; ///< Far more than people in any house.
constexpr std::size_t longest_typed = 512; ///< Bytes: a passphrase with spaces to spare. What may be one, the hub says.
constexpr std::size_t most_accounts = 10'000;

files::SecretText secret(ObjectReader& reader, std::string_view field)
{
    return files::SecretText{reader.text(field, longest_typed)};
}

/// Overwrites every text within `json`, which parsing has copied out of the body.
void wipe_texts(Json& json)
{
    if (json.is_string()) {
        files::wipe(json.get_ref<std::string&>());
    } else if (json.is_structured()) {
        for (auto& inside : json) {
            wipe_texts(inside);
        }
    }
}

/// decode_object() for a message with a secret in it: leaves no copy of it where it was parsed.
template <class Read>
auto decode_secret(std::string_view body, Read read) -> Decoded<decltype(read(std::declval<ObjectReader&>()))>
{
    auto json = parse_json(body);
    if (!json) {
        return std::unexpected{json.error()};
    }
    ObjectReader reader{*json};
    auto message = read(reader);
    const auto finished = reader.finish();
    wipe_texts(*json);
    if (!finished) {
        return std::unexpected{finished.error()};
    }
    return message;
}

/// The text of `json`, which is overwritten.
std::string dump_and_wipe(Json json)
{
    auto text = json.dump();
    wipe_texts(json);
    return text;
}

// Permanent words.
std::string_view word(SessionView::Hub hub)
{
    switch (hub) {
    case SessionView::Hub::open: return "open";
    case SessionView::Hub::locked: return "locked";
    case SessionView::Hub::without_accounts: return "new";
    }
    std::unreachable();
}

std::optional<SessionView::Hub> hub_from(std::string_view text)
{
    using enum SessionView::Hub;
    for (const auto hub : std::array{open, locked, without_accounts}) {
        if (word(hub) == text) {
            return hub;
        }
    }
    return std::nullopt;
}

std::string_view word(SessionView::State state)
{
    switch (state) {
    case SessionView::State::nobody: return "nobody";
    case SessionView::State::signed_in: return "signed_in";
    case SessionView::State::waiting_for_pin: return "waiting_for_pin";
    }
    std::unreachable();
}

std::optional<SessionView::State> session_state_from(std::string_view text)
{
    using enum SessionView::State;
    for (const auto state : std::array{nobody, signed_in, waiting_for_pin}) {
        if (word(state) == text) {
            return state;
        }
    }
    return std::nullopt;
}

std::vector<domain::Right> read_rights(ObjectReader& reader)
{
    std::vector<domain::Right> rights;
    for (const auto& each : reader.list("rights", domain::permission_table.size())) {
        const auto right = each.is_string() ? domain::right_from(each.get_ref<const std::string&>()) : std::nullopt;
        if (!right) {
            reader.refuse("rights", "holds a word that is not known here");
            break;
        }
        rights.push_back(*right);
    }
    return rights;
}

Json account_json(const StaffView::Account& account)
{
    return {{"account", account.account.view()},
            {"role", domain::word(account.role)},
            {"added_at", milliseconds(account.added_at)},
            {"last_signed_in", or_null(account.last_signed_in)},
            {"is_open", account.is_open},
            {"opens_records", account.opens_records}};
}

StaffView::Account read_account(ObjectReader& reader)
{
    return {reader.code<domain::AccountCode>("account"),
            reader.word("role", domain::role_from),
            reader.instant("added_at"),
            reader.optional_instant("last_signed_in"),
            reader.yes_or_no("is_open"),
            reader.yes_or_no("opens_records")};
}

} // namespace

std::string encode(const SignInRequest& message)
{
    return dump_and_wipe(
        {{"account", message.account.view()}, {"passphrase", message.passphrase.view()}, {"pin", message.pin.view()}});
}

Decoded<SignInRequest> decode_sign_in_request(std::string_view body)
{
    return decode_secret(body, [](ObjectReader& reader) {
        return SignInRequest{reader.code<domain::AccountCode>("account"), secret(reader, "passphrase"),
                             secret(reader, "pin")};
    });
}

std::string encode(const UnlockRequest& message)
{
    return dump_and_wipe({{"pin", message.pin.view()}});
}

Decoded<UnlockRequest> decode_unlock_request(std::string_view body)
{
    return decode_secret(body, [](ObjectReader& reader) { return UnlockRequest{secret(reader, "pin")}; });
}

std::string encode(const OwnPassphraseRequest& message)
{
    return dump_and_wipe(
        {{"passphrase", message.passphrase.view()}, {"new_passphrase", message.new_passphrase.view()}});
}

Decoded<OwnPassphraseRequest> decode_own_passphrase_request(std::string_view body)
{
    return decode_secret(body, [](ObjectReader& reader) {
        return OwnPassphraseRequest{secret(reader, "passphrase"), secret(reader, "new_passphrase")};
    });
}

std::string encode(const AddStaffRequest& message)
{
    return Json{{"account", message.account.view()}, {"role", domain::word(message.role)}}.dump();
}

Decoded<AddStaffRequest> decode_add_staff_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return AddStaffRequest{reader.code<domain::AccountCode>("account"), reader.word("role", domain::role_from)};
    });
}

std::string encode(const RoleRequest& message)
{
    return Json{{"role", domain::word(message.role)}}.dump();
}

Decoded<RoleRequest> decode_role_request(std::string_view body)
{
    return decode_object(body,
                         [](ObjectReader& reader) { return RoleRequest{reader.word("role", domain::role_from)}; });
}

std::string encode(const UnlockHubRequest& message)
{
    return dump_and_wipe({{"words", message.words.view()}});
}

Decoded<UnlockHubRequest> decode_unlock_hub_request(std::string_view body)
{
    return decode_secret(body, [](ObjectReader& reader) { return UnlockHubRequest{secret(reader, "words")}; });
}

std::string encode(const SessionView& view)
{
    return Json{{"hub", word(view.hub)},
                {"state", word(view.state)},
                {"account", view.account ? Json(view.account->view()) : Json(nullptr)},
                {"role", view.role ? Json(domain::word(*view.role)) : Json(nullptr)},
                {"rights", list_json(view.rights, [](domain::Right right) { return domain::word(right); })},
                {"ends_at", or_null(view.ends_at)},
                {"opens_records", view.opens_records},
                {"has_own_passphrase", view.has_own_passphrase},
                {"alerts", view.alerts}}
        .dump();
}

Decoded<SessionView> decode_session_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return SessionView{.hub = reader.word("hub", hub_from),
                           .state = reader.word("state", session_state_from),
                           .account = reader.optional_code<domain::AccountCode>("account"),
                           .role = reader.optional_word("role", domain::role_from),
                           .rights = read_rights(reader),
                           .ends_at = reader.optional_instant("ends_at"),
                           .opens_records = reader.yes_or_no("opens_records"),
                           .has_own_passphrase = reader.yes_or_no("has_own_passphrase"),
                           .alerts = static_cast<int>(reader.number("alerts", 0, most_alerts_told))};
    });
}

std::string encode(const StaffView& view)
{
    return Json{{"accounts", list_json(view.accounts, account_json)}}.dump();
}

Decoded<StaffView> decode_staff_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return StaffView{read_each(reader, "accounts", most_accounts, read_account)};
    });
}

std::string encode(const NewPassphrase& message)
{
    return dump_and_wipe({{"account", message.account.view()}, {"passphrase", message.passphrase.view()}});
}

Decoded<NewPassphrase> decode_new_passphrase(std::string_view body)
{
    return decode_secret(body, [](ObjectReader& reader) {
        return NewPassphrase{reader.code<domain::AccountCode>("account"), secret(reader, "passphrase")};
    });
}

} // namespace verandah::wire
