package dev.aotrollout.governance;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The third check: can it be taken back, was that tried, and is there something to compare with? */
final class OperationalRisk {
    /** The oldest sample in a window is found on a grid of so many points. */
    private static final int BASELINE_POINTS = 60;

    private OperationalRisk() {}

    static Check check(Dossier dossier, Rubric rubric, Instant now) {
        var cluster = dossier.cluster();
        var baseline = dossier.declared().baseline();
        var asksForBaseline = !cluster.started() && !baseline.isZero();
        return Facet.check(
                CheckName.OPERATIONAL_RISK,
                Reason.OperationallyReady,
                List.of(
                        tracks(cluster),
                        route(cluster.routeProblems()),
                        drill(dossier, rubric, now).onlyIf(false, rubric),
                        baseline(cluster.baselineReach(), baseline).onlyIf(asksForBaseline, rubric)));
    }

    /** Before the start only JIT can be ready, and must be: it takes everything back. */
    private static Facet tracks(ClusterFacts cluster) {
        var jit = isReady(cluster.jit());
        var aot = !cluster.started() || isReady(cluster.aot());
        var words = "JIT " + words(cluster.jit()) + (cluster.started() ? ", AOT " + words(cluster.aot()) : "");
        return Facet.required(
                CriterionName.TRACKS_READY, jit && aot ? Answer.PASSED : Answer.FAILED, Reason.TracksUnready, words);
    }

    private static boolean isReady(TrackFacts track) {
        return track.exists() && track.desired() > 0 && track.ready() >= track.desired() && track.rolledOut();
    }

    private static String words(TrackFacts track) {
        if (!track.exists()) return "has no Deployment";
        return "%s of %s pods ready%s"
                .formatted(
                        track.ready(), track.desired(), track.rolledOut() ? "" : ", its own rollout is not finished");
    }

    private static Facet route(List<String> problems) {
        return problems.isEmpty()
                ? Facet.required(
                        CriterionName.ROUTE_CONTROLLABLE,
                        Answer.PASSED,
                        Reason.OperationallyReady,
                        "every route can be weighted")
                : Facet.required(
                        CriterionName.ROUTE_CONTROLLABLE,
                        Answer.FAILED,
                        Reason.RouteUncontrollable,
                        String.join("; ", problems));
    }

    /** A drill that was declared, or a rollback that was seen to bring all traffic back: the later one counts. */
    private static Facet drill(Dossier dossier, Rubric rubric, Instant now) {
        var declared = dossier.declared().drilled();
        if (declared instanceof Day.Unreadable(var text))
            return drilled(
                    Answer.FAILED, "operations.rollbackDrilledAt \"%s\" is no day of the calendar".formatted(text));
        var seen = seen(dossier);
        if (declared instanceof Day.On(var date) && !date.isBefore(seen))
            return fresh("a rollback was drilled on", new Day.On(date), rubric, now);
        if (seen.isEqual(LocalDate.MIN))
            return drilled(
                    Answer.UNKNOWN,
                    "no rollback was drilled or seen; drill one and set spec.candidate.operations.rollbackDrilledAt");
        var weight = dossier.cluster().lastRollback().fromWeight();
        return fresh(
                "a rollback from weight %s brought all traffic back on".formatted(weight),
                new Day.On(seen),
                rubric,
                now);
    }

    /** A rollback that nobody saw arrive proves nothing. */
    private static LocalDate seen(Dossier dossier) {
        var zero = dossier.cluster().lastRollback().zeroServed();
        return zero.equals(NOT_YET)
                ? LocalDate.MIN
                : zero.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Facet fresh(String what, Day.On day, Rubric rubric, Instant now) {
        var words = "%s %s".formatted(what, day.date());
        if (day.isAhead(now)) return drilled(Answer.UNKNOWN, words + ", " + Day.ahead(now));
        var age = day.daysBefore(now);
        if (age > rubric.drillMaxAgeDays())
            return drilled(
                    Answer.FAILED,
                    "%s, %s days ago, limit %s; drill again".formatted(words, age, rubric.drillMaxAgeDays()));
        return drilled(Answer.PASSED, words);
    }

    private static Facet drilled(Answer answer, String evidence) {
        return Facet.required(CriterionName.ROLLBACK_DRILL, answer, Reason.RollbackUndrilled, evidence);
    }

    private static Facet baseline(Reading<Duration> reach, Duration wanted) {
        if (wanted.isZero()) return baseline(Answer.UNKNOWN, "no baseline is asked for; set spec.baseline.minSeconds");
        return switch (reach) {
            case Reading.Missing<Duration>(var why, var _) ->
                baseline(Answer.UNKNOWN, "how far back JIT's figures reach is not known: " + why);
            case Reading.Known<Duration>(var known, var _) -> baseline(known, wanted);
        };
    }

    private static Facet baseline(Duration reach, Duration wanted) {
        var words = "JIT's figures reach %s back".formatted(Text.span(reach.toSeconds()));
        var grid = wanted.dividedBy(BASELINE_POINTS).plusSeconds(1);
        if (reach.plus(grid).compareTo(wanted) >= 0) return baseline(Answer.PASSED, words);
        return baseline(
                Answer.FAILED,
                "%s, %s are asked for (spec.baseline); wait, or let Prometheus scrape JIT"
                        .formatted(words, Text.span(wanted.toSeconds())));
    }

    private static Facet baseline(Answer answer, String evidence) {
        return Facet.required(CriterionName.BASELINE, answer, Reason.BaselineMissing, evidence);
    }
}
