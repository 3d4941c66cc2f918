package dev.aotrollout.observe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an evidence pack asks of Prometheus about one run. Each query is complete by itself, bound to the frame, and sent as an
 * instant query (series by a subquery), so that whoever has the pack can send it again and see the same number.
 */
public final class SeriesReader {
    private static final String BOTH = "both";
    private static final String BYTES = "bytes";
    private static final String SECONDS = "seconds";
    private static final String A_REQUEST = "seconds a request";
    private static final String COUNT = "count";
    private static final String LIMIT = "container_spec_memory_limit_bytes";

    private final MetricsRequest request;
    private final Frame frame;
    private final Selection selection;
    private final String rate;
    private final String whole;
    private final List<SeriesQuestion> questions = new ArrayList<>();

    /** One track, by its pods and by the values of the label that tells it. */
    private record Side(String name, String pods, String values) {
        static Side of(String name, TrackPods track, TrackNames values) {
            return new Side(name, TrackNames.ofPods(track.deployment()).regex(), values.regex());
        }

        What asks(String figure, String shows, String unit) {
            return new What(figure, name, shows, unit, "");
        }
    }

    /** A question without its query. */
    private record What(String figure, String track, String shows, String unit, String label) {
        What by(String other) {
            return new What(figure, track, shows, unit, other);
        }
    }

    private SeriesReader(MetricsRequest request, Frame frame) {
        this.request = request;
        this.frame = frame;
        this.selection =
                Selection.ofRequests(request.profile(), request.tracks().withoutPods());
        this.rate = PromQl.range(frame.rate());
        this.whole = PromQl.range(frame.length());
    }

    /** All queries about the tracks of {@code request} within {@code frame}. */
    public static List<SeriesQuestion> questions(MetricsRequest request, Frame frame) {
        var reader = new SeriesReader(request, frame);
        reader.ask(Side.of("jit", request.tracks().jit(), reader.selection.jit()));
        reader.ask(Side.of("aot", request.tracks().aot(), reader.selection.aot()));
        reader.askBurn();
        return reader.questions;
    }

    /** Asks one of them. */
    public static SeriesAnswer ask(MetricSource source, SeriesQuestion question) {
        return new SeriesAnswer(question, source.query(question.promql(), question.at()));
    }

    private void ask(Side side) {
        askMemory(side);
        series(side.asks("requests", "requests", "requests a second"), sum("rate", all(side.values()), rate));
        series(side.asks("errors", "failed : all requests", "ratio"), errorRatio(side.values()));
        askLatency(side);
        series(side.asks("cpu", "processor time of a request", A_REQUEST), cpuPerRequest(side, "rate", rate));
        figure(
                side.asks("cpuWhole", "processor time of a request over the whole run", A_REQUEST),
                cpuPerRequest(side, "increase", whole));
        askFailures(side);
    }

    private void askMemory(Side side) {
        var container = new ContainerSeries(request.tracks());
        var workingSet = container.matching(ContainerSeries.WORKING_SET, side.pods());
        var residentSet = container.matching(ContainerSeries.RESIDENT_SET, side.pods());
        var limit = container.matching(LIMIT, side.pods());
        series(
                side.asks("memory", "working set of each pod", BYTES).by("pod"),
                "max by (pod) (%s)".formatted(workingSet));
        byPod(side.asks("memoryMean", "mean working set of each pod", BYTES), "avg_over_time", workingSet);
        byPod(side.asks("memoryPeak", "largest working set of each pod", BYTES), "max_over_time", workingSet);
        byPod(side.asks("memoryResident", "mean resident set of each pod", BYTES), "avg_over_time", residentSet);
        byPod(side.asks("memoryLimit", "memory limit of each pod; 0 for none", BYTES), "max_over_time", limit);
    }

    private void byPod(What what, String call, String selector) {
        figure(what.by("pod"), "max by (pod) (%s(%s%s))".formatted(call, selector, whole));
    }

