package dev.aotrollout.governance;

import dev.aotrollout.judge.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One criterion as a check asks it.
 *
 * @param reason of the check where this is what it does not pass by
 * @param required whether the check passes only with it; what is not required counts in the score
 */
record Facet(Criterion criterion, Reason reason, boolean required) {
    private static final Comparator<Facet> WORST_FIRST =
            Comparator.comparing(facet -> facet.criterion().answer() != Answer.FAILED);

    static Facet required(CriterionName name, Answer answer, Reason reason, String evidence) {
        return new Facet(new Criterion(name, answer, evidence), reason, true);
    }

    /** The same, asked only where {@code condition} holds or {@code rubric} makes it a hard stop. */
    Facet onlyIf(boolean condition, Rubric rubric) {
        return new Facet(criterion, reason, condition || rubric.isHardStop(criterion.name()));
    }

    /** The worst of what is required; what stands in the way is named, the worst first. */
    static Check check(CheckName name, Reason passed, List<Facet> facets) {
        var criteria = facets.stream().map(Facet::criterion).toList();
        var inTheWay = new ArrayList<>(facets.stream()
                .filter(facet -> facet.required() && facet.criterion().answer() != Answer.PASSED)
                .toList());
        if (inTheWay.isEmpty()) return new Check(name, Answer.PASSED, passed, sentence(criteria), criteria);
        inTheWay.sort(WORST_FIRST);
        var worst = inTheWay.getFirst();
        var message = sentence(inTheWay.stream().map(Facet::criterion).toList());
        return new Check(name, worst.criterion().answer(), worst.reason(), message, criteria);
    }

    static String sentence(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::evidence).collect(Collectors.joining("; "));
    }
}
