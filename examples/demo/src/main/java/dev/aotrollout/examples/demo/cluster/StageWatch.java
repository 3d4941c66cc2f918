package dev.aotrollout.examples.demo.cluster;

import dev.aotrollout.examples.demo.cluster.StageView.PodCounts;
import dev.aotrollout.examples.demo.load.Track;
import dev.aotrollout.examples.demo.load.WeightAsked;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes every change of one rollout, its route and its pods, with the time at which it was seen. */
public final class StageWatch implements AutoCloseable {
    private final Site.Images images;
    private final List<AutoCloseable> informers = new ArrayList<>();

    private final List<StoryLine> story = new ArrayList<>();
    private final List<WeightAsked> weights = new ArrayList<>();
    private final Map<String, PodSeen> pods = new HashMap<>();
    private final Map<String, Startup> startups = new HashMap<>();
    private final Set<Track> tracksSeen = EnumSet.noneOf(Track.class);
    private RolloutSnapshot rollout = RolloutSnapshot.NONE;

    /** How long one pod took. */
    private record Startup(Track track, Duration duration) {}

    private StageWatch(Site.Images images) {
        this.images = images;
    }

    /** Begins to watch a namespace in which the service is already deployed. */
    static StageWatch begin(Cluster cluster, String namespace) {
        var watch = new StageWatch(cluster.site().images());
        var client = cluster.client();
        watch.informers.add(cluster.rollouts(namespace)
                .inform(new Seen<GenericKubernetesResource>(
                        r -> watch.onRollout(RolloutSnapshot.of(Manifest.json(r))),
                        _ -> watch.onRollout(RolloutSnapshot.NONE))));
        watch.informers.add(cluster.routes(namespace)
                .inform(new Seen<GenericKubernetesResource>(
                        r -> watch.onWeight(RouteWeights.aotPercent(Manifest.json(r), Stage.AOT_SERVICE)), _ -> {})));
        watch.informers.add(client.pods().inNamespace(namespace).inform(new Seen<Pod>(watch::onPod, watch::onPodGone)));
        return watch;
    }

    private synchronized void onRollout(RolloutSnapshot seen) {
        rollout = seen;
        if (story.isEmpty() || !story.getLast().tellsTheSameAs(seen)) {
            story.add(new StoryLine(Instant.now(), seen));
        }
    }

    private synchronized void onWeight(int percent) {
        if (weights.isEmpty() || weights.getLast().aotPercent() != percent) {
            weights.add(new WeightAsked(Instant.now(), percent));
        }
    }

    private synchronized void onPod(Pod pod) {
        var seen = PodSeen.of(pod, images);
        pods.put(seen.name(), seen);
        tracksSeen.add(seen.track());
        PodSeen.startup(pod)
                .ifPresent(duration -> startups.putIfAbsent(seen.name(), new Startup(seen.track(), duration)));
    }

    private synchronized void onPodGone(Pod pod) {
        pods.remove(pod.getMetadata().getName());
    }

    /** What is so now. */
    public synchronized StageView view() {
        var weight = weights.isEmpty() ? 0 : weights.getLast().aotPercent();
        return new StageView(rollout, weight, counts(Track.JIT), counts(Track.AOT));
    }

    private PodCounts counts(Track track) {
        var present = pods.values().stream().filter(p -> p.track() == track).toList();
        return new PodCounts(
                present.size(), (int) present.stream().filter(PodSeen::ready).count());
    }

    /** All weights that the route asked for, oldest first. */
    public synchronized List<WeightAsked> weights() {
        return List.copyOf(weights);
    }

    /** What became of the rollout, oldest first. */
    public synchronized List<StoryLine> story() {
        return List.copyOf(story);
    }

    /** How long pods of one track took until they were ready, in seconds; also of pods that are gone. */
    public synchronized List<Double> startupSeconds(Track track) {
        return startups.values().stream()
                .filter(startup -> startup.track() == track)
                .map(startup -> startup.duration().toMillis() / 1000.0)
                .sorted()
                .toList();
    }

    /** Whether there ever was a pod of {@code track}. */
    public synchronized boolean everHad(Track track) {
        return tracksSeen.contains(track);
    }

    /** Which track each pod belongs to that exists now. */
    synchronized Map<String, Track> tracks() {
        var tracks = new HashMap<String, Track>();
        pods.values().forEach(pod -> tracks.put(pod.name(), pod.track()));
        return tracks;
    }

    @Override
    public void close() {
        for (var informer : informers) {
            try {
                informer.close();
            } catch (Exception e) {
                throw new IllegalStateException("an informer cannot be closed", e);
            }
        }
    }
}
