package dev.aotrollout.observe;

import dev.aotrollout.judge.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Series that the kubelets' cAdvisor has of the measured container of each pod, whatever runs in it. */
record ContainerSeries(Tracks tracks) {
    static final String WORKING_SET = "container_memory_working_set_bytes";
    static final String RESIDENT_SET = "container_memory_rss";
    static final String CPU = "container_cpu_usage_seconds_total";
    private static final String FIGURE = "figure";

    String of(String metric, Collection<String> pods) {
        return matching(metric, PromQl.anyOf(pods));
    }

    String matching(String metric, String podRegex) {
        return "%s{namespace=%s,container=%s,pod=~%s}"
                .formatted(
                        metric,
                        PromQl.quoted(tracks.namespace()),
                        PromQl.quoted(tracks.container()),
                        PromQl.quoted(podRegex));
    }

    <T> Reading<T> none(String metric) {
        return new Reading.Missing<>(
                "no %s series for container %s in namespace %s: check that Prometheus scrapes the kubelets' cAdvisor"
                        .formatted(metric, tracks.container(), tracks.namespace()));
    }

    /** {@code expression} with a label that tells it from others in one answer. */
    static String figure(String name, String expression) {
        return "label_replace(%s,\"%s\",%s,\"\",\"\")".formatted(expression, FIGURE, PromQl.quoted(name));
    }

    /** The values of one figure by pod: positive and finite ones, of duplicates the larger. */
    static Map<String, Double> values(List<TimeSeries> all, String figure) {
        var values = new HashMap<String, Double>();
        for (var series : all)
            for (var sample : series.samples())
                if (series.label(FIGURE).equals(figure) && Double.isFinite(sample.value()) && sample.value() > 0)
                    values.merge(series.label("pod"), sample.value(), Math::max);
        return values;
    }
}
