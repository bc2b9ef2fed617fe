// SPDX-License-Identifier: Apache-2.0
// The console's and the board's side of the hub: requests go out, answers and the live feed come back as happenings.
#pragma once

#include "clinic/console/board/board.hpp"
#include "clinic/console/flow/console.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/enrolment/renewal.hpp"
#include "shared/wire/http/hub_link.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <variant>
#include <vector>

namespace verandah::console {

/// What the hub says, to a console or to a board.
using Heard = std::variant<LinkWent, CentreCame, LineCame, BoardCame, LineChanged, TotalsCame, FeedBroke, WriteAnswered,
                           WriteRefused, WriteLost, SessionHappening, PastHappening, ForgettingHappening,
                           RecordHappening, WorkHappening, StockHappening>;

class Hub {
public:
    /// `wake` is called on another thread when there is something to take().
    /// `file` holds the bundle, and gets another one when its certificate has to be renewed.
    Hub(const std::filesystem::path& file, const wire::DeviceBundle& bundle, std::function<void()> wake);

    void fetch_centre() { fetch(About::centre, "/v1/centre"); }
    void fetch_line() { fetch(About::line, "/v1/line"); }
    void fetch_board() { fetch(About::board, "/v1/board"); }
    void fetch_session() { fetch(About::session, "/v1/session"); }
    void fetch_staff() { fetch(About::staff, "/v1/staff"); }
    void fetch_devices() { fetch(About::devices, "/v1/devices"); }
    void fetch_totals() { fetch(About::totals, "/v1/totals"); }
    void fetch(const FetchPast& asked);
    void fetch(const FetchCheck& asked);
    void fetch(const FetchPart& asked);
    void ask(const RecordEffect& effect);
    void fetch(const FetchStock& asked);
    void fetch(const FetchMovements& asked);
    void change(const ChangeStock& change); ///< A write, as post().
    void fetch_forgetting_requests() { fetch(About::forgetting, "/v1/forgetting-requests"); }
    /// A write with a new idempotency key; the link repeats it with the same one until it is answered.
    void post(const Post& post);
    void run(const RunErrand& errand); ///< The same, for an errand.
    void ask(const AskWork& asked);
    [[nodiscard]] domain::CounterfoilCode new_counterfoil();

    [[nodiscard]] std::vector<Heard> take();
    /// The hub's clock, as far as it is known.
    [[nodiscard]] domain::Instant now() const;

private:
    using Clock = std::chrono::steady_clock;
    enum class About { centre, line, board, session, staff, devices, totals, forgetting, write, renewal };
    struct WorkAsked {
        AskWork::What what;
        std::size_t look;
    };
    struct Look {
        std::size_t look;
        Past::Asked about;
    };

    /// What is asked about a record.
    struct RecordAsk {
        std::size_t look;
        enum class About { forms, guidance, file, entry, stock, pictures } about;
        std::size_t ask{0}; ///< Of what changes something; 0: nobody asks it again.
    };
    /// What was asked of the cupboard.
    struct StockAsk {
        enum class About { view, movements, change };
        About about;
        std::size_t look{0};
    };

    void fetch(About about, const char* path);
    void ask_about_record(const RecordAsk& ask, wire::Request request);
    void post_about_record(const RecordAsk& ask, const std::string& path, std::string body);
    [[nodiscard]] domain::RequestKey key_of(const RecordAsk& ask);
    [[nodiscard]] std::optional<Heard> hear_record(const RecordAsk& ask, const wire::Response& response);
    void renew_when_due(domain::Instant hub_now);
    void hear_renewal(const std::string& body);
    [[nodiscard]] domain::RequestKey new_key();
    [[nodiscard]] std::optional<Heard> hear(const wire::Incoming& incoming);
    [[nodiscard]] std::optional<Heard> hear_answer(const wire::Answered& answer);
    [[nodiscard]] static Heard hear_past(const Look& look, const wire::Response& response);
    [[nodiscard]] static Heard hear_work(const WorkAsked& asked, const wire::Response& response);
    [[nodiscard]] static Heard hear_errand(Errand errand, const wire::Response& response);
    [[nodiscard]] static Heard hear_stock(const StockAsk& asked, const wire::Response& response);
    [[nodiscard]] static Heard hear_no_stock(const StockAsk& asked);
    void look(std::size_t look, Past::Asked about, const std::string& path);
    [[nodiscard]] std::optional<Heard> hear_nothing(wire::AskId id);
    [[nodiscard]] std::optional<Heard> hear_feed(const wire::FeedEvent& event);
    [[nodiscard]] std::optional<Heard> read_view(About about, const std::string& body);

    std::map<wire::AskId, About> asked_;
    std::map<wire::AskId, Errand> errands_;
    wire::RenewalWatch renewal_;
    std::map<wire::AskId, Look> looks_;
    std::map<wire::AskId, RecordAsk> record_asks_;
    std::map<std::pair<std::size_t, std::size_t>, domain::RequestKey>
        record_keys_; ///< Of look and ask; not answered yet.
    std::map<wire::AskId, WorkAsked> work_;
    std::map<wire::AskId, StockAsk> stock_asks_;
    std::optional<domain::Instant> hub_clock_;
    Clock::time_point clock_known_;
    std::string away_for_; ///< Why the hub could not be reached; empty while it can.
    std::random_device random_;
    wire::HubLink link_;
};

} // namespace verandah::console
