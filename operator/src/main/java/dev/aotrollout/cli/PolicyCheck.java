package dev.aotrollout.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a plan that the API server takes can do what it is meant to: judged with the numbers that the operator will use. */
final class PolicyCheck {
    private static final List<Function<Draft, Stream<Remark>>> RULES = List.of(
            StepRules::firstWeightIsLarge,
            StepRules::firstStepMayOverspend,
            StepRules::stepMayOverspend,
            StepRules::weightJumps,
            StepRules::soakIsBelowScrapes,
            StepRules::soakIsBelowWarmUp,
            StepRules::testStepWithoutHeader,
            StepRules::evidenceIsOutOfReach,
            GuardRules::nothingIsEnforced,
            GuardRules::onlyObserved,
            GuardRules::gainFromACache,
            GuardRules::oneAotPod,
            GuardRules::stepLimitAboveRolloutLimit,
            GuardRules::shortStandby,
            GuardRules::movingTag,
            GuardRules::secretInTheClear);

    private PolicyCheck() {}

    /** Only for a document that {@link SchemaCheck} found no error in. */
    static List<Remark> check(Document document, Schema schema, TrafficOptions traffic) {
        var draft = new Draft(document, Manifests.typed(schema.withDefaults(document.tree())), traffic);
        return RULES.stream().flatMap(rule -> rule.apply(draft)).toList();
    }
}
