// SPDX-License-Identifier: Apache-2.0
// What a console asks of the hub about a record, and what each answer is.
#include "clinic/console/app/hub.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/wire/messages/card_messages.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

constexpr auto record_patience = 10s;

std::string file_path(domain::FileId file)
{
    return "/v1/files/" + std::to_string(file.value());
}

std::string open_body(const OpenFile& asked)
{
    const bool with_card = !asked.card.empty();
    using Way = domain::RecordRead::Way;
    return wire::encode(wire::OpenFileRequest{
        .way = with_card || asked.pictures ? Way::with_her : Way::of_today,
        .ticket = asked.ticket,
        .card = with_card ? std::optional{*domain::CardCode::parse(asked.card.view())} : std::nullopt,
        .pictures = asked.pictures,
        .consent = asked.consent});
}

/// The happening that `read` makes of what was decoded; a body this program cannot read counts as no answer.
template <class View, class Read>
std::optional<RecordHappening> read_body(std::size_t look, wire::Decoded<View> decoded, Read read)
{
    if (!decoded) {
        spdlog::error("the hub says something this program cannot read: {}", decoded.error().detail);
        return RecordLost{look};
    }
    return read(*std::move(decoded));
}

} // namespace

void Hub::ask_about_record(const RecordAsk& ask, wire::Request request)
{
    record_asks_.insert_or_assign(link_.ask(std::move(request), record_patience), ask);
}

void Hub::post_about_record(const RecordAsk& ask, const std::string& path, std::string body)
{
    ask_about_record(
        ask, {.method = "POST", .target = path, .idempotency_key = key_of(ask).text(), .body = std::move(body)});
}

/// What was asked before under the same number, and not answered, has the key it had.
domain::RequestKey Hub::key_of(const RecordAsk& ask)
{
    if (ask.ask == 0) {
        return new_key();
    }
    std::erase_if(record_keys_, [&](const auto& each) { return each.first.first != ask.look; }); // of an earlier record
    return record_keys_.try_emplace({ask.look, ask.ask}, new_key()).first->second;
}

void Hub::ask(const RecordEffect& effect)
{
    using enum RecordAsk::About;
    struct Act {
        Hub& hub;
        void operator()(const FetchKnowledge&) const
        {
            hub.ask_about_record({0, forms}, {.method = "GET", .target = "/v1/forms"});
            hub.ask_about_record({0, guidance}, {.method = "GET", .target = "/v1/guidance"});
        }
        void operator()(const OpenFile& asked) const
        {
            hub.post_about_record({asked.look, file}, "/v1/files", open_body(asked));
        }
        void operator()(const FetchFile& asked) const
        {
            hub.ask_about_record({asked.look, file}, {.method = "GET", .target = file_path(asked.file)});
        }
        void operator()(const WriteEntry& asked) const
        {
            hub.post_about_record({asked.look, entry, asked.ask}, file_path(asked.file) + "/entries",
                                  wire::encode(wire::WriteEntryRequest{asked.event}));
        }
        void operator()(const MoveStock& asked) const
        {
            hub.post_about_record({asked.look, stock, asked.ask}, asked.path, asked.body);
        }
        void operator()(const KeepPictures& asked) const
        {
            hub.post_about_record({asked.look, pictures}, file_path(asked.file) + "/pictures",
                                  wire::encode(wire::ChoosePicturesRequest{asked.pictures}));
        }
        void operator()(const CloseFile& asked) const
        {
            hub.post_about_record({0, entry}, file_path(asked.file) + "/close", wire::encode(wire::EmptyRequest{}));
        }
    };
    std::visit(Act{*this}, effect);
}

std::optional<Heard> Hub::hear_record(const RecordAsk& ask, const wire::Response& response)
{
    record_keys_.erase({ask.look, ask.ask});
    const bool is_yes = response.status >= 200 && response.status < 300;
    if (!is_yes) {
        const auto refusal = wire::decode_refusal(response.body);
        spdlog::warn("the hub refused: {}", refusal.detail);
        if (ask.about == RecordAsk::About::pictures) {
            return RecordHappening{PicturesNotKept{ask.look}};
        }
        return ask.about == RecordAsk::About::stock ? RecordHappening{StockAskRefused{ask.look, ask.ask, refusal.why}}
                                                    : RecordHappening{RecordRefused{ask.look, refusal.why}};
    }
    const auto happening = [&]() -> std::optional<RecordHappening> {
        switch (ask.about) {
        case RecordAsk::About::forms:
            return read_body(ask.look, wire::decode_forms_view(response.body),
                             [](wire::FormsView view) { return FormsCame{std::move(view)}; });
        case RecordAsk::About::guidance:
            return read_body(ask.look, wire::decode_guidance_view(response.body),
                             [](wire::GuidanceView view) { return GuidanceCame{std::move(view)}; });
        case RecordAsk::About::file:
            return read_body(ask.look, wire::decode_file_view(response.body),
                             [&](wire::FileView view) { return RecordCame{ask.look, std::move(view)}; });
        case RecordAsk::About::entry:
            if (ask.look == 0) { // it was closed
                return std::nullopt;
            }
            return read_body(ask.look, wire::decode_entry_receipt(response.body), [&](wire::EntryReceipt receipt) {
                return EntryTaken{ask.look, std::move(receipt.entry)};
            });
        case RecordAsk::About::pictures: return PicturesKept{ask.look};
        case RecordAsk::About::stock:
            return read_body(ask.look, wire::decode_stock_receipt(response.body), [&](wire::StockReceipt receipt) {
                return StockAnswered{ask.look, ask.ask, std::move(receipt)};
            });
        }
        std::unreachable();
    }();
    return happening ? std::optional<Heard>{*happening} : std::nullopt;
}

} // namespace verandah::console
