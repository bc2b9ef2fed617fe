// SPDX-License-Identifier: Apache-2.0
// The words of a record.
#pragma once

#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/screens/record_models.hpp"
#include "clinic/console/wording/scene.hpp"
#include "shared/domain/care/guidance.hpp"
#include "shared/domain/record/corrections.hpp"
#include "shared/domain/record/episodes.hpp"

#include <string>
#include <vector>

namespace verandah::console {

[[nodiscard]] RecordModel record_words(const Scene& scene);

// Parts of it. For record_*_words.cpp only.

/// In the reader's language, else in English: clinical data is written in English first.
[[nodiscard]] std::string text_of(const Scene& scene, const domain::Words& words);
[[nodiscard]] std::string day_words(const Scene& scene,
                                    domain::CentreDay day); ///< "3 Mar", with the year when it is another.
[[nodiscard]] std::string time_words(const Scene& scene, domain::Instant at); ///< "3 Mar, 18:05".
/// What somebody answered, in words; "–" for nothing.
[[nodiscard]] std::string answer_words(const Scene& scene, const domain::Field& field,
                                       const domain::AnswerValue* answer);

[[nodiscard]] std::vector<RecordCard> card_words(const Scene& scene);
[[nodiscard]] TestsModel tests_words(const Scene& scene);
[[nodiscard]] PicturesModel picture_words(const Scene& scene, const PicturePad& pad);
[[nodiscard]] std::string result_words(const Scene& scene, const domain::TestResult& result); ///< "reactive".
[[nodiscard]] std::vector<SuggestionModel> suggestion_words(const Scene& scene);
/// In one line: "Doxycycline 100 mg · given".
[[nodiscard]] std::string treatment_words(const Scene& scene, const domain::Prescription& prescription);
/// A line for each drug of a dose.
[[nodiscard]] std::vector<StockLine> supply_words(const Scene& scene, const std::vector<Supply>& supplies);
[[nodiscard]] OtherwiseModel otherwise_words(const Scene& scene);
[[nodiscard]] std::string frequency_words(const Scene& scene, domain::Frequency frequency); ///< "twice a day".
/// "Doxycycline 100 mg, twice a day, 14 days + …".
[[nodiscard]] std::string regimen_words(const Scene& scene, const domain::Regimen& regimen);
/// "Aciclovir 400 mg · 400 mg, three times a day, 5 days", with what was written beside it.
[[nodiscard]] std::string own_words(const Scene& scene, const domain::OwnTreatment& own);
/// What facts are called: "Penicillin allergy, Pregnant". Precondition: there is a guideline.
[[nodiscard]] std::string fact_words(const Scene& scene, const std::vector<domain::FactCode>& facts);
/// As the cupboard calls it; its code when that was not seen.
[[nodiscard]] std::string label_of_kept(const Scene& scene, const domain::CommodityCode& commodity);
/// What stands against a medicine: whom it is not for, what to mind, and that nobody knows.
[[nodiscard]] std::vector<std::string> warning_words(const Scene& scene, const domain::ByTheTable& said);
[[nodiscard]] VisitModel visit_words(const Scene& scene);       ///< The one that is looked at.
[[nodiscard]] WhyModel why_corrected_words(const Scene& scene); ///< While something is corrected.
/// "Corrected by nurse-2, 3 Mar, 18:05".
[[nodiscard]] std::string correction_words(const Scene& scene, const domain::Correction& correction);
[[nodiscard]] std::string episode_words(const Scene& scene, const domain::Episode& episode);
/// How long PEP can be begun after an exposure at `at`.
[[nodiscard]] SideItem pep_words(const Scene& scene, domain::Instant at);
[[nodiscard]] TimeModel exact_time_words(const Scene& scene); ///< While one is told.
[[nodiscard]] ClashModel clash_words(const Scene& scene);
[[nodiscard]] SideModel side_words(const Scene& scene);
/// Of what she was given with the record as it stands and the cupboard's book did not have; else nothing.
[[nodiscard]] std::string beyond_words(const Scene& scene);
[[nodiscard]] RecordDoorModel record_door_words(const Scene& scene);

} // namespace verandah::console
