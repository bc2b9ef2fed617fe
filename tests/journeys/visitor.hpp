// SPDX-License-Identifier: Apache-2.0
// Visitors at a real kiosk: what they touch, in their own language, and the number they read from the glass.
#pragma once

#include "shared/ui/language.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/support/program.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::journeys {

/// Somebody who comes in.
struct Visitor {
    std::string language; ///< "en", "hi", "ar".
    std::string service;  ///< What she came for, by its code.
    enum class Card { none, wanted, brought } card = Card::none;
    std::string card_code = {}; ///< brought: what the scanner reads.
};

/// One kiosk and whoever stands before it.
class KioskFront {
public:
    struct Setup {
        std::string name; ///< "kiosk-1"; pictures begin with it.
        std::filesystem::path program;
        std::filesystem::path device;
        std::string size; ///< "1080x1920"
        std::filesystem::path languages;
        std::filesystem::path out;
        wire::CentreView centre;
    };
    explicit KioskFront(Setup setup);

    /// From the welcome to the next welcome. Returns the number on the glass. Every screen seen for the first time in a
    /// language is pictured. Throws StoryBroke.
    int check_in(const Visitor& visitor);

    /// The last ticket screen pictured, for whoever photographs a card.
    [[nodiscard]] const std::filesystem::path& card_picture() const { return card_picture_; }
    [[nodiscard]] test::Program& program() { return program_; }

private:
    void press(std::string_view english);
    void choose_language(const std::string& code);
    void welcome(const Visitor& visitor);
    void choose(const std::string& service);
    void go();
    int read_number();
    std::filesystem::path picture(const std::string& screen);
    [[nodiscard]] std::filesystem::path picture_file(const std::string& screen) const;
    [[nodiscard]] std::string words(std::string_view english) const;

    Setup setup_;
    test::Program program_;
    std::string language_{"en"};
    std::set<std::filesystem::path> pictured_;
    std::filesystem::path card_picture_;
};

} // namespace verandah::journeys
