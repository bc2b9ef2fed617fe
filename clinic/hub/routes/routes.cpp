// SPDX-License-Identifier: Apache-2.0
// The table of routes, and the way from a request to its row.
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/route.hpp"
#include "shared/files/scrub.hpp"
#include "shared/files/secret_text.hpp"

#include <algorithm>

namespace verandah::hub {

namespace {

constexpr Devices consoles{.kiosk = false, .console = true, .board = false};
constexpr Devices kiosks{.kiosk = true, .console = false, .board = false};
constexpr Devices kiosks_and_consoles{.kiosk = true, .console = true, .board = false};
constexpr Devices boards_and_consoles{.kiosk = false, .console = true, .board = true};
constexpr Devices everybody{.kiosk = true, .console = true, .board = true};
using enum domain::Right;

// clang-format off
constexpr std::array table{
    Route{"GET",  "/v1/centre",                         everybody,           centre_see,      see_centre},
    Route{"GET",  "/v1/line",                           consoles,            line_see,        see_line},
    Route{"GET",  "/v1/board",                          boards_and_consoles, board_see,       see_board},
    Route{"GET",  "/v1/events",                         everybody,           feed_follow,     open_feed},
    Route{"POST", "/v1/check-ins",                      kiosks_and_consoles, line_add,        check_in},
    Route{"POST", "/v1/stations/{station}/call-next",   consoles,            line_call,       call_next},
    Route{"POST", "/v1/tickets/{ticket}/call",          consoles,            line_call,       call_this},
    Route{"POST", "/v1/tickets/{ticket}/call-again",    consoles,            line_call,       call_again},
    Route{"POST", "/v1/tickets/{ticket}/start",         consoles,            line_call,       start},
    Route{"POST", "/v1/tickets/{ticket}/done",          consoles,            line_call,       finish},
    Route{"POST", "/v1/tickets/{ticket}/hold",          consoles,            line_call,       hold},
    Route{"POST", "/v1/tickets/{ticket}/resume",        consoles,            line_call,       resume},
    Route{"POST", "/v1/tickets/{ticket}/away",          consoles,            line_call,       step_away},
    Route{"POST", "/v1/tickets/{ticket}/back",          consoles,            line_call,       come_back},
    Route{"POST", "/v1/tickets/{ticket}/send-on",       consoles,            line_call,       send_on},
    Route{"POST", "/v1/tickets/{ticket}/left",          consoles,            line_call,       leave},
    Route{"POST", "/v1/tickets/{ticket}/priority",      consoles,            line_class,      reclassify},
    Route{"POST", "/v1/tickets/{ticket}/undo",          consoles,            line_call,       undo},
    Route{"POST", "/v1/day/close",                      consoles,            day_turn,        close_day},
    Route{"POST", "/v1/day/reopen",                     consoles,            day_turn,        reopen_day},
    Route{"POST", "/v1/cards",                          kiosks_and_consoles, card_mint,       mint_card},
    Route{"POST", "/v1/cards/replace",                  consoles,            card_replace,    replace_card},
    Route{"POST", "/v1/cards/revoke",                   consoles,            card_replace,    revoke_card},
    Route{"POST", "/v1/alerts",                         kiosks_and_consoles, alert_raise,     raise_alert},
    Route{"POST", "/v1/alerts/{alert}/answer",          consoles,            alert_answer,    answer_alert},
    Route{"POST", "/v1/forgetting-requests",            kiosks,              visitor_forget,  ask_to_be_forgotten},
    Route{"GET",  "/v1/forgetting-requests",            consoles,            visitor_forget,  see_forgetting_requests},
    Route{"POST", "/v1/forgetting-requests/withdraw",   kiosks,              visitor_forget,  take_back_forgetting},
    Route{"POST", "/v1/forgetting-requests/{request}/carry-out", consoles,   visitor_forget,  carry_out_forgetting},
    Route{"POST", "/v1/forgetting-requests/{request}/decline", consoles,     visitor_forget,  decline_forgetting},
    Route{"POST", "/v1/visitors/forget",                consoles,            visitor_forget,  forget_visitor},
    Route{"GET",  "/v1/session",                        consoles,            session_see,     see_session},
    Route{"POST", "/v1/session/sign-in",                consoles,            session_begin,   sign_in},
    Route{"POST", "/v1/session/unlock",                 consoles,            session_begin,   unlock_session},
    Route{"POST", "/v1/session/lock",                   consoles,            session_begin,   lock_session},
    Route{"POST", "/v1/session/keep",                   consoles,            session_keep,    keep_session},
    Route{"POST", "/v1/session/sign-out",               consoles,            session_begin,   sign_out},
    Route{"POST", "/v1/session/passphrase",             consoles,            session_keep,    change_own_passphrase},
    Route{"GET",  "/v1/staff",                          consoles,            staff_list,      see_staff},
    Route{"POST", "/v1/staff/first",                    consoles,            session_begin,   make_first_administrator},
    Route{"POST", "/v1/staff",                          consoles,            staff_change,    add_staff},
    Route{"POST", "/v1/staff/{account}/role",           consoles,            staff_change,    change_role},
    Route{"POST", "/v1/staff/{account}/revoke",         consoles,            staff_change,    revoke_staff},
    Route{"POST", "/v1/staff/{account}/passphrase",     consoles,            staff_change,    give_new_passphrase},
    Route{"POST", "/v1/staff/{account}/records",        consoles,            clinic_grant,    open_records},
    Route{"GET",  "/v1/devices",                        consoles,            device_list,     see_devices},
    Route{"POST", "/v1/devices/offers",                 consoles,            device_change,   offer_enrolment},
    Route{"POST", "/v1/devices/offers/{offer}/withdraw", consoles,           device_change,   withdraw_offer},
    Route{"POST", "/v1/devices/{device}/rename",        consoles,            device_change,   rename_device},
    Route{"POST", "/v1/devices/{device}/revoke",        consoles,            device_change,   revoke_device},
    Route{"POST", "/v1/device/renewal",                 everybody,           device_renew,    renew_certificate},
    Route{"GET",  "/v1/totals",                         consoles,            totals_read,     see_totals},
    Route{"GET",  "/v1/forms",                          consoles,            guidance_see,    see_forms},
    Route{"GET",  "/v1/guidance",                       consoles,            guidance_see,    see_guidance},
    Route{"GET",  "/v1/care/rules",                     consoles,            guidance_see,    see_care_rules},
    Route{"GET",  "/v1/audit",                          consoles,            audit_read,      see_audit, Route::Query::read},
    Route{"GET",  "/v1/audit/export",                   consoles,            audit_read,      export_audit_part, Route::Query::read},
    Route{"GET",  "/v1/audit/check",                    consoles,            audit_read,      check_audit},
    Route{"POST", "/v1/files",                          consoles,            record_read,     open_file},
    Route{"GET",  "/v1/files/{file}",                   consoles,            record_read,     see_file},
    Route{"POST", "/v1/files/{file}/entries",           consoles,            record_write,    write_entry},
    Route{"POST", "/v1/files/{file}/pictures",          consoles,            record_write,    choose_pictures},
    Route{"POST", "/v1/files/{file}/close",             consoles,            record_read,     close_file},
    Route{"GET",  "/v1/care/due",                       consoles,            record_read,     see_due, Route::Query::read},
    Route{"GET",  "/v1/care/referrals",                 consoles,            record_read,     see_referrals, Route::Query::read},
    Route{"GET",  "/v1/care/results",                   consoles,            record_read,     see_results, Route::Query::read},
    Route{"GET",  "/v1/tracings",                       consoles,            tracing_see,     see_tracings},
    Route{"POST", "/v1/tracings/{tracing}/tell",        consoles,            tracing_tell,    tell_tracing},
    Route{"POST", "/v1/counterfoils/return",            kiosks_and_consoles, slip_return,     return_counterfoil},
    Route{"GET",  "/v1/stock",                          consoles,            stock_see,       see_stock},
    Route{"GET",  "/v1/stock/movements",                consoles,            stock_see,       see_movements, Route::Query::read},
    Route{"POST", "/v1/stock/receive",                  consoles,            stock_change,    receive_stock},
    Route{"POST", "/v1/stock/dispense",                 consoles,            stock_give,      dispense_stock},
    Route{"POST", "/v1/stock/hand-out",                 kiosks_and_consoles, stock_give,      hand_out_stock},
    Route{"POST", "/v1/stock/adjust",                   consoles,            stock_change,    adjust_stock},
    Route{"POST", "/v1/stock/waste",                    consoles,            stock_change,    waste_stock},
    Route{"POST", "/v1/stock/count",                    consoles,            stock_change,    count_stock},
    Route{"POST", "/v1/stock/counter",                  consoles,            stock_change,    counter_movement},
    Route{"POST", "/v1/hub/lock",                       consoles,            hub_lock,        lock_hub},
    Route{"POST", "/v1/hub/unlock",                     consoles,            hub_unlock,      unlock_hub},
};
// clang-format on

/// Cuts the next part off a path; parts are what stands between slashes.
std::string_view next_part(std::string_view& path)
{
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto part = path.substr(0, end);
    path.remove_prefix(end);
    return part;
}

/// What stands in the {…} of `pattern`, when `path` fits it.
std::optional<std::vector<std::string_view>> fit(std::string_view pattern, std::string_view path)
{
    std::vector<std::string_view> parameters;
    while (pattern.starts_with('/') && path.starts_with('/')) {
        const auto wanted = next_part(pattern);
        const auto part = next_part(path);
        if (wanted.starts_with('{') && !part.empty()) {
            parameters.push_back(part);
        } else if (wanted != part) {
            return std::nullopt;
        }
    }
    return pattern.empty() && path.empty() ? std::optional{std::move(parameters)} : std::nullopt;
}

/// A body may hold a passphrase or a card: whatever becomes of the request, nothing of it stays in memory.
class Overwritten {
public:
    explicit Overwritten(std::string& text) : text_{text} {}
    ~Overwritten() { files::wipe(text_); }
    Overwritten(const Overwritten&) = delete;
    Overwritten& operator=(const Overwritten&) = delete;

private:
    std::string& text_;
};
/// Whether a card or words came in: what was read of them is not left on the stack of the server's thread, where a hub
/// that locks itself later could not reach it. Only then, because it takes some microseconds.
bool carries_secret(const wire::Request& request)
{
    constexpr std::array fields{"\"card\"", "\"token\"", "\"words\"", "\"passphrase\"", "\"pin\"", "\"pictures\""};
    return std::ranges::any_of(fields, [&](const char* field) { return request.body.contains(field); });
}

void refuse(const wire::Reply& reply, int status, domain::Refusal::Why why, std::string detail)
{
    reply({status, wire::encode(domain::Refusal{why, std::move(detail)})});
}

/// A target, taken apart at its question mark.
struct Target {
    std::string_view path;
    std::string_view query;

