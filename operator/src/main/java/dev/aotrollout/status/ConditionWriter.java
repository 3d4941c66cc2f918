package dev.aotrollout.status;

import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Goal;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions: every one is set on the first visit; they explain, plain status fields are the memory. */
final class ConditionWriter {
    private static final String TRUE = "True";
    private static final String FALSE = "False";
    private static final String UNKNOWN = "Unknown";

    private static final List<Verdict> WORSE = List.of(Verdict.PASS, Verdict.UNKNOWN, Verdict.FAIL);

    private static final String IDENTITY = "TracksIdentified";

    private static final Set<String> GUARD_TYPES = Stream.concat(
                    Stream.of(IDENTITY), Stream.of(GuardName.values()).map(ConditionWriter::type))
            .collect(Collectors.toUnmodifiableSet());

    private final Outlook outlook;
    private final Assessment assessment;
    private final List<Condition> before;
    private final ConditionList conditions;

    private ConditionWriter(Outlook outlook, Assessment assessment, long generation, List<Condition> before) {
        this.outlook = outlook;
        this.assessment = assessment;
        this.before = before;
        conditions = new ConditionList(before, generation, outlook.seen().now());
    }

    /** What they state, with their messages still to be written. */
    static ConditionList state(Outlook outlook, Assessment assessment, long generation, List<Condition> before) {
        var writer = new ConditionWriter(outlook, assessment, generation, before);
        writer.progress();
        writer.governance();
        writer.tracks();
        writer.guards();
        writer.identity();
        writer.kstatus();
        return writer.conditions;
    }

    private void progress() {
        var decision = outlook.decision();
        var outcome = outlook.after().outcome();
        var ending = outlook.after().ending();
        var running = outcome == Outcome.RUNNING;
        var ready = outcome == Outcome.PROMOTED || rests();
        add("Ready", ready ? TRUE : FALSE, decision.reason(), decision.message());
        add(
                "Progressing",
                running && !(decision instanceof Decision.Hold) ? TRUE : FALSE,
                decision.reason(),
                decision.message());
        var paused = decision instanceof Decision.Hold
                && (decision.reason() == Reason.PausedByUser || decision.reason() == Reason.Inconclusive);
        add(
                "Paused",
                paused ? TRUE : FALSE,
                paused ? decision.reason() : Reason.AsExpected,
                paused ? decision.message() : "");
        var back = outcome == Outcome.ROLLED_BACK;
        add(
                "RolledBack",
                back ? TRUE : FALSE,
                back ? ending.reason() : Reason.AsExpected,
                back ? ending.message() : "");
        var promoted = outcome == Outcome.PROMOTED;
        add(
                "Promoted",
                promoted ? TRUE : FALSE,
                promoted ? Reason.Promoted : Reason.AsExpected,
                promoted ? ending.message() : "");
    }

    private void governance() {
        for (var stated : GovernanceConditions.of(assessment)) {
            var status = switch (stated.status()) {
                case PASSED -> TRUE;
                case FAILED -> FALSE;
                case UNKNOWN -> UNKNOWN;
            };
            add(stated.type(), status, stated.reason(), stated.message());
        }
    }

    private void tracks() {
        var trouble = outlook.seen().troubles().stream().findFirst();
        var jit = outlook.seen().jit();
        var aot = outlook.seen().aot();
        Supplier<String> pods = () -> "JIT " + jit.ready() + " of " + jit.desired() + " pods ready, AOT " + aot.ready()
                + " of " + aot.desired();
        var ready = trouble.isEmpty() && jit.ready() >= jit.desired() && aot.ready() >= aot.desired();
        conditions.add(
                "TracksReady",
                ready ? TRUE : FALSE,
                trouble.map(Trouble::reason).orElse(ready ? Reason.AsExpected : Reason.TracksUnready),
                () -> trouble.map(t -> t.message() + "; ").orElse("") + pods.get());
        var route = outlook.seen().route();
        var asked = outlook.after().weight();
        add(
                "TrafficServed",
                route.serves(asked) ? TRUE : FALSE,
                route.serves(asked)
                        ? Reason.AsExpected
                        : route.accepted() ? Reason.WeightUnserved : Reason.RouteNotAccepted,
                route.serves(asked)
                        ? "routes ask for weight " + asked + " and are accepted"
                        : route.accepted()
                                ? "routes ask for weight " + route.weight() + ", " + asked + " is on its way"
                                : route.message());
        metrics();
    }

