package dev.aotrollout.intake;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.api.AotWavePlanSpec;
import dev.aotrollout.api.AotWavePlanSpec.Freeze;
import dev.aotrollout.api.AotWavePlanSpec.OnFailure;
import dev.aotrollout.api.AotWavePlanSpec.Opening;
import dev.aotrollout.api.AotWavePlanSpec.Requires;
import dev.aotrollout.api.AotWavePlanSpec.Wave;
import dev.aotrollout.api.AotWavePlanSpec.Weekly;
import dev.aotrollout.governance.WaveFigure;
import dev.aotrollout.governance.WaveFreeze;
import dev.aotrollout.governance.WaveKey;
import dev.aotrollout.governance.WaveNeed;
import dev.aotrollout.governance.WaveNeed.Side;
import dev.aotrollout.governance.WaveNeeds;
import dev.aotrollout.governance.WavePlan;
import dev.aotrollout.governance.WaveSelection;
import dev.aotrollout.governance.WaveStage;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the spec of an AOTWavePlan to what the planner works on. What cannot be understood is told, never guessed. */
public final class WavePlanReader {
    private final List<String> unreadable = new ArrayList<>();

    private WavePlanReader() {}

    /** The plan as its owner wrote it. */
    public static WavePlan read(AotWavePlan plan) {
        return new WavePlanReader().plan(plan);
    }

    private WavePlan plan(AotWavePlan plan) {
        var spec = plan.getSpec();
        var metadata = plan.getMetadata();
        Map<String, String> annotations = metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
        var stages = spec.waves().stream().map(this::stage).toList();
        var rules = rules(spec);
        return new WavePlan(
                metadata.getName(),
                metadata.getGeneration() == null ? 0 : metadata.getGeneration(),
                stages,
                rules,
                new WavePlan.Commands(
                        annotations.getOrDefault(WaveReader.OPEN, ""), resume(annotations.get(WaveReader.RESUME))),
                unreadable);
    }

    /** A resume without a reason is a resume all the same. */
    private static String resume(@Nullable String why) {
        if (why == null) return "";
        return why.isBlank() ? "no reason given" : why;
    }

    private WaveStage stage(Wave wave) {
        return new WaveStage(
                wave.name(),
                selection(wave),
                new WaveStage.Pace(wave.maxConcurrent(), wave.maxFailures(), Duration.ofSeconds(wave.soakSeconds())),
                needs(wave.requires()),
                wave.opening() == Opening.MANUAL);
    }

    private WaveSelection selection(Wave wave) {
        var rollouts = wave.rollouts();
        var selector = wave.selector();
        if ((rollouts == null) == (selector == null))
            unreadable.add("wave %s: write either rollouts or a selector".formatted(wave.name()));
        if (selector != null) return new WaveSelection.Labelled(selector.matchLabels());
        return new WaveSelection.Listed(
                rollouts == null
                        ? List.of()
                        : rollouts.stream()
                                .map(member -> new WaveKey(member.namespace(), member.name()))
                                .toList());
    }

    private static WaveNeeds needs(Requires requires) {
        var needs = new ArrayList<WaveNeed>();
        need(needs, WaveFigure.MEMORY_GAIN, Side.AT_LEAST, requires.minMemoryGainPercent());
        need(needs, WaveFigure.STARTUP_GAIN, Side.AT_LEAST, requires.minStartupGainPercent());
        need(needs, WaveFigure.ATTRIBUTED_SPEND, Side.AT_MOST, requires.maxAttributedSpendPercent());
        need(needs, WaveFigure.REQUESTS, Side.AT_LEAST, requires.minRequests());
        return new WaveNeeds(needs, requires.maxOomKills(), requires.maxRollbacks(), requires.maxIncidents());
    }

    private static void need(List<WaveNeed> needs, WaveFigure figure, Side side, @Nullable Number limit) {
        if (limit != null) needs.add(new WaveNeed(figure, side, limit.doubleValue()));
    }

    private WavePlan.Rules rules(AotWavePlanSpec spec) {
        var radius = spec.blastRadius();
        var most = radius.maxServicesInFlight();
        List<Freeze> freezes = spec.freezes() == null ? List.of() : spec.freezes();
        return new WavePlan.Rules(
                spec.onFailure() == OnFailure.HALT,
                spec.paused(),
                freezes.stream().flatMap(freeze -> freeze(freeze).stream()).toList(),
                new WavePlan.Radius(
                        spec.firstWave().maxServices(),
                        most == null ? WavePlan.Radius.NO_LIMIT : most,
                        radius.onePerNamespace()));
    }

    private Optional<WaveFreeze> freeze(Freeze freeze) {
        try {
            return Optional.of(weeklyOrOnce(freeze));
        } catch (DateTimeException e) {
            unreadable.add("freeze %s: %s".formatted(freeze.name(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static WaveFreeze weeklyOrOnce(Freeze freeze) {
        if (freeze.weekly() != null) return weekly(freeze.name(), freeze.weekly());
        var start = instant(freeze.start());
        var end = instant(freeze.end());
        if (!start.isBefore(end)) throw new DateTimeException("its end is not after its start");
        return new WaveFreeze.Once(freeze.name(), start, end);
    }

    private static WaveFreeze weekly(String name, Weekly weekly) {
        var days = weekly.days().stream()
                .map(day -> DayOfWeek.valueOf(day.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new WaveFreeze.Weekly(
                name, days, LocalTime.parse(weekly.from()), LocalTime.parse(weekly.to()), ZoneId.of(weekly.timeZone()));
    }

    private static Instant instant(@Nullable String text) {
        if (text == null) throw new DateTimeException("write start and end, or weekly");
        return OffsetDateTime.parse(text).toInstant();
    }
}
