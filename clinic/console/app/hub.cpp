// SPDX-License-Identifier: Apache-2.0
// Requests with their keys, and what each answer is about.
#include "clinic/console/app/hub.hpp"

#include "shared/files/secret_text.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

/// A press at a console means now: rather say that it did not work than do it half a minute later.
constexpr auto write_patience = 8s;
constexpr auto view_patience = 20s;
/// The first list of a day opens every file.
constexpr auto work_patience = 60s;
/// It takes its time, and whoever stands there is told that it does.
constexpr auto forgetting_patience = 30s;

bool is_yes(const wire::Response& response)
{
    return response.status >= 200 && response.status < 300;
}

/// What was read, as a happening; a view this program cannot read is left out and logged.
template <class Came, class View>
std::optional<Heard> came(wire::Decoded<View> view)
{
    if (!view) {
        spdlog::error("the hub says something this program cannot read: {}", view.error().detail);
        return std::nullopt;
    }
    if constexpr (std::is_constructible_v<SessionHappening, Came>) {
        return SessionHappening{Came{*std::move(view)}};
    } else if constexpr (std::is_constructible_v<ForgettingHappening, Came>) {
        return ForgettingHappening{Came{*std::move(view)}};
    } else {
        return Came{*std::move(view)};
    }
}

} // namespace

Hub::Hub(const std::filesystem::path& file, const wire::DeviceBundle& bundle, std::function<void()> wake)
    : renewal_{file, bundle},
      link_{{.hub = wire::hub_of(bundle), .identity = wire::identity_of(bundle), .wake = std::move(wake)}}
{
}

domain::Instant Hub::now() const
{
    if (!hub_clock_) {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    return *hub_clock_ + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - clock_known_);
}

domain::RequestKey Hub::new_key()
{
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random_() & 0xFFU);
    }
    return domain::RequestKey::make(now(), bytes);
}

void Hub::fetch(About about, const char* path)
{
    asked_.insert_or_assign(link_.ask({.method = "GET", .target = path}, view_patience), about);
}

void Hub::look(std::size_t look, Past::Asked about, const std::string& path)
{
    looks_.insert_or_assign(link_.ask({.method = "GET", .target = path}, view_patience), Look{look, about});
}

void Hub::fetch(const FetchPast& asked)
{
    look(asked.look, Past::Asked::page, "/v1/audit" + wire::query_text(asked.query));
}

void Hub::fetch(const FetchCheck& asked)
{
    look(asked.look, Past::Asked::check, "/v1/audit/check");
}

void Hub::fetch(const FetchPart& asked)
{
    look(asked.look, Past::Asked::part, "/v1/audit/export" + wire::query_text(asked.query));
}

void Hub::post(const Post& post)
{
    const auto id =
        link_.ask({.method = "POST", .target = post.path, .idempotency_key = new_key().text(), .body = post.body},
                  write_patience);
    asked_.insert_or_assign(id, About::write);
}

void Hub::run(const RunErrand& errand)
{
    const auto id = link_.ask({.method = "POST",
                               .target = errand.path,
                               .idempotency_key = new_key().text(),
                               .body = std::string{errand.body.view()}},
                              is_about_forgetting(errand.errand) ? forgetting_patience : write_patience);
    errands_.insert_or_assign(id, errand.errand);
}

void Hub::ask(const AskWork& asked)
{
    const bool is_read = asked.body.view().empty();
    const auto id = is_read ? link_.ask({.method = "GET", .target = asked.path}, work_patience)
                            : link_.ask({.method = "POST",
                                         .target = asked.path,
                                         .idempotency_key = new_key().text(),
                                         .body = std::string{asked.body.view()}},
                                        write_patience);
    work_.insert_or_assign(id, WorkAsked{asked.what, asked.look});
}

domain::CounterfoilCode Hub::new_counterfoil()
{
    domain::CounterfoilCode::Token token{};
    for (auto& byte : token) {
        byte = static_cast<std::byte>(random_() & 0xFFU); // the system's own random source
    }
    return domain::CounterfoilCode{token};
}

void Hub::fetch(const FetchStock&)
{
    const auto id = link_.ask({.method = "GET", .target = "/v1/stock"}, view_patience);
    stock_asks_.insert_or_assign(id, StockAsk{StockAsk::About::view});
}

void Hub::fetch(const FetchMovements& asked)
{
    const auto id =
        link_.ask({.method = "GET", .target = "/v1/stock/movements" + wire::query_text(asked.query)}, view_patience);
    stock_asks_.insert_or_assign(id, StockAsk{StockAsk::About::movements, asked.look});
}

void Hub::change(const ChangeStock& change)
{
    const auto id =
        link_.ask({.method = "POST", .target = change.path, .idempotency_key = new_key().text(), .body = change.body},
                  write_patience);
    stock_asks_.insert_or_assign(id, StockAsk{StockAsk::About::change});
}

