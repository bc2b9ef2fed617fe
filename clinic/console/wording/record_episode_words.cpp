// SPDX-License-Identifier: Apache-2.0
// What belongs together over several visits, each in one line.
#include "clinic/console/wording/record_words.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using domain::PartnerSlips;
using domain::PrepTime;
using domain::SyphilisTreatment;
using domain::VaccineCourse;

struct EpisodeWords {
    const Scene& scene;

    /// "Syphilis: dose 2 of 3 · 1:32, 1:8".
    std::string operator()(const SyphilisTreatment& treatment) const
    {
        auto text =
            filled(scene.words.translate("Syphilis: dose {given} of {planned}"),
                   {{"given", std::to_string(treatment.given)}, {"planned", std::to_string(treatment.planned)}});
        std::string titres;
        for (const auto& titre : treatment.titres) {
            titres += (titres.empty() ? "1:" : ", 1:") + std::to_string(titre.dilution);
        }
        return titres.empty() ? text : text + " · " + titres;
    }
    std::string operator()(const PrepTime& time) const
    {
        const auto& words = scene.words;
        const auto from = day_words(scene, time.begun);
        return time.stopped ? filled(words.translate("PrEP from {from} to {to}"),
                                     {{"from", from}, {"to", day_words(scene, *time.stopped)}})
                            : filled(words.translate("PrEP since {from}"), {{"from", from}});
    }
    std::string operator()(const VaccineCourse& course) const
    {
        std::string doses;
        for (const auto& dose : course.doses) {
            doses += (doses.empty() ? "" : ", ") + std::to_string(dose.number);
        }
        const auto vaccine = course.vaccine == "hbv" ? scene.words.translate("Hepatitis B vaccine") : course.vaccine;
        return filled(scene.words.translate("{vaccine}: given {doses}"), {{"vaccine", vaccine}, {"doses", doses}});
    }
    std::string operator()(const PartnerSlips& slips) const
    {
        return scene.words.translate("{} slip for partners", "{} slips for partners", slips.given) + " · " +
               filled(scene.words.translate("{returned} came back"), {{"returned", std::to_string(slips.returned)}});
    }
};

} // namespace

std::string episode_words(const Scene& scene, const domain::Episode& episode)
{
    return std::visit(EpisodeWords{scene}, episode);
}

} // namespace verandah::console
