package dev.aotrollout.judge;

import dev.aotrollout.statistics.Alternative;
import dev.aotrollout.statistics.ChangePointEProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The evidence on one {@link CountQuestion} while buckets are read one by one. Each bucket is compared with itself, so a burst that
 * hits both tracks cancels. The e-value is 0.7 times that of all requests and 0.3 times the mean over routes: an average of
 * e-values is one. What was decisive at the end of any bucket stays so although later requests dilute it, also for an operator that
 * did not run at that moment.
 */
final class CountProcess {
    private static final double TOTAL = 0.7;
    private static final double ROUTES = 0.3;
    private static final long CHANGE_SECONDS = 60;
    /** As multiples of the ratio that is to be ruled out. */
    private static final List<Alternative> NO_WORSE = Alternative.equallyWeighted(List.of(0.5, 0.375, 0.25, 0.125));

    private final CountQuestion question;
    private final Line total;
    private final Line noWorse;
    private final List<Line> routes;
    private int buckets;
    private double highest;
    private double highestAgainstEqual;

    private CountProcess(CountQuestion question, Line total, Line noWorse, List<Line> routes) {
        this.question = question;
        this.total = total;
        this.noWorse = noWorse;
        this.routes = routes;
    }

    /** One e-process and how far it has read. */
    private static final class Line {
        private final ChangePointEProcess process;
        private Instant begun;
        private int read;
        private double logE;

        Line(ChangePointEProcess process, Instant begun) {
            this.process = process;
            this.begun = begun;
        }

        Line copy() {
            var copy = new Line(process.copy(), begun);
            copy.read = read;
            copy.logE = logE;
            return copy;
        }
    }

    /** Before the first bucket of {@code traffic}; {@code temper} as {@link ChangePointEProcess#against}. */
    static CountProcess begin(CountQuestion question, Traffic traffic, double temper) {
        var start = traffic.buckets().isEmpty()
                ? Instant.MIN
                : traffic.buckets().getFirst().start();
        var routes = new ArrayList<Line>();
        if (question.byRoute()) for (var _ : traffic.routes()) routes.add(new Line(against(question, temper), start));
        return new CountProcess(
                question,
                new Line(against(question, temper), start),
                new Line(ChangePointEProcess.against(question.worseRatio(), NO_WORSE, temper), start),
                routes);
    }

    private static ChangePointEProcess against(CountQuestion question, double temper) {
        return ChangePointEProcess.against(question.maxRatio(), question.alternatives(), temper);
    }

    CountQuestion question() {
        return question;
    }

    CountProcess copy() {
        var lines = new ArrayList<Line>(routes.size());
        for (var route : routes) lines.add(route.copy());
        var copy = new CountProcess(question, total.copy(), noWorse.copy(), lines);
        copy.buckets = buckets;
        copy.highest = highest;
        copy.highestAgainstEqual = highestAgainstEqual;
        return copy;
    }

    /** Reads on until {@code end} buckets of {@code traffic} are read; those read before must be the same. */
    void read(Traffic traffic, int end) {
        for (; buckets < end; buckets++) {
            var bucket = traffic.buckets().get(buckets);
            if (isEventful(bucket)) read(bucket, traffic);
        }
    }

    boolean isEventful(Bucket bucket) {
        return question.events().applyAsLong(bucket.aot()) + question.events().applyAsLong(bucket.jit()) > 0;
    }

    private void read(Bucket bucket, Traffic traffic) {
        add(total, bucket, true);
        add(noWorse, bucket, false);
        for (var r = 0; r < routes.size(); r++) {
            var route = routes.get(r);
            var eventful = traffic.routes().get(r).eventful();
            for (; route.read < eventful.size(); route.read++) {
                var next = eventful.get(route.read);
                if (next.start().isAfter(bucket.start())) break;
                add(route, next, true);
            }
        }
        var logE = average(line -> line.logE);
        highest = Math.max(highest, logE);
        if (logE >= CountTest.LOG_WORSE)
            highestAgainstEqual = Math.max(highestAgainstEqual, average(line -> line.process.logEAgainstEqual()));
    }

    /** A further start before a bucket is fair: the test is one given the number of events in it, whatever the share of AOT. */
    private void add(Line line, Bucket bucket, boolean mayChange) {
        if (mayChange && line.begun.plusSeconds(CHANGE_SECONDS).compareTo(bucket.start()) <= 0) {
            line.process.mayChangeHere();
            line.begun = bucket.start();
        }
        line.process.add(
                question.events().applyAsLong(bucket.aot()),
                question.exposure().applyAsLong(bucket.aot()),
                question.events().applyAsLong(bucket.jit()),
                question.exposure().applyAsLong(bucket.jit()));
        line.logE = line.process.logE();
    }

    private double average(ToDoubleFunction<Line> logE) {
        var ofTotal = logE.applyAsDouble(total);
        if (routes.isEmpty()) return ofTotal;
        var logs = new double[routes.size()];
        var largest = ofTotal;
        for (var r = 0; r < logs.length; r++) {
            logs[r] = logE.applyAsDouble(routes.get(r));
            largest = Math.max(largest, logs[r]);
        }
        var sum = 0.0;
        for (var log : logs) sum += Math.exp(log - largest);
        return largest + Math.log(TOTAL * Math.exp(ofTotal - largest) + ROUTES * sum / logs.length);
    }

    /** The largest natural logarithm, at the end of any bucket, of the e-value against {@code maxRatio}; at least 0. */
    double highest() {
        return highest;
    }

    /**
     * The same against an AOT track that equals JIT, at the ends of those buckets where {@link #highest} was at least
     * {@link CountTest#LOG_WORSE}; 0 without any.
     */
    double highestAgainstEqual() {
        return highestAgainstEqual;
    }

    /** The natural logarithm of the e-value that AOT is worse than {@link CountQuestion#worseRatio()} says. */
    double logNoWorse() {
        return noWorse.logE;
    }

    /** The route that speaks loudest against AOT, by its place in the traffic. */
    Optional<Integer> worstRoute() {
        var worst = -1;
        for (var r = 0; r < routes.size(); r++)
            if (routes.get(r).logE > (worst < 0 ? 0 : routes.get(worst).logE)) worst = r;
        return worst < 0 ? Optional.empty() : Optional.of(worst);
    }

    int buckets() {
        return buckets;
    }

    /** Whether what was read of {@code before} is the beginning of {@code now} too. */
    boolean continues(Traffic before, Traffic now) {
        if (now.buckets().size() < buckets
                || now.routes().size() != before.routes().size()) return false;
        if (!now.buckets().startsAs(before.buckets(), buckets)) return false;
        for (var r = 0; r < routes.size(); r++) {
            var was = before.routes().get(r);
            var is = now.routes().get(r);
            var read = routes.get(r).read;
            if (!was.route().equals(is.route()) || is.eventful().size() < read) return false;
            if (!is.eventful().startsAs(was.eventful(), read)) return false;
            if (buckets > 0 && read < is.eventful().size()) {
                var last = now.buckets().get(buckets - 1).start();
                if (!is.eventful().get(read).start().isAfter(last)) return false;
            }
        }
        return true;
    }
}
