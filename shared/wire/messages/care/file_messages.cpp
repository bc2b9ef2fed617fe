// SPDX-License-Identifier: Apache-2.0
// Opening, seeing and writing a file, as JSON.
#include "shared/wire/messages/care/file_messages.hpp"

#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/care/file_parts.hpp"
#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <array>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t largest_entry_id = std::int64_t{1} << 53U; // what every JSON reader holds exactly
constexpr int largest_version = 1'000'000;

template <class Id>
std::optional<Id> optional_id(ObjectReader& reader, std::string_view field)
{
    const auto number = reader.optional_number(field, 1, largest_entry_id);
    return number ? std::optional{Id{*number}} : std::nullopt;
}

std::optional<domain::ConsentSaid> read_consent(ObjectReader& outer)
{
    const auto& object = outer.object("consent");
    if (object.empty()) {
        return std::nullopt;
    }
    ObjectReader reader{object};
    const domain::ConsentSaid consent{reader.word("answer", domain::consent_from),
                                      static_cast<int>(reader.number("text_version", 1, largest_version))};
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse("consent", finished.error().detail);
    }
    return consent;
}

std::optional<domain::PicturePhrase> optional_pictures(ObjectReader& reader)
{
    const auto text = reader.optional_text("pictures", 2 * domain::PicturePhrase::length);
    const auto phrase = text ? std::optional{domain::PicturePhrase::parse(*text)} : std::nullopt;
    if (phrase && !*phrase) {
        reader.refuse("pictures", phrase->error().detail);
    }
    return phrase && *phrase ? std::optional{**phrase} : std::nullopt;
}

Json returned_json(const FileView::Returned& returned)
{
    return {{"counterfoil", hexadecimal(returned.counterfoil)},
            {"way", word(returned.way)},
            {"at", milliseconds(returned.at)}};
}

Json due_json(const FileView::Due& due)
{
    return {{"rule", due.rule.view()}, {"due", day_text(due.due)}, {"state", word(due.state)}};
}

FileView::Due read_due(ObjectReader& reader)
{
    return {reader.code<domain::FollowupRuleCode>("rule"), day(reader, "due"),
            reader.word("state", domain::due_state_from)};
}

FileView::Returned read_returned(ObjectReader& reader)
{
    return {card_token(reader, "counterfoil"), reader.word("way", domain::counterfoil_way_from), reader.instant("at")};
}

} // namespace

domain::File file_in(const FileView& view)
{
    domain::File file;
    for (const auto& entry : view.entries) {
        apply(file, entry);
    }
    for (const auto number : view.unread) {
        apply_unread(file, number);
    }
    return file;
}

std::string encode(const OpenFileRequest& message)
{
    Json json{{"way", word(message.way)}, {"consent", Json::object()}};
    if (message.ticket) {
        json["ticket"] = message.ticket->value();
    }
    if (message.card) {
        json["card"] = message.card->text();
    }
    if (message.pictures) {
        json["pictures"] = message.pictures->text();
    }
    if (message.file) {
        json["file"] = message.file->value();
    }
    if (message.consent) {
        json["consent"] = {{"answer", word(message.consent->answer)}, {"text_version", message.consent->text_version}};
    }
    return json.dump();
}

Decoded<OpenFileRequest> decode_open_file_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        OpenFileRequest request{reader.word("way", domain::record_way_from),
                                optional_id<domain::TicketId>(reader, "ticket"),
                                optional_card(reader, "card"),
                                optional_pictures(reader),
                                optional_id<domain::FileId>(reader, "file"),
                                read_consent(reader)};
        if (request.card && request.pictures) {
            reader.refuse("pictures", "come in place of the card");
        }
        return request;
    });
}

std::string encode(const FileView& view)
{
    Json json{{"is_of_today", view.is_of_today},
              {"entries", list_json(view.entries, [](const domain::FileEntry& entry) { return as_json(entry); })},
              {"unread", list_json(view.unread, [](std::uint32_t entry) { return Json{{"entry", entry}}; })},
              {"returned", list_json(view.returned, returned_json)},
              {"due", list_json(view.due, due_json)}};
    if (view.file) {
        json["file"] = view.file->value();
    }
    return json.dump();
}

Decoded<FileView> decode_file_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        FileView view{.file = optional_id<domain::FileId>(reader, "file"),
                      .is_of_today = reader.yes_or_no("is_of_today"),
                      .entries = read_each(reader, "entries", FileView::most_entries, read_file_entry)};
        view.unread = read_each(reader, "unread", FileView::most_entries, [](ObjectReader& each) {
            return static_cast<std::uint32_t>(each.number("entry", 1, std::int64_t{FileView::most_entries}));
        });
        view.returned = read_each(reader, "returned", FileView::most_entries, read_returned);
        view.due = read_each(reader, "due", FileView::most_entries, read_due);
        return view;
    });
}

std::string encode(const WriteEntryRequest& message)
{
    return Json{{"event", as_json(message.event)}}.dump();
}

Decoded<WriteEntryRequest> decode_write_entry_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return WriteEntryRequest{read_event_within(reader)}; });
}

std::string encode(const ChoosePicturesRequest& message)
{
    return Json{{"pictures", message.pictures.text()}}.dump();
}

Decoded<ChoosePicturesRequest> decode_choose_pictures_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        const auto pictures = optional_pictures(reader);
        if (!pictures) {
            reader.refuse("pictures", "are missing");
        }
        constexpr std::array stand_in{1, 2, 3, 4};
        return ChoosePicturesRequest{pictures.value_or(domain::PicturePhrase::make(stand_in).value())};
    });
}

std::string encode(const EntryReceipt& message)
{
    return encode(message.entry);
}

Decoded<EntryReceipt> decode_entry_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return EntryReceipt{read_file_entry(reader)}; });
}

std::string encode(const domain::FileEntry& entry)
{
    return as_json(entry).dump();
}

Decoded<domain::FileEntry> decode_file_entry(std::string_view text)
{
    return decode_object(text, read_file_entry);
}

} // namespace verandah::wire
