package dev.aotrollout.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices and sinks as tests need them. */
final class Notices {
    static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");

    private Notices() {}

    static Notice rolledBack(String name) {
        return rolledBack(name, "AOT errors 11.0x JIT (limit 1.25) on route /pay");
    }

    static Notice rolledBack(String name, String message) {
        return new Notice(
                "0f1e.%s.19d".formatted(name),
                Happening.RolledBack,
                Severity.Warning,
                new Notice.About("AOTRollout", "shop", name),
                "ErrorsRegressed",
                message,
                AT,
                new Notice.Progress("2/5", 0, List.of("errors: 11.0x JIT"), "checkout-7f3a"));
    }

    static Notice entered(String namespace, String name, String step) {
        return new Notice(
                name + step,
                Happening.StepEntered,
                Severity.Normal,
                new Notice.About("AOTRollout", namespace, name),
                "StepEntered",
                "step " + step + " begins",
                AT,
                new Notice.Progress(step, 10, List.of(), ""));
    }

    static Notice waveHalted() {
        return new Notice(
                "plan.1",
                Happening.WaveHalted,
                Severity.Warning,
                new Notice.About("AOTWavePlan", "", "net-aot-2026"),
                "WaveHalted",
                "wave edge halts",
                AT,
                Notice.Progress.NONE);
    }

    static Sink sink(String name, String url) {
        return sink(name, url, Set.of());
    }

    static Sink sink(String name, String url, Set<String> namespaces) {
        return new Sink(
                name,
                "prod-eu",
                new Value.Literal(url),
                Map.of("Authorization", new Value.Literal("Bearer s3cret")),
                new Format.CloudEvents(),
                EnumSet.allOf(Happening.class),
                Severity.Normal,
                namespaces,
                Duration.ofSeconds(10));
    }
}