std::vector<Heard> Hub::take()
{
    std::vector<Heard> all;
    for (const auto& incoming : link_.take()) {
        if (auto heard = hear(incoming)) {
            all.push_back(*std::move(heard));
        }
    }
    return all;
}

std::optional<Heard> Hub::hear(const wire::Incoming& incoming)
{
    if (const auto* answer = std::get_if<wire::Answered>(&incoming)) {
        return hear_answer(*answer);
    }
    if (const auto* nothing = std::get_if<wire::Unanswered>(&incoming)) {
        return hear_nothing(nothing->id);
    }
    if (const auto* event = std::get_if<wire::FeedEvent>(&incoming)) {
        return hear_feed(*event);
    }
    if (const auto* down = std::get_if<wire::LinkDown>(&incoming)) {
        if (std::exchange(away_for_, down->why) != down->why) { // once for each reason, not for each try
            spdlog::warn("the hub is away: {}", down->why);
        }
        return LinkWent{Link::reconnecting};
    }
    away_for_.clear();
    return LinkWent{Link::live};
}

std::optional<Heard> Hub::hear_answer(const wire::Answered& answer)
{
    if (const auto errand = errands_.extract(answer.id)) {
        return hear_errand(errand.mapped(), answer.response);
    }
    if (const auto look = looks_.extract(answer.id)) {
        return hear_past(look.mapped(), answer.response);
    }
    if (const auto ask = record_asks_.extract(answer.id)) {
        return hear_record(ask.mapped(), answer.response);
    }
    if (const auto work = work_.extract(answer.id)) {
        return hear_work(work.mapped(), answer.response);
    }
    if (const auto stock = stock_asks_.extract(answer.id)) {
        return hear_stock(stock.mapped(), answer.response);
    }
    const auto asked = asked_.extract(answer.id);
    if (asked.empty()) {
        return std::nullopt;
    }
    if (!is_yes(answer.response)) {
        auto refusal = wire::decode_refusal(answer.response.body);
        spdlog::warn("the hub refused: {}", refusal.detail);
        return asked.mapped() == About::write ? std::optional<Heard>{WriteRefused{std::move(refusal)}} : std::nullopt;
    }
    return asked.mapped() == About::write ? std::optional<Heard>{WriteAnswered{answer.response.body}}
                                          : read_view(asked.mapped(), answer.response.body);
}

Heard Hub::hear_past(const Look& look, const wire::Response& response)
{
    const auto read = [&](auto decoded, auto as_happening) -> Heard {
        if (is_yes(response) && decoded) {
            return PastHappening{as_happening(*std::move(decoded))};
        }
        spdlog::warn("the hub does not tell who did what: {}",
                     is_yes(response) ? decoded.error().detail : wire::decode_refusal(response.body).detail);
        return PastHappening{PastLost{look.look}};
    };
    switch (look.about) {
    case Past::Asked::page:
        return read(wire::decode_audit_view(response.body),
                    [&](wire::AuditView view) { return PastCame{look.look, std::move(view)}; });
    case Past::Asked::check:
        return read(wire::decode_audit_check(response.body),
                    [&](wire::AuditCheck check) { return CheckCame{look.look, std::move(check)}; });
    case Past::Asked::part:
        return read(wire::decode_audit_part(response.body),
                    [&](wire::AuditPart part) { return PartCame{look.look, std::move(part)}; });
    }
    std::unreachable();
}

Heard Hub::hear_work(const WorkAsked& asked, const wire::Response& response)
{
    if (is_yes(response)) {
        return WorkHappening{WorkAnswered{asked.what, asked.look, files::SecretText{std::string{response.body}}}};
    }
    const auto refusal = wire::decode_refusal(response.body);
    spdlog::warn("the hub refused: {}", refusal.detail);
    return WorkHappening{WorkRefused{asked.what, asked.look, refusal.why}};
}

Heard Hub::hear_stock(const StockAsk& asked, const wire::Response& response)
{
    if (!is_yes(response)) {
        auto refusal = wire::decode_refusal(response.body);
        spdlog::warn("the hub refused: {}", refusal.detail);
        return asked.about == StockAsk::About::change ? Heard{StockHappening{StockRefused{refusal.why}}}
                                                      : hear_no_stock(asked);
    }
    switch (asked.about) {
    case StockAsk::About::view:
        if (auto view = wire::decode_stock_view(response.body)) {
            return StockHappening{StockCame{*std::move(view)}};
        }
        break;
    case StockAsk::About::movements:
        if (auto view = wire::decode_movements_view(response.body)) {
            return StockHappening{MovementsCame{asked.look, *std::move(view)}};
        }
        break;
    case StockAsk::About::change: return StockHappening{StockChanged{}};
    }
    spdlog::error("the hub says something of its stock that this program cannot read");
    return hear_no_stock(asked);
}

