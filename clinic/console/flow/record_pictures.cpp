// SPDX-License-Identifier: Apache-2.0
// Four touches, and the hub is asked.
#include "clinic/console/flow/record_pictures.hpp"

#include "clinic/console/flow/session_acts.hpp"

#include <utility>

namespace verandah::console {

namespace {

using For = PicturePad::For;
using Said = PicturePad::Said;
using Stage = Record::Stage;

Effects open_with(Record& record, const domain::PicturePhrase& phrase)
{
    record.pad->asked = PicturePad::Asked::the_hub;
    record.card_is = Record::Card::pictures;
    record.stage = Stage::opening;
    return {RecordEffect{OpenFile{.look = record.look, .ticket = record.ticket, .card = {}, .pictures = phrase}}};
}

/// The second time has to be as the first.
Effects choose(Record& record, const domain::PicturePhrase& phrase)
{
    auto& pad = *record.pad;
    auto touched = std::exchange(pad.touched, {});
    if (pad.first.empty()) {
        pad.first = std::move(touched);
        return {};
    }
    const bool is_same = std::exchange(pad.first, {}) == touched;
    if (!is_same) {
        pad.said = Said::not_the_same;
        return {};
    }
    pad.asked = PicturePad::Asked::the_hub;
    return {RecordEffect{KeepPictures{record.look, *record.id, phrase}}};
}

} // namespace

std::vector<Effect> handle_pictures(Console& console, const AskPictures&)
{
    auto& record = *console.record;
    if (record.stage == Stage::card) {
        record.pad = PicturePad{For::opening};
    }
    return {};
}

std::vector<Effect> handle_pictures(Console& console, const ChoosePictures&)
{
    auto& record = *console.record;
    if (record.stage == Stage::done && record.id && !record.is_of_today) {
        record.pad = PicturePad{For::choosing};
    }
    return {};
}

std::vector<Effect> handle_pictures(Console& console, const TouchPicture& wish)
{
    auto& record = *console.record;
    auto& pad = record.pad;
    const bool is_picture = wish.picture >= 1 && wish.picture <= domain::PicturePhrase::pictures;
    if (!pad || pad->asked == PicturePad::Asked::the_hub || !is_picture || console.link != Link::live) {
        return {};
    }
    pad->said = Said::nothing;
    pad->touched.push_back(wish.picture);
    if (pad->touched.size() < domain::PicturePhrase::length) {
        return {};
    }
    const auto phrase = domain::PicturePhrase::make(pad->touched);
    if (!phrase) {
        pad->touched.clear();
        pad->said = Said::one_picture;
        return {};
    }
    return pad->what == For::opening ? open_with(record, *phrase) : choose(record, *phrase);
}

std::vector<Effect> handle_pictures(Console& console, const UntouchPicture&)
{
    if (auto& pad = console.record->pad; pad && !pad->touched.empty() && pad->asked == PicturePad::Asked::nobody) {
        pad->touched.pop_back();
    }
    return {};
}

std::vector<Effect> handle_pictures(Console& console, const ClosePictures&)
{
    auto& record = *console.record;
    if (record.pad && record.stage != Stage::opening) {
        record.pad.reset();
    }
    return {};
}

void pictures_did_not_open(Record& record, std::optional<domain::Refusal::Why> why)
{
    record.stage = Stage::card;
    record.card_is = Record::Card::awaited;
    record.pad = PicturePad{For::opening};
    record.pad->said = !why                                      ? Said::not_kept
                       : *why == domain::Refusal::Why::not_found ? Said::none_chosen
                                                                 : Said::not_hers;
}

std::vector<Effect> pictures_kept(Console& console, const PicturesKept& event)
{
    auto& record = *console.record;
    record.pad.reset();
    return {RecordEffect{FetchFile{event.look, *record.id}}};
}

void pictures_not_kept(Record& record)
{
    if (record.pad) {
        record.pad = PicturePad{For::choosing};
        record.pad->said = Said::not_kept;
    }
}

} // namespace verandah::console