    explicit Target(std::string_view text) : path{text.substr(0, text.find('?'))}, query{text.substr(path.size())} {}
};

void answer_at(const Route& route, Desks& desks, const wire::Request& request, std::vector<std::string_view> parameters,
               const wire::Reply& reply)
{
    using enum domain::Refusal::Why;
    const auto& [device, kind] = request.actor;
    const bool is_console = kind == wire::DeviceKind::console;
    const auto standing = is_console ? desks.staff.standing_at(device) : Standing{};
    if (!route.devices.has(kind) || (is_console && !domain::may(standing.who, route.right))) {
        desks.access.note(device, standing, route.right, desks.staff.now());
        refuse(reply, 403, not_allowed,
               !is_console                               ? "this kind of device may not ask for that"
               : standing.who == domain::Who::locked_hub ? "the hub is locked"
                                                         : "nobody stands at this console who may do that");
        return;
    }
    Asked asked{std::move(parameters),
                Target{request.target}.query,
                request,
                {device, std::nullopt, standing.account},
                standing.who};
    if (route.method == "POST") {
        const auto key = domain::RequestKey::parse(request.idempotency_key);
        if (!key) {
            refuse(reply, 400, invalid_input, key.error().detail);
            return;
        }
        asked.asker.key = *key;
        if (is_console) { // only writes are a touch: a console looks without anybody's hand
            desks.staff.sessions().touch(device, desks.staff.now());
        }
    }
    route.handle(desks, asked, reply);
}

} // namespace

bool Devices::has(wire::DeviceKind kind) const
{
    switch (kind) {
    case wire::DeviceKind::kiosk: return kiosk;
    case wire::DeviceKind::console: return console;
    case wire::DeviceKind::board: return board;
    }
    std::unreachable();
}

std::span<const Route> routes()
{
    return table;
}

void answer(Desks& desks, wire::Request request, const wire::Reply& reply)
{
    using enum domain::Refusal::Why;
    const Overwritten body{request.body};
    bool is_known_path = false;
    const Target target{request.target};
    for (const auto& route : table) {
        auto parameters = fit(route.path, target.path);
        if (!parameters || (!target.query.empty() && route.query == Route::Query::refused)) {
            continue;
        }
        if (route.method == request.method) {
            answer_at(route, desks, request, *std::move(parameters), reply);
            if (carries_secret(request)) {
                files::scrub_stack();
            }
            return;
        }
        is_known_path = true;
    }
    if (is_known_path) {
        refuse(reply, 405, invalid_input, "this path has no such method");
    } else {
        refuse(reply, 404, not_found, "no such path");
    }
}

} // namespace verandah::hub
