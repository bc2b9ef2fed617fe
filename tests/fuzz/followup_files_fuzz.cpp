// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a file of follow-up rules, referral services, providers or partner rules: it is refused with a
// place and a word for each fault, or it can be worked with.
#include "clinic/hub/clinical/followup_file.hpp"
#include "clinic/hub/clinical/partner_file.hpp"
#include "clinic/hub/clinical/referral_file.hpp"
#include "shared/domain/followup/due_items.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

using namespace verandah;

namespace {

template <class Read>
bool is_right(const Read& read)
{
    if (read) {
        return true;
    }
    test::claim(!read.error().empty(), "a refusal says why");
    for (const auto& fault : read.error()) {
        test::claim(!fault.what.empty() && !fault.instead.empty(), "each fault says what and what instead");
    }
    return false;
}

/// The table drives a history in which everything it speaks of has happened.
void follow(const domain::FollowupRules& rules)
{
    using namespace std::chrono;
    domain::History history;
    for (const auto& rule : rules.rules) {
        for (const auto& trigger : rule.triggers) {
            history.push_back({trigger.code, year{2028} / 2 / 29, trigger.value});
        }
    }
    const auto items = domain::due_items(rules, history, {}, year{2030} / 1 / 1);
    test::claim(items.size() <= rules.rules.size(), "a rule has one item of one day");
    for (const auto& item : items) {
        test::claim(item.due.ok() && item.due >= item.key.triggered_on, "it is due on a real day, and not before");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = test::text_of(data, size);
    if (const auto rules = hub::read_followup_rules(text); is_right(rules)) {
        follow(*rules);
    }
    const auto clocks = hub::read_referral_clocks(text);
    static_cast<void>(is_right(clocks));
    if (const auto providers = hub::read_providers(text, clocks.value_or(domain::ReferralClocks{}));
        is_right(providers)) {
        for (const auto& provider : providers->providers) {
            test::claim(provider.last_checked.ok(), "it was checked on a real day");
        }
    }
    if (const auto rules = hub::read_partner_rules(text); is_right(rules)) {
        test::claim(std::ranges::count(rules->modes_when_violence_feared, domain::PartnerMode::provider) == 0,
                    "nobody is told behind her back when she fears violence");
    }
    return 0;
}
