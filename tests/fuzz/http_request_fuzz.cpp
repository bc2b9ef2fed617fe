// SPDX-License-Identifier: Apache-2.0
// Whatever a device sends over its connection: it is refused by the reader, or the hub's routes answer it, once and
// with a status that is theirs; and the same request again is answered alike. The first byte says which kind of device
// sends.
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/routes/route.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/inbox.hpp"
#include "shared/wire/http/request_reader.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <semaphore>

using namespace verandah;

namespace {

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};

/// The hub's desks without a network. Its clock stands still, so that the keys of the corpus stay good.
class Desks {
public:
    Desks() { writer_.start(); }
    ~Desks() { writer_.stop(); }
    Desks(const Desks&) = delete;
    Desks& operator=(const Desks&) = delete;

    wire::Response answer(wire::Request request)
    {
        const auto kind = request.actor.kind;
        const auto exchange = std::make_shared<wire::Exchange>(std::weak_ptr<wire::Session>{}, inbox_, kind);
        hub::answer(desks_, request, wire::Reply{exchange});
        test::claim(answered_.try_acquire_for(std::chrono::seconds{20}), "every request is answered");
        std::vector<wire::Delivery> deliveries;
        inbox_->fetch(deliveries);
        test::claim(deliveries.size() == 1, "it is answered once");
        return std::move(deliveries.front().response);
    }

private:
    store::Writer::Options options()
    {
        return {.now = [this] { return clock_.at(noon); },
                .committed = [this](const store::Ledger&, const store::Change& change) { feed_.note(change); },
                .open_journal = [this] { return std::make_unique<store::Journal>(folder_ / "journal.db", key_); }};
    }

    test::TemporaryFolder folder_;
    vault::HubKey key_ = (vault::initialise(), vault::HubKey::make());
    domain::Centre centre_ = hub::read_centre_text(hub::starting_centre(), "centre.toml").value().centre;
    hub::CentreClock clock_{centre_.time_zone, centre_.day_boundary};
    vault::CardKeeper cards_{key_};
    hub::Feed feed_;
    std::counting_semaphore<> answered_{0};
    std::shared_ptr<wire::Inbox> inbox_ = std::make_shared<wire::Inbox>([this] { answered_.release(); });
    store::Writer writer_{centre_, options()};
    hub::Desks desks_{.queue = {writer_, cards_},
                      .cards = {writer_, cards_},
                      .alerts = hub::AlertDesk{writer_},
                      .centre = {writer_, feed_, centre_, clock_}};
};

bool is_a_status_of_the_routes(int status)
{
    constexpr std::array known{200, 201, 400, 401, 403, 404, 405, 409, 503};
    return std::ranges::find(known, status) != known.end();
}

wire::Actor actor_of(std::uint8_t first)
{
    constexpr std::array kinds{wire::DeviceKind::kiosk, wire::DeviceKind::console, wire::DeviceKind::board};
    const auto kind = kinds.at(first % kinds.size());
    return {std::string{wire::word_for(kind)} + "-1", kind};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Desks desks;
    static const wire::Limits limits;
    if (size == 0) {
        return 0;
    }
    wire::RequestReader reader{limits};
    auto bytes = test::text_of(data, size).substr(1);
    for (int requests = 0; requests < 8; ++requests) {
        reader.begin();
        if (reader.take(bytes) != wire::Reading::whole) {
            return 0;
        }
        auto request = reader.request();
        request.actor = actor_of(data[0]);
        const auto first = desks.answer(request);
        test::claim(is_a_status_of_the_routes(first.status), "the status is one of the routes'");
        if (request.method == "POST" && first.status / 100 == 2) {
            const auto again = desks.answer(request);
            test::claim(again.status == first.status && again.body == first.body, "asking again changes nothing");
        }
    }
    return 0;
}
