// SPDX-License-Identifier: Apache-2.0
// What an open record says of its referrals and partner slips.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/wording/work_words.hpp"

namespace verandah::console {

std::vector<RecordErrand> errand_words(const Scene& scene)
{
    const auto& words = scene.words;
    std::vector<RecordErrand> errands{
        {words.translate("Refer"), ui::icon::forward_to_inbox, 'F', WorkWish{Refer{}}},
        {words.translate("Partner slips"), ui::icon::group, 'S', WorkWish{OfferPartnerSlips{}}},
        {words.translate("Medicine"), ui::icon::vaccines, 'M', RecordWish{AskOtherwise{}}}};
    if (to_be_asked_about(scene.console.record->file) != nullptr) {
        errands.push_back(
            {words.translate("How was it there?"), ui::icon::sentiment_satisfied, 'H', WorkWish{AskWelcome{}}});
    }
    return errands;
}

std::string referred_today_words(const Scene& scene)
{
    std::string last;
    for (const auto& [id, referral] : scene.console.record->file.referrals) {
        if (today(scene.console, referral.made_at) == today(scene.console, scene.now)) {
            last = referral_label(scene, referral.service) + " · " + status_label(scene, status_now(scene, referral));
        }
    }
    return last;
}

std::string slips_words(const Scene& scene)
{
    if (!scene.console.record) {
        return {};
    }
    const auto count = slips_of(*scene.console.record);
    return count.given == 0
               ? std::string{}
               : filled(scene.words.translate("{} slip so far, {returned} came back.",
                                              "{} slips so far, {returned} came back.", static_cast<long>(count.given)),
                        {{"returned", std::to_string(count.returned)}});
}

} // namespace verandah::console
