// SPDX-License-Identifier: Apache-2.0
// A visitor's own pictures, as she touches them on a console that is turned to her. What happens is in
// record_pictures.hpp.
#pragma once

#include "shared/domain/record/picture_phrase.hpp"
#include "shared/domain/refusal.hpp"

#include <cstddef>
#include <vector>

namespace verandah::console {

struct PicturePad {
    enum class For {
        opening,  ///< Her file, in place of her card.
        choosing, ///< Pictures for the next time; twice the same.
    };
    enum class Said {
        nothing,
        not_hers,     ///< Or she was heard too often.
        none_chosen,  ///< There are none in her file, or no file.
        not_the_same, ///< As the first time.
        one_picture,  ///< Four times.
        not_kept,     ///< Nobody knows whether they are: to be chosen once more.
    };
    enum class Asked { nobody, the_hub };

    For what;
    std::vector<int> first{}; ///< Choosing: as she touched them the first time.
    std::vector<int> touched{};
    Said said{Said::nothing};
    Asked asked{Asked::nobody};
};

// What the person does.
struct AskPictures { ///< In place of the card.
    friend bool operator==(const AskPictures&, const AskPictures&) = default;
};
struct ChoosePictures { ///< For the next time.
    friend bool operator==(const ChoosePictures&, const ChoosePictures&) = default;
};
struct TouchPicture {
    int picture;
    friend bool operator==(const TouchPicture&, const TouchPicture&) = default;
};
struct UntouchPicture { ///< The last one.
    friend bool operator==(const UntouchPicture&, const UntouchPicture&) = default;
};
struct ClosePictures {
    friend bool operator==(const ClosePictures&, const ClosePictures&) = default;
};

// What the hub says of pictures that were chosen.
struct PicturesKept {
    std::size_t look;
};
struct PicturesNotKept { ///< Refused, or nobody knows.
    std::size_t look;
};

} // namespace verandah::console
