package dev.aotrollout.governance;

import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which rule speaks of a library, and what it says: the most specific wins, of equal ones the stricter. */
final class LibraryRuling {
    /** An exact name before a glob, then the longer glob, then a range before none, then the stricter verdict. */
    private static final Comparator<LibraryRule> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    (LibraryRule rule) -> !rule.purl().isExact())
            .thenComparing(
                    Comparator.comparingInt((LibraryRule rule) -> rule.purl().literals())
                            .reversed())
            .thenComparing(rule -> rule.versions().isAll())
            .thenComparing(LibraryRule::verdict);

    private final LibraryPolicy policy;
    private final Instant now;
    private final Map<String, List<LibraryRule>> exact = new HashMap<>();
    private final List<LibraryRule> globs;
    private final Set<String> present = new HashSet<>();

    LibraryRuling(LibraryPolicy policy, BillOfMaterials bill, Instant now) {
        this.policy = policy;
        this.now = now;
        var readable = policy.rules().stream()
                .filter(rule -> rule.versions().isReadable())
                .sorted(MOST_SPECIFIC_FIRST)
                .toList();
        for (var rule : readable)
            if (rule.purl().isExact())
                exact.merge(
                        rule.purl().pattern(),
                        List.of(rule),
                        (one, two) -> Stream.concat(one.stream(), two.stream()).toList());
        globs = readable.stream().filter(rule -> !rule.purl().isExact()).toList();
        bill.components().forEach(component -> present.add(LibraryGlob.key(component)));
    }

    /** What the policy says of {@code component}. */
    LibraryFinding finding(Component component) {
        if (isIgnored(component)) return finding(component, LibraryVerdict.IGNORED, "scope", "not in the service", "");
        return rule(component)
                .map(rule -> byRule(component, rule))
                .orElseGet(() -> finding(component, policy.fallback(), "default", "no rule names it", ""));
    }

    private boolean isIgnored(Component component) {
        return policy.ignoredScopes().contains(component.scope())
                || (!component.ecosystem().isEmpty()
                        && !policy.ecosystems().isEmpty()
                        && !policy.ecosystems().contains(component.ecosystem()));
    }

    /** The first that speaks of the package and does not rule its version out. */
    private Optional<LibraryRule> rule(Component component) {
        var key = LibraryGlob.key(component);
        if (key.isEmpty()) return Optional.empty();
        for (var rule : exact.getOrDefault(key, List.of())) if (mayContain(rule, component)) return Optional.of(rule);
        for (var rule : globs)
            if (rule.purl().matches(component, key) && mayContain(rule, component)) return Optional.of(rule);
        return Optional.empty();
    }

    private static boolean mayContain(LibraryRule rule, Component component) {
        return isVersionUnknown(rule, component)
                || rule.versions().contains(component.ecosystem(), component.version());
    }

    private static boolean isVersionUnknown(LibraryRule rule, Component component) {
        return !rule.versions().isAll() && component.version().isEmpty();
    }

    private LibraryFinding byRule(Component component, LibraryRule rule) {
        var grounds = rule.grounds();
        if (isVersionUnknown(rule, component))
            return unsure(component, rule, "the bill does not say its version, and the rule asks for it");
        if (rule.isApproval() && !now.isBefore(rule.expires()))
            return unsure(component, rule, "its approval expired with " + lastDay(rule.expires()));
        var missing = missing(rule);
        if (!missing.isEmpty())
            return finding(
                    component,
                    LibraryVerdict.NEEDS_REVIEW,
                    rule.label(),
                    "approved only with %s, which the bill does not have".formatted(String.join(", ", missing)),
                    grounds.replacement());
        var reason = grounds.reason().isEmpty() ? rule.verdict().label() + " by the policy" : grounds.reason();
        return finding(component, rule.verdict(), rule.label(), reason, grounds.replacement());
    }

    /** A policy that allows what nobody has judged allows this too. */
    private LibraryFinding unsure(Component component, LibraryRule rule, String reason) {
        var isLenient = policy.isLenient() && rule.isApproval();
        return finding(
                component,
                isLenient ? LibraryVerdict.APPROVED : LibraryVerdict.NEEDS_REVIEW,
                rule.label(),
                reason,
                rule.grounds().replacement());
    }

    /** The last one before {@code expires}. */
    static LocalDate lastDay(Instant expires) {
        return LocalDate.ofInstant(expires.minusNanos(1), ZoneOffset.UTC);
    }

    private List<String> missing(LibraryRule rule) {
        return rule.conditions().requiredPackages().stream()
                .filter(glob -> !isPresent(glob))
                .map(LibraryGlob::text)
                .toList();
    }

    private boolean isPresent(LibraryGlob glob) {
        return glob.isExact()
                ? present.contains(glob.pattern())
                : present.stream().anyMatch(glob::matchesKey);
    }

    /** Conditions of its approval that no bill can show. */
    List<String> toConfirm(Component component) {
        return rule(component).stream()
                .flatMap(rule -> Stream.concat(
                        rule.conditions().forbiddenFeatures().stream().map(feature -> "without " + feature),
                        Stream.of(rule.conditions().minRuntime())
                                .filter(runtime -> !runtime.isEmpty())
                                .map(runtime -> "on %s or newer".formatted(runtime))))
                .map(condition -> component.label() + ": " + condition)
                .toList();
    }

    private static LibraryFinding finding(
            Component component, LibraryVerdict verdict, String rule, String reason, String replacement) {
        return new LibraryFinding(component.label(), verdict, rule, reason, replacement);
    }
}