Heard Hub::hear_no_stock(const StockAsk& asked)
{
    switch (asked.about) {
    case StockAsk::About::view: return StockHappening{StockLost{}};
    case StockAsk::About::movements: return StockHappening{MovementsLost{asked.look}};
    case StockAsk::About::change: return StockHappening{StockUnanswered{}};
    }
    std::unreachable();
}

Heard Hub::hear_errand(Errand errand, const wire::Response& response)
{
    if (is_yes(response)) {
        return SessionHappening{ErrandDone{errand, files::SecretText{std::string{response.body}}}};
    }
    const auto body = wire::decode_refusal_body(response.body);
    spdlog::warn("the hub refused: {}", body.refusal.detail);
    return SessionHappening{ErrandRefused{errand, body.refusal.why, body.wait}};
}

std::optional<Heard> Hub::read_view(About about, const std::string& body)
{
    switch (about) {
    case About::centre: {
        auto view = wire::decode_centre_view(body);
        if (view) {
            hub_clock_ = view->now;
            clock_known_ = Clock::now();
            renew_when_due(view->now);
        }
        return came<CentreCame>(std::move(view));
    }
    case About::line: return came<LineCame>(wire::decode_line_view(body));
    case About::board: return came<BoardCame>(wire::decode_board_view(body));
    case About::session: return came<SessionCame>(wire::decode_session_view(body));
    case About::staff: return came<StaffCame>(wire::decode_staff_view(body));
    case About::devices: return came<DevicesCame>(wire::decode_devices_view(body));
    case About::totals: return came<TotalsCame>(wire::decode_totals_view(body));
    case About::renewal: hear_renewal(body); return std::nullopt;
    case About::forgetting: return came<ForgettingRequestsCame>(wire::decode_forgetting_requests_view(body));
    case About::write: break;
    }
    std::unreachable();
}

void Hub::renew_when_due(domain::Instant hub_now)
{
    if (const auto body = renewal_.due(hub_now)) {
        const auto id = link_.ask(
            {.method = "POST", .target = "/v1/device/renewal", .idempotency_key = new_key().text(), .body = *body},
            view_patience);
        asked_.insert_or_assign(id, About::renewal);
    }
}

void Hub::hear_renewal(const std::string& body)
{
    const auto renewed = renewal_.take(body);
    if (!renewed) {
        spdlog::warn("the certificate is not renewed: {}", renewed.error().detail);
        return;
    }
    link_.present(wire::identity_of(*renewed));
    spdlog::info("this device's certificate is renewed");
}

std::optional<Heard> Hub::hear_nothing(wire::AskId id)
{
    if (const auto errand = errands_.extract(id)) {
        return SessionHappening{ErrandLost{errand.mapped()}};
    }
    if (const auto work = work_.extract(id)) {
        return WorkHappening{WorkLost{work.mapped().what, work.mapped().look}};
    }
    if (const auto look = looks_.extract(id)) {
        return PastHappening{PastLost{look.mapped().look}};
    }
    if (const auto ask = record_asks_.extract(id)) {
        const auto& lost = ask.mapped();
        if (lost.about == RecordAsk::About::pictures) {
            return RecordHappening{PicturesNotKept{lost.look}};
        }
        return lost.about == RecordAsk::About::stock ? RecordHappening{StockAskLost{lost.look, lost.ask}}
                                                     : RecordHappening{RecordLost{lost.look}};
    }
    if (const auto stock = stock_asks_.extract(id)) {
        return hear_no_stock(stock.mapped());
    }
    const auto asked = asked_.extract(id);
    if (asked.empty()) {
        return std::nullopt;
    }
    switch (asked.mapped()) {
    case About::centre: fetch_centre(); break;
    case About::line: fetch_line(); break;
    case About::board: fetch_board(); break;
    case About::session: fetch_session(); break;
    case About::staff: fetch_staff(); break;
    case About::forgetting: fetch_forgetting_requests(); break;
    case About::renewal: // asked again in some hours
    case About::devices:
    case About::totals: break; // asked anew in a while
    case About::write: return WriteLost{};
    }
    return std::nullopt;
}

std::optional<Heard> Hub::hear_feed(const wire::FeedEvent& event)
{
    if (event.name == "reset") {
        return FeedBroke{};
    }
    if (event.name == "session") {
        return SessionHappening{SessionChanged{}};
    }
    if (event.name == "forgetting") {
        return ForgettingHappening{ForgettingRequestsChanged{}};
    }
    if (event.name == "board") {
        return came<BoardCame>(wire::decode_board_view(event.data));
    }
    if (event.name != "line") {
        return std::nullopt;
    }
    auto change = wire::decode_line_change(event.data);
    if (!change) {
        spdlog::error("the feed says something this program cannot read: {}", change.error().detail);
        return FeedBroke{};
    }
    return LineChanged{event.id, *std::move(change)};
}

} // namespace verandah::console
