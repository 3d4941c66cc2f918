package dev.aotrollout.decision;

import java.util.Optional;

/** The rules in the order of their precedence, safety before policy, policy before progress: the first one with an answer wins. */
public enum NamedRule {
    ROLLED_BACK_STAYS_DOWN("is it rolled back already?", Rules::rolledBackStaysDown),
    ABORT_ROLLS_BACK("is the abort annotation set?", Rules::abortRollsBack),
    GOAL_JIT_ROLLS_BACK("is spec.goal JIT?", Rules::goalJitRollsBack),
    EXEMPTED_ROLLS_BACK("does an exception keep it on JIT?", Rules::exemptedRollsBack),
    NO_READY_AOT_POD_ROLLS_BACK("does a weight point at a track without a ready pod?", Rules::noReadyAotPodRollsBack),
    REGRESSION_ROLLS_BACK("does an enforced guard fail?", Rules::regressionRollsBack),
    TOO_MUCH_WEIGHT_LOWERS("is the weight above that of the step?", Rules::tooMuchWeightLowers),
    PROMOTED_RESTS("is it promoted already?", AfterPromotion::rests),
    TROUBLE_HOLDS("is something missing in the cluster, or in the way?", Rules::troubleHolds),
    PAUSED_HOLDS("is it paused by a person?", Rules::pausedHolds),
    REFUSED_HOLDS("does policy object?", PolicyRules::refusedHolds),
    WAVE_WAITS("is it not its turn?", PolicyRules::waveWaits),
    BLIND_HOLDS("are the figures missing?", Rules::blindHolds),
    OLD_REVISION_DRAINS("do pods of an older revision still drain?", Rules::oldRevisionDrains),
    UNREADY_JIT_WAITS("is JIT unable to take everything back?", Rules::unreadyJitWaits),
    FIRST_APPROVAL_WAITS("are approvals of the first step missing?", PolicyRules::firstApprovalWaits),
    FIRST_STEP_BEGINS("is the first step still to begin?", Rules::firstStepBegins),
    UNREADY_AOT_WAITS("are AOT pods missing for the weight?", Rules::unreadyAotWaits),
    READY_TRACKS_SHIFT("is the weight still to be asked for?", Rules::readyTracksShift),
    UNSERVED_WEIGHT_WAITS("is the weight still to be served?", Rules::unservedWeightWaits),
    SOAK_WAITS("does it still soak?", Rules::soakWaits),
    THIN_EVIDENCE_WAITS("is a guard still to pass?", Rules::thinEvidenceWaits),
    APPROVAL_WAITS("are approvals of the next step missing?", PolicyRules::approvalWaits),
    LAST_STEP_PROMOTES("was this the last step?", Rules::lastStepPromotes),
    NEXT_STEP_ADVANCES("then the next step", Rules::nextStepAdvances);

    private final String question;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method has no state
    private final Rule rule;

    NamedRule(String question, Rule rule) {
        this.question = question;
        this.rule = rule;
    }

    /** What it asks, for people. */
    public String question() {
        return question;
    }

    Optional<Decision> ask(Case given) {
        return rule.ask(given);
    }
}
