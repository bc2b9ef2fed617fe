// SPDX-License-Identifier: Apache-2.0
// POST /v1/files, GET /v1/files/{file}, POST /v1/files/{file}/…, GET /v1/care/…, GET /v1/tracings,
// POST /v1/tracings/{tracing}/tell, POST /v1/counterfoils/return
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

namespace verandah::hub {

namespace {

/// Asks with the file in the path, or answers that there is none such.
template <class Ask>
void about_file(const Asked& asked, const wire::Reply& reply, Ask ask)
{
    if (const auto file = id_in_path<domain::FileId>(asked)) {
        ask(*file);
    } else {
        reply(response_of(file.error()));
    }
}

/// Reads the query with `decode`, then lets `ask` ask a desk with it.
template <class Decode, class Ask>
void with_query(const Asked& asked, const wire::Reply& reply, Decode decode, Ask ask)
{
    if (const auto query = decode(asked.query)) {
        ask(*query);
    } else {
        reply(response_of(query.error()));
    }
}

} // namespace

void open_file(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_open_file_request, [&](const wire::OpenFileRequest& body) {
        desks.files.open(body, asked.asker, replying<wire::FileView>(reply, ok));
    });
}

void see_file(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_file(asked, reply,
               [&](domain::FileId file) { desks.files.see(file, asked.asker, replying<wire::FileView>(reply, ok)); });
}

void write_entry(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_file(asked, reply, [&](domain::FileId file) {
        decoded(asked, reply, wire::decode_write_entry_request, [&](wire::WriteEntryRequest body) {
            desks.files.write(file, std::move(body), asked.asker, replying<wire::EntryReceipt>(reply, created));
        });
    });
}

void choose_pictures(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_file(asked, reply, [&](domain::FileId file) {
        decoded(asked, reply, wire::decode_choose_pictures_request, [&](const wire::ChoosePicturesRequest& body) {
            desks.files.choose_pictures(file, body, asked.asker, replying<wire::EntryReceipt>(reply, created));
        });
    });
}

void close_file(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_file(asked, reply, [&](domain::FileId file) {
        decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) {
            desks.files.close(file, asked.asker, replying<wire::EmptyRequest>(reply, ok));
        });
    });
}

void see_due(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    with_query(asked, reply, wire::decode_due_query, [&](const wire::DueQuery& query) {
        desks.care_lists.due(query, asked.asker, replying<wire::DueList>(reply, ok));
    });
}

void see_referrals(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    with_query(asked, reply, wire::decode_referral_query, [&](const wire::ReferralQuery& query) {
        desks.care_lists.referrals(query, asked.asker, replying<wire::ReferralList>(reply, ok));
    });
}

void see_results(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    with_query(asked, reply, wire::decode_result_query, [&](const wire::ResultQuery& query) {
        desks.care_lists.results(query, asked.asker, replying<wire::ResultList>(reply, ok));
    });
}

void see_tracings(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    desks.tracings.see(asked.asker, replying<wire::TracingList>(reply, ok));
}

void tell_tracing(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto tracing = id_in_path<domain::TracingId>(asked);
    if (!tracing) {
        reply(response_of(tracing.error()));
        return;
    }
    decoded(asked, reply, wire::decode_tracing_answer, [&](const wire::TellTracingRequest& body) {
        desks.tracings.tell(*tracing, body, asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

void return_counterfoil(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_return_counterfoil_request, [&](const wire::ReturnCounterfoilRequest& body) {
        const auto way = asked.request.actor.kind == wire::DeviceKind::kiosk ? domain::CounterfoilWay::kiosk
                                                                             : domain::CounterfoilWay::console;
        desks.counterfoils.take_back(body, way, asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

} // namespace verandah::hub
