// SPDX-License-Identifier: Apache-2.0
// The table of routes, and the way from a request to its row.
#include "clinic/hub/routes/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/route.hpp"

#include <algorithm>

namespace verandah::hub {

namespace {

constexpr Devices consoles{.kiosk = false, .console = true, .board = false};
constexpr Devices kiosks_and_consoles{.kiosk = true, .console = true, .board = false};
constexpr Devices boards_and_consoles{.kiosk = false, .console = true, .board = true};
constexpr Devices everybody{.kiosk = true, .console = true, .board = true};

// clang-format off
constexpr std::array table{
    Route{"GET",  "/v1/centre",                        everybody,           see_centre},
    Route{"GET",  "/v1/line",                          consoles,            see_line},
    Route{"GET",  "/v1/board",                         boards_and_consoles, see_board},
    Route{"GET",  "/v1/events",                        everybody,           open_feed},
    Route{"POST", "/v1/check-ins",                     kiosks_and_consoles, check_in},
    Route{"POST", "/v1/stations/{station}/call-next",  consoles,            call_next},
    Route{"POST", "/v1/tickets/{ticket}/call",         consoles,            call_this},
    Route{"POST", "/v1/tickets/{ticket}/call-again",   consoles,            call_again},
    Route{"POST", "/v1/tickets/{ticket}/start",        consoles,            start},
    Route{"POST", "/v1/tickets/{ticket}/done",         consoles,            finish},
    Route{"POST", "/v1/tickets/{ticket}/hold",         consoles,            hold},
    Route{"POST", "/v1/tickets/{ticket}/resume",       consoles,            resume},
    Route{"POST", "/v1/tickets/{ticket}/away",         consoles,            step_away},
    Route{"POST", "/v1/tickets/{ticket}/back",         consoles,            come_back},
    Route{"POST", "/v1/tickets/{ticket}/send-on",      consoles,            send_on},
    Route{"POST", "/v1/tickets/{ticket}/left",         consoles,            leave},
    Route{"POST", "/v1/tickets/{ticket}/priority",     consoles,            reclassify},
    Route{"POST", "/v1/tickets/{ticket}/undo",         consoles,            undo},
    Route{"POST", "/v1/day/close",                     consoles,            close_day},
    Route{"POST", "/v1/day/reopen",                    consoles,            reopen_day},
    Route{"POST", "/v1/cards",                         kiosks_and_consoles, mint_card},
    Route{"POST", "/v1/cards/replace",                 consoles,            replace_card},
    Route{"POST", "/v1/cards/revoke",                  consoles,            revoke_card},
    Route{"POST", "/v1/alerts",                        kiosks_and_consoles, raise_alert},
    Route{"POST", "/v1/alerts/{alert}/answer",         consoles,            answer_alert},
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

void refuse(const wire::Reply& reply, int status, domain::Refusal::Why why, std::string detail)
{
    reply({status, wire::encode(domain::Refusal{why, std::move(detail)})});
}

void answer_at(const Route& route, Desks& desks, const wire::Request& request, std::vector<std::string_view> parameters,
               const wire::Reply& reply)
{
    using enum domain::Refusal::Why;
    if (!route.devices.has(request.actor.kind)) {
        refuse(reply, 403, not_allowed, "this kind of device may not ask for that");
        return;
    }
    Asked asked{std::move(parameters), request, {request.actor.device, std::nullopt}};
    if (route.method == "POST") {
        const auto key = domain::RequestKey::parse(request.idempotency_key);
        if (!key) {
            refuse(reply, 400, invalid_input, key.error().detail);
            return;
        }
        asked.asker.key = *key;
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

void answer(Desks& desks, const wire::Request& request, const wire::Reply& reply)
{
    using enum domain::Refusal::Why;
    bool is_known_path = false;
    for (const auto& route : table) {
        auto parameters = fit(route.path, request.target);
        if (!parameters) {
            continue;
        }
        if (route.method == request.method) {
            answer_at(route, desks, request, *std::move(parameters), reply);
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
