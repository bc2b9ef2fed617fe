// SPDX-License-Identifier: Apache-2.0
// What a visitor's pictures are called, and what is asked of her.
#include "clinic/console/wording/record_words.hpp"

#include <utility>

namespace verandah::console {

namespace {

using For = PicturePad::For;
using Said = PicturePad::Said;

/// In the order of their numbers (screens/record_pictures.cpp).
std::vector<std::string> picture_labels(const ui::Translator& words)
{
    return {words.translate("Sun"),   words.translate("Moon"),     words.translate("Star"),
            words.translate("Cloud"), words.translate("Umbrella"), words.translate("Flower"),
            words.translate("Tree"),  words.translate("Mountain"), words.translate("Fire"),
            words.translate("Paw"),   words.translate("Heart"),    words.translate("Cup"),
            words.translate("Cake"),  words.translate("House"),    words.translate("A key"),
            words.translate("Lamp"),  words.translate("Bus"),      words.translate("Bicycle"),
            words.translate("Boat"),  words.translate("Plane"),    words.translate("A tune"),
            words.translate("Book"),  words.translate("Scissors"), words.translate("Bag")};
}

std::string trouble_words(const ui::Translator& words, Said said)
{
    switch (said) {
    case Said::nothing: return {};
    case Said::not_hers: return words.translate("These do not open it. After five tries only her card does.");
    case Said::none_chosen: return words.translate("No pictures open a record for this number. Scan her card.");
    case Said::not_the_same: return words.translate("That was not the same twice. Begin again.");
    case Said::one_picture: return words.translate("One picture four times is too easy. Choose others.");
    case Said::not_kept: return words.translate("The hub did not answer. Once more, please.");
    }
    std::unreachable();
}

std::string pad_title(const ui::Translator& words, const PicturePad& pad)
{
    if (pad.what == For::opening) {
        return words.translate("Touch your four pictures");
    }
    return pad.first.empty() ? words.translate("Choose four pictures") : words.translate("The same four once more");
}

} // namespace

PicturesModel picture_words(const Scene& scene, const PicturePad& pad)
{
    const auto& words = scene.words;
    const bool is_waiting = pad.asked == PicturePad::Asked::the_hub;
    return {.title = pad_title(words, pad),
            .note = pad.what == For::opening ? words.translate("In your order. Nobody sees which.")
                                             : words.translate("They open your notes next time, in place of the card."),
            .trouble = trouble_words(words, pad.said),
            .labels = picture_labels(words),
            .touched = is_waiting ? domain::PicturePhrase::length : pad.touched.size(),
            .is_waiting = is_waiting,
            .untouch = pad.touched.empty() || is_waiting ? std::string{} : words.translate("Take the last one back"),
            .close = words.translate("Close")};
}

} // namespace verandah::console
