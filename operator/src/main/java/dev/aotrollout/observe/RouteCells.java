package dev.aotrollout.observe;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.RouteTraffic;
import dev.aotrollout.observe.Cells.Both;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests by route: the first 100 routes by themselves, whatever comes later together. A label that a client can choose must not
 * fill the operator's memory.
 */
final class RouteCells {
    static final int TRACKED = 100;
    static final int REPORTED = 20;
    private static final Comparator<Route> BUSIEST =
            Comparator.<Route>comparingLong(route -> -route.total.requests()).thenComparing(route -> route.name);

    private final Instant anchor;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    RouteCells(Instant anchor) {
        this.anchor = anchor;
    }

    RouteCells copy() {
        var copy = new RouteCells(anchor);
        routes.forEach((name, route) -> copy.routes.put(name, route.copy()));
        return copy;
    }

    void add(String name, boolean aot, long atMillis, Tally tally) {
        var tracked = routes.containsKey(name) || routes.size() < TRACKED ? name : RouteTraffic.OTHER;
        routes.computeIfAbsent(tracked, _ -> new Route(tracked, new Cells(anchor), Both.NONE))
                .add(aot, atMillis, tally);
    }

    void settle(Instant until) {
        for (var route : routes.values()) {
            route.cells.compact(until);
            route.cells.forgetQuietHours(until);
        }
    }

    /** The busiest by themselves; of the rest, the buckets of each route stay apart, so that each is compared with its own. */
    List<RouteTraffic> traffic(Instant now, long spacingMillis, boolean resolved) {
        var busiest = routes.values().stream()
                .filter(route -> !route.name.equals(RouteTraffic.OTHER))
                .sorted(BUSIEST)
                .limit(REPORTED)
                .toList();
        var traffic = new ArrayList<RouteTraffic>();
        for (var route : busiest)
            traffic.add(traffic(route.name, route.total, route.eventful(now, spacingMillis, resolved), resolved));
        var rest = routes.values().stream()
                .filter(route -> !busiest.contains(route))
                .toList();
        if (rest.isEmpty()) return traffic;
        var total = rest.stream().map(route -> route.total).reduce(Both.NONE, Both::plus);
        var eventful = rest.stream()
                .flatMap(route -> route.eventful(now, spacingMillis, resolved).stream())
                .sorted(Comparator.comparing(Bucket::start))
                .toList();
        traffic.add(traffic(RouteTraffic.OTHER, total, eventful, resolved));
        return traffic;
    }

    private static RouteTraffic traffic(String name, Both total, List<Bucket> eventful, boolean resolved) {
        return new RouteTraffic(name, total.jit().counts(resolved), total.aot().counts(resolved), eventful);
    }

    private static final class Route {
        private final String name;
        private final Cells cells;
        private Both total;

        Route(String name, Cells cells, Both total) {
            this.name = name;
            this.cells = cells;
            this.total = total;
        }

        Route copy() {
            return new Route(name, cells.copy(), total);
        }

        void add(boolean aot, long atMillis, Tally tally) {
            cells.add(aot, atMillis, tally);
            total = total.plus(Both.of(aot, tally));
        }

        List<Bucket> eventful(Instant now, long spacingMillis, boolean resolved) {
            return cells.buckets(now, spacingMillis, resolved).stream()
                    .filter(bucket -> bucket.jit().errors() + bucket.aot().errors() > 0)
                    .toList();
        }
    }
}