    private void askLatency(Side side) {
        if (request.profile().latency().isEmpty()) return;
        for (var percent : List.of(50, 95, 99)) {
            var shows = percent + "th percentile of latency";
            series(side.asks("p" + percent, shows, SECONDS), quantile(percent, side, "rate", rate));
            figure(
                    side.asks("p" + percent + "Whole", shows + " over the whole run", SECONDS),
                    quantile(percent, side, "increase", whole));
        }
    }

    private String quantile(int percent, Side side, String call, String range) {
        var buckets = selection.selector(selection.bucket(), side.values(), "");
        var quantile = "histogram_quantile(%s,sum by (le) (max without (%s) (%s(%s%s))))"
                .formatted(percent / 100.0, jobLabels(), call, buckets, range);
        return switch (request.profile().latencyUnit()) {
            case SECONDS -> quantile;
            case MILLISECONDS -> quantile + "/1000";
        };
    }

    private String cpuPerRequest(Side side, String call, String range) {
        var used = new ContainerSeries(request.tracks()).matching(ContainerSeries.CPU, side.pods());
        return "sum(max without (%s) (%s(%s%s)))/(%s>0)"
                .formatted(
                        String.join(",", Selection.OF_THE_JOB),
                        call,
                        used,
                        range,
                        sum(call, all(side.values()), range));
    }

    private void askFailures(Side side) {
        var profile = request.profile();
        if (!profile.routeLabel().isEmpty())
            figure(
                    side.asks("routeErrors", "failed requests of each route", COUNT)
                            .by(profile.routeLabel()),
                    "sum by (%s) (max without (%s) (increase(%s%s)))>=0.5"
                            .formatted(profile.routeLabel(), jobLabels(), failed(side.values()), whole));
        for (var counter : new LinkedHashSet<>(profile.exceptions()))
            if (!counter.label().isEmpty())
                figure(
                        side.asks("exceptions", counter.metric() + " by type", COUNT)
                                .by(counter.label()),
                        exceptions(counter, side));
    }

    private String exceptions(Profile.ExceptionCounter counter, Side side) {
        var ofPods = Selection.ofPods(List.of(counter.metric()), Set.of(counter.label()), request.tracks());
        return "sum by (%s) (max without (%s) (increase(%s%s)))>=0.5"
                .formatted(
                        counter.label(),
                        String.join(",", ofPods.jobLabels()),
                        ofPods.selector(counter.metric(), side.pods(), ""),
                        whole);
    }

    /** Of both tracks, as a multiple of the rate that spends the budget exactly by the end of its window. */
    private void askBurn() {
        var allowed = BigDecimal.valueOf(100)
                .subtract(BigDecimal.valueOf(request.budget().objectivePercent()))
                .movePointLeft(2);
        series(
                new What("burn", BOTH, "burn rate of the error budget", "multiple", ""),
                "(%s)/%s".formatted(errorRatio(selection.bothTracks()), allowed.toPlainString()));
    }

    private String errorRatio(String values) {
        return "(%s or vector(0))/(%s>0)".formatted(sum("rate", failed(values), rate), sum("rate", all(values), rate));
    }

    private String all(String values) {
        return selection.selector(request.profile().requests(), values, "");
    }

    private String failed(String values) {
        var profile = request.profile();
        return selection.selector(
                profile.requests(), values, "," + profile.statusLabel() + "=~" + PromQl.quoted(profile.failed()));
    }

    /** Counts each process once, whatever number of jobs scrape it. */
    private String sum(String call, String selector, String range) {
        return "sum(max without (%s) (%s(%s%s)))".formatted(jobLabels(), call, selector, range);
    }

    private String jobLabels() {
        return String.join(",", selection.jobLabels());
    }

    private void series(What what, String promql) {
        figure(
                what,
                "(%s)[%dms:%dms]"
                        .formatted(
                                promql, frame.length().toMillis(), frame.step().toMillis()));
    }

    private void figure(What what, String promql) {
        questions.add(new SeriesQuestion(
                what.figure(), what.track(), what.shows(), what.unit(), what.label(), promql, frame.to()));
    }
}