    private void metrics() {
        if (outlook.after().outcome() != Outcome.RUNNING) {
            add("MetricsAvailable", UNKNOWN, Reason.AsExpected, "the rollout is finished; nothing is measured");
            return;
        }
        switch (outlook.seen().evidence().traffic()) {
            case Reading.Missing<?>(var why, var pending) ->
                add(
                        "MetricsAvailable",
                        pending ? UNKNOWN : FALSE,
                        pending ? Reason.MetricsPending : Reason.MetricsUnavailable,
                        why);
            case Reading.Known<?> _ -> add("MetricsAvailable", TRUE, Reason.AsExpected, "");
        }
    }

    /** A finished rollout is not judged any more: what was said last stays. */
    private void guards() {
        if (outlook.seen().findings().isEmpty())
            before.stream()
                    .filter(condition -> GUARD_TYPES.contains(condition.getType()))
                    .forEach(conditions::keep);
        var worst = new EnumMap<GuardName, Finding>(GuardName.class);
        for (var finding : outlook.seen().findings()) {
            var first = worst.get(finding.guard());
            if (first == null || isWorse(finding, first)) worst.put(finding.guard(), finding);
        }
        worst.values().forEach(this::guard);
    }

    private static boolean isWorse(Finding finding, Finding than) {
        return WORSE.indexOf(finding.verdict()) > WORSE.indexOf(than.verdict());
    }

    /** Where one guard asks several questions, the condition speaks of the worst answer. */
    private void guard(Finding finding) {
        var passed = finding.verdict() == Verdict.PASS;
        var suffix = finding.permitsAdvance() && !passed
                ? finding.mode() == Mode.OBSERVE ? " (only observed)" : " (not required)"
                : "";
        conditions.add(type(finding.guard()), status(finding), finding.reason(), () -> finding.message() + suffix);
    }

    /** What the pods' own metrics prove of their build. */
    private void identity() {
        if (outlook.seen().findings().isEmpty()) return;
        if (!(outlook.seen().evidence().metrics().identity() instanceof Reading.Known<Identity>(var identity, var _))) {
            add(IDENTITY, UNKNOWN, Reason.NoData, "no metric proves which build a pod runs");
            return;
        }
        var wrong = Identity.firstOf(identity.jit(), Identity.Build.AOT)
                .or(() -> Identity.firstOf(identity.aot(), Identity.Build.JIT));
        if (wrong.isPresent()) {
            var pod = wrong.get();
            add(
                    IDENTITY,
                    FALSE,
                    Reason.WrongBuild,
                    "pod %s runs the other track's build: %s".formatted(pod.pod(), pod.proof()));
            return;
        }
        var all = identity.aot().size();
        var proven = 0;
        for (var pod : identity.aot()) if (pod.build() == Identity.Build.AOT) proven++;
        add(
                IDENTITY,
                proven > 0 && proven == all ? TRUE : UNKNOWN,
                Reason.AsExpected,
                all == 0 ? "no AOT pod yet" : proven + " of " + all + " AOT pods are proven to run an AOT build");
    }

    private static String type(GuardName guard) {
        return switch (guard) {
            case ERRORS -> "ErrorsHealthy";
            case BUDGET -> "WithinErrorBudget";
            case LATENCY -> "LatencyHealthy";
            case MEMORY -> "MemoryHealthy";
            case STARTUP -> "StartupHealthy";
            case RESTARTS -> "PodsHealthy";
            case COMPARABILITY -> "MetricsComparable";
            case LEAK -> "MemoryStable";
            case CPU -> "CpuHealthy";
            case SIGNATURES -> "SignaturesHealthy";
            case CUSTOM -> "CustomHealthy";
        };
    }

    private static String status(Finding finding) {
        return switch (finding.verdict()) {
            case PASS -> TRUE;
            case FAIL -> FALSE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What {@code kubectl wait}, Flux and Argo CD understand without knowing us. */
    private void kstatus() {
        var decision = outlook.decision();
        var moving = outlook.after().outcome() == Outcome.RUNNING || (isWantedBack() && !rests());
        var back = outlook.after().outcome() == Outcome.ROLLED_BACK && !isWantedBack();
        add("Reconciling", moving ? TRUE : FALSE, decision.reason(), moving ? decision.message() : "");
        add(
                "Stalled",
                back ? TRUE : FALSE,
                back ? decision.reason() : Reason.AsExpected,
                back ? decision.message() : "");
    }

    /** On JIT because that is asked for, not because AOT failed. */
    private boolean isWantedBack() {
        return outlook.after().outcome() == Outcome.ROLLED_BACK
                && (outlook.plan().goal() == Goal.JIT
                        || !outlook.plan().exemption().isEmpty());
    }

    /** All traffic is where it is asked to be, for as long as it is asked. */
    private boolean rests() {
        return isWantedBack() && outlook.seen().route().serves(0);
    }

    private void add(String type, String status, Reason reason, String message) {
        conditions.add(type, status, reason, message);
    }
}
