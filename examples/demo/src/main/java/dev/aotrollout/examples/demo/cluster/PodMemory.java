package dev.aotrollout.examples.demo.cluster;

import dev.aotrollout.examples.demo.load.Track;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks every few seconds how much memory each pod of a stage uses. */
public final class PodMemory implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 4000;
    private static final double MIB = 1024 * 1024;

    private final StageWatch watch;
    private final String query;
    private final Prometheus prometheus;
    private final Thread looks = new Thread(this::lookAgainAndAgain, "pod-memory");
    private final Map<String, List<Double>> bytesByPod = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();

    private PodMemory(StageWatch watch, String namespace, URI server) {
        this.watch = watch;
        this.query =
                "sum by (pod) (container_memory_working_set_bytes{namespace=\"%s\",container!=\"\",container!=\"POD\"})"
                        .formatted(namespace);
        this.prometheus = new Prometheus(server);
    }

    /** Begins to look. */
    public static PodMemory begin(StageWatch watch, Stage stage) {
        var memory = new PodMemory(watch, stage.namespace(), stage.prometheusUrl());
        memory.looks.setDaemon(true);
        memory.looks.start();
        return memory;
    }

    private void lookAgainAndAgain() {
        try {
            while (!Thread.interrupted()) {
                note(prometheus.byPod(query), watch.tracks());
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Map<String, Double> values, Map<String, Track> tracksNow) {
        values.forEach((pod, bytes) -> {
            // Prometheus shows a pod for some time after its end.
            if (tracksNow.containsKey(pod)) {
                tracks.putAll(tracksNow);
                bytesByPod.computeIfAbsent(pod, _ -> new ArrayList<>()).add(bytes);
            }
        });
    }

    /** What the pods of one track used in the middle of their lives, in MiB; also of pods that are gone. */
    public synchronized List<Double> mebibytes(Track track) {
        return bytesByPod.entrySet().stream()
                .filter(entry -> tracks.get(entry.getKey()) == track)
                .map(entry -> middle(entry.getValue()) / MIB)
                .sorted()
                .toList();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public void close() {
        looks.interrupt();
        prometheus.close();
    }
}
