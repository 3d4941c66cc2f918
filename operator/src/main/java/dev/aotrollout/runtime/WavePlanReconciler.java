package dev.aotrollout.runtime;

import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.governance.WavePlanner;
import dev.aotrollout.intake.WaveBoardReader;
import dev.aotrollout.intake.WavePlanReader;
import dev.aotrollout.intake.WaveReader;
import dev.aotrollout.status.WavePlanWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One pass over one plan: the only writer of its slots. They count once they are recorded, with the version that was read: of two
 * operators that both believe to lead, one is refused and looks again.
 */
@ControllerConfiguration(name = "aotwaveplan")
final class WavePlanReconciler implements Reconciler<AotWavePlan> {
    private final StatusRecorder recorder;
    private final Set<String> namespaces;
    private final WaveAnnouncer announcer;
    private final InstantSource clock;
    private Optional<InformerEventSource<AotRollout, AotWavePlan>> rollouts = Optional.empty();
    private Optional<InformerEventSource<AotEvidencePack, AotWavePlan>> packs = Optional.empty();

    WavePlanReconciler(StatusRecorder recorder, Set<String> namespaces, WaveAnnouncer announcer, InstantSource clock) {
        this.recorder = recorder;
        this.namespaces = namespaces.isEmpty() ? Set.of(Constants.WATCH_ALL_NAMESPACES) : Set.copyOf(namespaces);
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, AotWavePlan>> prepareEventSources(EventSourceContext<AotWavePlan> context) {
        var watched = source(AotRollout.class, WavePlanReconciler::planOf, context);
        var filed = source(AotEvidencePack.class, this::planOf, context);
        rollouts = Optional.of(watched);
        packs = Optional.of(filed);
        return List.of(watched, filed);
    }

    private <T extends HasMetadata> InformerEventSource<T, AotWavePlan> source(
            Class<T> kind, SecondaryToPrimaryMapper<T> plans, EventSourceContext<AotWavePlan> context) {
        var configuration = InformerEventSourceConfiguration.from(kind, AotWavePlan.class)
                .withName("waves-" + HasMetadata.getPlural(kind))
                .withNamespaces(namespaces)
                .withSecondaryToPrimaryMapper(plans)
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private static Set<ResourceID> planOf(AotRollout rollout) {
        return WaveReader.planOf(rollout)
                .map(plan -> Set.of(new ResourceID(plan)))
                .orElse(Set.of());
    }

    private Set<ResourceID> planOf(AotEvidencePack pack) {
        var owner = new ResourceID(
                pack.getSpec().rollout().name(), pack.getMetadata().getNamespace());
        return rollouts.flatMap(source -> source.get(owner))
                .map(WavePlanReconciler::planOf)
                .orElse(Set.of());
    }

    @Override
    public UpdateControl<AotWavePlan> reconcile(AotWavePlan plan, Context<AotWavePlan> context) {
        return Passes.reconcile(() -> pass(plan, context));
    }

    private Duration pass(AotWavePlan resource, Context<AotWavePlan> context) {
        var now = clock.instant();
        var plan = WavePlanReader.read(resource);
        var before = WaveBoardReader.read(resource);
        var members = WaveReader.members(resource, listed(rollouts), listed(packs));
        var board = WavePlanner.plan(plan, before, members, now);
        var status = WavePlanWriter.write(resource, plan, board, now);
        if (!status.equals(resource.getStatus())) {
            recorder.record(resource, status, context);
            announcer.announce(resource, before, board, now);
        }
        return WavePlanner.recheckAfter(plan, board, now);
    }

    private static <T extends HasMetadata> List<T> listed(Optional<InformerEventSource<T, AotWavePlan>> source) {
        return source.map(InformerEventSource::list).orElseGet(Stream::empty).toList();
    }
}
