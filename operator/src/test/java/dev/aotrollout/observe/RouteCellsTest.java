package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.RouteTraffic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteCellsTest {
    private static final Tally GOOD = new Tally(10, 0, 10, 10);
    private static final Tally BAD = new Tally(10, 1, 10, 10);

    private final RouteCells routes = new RouteCells(ANCHOR);

    @Test
    void aRouteHasItsTotalsAndTheBucketsInWhichSomethingFailed() {
        routes.add("/pay", false, millis(3), GOOD);
        routes.add("/pay", true, millis(4), BAD);
        routes.add("/pay", false, millis(8), GOOD);
        routes.add("/list", false, millis(8), GOOD);

        assertThat(traffic(second(9)))
                .containsExactly(
                        new RouteTraffic(
                                "/pay",
                                new Counts(20, 0, 0),
                                new Counts(10, 1, 0),
                                List.of(new Bucket(ANCHOR, new Counts(10, 0, 0), new Counts(10, 1, 0)))),
                        new RouteTraffic("/list", new Counts(10, 0, 0), Counts.ZERO, List.of()));
    }

    @Test
    void theBusiestAreReportedAndTheRestTogether() {
        for (var i = 0; i < 30; i++) routes.add("/r" + i, false, millis(3), new Tally(i + 1, 0, 0, 0));

        var traffic = traffic(second(9));
        assertThat(traffic).hasSize(RouteCells.REPORTED + 1);
        assertThat(traffic.getFirst().route()).isEqualTo("/r29");
        assertThat(traffic.get(RouteCells.REPORTED - 1).route()).isEqualTo("/r10");
        assertThat(traffic.getLast().route()).isEqualTo(RouteTraffic.OTHER);
        assertThat(traffic.getLast().jit().requests()).isEqualTo(55);
    }

    @Test
    void failuresOfTheRestAreEachComparedWithTheirOwnRoute() {
        for (var i = 0; i < RouteCells.REPORTED; i++)
            routes.add("/busy" + i, false, millis(3), new Tally(999, 0, 0, 0));
        routes.add("/one", false, millis(3), GOOD);
        routes.add("/one", true, millis(3), BAD);
        routes.add("/two", true, millis(2), BAD);
        routes.add("/three", false, millis(3), GOOD);

        var rest = traffic(second(9)).getLast();
        assertThat(rest.jit()).isEqualTo(new Counts(20, 0, 0));
        assertThat(rest.eventful())
                .containsExactlyInAnyOrder(
                        new Bucket(ANCHOR, new Counts(10, 0, 0), new Counts(10, 1, 0)),
                        new Bucket(ANCHOR, Counts.ZERO, new Counts(10, 1, 0)));
    }

    @Test
    void routesThatAClientMakesUpDoNotFillTheMemory() {
        for (var i = 0; i < 10_000; i++) routes.add("/made-up/" + i, true, millis(3), BAD);

        var traffic = traffic(second(9));
        assertThat(traffic).hasSize(RouteCells.REPORTED + 1);
        assertThat(traffic.getLast().aot().requests()).isEqualTo(10 * (10_000 - RouteCells.REPORTED));
        assertThat(traffic.getLast().eventful()).hasSize(RouteCells.TRACKED - RouteCells.REPORTED + 1);
    }

    @Test
    void whatWasQuietForAnHourIsOnlyCounted() {
        for (var minute = 0; minute < 180; minute++) {
            routes.add("/pay", false, millis(60 * minute + 1), GOOD);
            if (minute == 70) routes.add("/pay", true, millis(60 * minute + 2), BAD);
            routes.settle(second(60 * minute + 5));
        }

        var pay = traffic(second(180 * 60)).getFirst();
        assertThat(pay.jit().requests()).isEqualTo(1_800);
        assertThat(pay.eventful())
                .containsExactly(new Bucket(second(70 * 60), new Counts(10, 0, 0), new Counts(10, 1, 0)));
    }

    private List<RouteTraffic> traffic(Instant now) {
        return routes.traffic(now, 5_000, true);
    }

    private static Instant second(long offset) {
        return ANCHOR.plusSeconds(offset);
    }

    private static long millis(long offset) {
        return second(offset).toEpochMilli();
    }
}
