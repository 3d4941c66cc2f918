package dev.aotrollout.benchmark;

import dev.aotrollout.judge.GuardName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Regressions, each beside the figure that the domain's simulations give for one fixed test at alpha 0.01. */
final class BadWorlds {
    private static final int HALF_HOUR = 1_800;
    private static final int HOUR = 3_600;
    private static final Scene.Latency STEADY = new Scene.Latency(0.01, 1, 0, 0, 0.5);
    private static final Scene.Fleet TEN_PODS = new Scene.Fleet(10, 0);
    private static final double[] RATIOS = {2, 3, 5, 10, 50};

    private BadWorlds() {}

    /** Requests per second, share of AOT in percent, error ratio, and the domain's figures for {@link #RATIOS}. */
    private record Power(double rps, int weight, double ratio, String... domain) {
        private String world(double times) {
            return "%s rps, w %s %%, p %s: errors x%s"
                    .formatted(number(rps), weight, number(100 * ratio) + " %", number(times));
        }
    }

    private static final List<Power> POWER = List.of(
            new Power(100, 5, 0.001, "8 %", "66 %", "99.8 % (420 s)", "100 % (120 s)", "100 % (30 s)"),
            new Power(100, 20, 0.001, "40 %", "99.8 %", "100 % (150 s)", "100 % (60 s)", "100 % (30 s)"),
            new Power(1_000, 5, 0.001, "98 %", "100 % (180 s)", "100 % (60 s)", "100 % (30 s)", "100 % (30 s)"),
            new Power(10, 20, 0.001, "3 %", "16 %", "70 % (960 s)", "100 % (360 s)", "100 % (60 s)"),
            new Power(50, 5, 0.0002, "1 %", "4 %", "20 %", "78 % (840 s)", "100 % (120 s)"));

    static List<Row> errors() {
        var rows = new ArrayList<Row>();
        for (var power : POWER)
            for (var k = 0; k < RATIOS.length; k++) {
                var row = Row.caught(
                        power.world(RATIOS[k]),
                        Subject.ERRORS,
                        power.domain()[k],
                        plain(power.rps(), power.weight(), Scene.Errors.of(power.ratio(), RATIOS[k]), STEADY));
                rows.add(row);
                rows.add(row.every(30));
            }
        return rows;
    }

    /** On 100 requests per second, a fifth of them to AOT. */
    static List<Row> routes() {
        return List.of(
                Row.caught(
                        "route of 1 % of the traffic fails 10 % on AOT only",
                        Subject.ERRORS, "85 % (960 s)", brokenRoute(0.1)),
                Row.caught(
                        "route of 1 % of the traffic fails 100 % on AOT only",
                        Subject.ERRORS, "100 % (90 s)", brokenRoute(1)));
    }

    private static Scene brokenRoute(double ratio) {
        return plain(100, 20, new Scene.Errors(0.001, 1, 0, false, 0, 20, ratio), STEADY);
    }

    static List<Row> latency() {
        return List.of(
                slow("+10 % latency, bound at JIT's p95", "100 % (270 s)", 0.05, 1.10),
                slow("+10 % latency, bound at JIT's p99", "99 % (570 s)", 0.01, 1.10),
                slow("+5 % latency, bound at JIT's p95", "5-12 %", 0.05, 1.05),
                slow("+5 % latency, bound at JIT's p99", "5-12 %", 0.01, 1.05));
    }

    private static Row slow(String world, String domain, double slowShare, double times) {
        var latency = new Scene.Latency(slowShare, times, 0, 0, 0.5);
        return Row.caught(
                "100 rps, w 20 %: " + world,
                Subject.LATENCY,
                domain,
                plain(100, 20, Scene.Errors.of(0.001, 1), latency));
    }

    static List<Row> memory() {
        return List.of(
                memoryRegression(3, 0.03, 1.2, "99 %"),
                memoryRegression(3, 0.03, 1.1, "41 %"),
                memoryRegression(5, 0.08, 1.2, "77 %"),
                memoryRegression(10, 0.08, 1.2, "97 %"),
                memoryGain(3, 0.03, 0.8, "97 %"),
                memoryGain(3, 0.08, 0.7, "89 %"),
                memoryGain(3, 0.08, 0.8, "39 %"),
                memoryGain(5, 0.08, 0.8, "67 %"),
                memoryGain(10, 0.08, 0.8, "94 %"),
                memoryGain(3, 0.15, 0.5, "97 %"),
                memoryGain(3, 0.15, 0.7, "46 %"));
    }

    private static Row memoryRegression(int pods, double deviation, double times, String domain) {
        return Row.caught(
                "memory %s, %s v %s pods, CV %s".formatted(change(times), pods, pods, cv(deviation)),
                Subject.MEMORY,
                domain,
                gauges(pods, Scene.Gauges.equal(deviation).memory(times)));
    }

