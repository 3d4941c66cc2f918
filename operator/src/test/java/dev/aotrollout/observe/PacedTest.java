package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedTest {
    private static final MetricSource NOBODY = (_, _) -> new Series(List.of());
    private static final MetricsRequest REQUEST = Requests.since(ANCHOR, List.of(), List.of());

    private final List<Instant> asked = new ArrayList<>();
    private Duration takes = Duration.ZERO;
    private Instant time = ANCHOR;
    private final Paced<Integer> paced = new Paced<>(() -> time, Duration.ofSeconds(15), (_, _, now) -> {
        asked.add(now);
        time = time.plus(takes);
        return new Reading.Known<>(asked.size(), now);
    });

    @Test
    void theLastAnswerStandsUntilTheNextIsDue() {
        assertThat(paced.latest()).isEqualTo(new Reading.Missing<>("not read yet", true));
        for (var s = 0; s < 31; s += 5) look(s, REQUEST);

        assertThat(asked).containsExactly(second(0), second(15), second(30));
        assertThat(paced.latest()).isEqualTo(new Reading.Known<>(3, second(30)));
    }

    @Test
    void aSlowQueryTakesATwentiethOfTheTimeAtMost() {
        takes = Duration.ofSeconds(5);
        for (var s = 0; s < 200; s += 5) look(s, REQUEST);

        assertThat(asked).containsExactly(second(0), second(100));
    }

    @Test
    void anotherQuestionIsAskedAtOnceAndItsPredecessorsAnswerIsDropped() {
        look(0, REQUEST);
        var next = Requests.since(second(3), List.of(), List.of());
        time = second(5);
        paced.refresh(NOBODY, next, second(5), second(4));
        assertThat(paced.latest()).isEqualTo(new Reading.Missing<>("not read yet", true));

        look(6, next);
        assertThat(asked).containsExactly(second(0), second(6));
    }

    @Test
    void otherPodsAreNoOtherQuestion() {
        look(0, REQUEST);
        look(5, Requests.since(ANCHOR, List.of(new ObservedPod("new", ANCHOR, 0)), List.of()));

        assertThat(asked).hasSize(1);
    }

    @Test
    void whereThisLookHasTakenLongItIsLeftToTheNext() {
        time = second(3);
        paced.refresh(NOBODY, REQUEST, second(0), second(2));
        assertThat(asked).isEmpty();

        look(5, REQUEST);
        assertThat(asked).containsExactly(second(5));
    }

    private void look(long at, MetricsRequest request) {
        time = second(at);
        paced.refresh(NOBODY, request, second(at), second(at + 2));
    }
}
