// SPDX-License-Identifier: Apache-2.0
// Every word a screen shows, in reading order: for the voice and for scripts.
#include "kiosk/wording/words_shown.hpp"

namespace verandah::kiosk {
namespace {

struct Collect {
    std::vector<std::string>& words;

    void add(const std::string& text) const
    {
        if (!text.empty()) {
            words.push_back(text);
        }
    }
    void add(const Greeting& greeting) const
    {
        add(greeting.title);
        add(greeting.note);
    }
    void add_languages(const std::vector<LanguageChoice>& languages) const
    {
        for (const LanguageChoice& language : languages) {
            add(language.own_name);
        }
    }
    void add(const std::optional<Countdown>& countdown) const
    {
        if (countdown) {
            add(countdown->words);
        }
    }
    void add(const std::optional<WayIn>& way) const
    {
        if (way) {
            add(way->label);
            add(way->note);
        }
    }

    void operator()(const WelcomeModel& screen) const
    {
        add(screen.greeting);
        add_languages(screen.languages);
        add(screen.more);
        add(screen.with_card);
        add(screen.without_card);
        add(screen.supplies);
    }
    void operator()(const LanguagesModel& screen) const
    {
        add(screen.title);
        add_languages(screen.languages);
    }
    void operator()(const ChoicesModel& screen) const
    {
        add(screen.greeting);
        for (const WayOn& way : screen.ways) {
            add(way.label);
            add(way.note);
        }
    }
    void operator()(const NeedsModel& screen) const
    {
        add(screen.title);
        add(screen.note);
        add(screen.card_read);
        for (const Need& need : screen.needs) {
            add(need.label);
        }
    }
    void operator()(const NoticeModel& screen) const
    {
        add(screen.greeting);
        add(screen.countdown);
    }
    void operator()(const FactsModel& screen) const
    {
        add(screen.title);
        add(screen.note);
        for (const Fact& fact : screen.facts) {
            add(fact.words);
        }
    }
    void operator()(const SuppliesModel& screen) const
    {
        add(screen.title);
        add(screen.note);
        for (const SupplyOffer& supply : screen.supplies) {
            add(supply.label);
        }
    }
    void operator()(const TicketModel& screen) const
    {
        for (const std::string* each :
             {&screen.title, &screen.number, &screen.before, &screen.before_note, &screen.seat, &screen.seat_note}) {
            add(*each);
        }
        if (screen.card) {
            add(screen.card->title);
            add(screen.card->note);
        }
        add(screen.countdown);
    }
};

} // namespace

std::vector<std::string> words_shown(const ScreenModel& model)
{
    std::vector<std::string> words;
    std::visit(Collect{words}, model);
    std::visit(
        [&words](const auto& screen) {
            if (screen.page.main) {
                words.push_back(screen.page.main->label);
            }
            if (!screen.page.reconnecting.empty()) {
                words.push_back(screen.page.reconnecting);
            }
            words.push_back(screen.page.person.label);
            words.push_back(screen.page.help.label);
        },
        model);
    return words;
}

} // namespace verandah::kiosk