    private static Row memoryGain(int pods, double deviation, double times, String domain) {
        return new Row(
                "memory %s, %s v %s pods, CV %s: PASS with 10 %% asked for"
                        .formatted(change(times), pods, pods, cv(deviation)),
                Subject.MEMORY,
                domain,
                _ -> gauges(pods, Scene.Gauges.equal(deviation).memory(times)),
                DefaultPlan.withMemoryGain(10),
                Tick.SECONDS,
                Optional.of(GuardName.MEMORY));
    }

    static List<Row> leaks() {
        return List.of(leak(3, "49 %"), leak(5, "98 %"), leak(10, "100 %"));
    }

    /** 80 minutes, so that an hour of minutes follows the warm-up. */
    private static Row leak(int pods, String domain) {
        var gauges = Scene.Gauges.equal(0.03).drift(4);
        var seconds = HOUR + 1_200;
        return Row.caught(
                "memory grows 4 sd in an hour, %s v %s pods".formatted(pods, pods),
                Subject.MEMORY,
                domain,
                new Scene(
                        List.of(new Scene.Phase(50, seconds)),
                        new Scene.Load(100, 0, 0),
                        Scene.Errors.of(0.001, 1),
                        STEADY,
                        new Scene.Fleet(pods, pods),
                        gauges,
                        0));
    }

    static List<Row> pods() {
        return List.of(
                podRegression(
                        Subject.STARTUP,
                        "start-up x1.5",
                        3,
                        0.08,
                        Scene.Gauges.equal(0.08).startup(1.5)),
                podRegression(
                        Subject.STARTUP,
                        "start-up x2",
                        3,
                        0.08,
                        Scene.Gauges.equal(0.08).startup(2)),
                podRegression(
                        Subject.STARTUP,
                        "start-up x1.5",
                        10,
                        0.08,
                        Scene.Gauges.equal(0.08).startup(1.5)),
                podRegression(
                        Subject.CPU,
                        "CPU per request +30 %",
                        5,
                        0.08,
                        Scene.Gauges.equal(0.08).cpu(1.3)),
                podRegression(
                        Subject.CPU,
                        "CPU per request +30 %",
                        10,
                        0.08,
                        Scene.Gauges.equal(0.08).cpu(1.3)),
                podRegression(
                        Subject.CPU,
                        "CPU per request +60 %",
                        3,
                        0.03,
                        Scene.Gauges.equal(0.03).cpu(1.6)));
    }

    private static Row podRegression(Subject subject, String what, int pods, double deviation, Scene.Gauges gauges) {
        return Row.caught(
                "%s, %s v %s pods, CV %s".formatted(what, pods, pods, cv(deviation)),
                subject,
                "-",
                gauges(pods, gauges));
    }

    /** After an hour of health, seen for another half hour. */
    static List<Row> lateOnset() {
        return List.of(
                late("errors x5", Subject.ERRORS, Scene.Errors.of(0.001, 5), STEADY),
                late("errors x10", Subject.ERRORS, Scene.Errors.of(0.001, 10), STEADY),
                late("errors x50", Subject.ERRORS, Scene.Errors.of(0.001, 50), STEADY),
                late(
                        "+25 % latency, bound at JIT's p95",
                        Subject.LATENCY, Scene.Errors.of(0.001, 1), new Scene.Latency(0.05, 1.25, 0, 0, 0.5)),
                late(
                        "route of 1 % of the traffic fails 100 % on AOT only",
                        Subject.ERRORS, new Scene.Errors(0.001, 1, 0, false, 0, 20, 1), STEADY));
    }

    private static Row late(String what, Subject subject, Scene.Errors errors, Scene.Latency latency) {
        return Row.caught(
                "100 rps, w 20 %, after 60 min of health: " + what,
                subject,
                "-",
                new Scene(
                        List.of(new Scene.Phase(20, HOUR + HALF_HOUR)),
                        new Scene.Load(100, 0, 0),
                        errors,
                        latency,
                        TEN_PODS,
                        Scene.Gauges.equal(0.03),
                        HOUR));
    }

    private static Scene plain(double rps, int weight, Scene.Errors errors, Scene.Latency latency) {
        return new Scene(
                List.of(new Scene.Phase(weight, HALF_HOUR)),
                new Scene.Load(rps, 0, 0),
                errors,
                latency,
                TEN_PODS,
                Scene.Gauges.equal(0.03),
                0);
    }

    /** Both tracks under the same load, judged at the end of half an hour. */
    private static Scene gauges(int pods, Scene.Gauges gauges) {
        return new Scene(
                List.of(new Scene.Phase(50, HALF_HOUR)),
                new Scene.Load(100, 0, 0),
                Scene.Errors.of(0.001, 1),
                STEADY,
                new Scene.Fleet(pods, pods),
                gauges,
                0);
    }

    private static String change(double times) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * (times - 1));
    }

    private static String cv(double deviation) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * deviation);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
