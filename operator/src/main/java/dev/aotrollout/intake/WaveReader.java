package dev.aotrollout.intake;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotEvidencePackSpec.Figures;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.governance.WaveClaim;
import dev.aotrollout.governance.WaveFigure;
import dev.aotrollout.governance.WaveKey;
import dev.aotrollout.governance.WaveMember;
import dev.aotrollout.governance.WavePack;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From rollouts and their evidence to what a wave plan works on. */
public final class WaveReader {
    /** On an AOTWavePlan: the wave that may open by hand. */
    public static final String OPEN = "aotrollout.dev/open";
    /** On an AOTWavePlan: why to go on after a halt; another value each time. */
    public static final String RESUME = "aotrollout.dev/resume";
    /** On an AOTRollout: the incident that it had a part in. */
    public static final String INCIDENT = "aotrollout.dev/incident";

    /** A rollout that waits for one of these could begin with a slot. */
    private static final Set<Reason> ASKING = EnumSet.of(
            Reason.WaveWaits, Reason.WavePlanMissing, Reason.WaveInvalid, Reason.WaveHalted, Reason.WaveFrozen);

    private WaveReader() {}

    /** The members of {@code plan}: all of {@code rollouts} that name it. */
    public static List<WaveMember> members(
            AotWavePlan plan, Collection<AotRollout> rollouts, Collection<AotEvidencePack> packs) {
        var name = plan.getMetadata().getName();
        return rollouts.stream()
                .filter(rollout -> planOf(rollout).filter(name::equals).isPresent())
                .map(rollout -> member(rollout, packs))
                .toList();
    }

    /** The plan that {@code rollout} names, where it names one. */
    public static Optional<String> planOf(AotRollout rollout) {
        var wave = rollout.getSpec().wave();
        return wave == null ? Optional.empty() : Optional.of(wave.plan());
    }

    /** What {@code rollout}, whose state was {@code recorded}, asks its plan; empty where it names none. */
    public static Optional<WaveClaim> claim(AotRollout rollout, String revision, RolloutState recorded) {
        var wave = rollout.getSpec().wave();
        if (wave == null) return Optional.empty();
        var begun =
                recorded.revision().equals(revision) && recorded.outcome() == Outcome.RUNNING && recorded.step() >= 0;
        return Optional.of(new WaveClaim(key(rollout), wave.wave(), revision, begun, lastEnded(recorded)));
    }

    private static Instant lastEnded(RolloutState state) {
        var ends = state.history().unfiled().stream().map(EndedRun::ending).map(RolloutState.Ending::at);
        return Stream.concat(
                        ends,
                        Stream.of(
                                state.ending().at(),
                                state.history().lastRollback().at()))
                .filter(at -> !at.equals(NOT_YET))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static WaveKey key(HasMetadata object) {
        return new WaveKey(
                object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    private static WaveMember member(AotRollout rollout, Collection<AotEvidencePack> packs) {
        var wave = rollout.getSpec().wave();
        var metadata = rollout.getMetadata();
        Map<String, String> annotations = metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
        Map<String, String> labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
        var standing = standing(rollout);
        return new WaveMember(
                key(rollout),
                wave == null ? "" : wave.wave(),
                labels,
                StateReader.read(rollout),
                ASKING.stream().map(Reason::name).anyMatch(standing::equals),
                standing,
                packs.stream()
                        .filter(pack -> isOf(pack, rollout))
                        .map(WaveReader::pack)
                        .toList(),
                annotations.getOrDefault(INCIDENT, ""));
    }

    /** Reason of the newest decision. */
    private static String standing(AotRollout rollout) {
        var status = rollout.getStatus();
        if (status == null || status.conditions() == null) return "";
        return status.conditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(condition -> condition.getReason())
                .findFirst()
                .orElse("");
    }

    private static boolean isOf(AotEvidencePack pack, AotRollout rollout) {
        return pack.getMetadata().getNamespace().equals(rollout.getMetadata().getNamespace())
                && pack.getSpec().rollout().name().equals(rollout.getMetadata().getName());
    }

    private static WavePack pack(AotEvidencePack pack) {
        var spec = pack.getSpec();
        return new WavePack(
                pack.getMetadata().getName(),
                spec.revision(),
                spec.outcome().equals("Promoted"),
                Instant.parse(spec.startedAt()),
                Instant.parse(spec.endedAt()),
                figures(spec.figures()),
                saving(spec.figures()));
    }

    private static Map<WaveFigure, Double> figures(Figures figures) {
        var map = new EnumMap<WaveFigure, Double>(WaveFigure.class);
        put(map, WaveFigure.MEMORY_GAIN, figures.memoryGainPercent());
        put(map, WaveFigure.STARTUP_GAIN, figures.startupGainPercent());
        put(map, WaveFigure.ATTRIBUTED_SPEND, figures.attributedSpendPercent());
        put(map, WaveFigure.REQUESTS, figures.aotRequests());
        put(map, WaveFigure.OOM_KILLS, figures.oomKills());
        return map;
    }

    private static void put(Map<WaveFigure, Double> map, WaveFigure figure, @Nullable Number value) {
        if (value != null) map.put(figure, value.doubleValue());
    }

    private static Map<String, Double> saving(Figures figures) {
        var currency = figures.currency();
        var amount = figures.monthlySaving();
        return currency == null || amount == null ? Map.of() : Map.of(currency, amount);
    }
}
