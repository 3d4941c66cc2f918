package dev.aotrollout.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some counters, selected for both tracks.
 *
 * @param metrics that count
 * @param bucket of a histogram, read at one of its bounds; empty when there is none
 * @param matchers labels that all of them have
 * @param label whose value tells the track
 * @param ownLabels further labels that the counters themselves set
 */
record Selection(
        List<String> metrics,
        String bucket,
        Map<String, String> matchers,
        String label,
        TrackNames jit,
        TrackNames aot,
        Set<String> ownLabels) {
    /** 1 for each target that was scraped; proves that a pod was looked at before it counted anything. */
    static final String UP = "up";
    /** Tell apart the series of one counter that several jobs or several Prometheus replicas scrape. */
    static final List<String> OF_THE_JOB = List.of("job", "service", "endpoint", "prometheus", "prometheus_replica");

    /** Requests and latency, as the profile names them. */
    static Selection ofRequests(Profile profile, Tracks tracks) {
        var metrics = new ArrayList<String>();
        metrics.add(profile.requests());
        if (!profile.latency().isEmpty() && !profile.latencyCount().equals(profile.requests()))
            metrics.add(profile.latencyCount());
        var matchers = new TreeMap<String, String>();
        profile.selector()
                .forEach((label, value) -> matchers.put(
                        label,
                        value.replace("{{namespace}}", tracks.namespace())
                                .replace("{{service}}", tracks.jit().service())));
        var by = profile.track();
        // The name of a pod means nothing without it.
        if (by.podAnswers()) matchers.putIfAbsent("namespace", tracks.namespace());
        return new Selection(
                metrics,
                profile.latencyBucket(),
                matchers,
                by.label(),
                TrackNames.of(by.jit(), tracks.namespace(), tracks.jit()),
                TrackNames.of(by.aot(), tracks.namespace(), tracks.aot()),
                Set.of(profile.statusLabel(), profile.routeLabel()));
    }

    /** Counters that the pods themselves export. */
    static Selection ofPods(List<String> metrics, Set<String> ownLabels, Tracks tracks) {
        return new Selection(
                metrics,
                "",
                Map.of("namespace", tracks.namespace()),
                "pod",
                TrackNames.ofPods(tracks.jit().deployment()),
                TrackNames.ofPods(tracks.aot().deployment()),
                ownLabels);
    }

    /** The raw samples of one stretch; {@code leRegex} selects one bound of the histogram, none when it is empty. */
    String samples(String leRegex, Duration stretch) {
        var names = new ArrayList<>(metrics);
        if (!leRegex.isEmpty()) names.add(bucket);
        names.add(UP);
        var bound = leRegex.isEmpty() ? "" : ",le=~" + PromQl.quoted("|" + leRegex);
        return "{__name__=~" + PromQl.quoted(String.join("|", names)) + labels(bothTracks()) + bound + "}"
                + PromQl.range(stretch);
    }

    /** Which bounds the histograms of each value of the label have. */
    String bounds(String regex, Duration stretch) {
        return "count by (" + label + ",le) (count_over_time(" + bucket + "{"
                + labels(regex).substring(1) + "}" + PromQl.range(stretch) + "))";
    }

    /** {@code metric} of the values that match {@code regex}, with further matchers, each led by a comma. */
    String selector(String metric, String regex, String more) {
        return metric + "{" + labels(regex).substring(1) + more + "}";
    }

    String bothTracks() {
        return jit.regex() + "|" + aot.regex();
    }

    /** Labels that tell nothing about the counter itself. */
    List<String> jobLabels() {
        var own = new HashSet<>(ownLabels);
        own.addAll(matchers.keySet());
        own.add(label);
        return OF_THE_JOB.stream().filter(name -> !own.contains(name)).toList();
    }

    private String labels(String regex) {
        var exact = matchers.entrySet().stream()
                .map(entry -> "," + entry.getKey() + "=" + PromQl.quoted(entry.getValue()))
                .collect(Collectors.joining());
        return exact + "," + label + "=~" + PromQl.quoted(regex);
    }
}
