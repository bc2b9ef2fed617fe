// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/visitor.hpp"

#include "tests/journeys/story_broke.hpp"

#include <algorithm>

namespace verandah::journeys {

namespace {

std::string in_quotes(std::string_view words)
{
    return "\"" + std::string{words} + "\"";
}

bool is_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

KioskFront::KioskFront(Setup setup)
    : setup_{std::move(setup)}, program_{setup_.program,
                                         {"--device", setup_.device.string(), "--size", setup_.size, "--play", "-"},
                                         setup_.out / "logs" / (setup_.name + ".log"),
                                         test::Program::Output::heard}
{
    program_.play("wait " + in_quotes(words("I have no card")) + " 30");
}

int KioskFront::check_in(const Visitor& visitor)
{
    choose_language(visitor.language);
    picture("welcome");
    welcome(visitor);
    choose(visitor.service);
    picture("needs");
    press("Get my number");
    if (visitor.card != Visitor::Card::brought) {
        program_.play("wait " + in_quotes(words("Would you like a card for next time?")));
        picture("card-offer");
        press(visitor.card == Visitor::Card::wanted ? "Yes, show me a card" : "No, thank you");
    }
    program_.play("wait " + in_quotes(words("We call your number")) + " 40"); // the hub may be away for a while
    const int number = read_number();
    const auto ticket = picture(visitor.card == Visitor::Card::wanted ? "ticket-with-card" : "ticket");
    if (visitor.card == Visitor::Card::wanted) {
        card_picture_ = ticket;
    }
    go();
    return number;
}

void KioskFront::go()
{
    if (pictured_.contains(picture_file("thank-you"))) {
        press("Hide now");
    } else {
        press("Done");
        program_.play("wait " + in_quotes(words("Thank you")));
        picture("thank-you");
    }
    language_ = "en"; // the next visitor finds the house's usual one
    program_.play("wait " + in_quotes(words("I have no card")) + " 30");
}

void KioskFront::welcome(const Visitor& visitor)
{
    if (visitor.card != Visitor::Card::brought) {
        press("I have no card");
        return;
    }
    press("I have a card");
    program_.play("wait " + in_quotes(words("Hold your card to the glass")));
    picture("scan");
    program_.play("scan " + visitor.card_code);
}

void KioskFront::choose_language(const std::string& code)
{
    if (code != language_) {
        program_.play("press " + in_quotes(ui::find_language(code)->own_name));
        language_ = code;
        program_.play("wait " + in_quotes(words("I have no card")));
    }
}

void KioskFront::choose(const std::string& service)
{
    const auto found = std::ranges::find(setup_.centre.centre.services, service,
                                         [](const domain::Service& each) { return each.code.text(); });
    if (found == setup_.centre.centre.services.end()) {
        throw StoryBroke{"the centre has no service " + service};
    }
    program_.play("press " + in_quotes(found->label.at(language_)));
}

int KioskFront::read_number()
{
    const auto shown = program_.play("words");
    const auto number = std::ranges::find_if(shown, is_number);
    if (number == shown.end()) {
        throw StoryBroke{setup_.name + " shows no number"};
    }
    return std::stoi(*number);
}

std::filesystem::path KioskFront::picture(const std::string& screen)
{
    auto file = picture_file(screen);
    if (pictured_.insert(file).second) {
        program_.play("picture " + file.string());
    }
    return file;
}

std::filesystem::path KioskFront::picture_file(const std::string& screen) const
{
    return setup_.out / (setup_.name + "-" + screen + "-" + language_ + ".png");
}

void KioskFront::press(std::string_view english)
{
    program_.play("press " + in_quotes(words(english)));
}

std::string KioskFront::words(std::string_view english) const
{
    return ui::Translator{*ui::find_language(language_), setup_.languages}.translate(english);
}

} // namespace verandah::journeys
