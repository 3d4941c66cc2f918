package dev.aotrollout.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StatusNewsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Whoever looks before writing must not miss what the written status would have said. */
    @Test
    void aShortLookFindsWhatTheWholeStatusSays() {
        for (var recorded : someLooks().stream().map(Looks::first).toList())
            for (var next : someLooks()) {
                var written = next.after(recorded);
                var news = next.newsAfter(recorded);
                assertThat(news.isPresent())
                        .as("from %s to %s", recorded, written)
                        .isEqualTo(saysMore(recorded, written, isDue(recorded, written)));
                news.ifPresent(status -> assertThat(status).isEqualTo(written));
            }
    }

    /** The same asked of two whole statuses; small moves of figures count where they are due. */
    private static boolean saysMore(AotRolloutStatus recorded, AotRolloutStatus next, boolean due) {
        return !hasSameFacts(recorded, next) || (due && !figures(recorded).equals(figures(next)));
    }

    private static boolean isLive(AotRolloutStatus status) {
        return status.run() != null
                && Outcome.RUNNING.name().equals(status.run().outcome());
    }

    /** What must never be stale: the memory, the routes, and each condition's status and reason. */
    private static boolean hasSameFacts(AotRolloutStatus one, AotRolloutStatus other) {
        return facts(one).equals(facts(other)) && hasSameAnswers(conditions(one), conditions(other));
    }

    private static List<Object> facts(AotRolloutStatus status) {
        return Arrays.asList(
                status.observedGeneration(),
                status.phase(),
                status.step(),
                status.weight(),
                status.run(),
                status.approval(),
                status.routes(),
                isLive(status) ? "" : status.message());
    }

    private static List<Condition> conditions(AotRolloutStatus status) {
        return status.conditions() == null ? List.of() : status.conditions();
    }

    private static boolean hasSameAnswers(List<Condition> some, List<Condition> others) {
        if (some.size() != others.size()) return false;
        for (var i = 0; i < some.size(); i++) {
            var one = some.get(i);
            var other = others.get(i);
            if (!Objects.equals(one.getType(), other.getType())
                    || !Objects.equals(one.getStatus(), other.getStatus())
                    || !Objects.equals(one.getReason(), other.getReason())) return false;
        }
        return true;
    }

    private static List<Object> figures(AotRolloutStatus status) {
        return Arrays.asList(
                status.summary(), status.findings(), status.candidate(), status.message(), status.served());
    }

    private static boolean isDue(AotRolloutStatus recorded, AotRolloutStatus written) {
        var live = "RUNNING".equals(written.run().outcome());
        var age = Duration.between(Instant.parse(recorded.recordedAt()), Instant.parse(written.recordedAt()));
        return live && age.toSeconds() >= 30;
    }

    private static List<Looks> someLooks() {
        return List.of(
                new Looks().at(MINUTE),
                new Looks().at(MINUTE.plusSeconds(29)).errorsAre(Looks.errors(12, 4.6, 21)),
                new Looks().at(MINUTE.plusSeconds(60)).errorsAre(Looks.errors(12, 4.6, 21)),
                new Looks().at(MINUTE.plusSeconds(5)).decision(Looks.held(Reason.PausedByUser)),
                new Looks().at(MINUTE.plusSeconds(5)).decision(Looks.shifted(25)),
                new Looks().at(MINUTE.plusSeconds(5)).route(25),
                new Looks().at(MINUTE.plusSeconds(5)).findings(),
                new Looks().at(MINUTE.plusSeconds(5)).finished(Outcome.PROMOTED, Reason.Promoted),
                new Looks().at(MINUTE.plusSeconds(5)).finished(Outcome.ROLLED_BACK, Reason.ErrorsRegressed));
    }

    @Test
    void whatIsNotWrittenIsNotPutIntoWords() {
        var recorded = new Looks()
                .at(MINUTE)
                .errorsAre(finding(() -> new Finding.Words("numbers", Looks.figures())))
                .first();
        var silent = finding(() -> {
            throw new AssertionError("nobody reads it");
        });
        assertThat(new Looks().at(MINUTE.plusSeconds(29)).errorsAre(silent).newsAfter(recorded))
                .isEmpty();
    }

    private static Finding finding(Supplier<Finding.Words> words) {
        return new Finding(GuardName.ERRORS, Mode.ENFORCE, Verdict.PASS, Reason.ErrorsHealthy, words);
    }

    @Test
    void theFirstStatusIsNews() {
        assertThat(new Looks().newsAfter(null)).contains(new Looks().first());
    }

    @Test
    void aSteadyRestIsNeverWrittenAgain() {
        var recorded = new Looks().finished(Outcome.PROMOTED, Reason.Promoted).first();
        for (var hour = 1; hour <= 48; hour++)
            assertThat(new Looks()
                            .at(Duration.ofHours(hour))
                            .finished(Outcome.PROMOTED, Reason.Promoted)
                            .newsAfter(recorded))
                    .as("after %d hours", hour)
                    .isEmpty();
    }

    @Test
    void figuresOfALiveStepAreWrittenEachHalfMinuteAtMost() {
        var recorded = new Looks().at(MINUTE).first();
        var moved = Looks.errors(12, 4.6, 21);
        assertThat(new Looks().at(MINUTE.plusSeconds(29)).errorsAre(moved).newsAfter(recorded))
                .isEmpty();
        assertThat(new Looks().at(MINUTE.plusSeconds(30)).errorsAre(moved).newsAfter(recorded))
                .isPresent();
    }

    @Test
    void aDecisionIsWrittenAtOnce() {
        AotRolloutStatus recorded = new Looks().at(MINUTE).first();
        assertThat(new Looks()
                        .at(MINUTE)
                        .decision(Looks.held(Reason.PausedByUser))
                        .newsAfter(recorded))
                .isPresent();
    }
}
