package dev.aotrollout.simulation;

import static java.time.Duration.ofMinutes;

import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Parity;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What users can let happen to their rollout, whatever its steps are. */
public final class Scenarios {
    private static final Duration AFTERMATH = ofMinutes(5);
    private static final double USUAL_ERRORS = 0.0005;

    private Scenarios() {}

    /** All built-in scenarios. */
    public static List<Scenario> named() {
        return Stream.of(healthy(), answers(), pods(), comparisons())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> healthy() {
        return List.of(
                scenario("healthy", "AOT is as good as JIT, starts faster and needs less memory", _ -> {}),
                scenario(
                        "shared-error-bursts",
                        "both tracks answer 5 % errors for 30 s, about every 20 minutes, as with a database that fails over",
                        w -> w.cluster().meter.chance().bursts(0.004, 6, 0.05)),
                scenario(
                        "wandering-latency",
                        "the share of slow requests of both tracks wanders (AR(1), correlation 0.95, log deviation 0.5)",
                        w -> w.cluster().meter.chance().latencyWanders(0.95, 0.5)),
                scenario("no-traffic", "nobody calls the service", w -> w.rps(0)),
                scenario(
                        "prometheus-outage",
                        "Prometheus is down for 30 minutes in the first step",
                        w -> w.untilStep(1)
                                .then("Prometheus is down", x -> x.cluster().prometheusAnswers = false)
                                .runFor(ofMinutes(30))
                                .then("Prometheus is back", x -> x.cluster().prometheusAnswers = true)));
    }

    private static List<Scenario> answers() {
        return List.of(
                inStepTwo("errors", "AOT answers 5 % errors on all routes", p -> p.errors(0.05)),
                inStepTwo("all-errors", "AOT answers nothing but errors", p -> p.errors(1)),
                inStepTwo(
                        "rare-route-errors",
                        "one route with 1 % of the requests always fails on AOT: reflection or serialization at run time",
                        p -> p.failsRoute(RouteShare.RARE, 1)),
                inStepTwo("one-pod-errors", "one AOT pod answers 20 % errors", p -> p.firstPodErrors(0.2)),
                inStepTwo("slow-answers", "AOT answers four times as often slowly", p -> p.slow(0.08)),
                inStepTwo(
                        "missing-culture-data",
                        "0.2 % of the AOT requests throw CultureNotFoundException: an image without ICU",
                        p -> p.throwing("System.Globalization.CultureNotFoundException", 0.002)),
                inStepTwo(
                        "missing-time-zones",
                        "0.2 % of the AOT requests fail with TimeZoneNotFoundException: an image without tzdata",
                        p -> p.errors(0.002 + USUAL_ERRORS).throwing("System.TimeZoneNotFoundException", 0.002)));
    }

    private static List<Scenario> pods() {
        return List.of(
                fromTheStart("slower-startup", "AOT pods take 20 s to get ready, JIT pods 12 s", p -> p.startsIn(20)),
                fromTheStart("crash-loop", "the AOT container ends 2 s after its start", Build::crashLoops),
                fromTheStart("never-ready", "AOT pods do not get ready", p -> p.neverReady(true)),
                inStepTwo(
                        "oom-kill",
                        "AOT pods leak 60 MiB a minute with a limit of 256 MiB",
                        p -> p.limit(256).leaks(60)),
                fromTheStart("near-memory-limit", "AOT pods fill 95 % of their limit", p -> p.limit(65)),
                fromTheStart("memory-gain-missing", "AOT pods need as much memory as JIT pods", p -> p.memory(138)),
                scenario(
                        "memory-growth",
                        "AOT pods grow by 0.25 MiB a minute and reach 512 MiB in about 30 hours: the collector of native images",
                        w -> w.aot(p -> p.leaks(0.25))),
                scenario(
                        "leak-after-40-minutes",
                        "from minute 40 on, AOT pods leak 1 MiB a minute",
                        w -> w.runFor(ofMinutes(40)).then("AOT pods leak 1 MiB a minute", x -> x.aot(p -> p.leaks(1)))),
                scenario(
                        "one-crash",
                        "one AOT pod crashes once in the second step",
                        w -> w.untilStep(2).then("one AOT pod crashes", World::crashAnAotPod)));
    }

    private static List<Scenario> comparisons() {
        return List.of(
                fromTheStart(
                        "more-cpu-per-request",
                        "an AOT request costs 40 % more processor time: no dynamic PGO",
                        p -> p.cpu(0.0056)),
                scenario(
                        "gc-mode-differs",
                        "AOT pods run with workstation GC, JIT pods with server GC",
                        w -> w.cluster().differIn(new Parity.Difference("env DOTNET_gcServer", "1", "0", true))),
                fromTheStart(
                        "jit-image-on-aot-track",
                        "the image of the AOT track is a JIT build",
                        p -> p.isReally(Identity.Build.JIT).memory(140).startsIn(12)),
                fromTheStart(
                        "instrumentation-trimmed",
                        "AOT pods export no request metrics: trimmed away",
                        Build::uninstrumented));
    }

    private static Scenario fromTheStart(String name, String description, Consumer<Build> aot) {
        return scenario(name, description, w -> w.aot(aot));
    }

    private static Scenario inStepTwo(String name, String description, Consumer<Build> aot) {
        return scenario(
                name,
                description,
                w -> w.untilStep(2).runFor(Duration.ofSeconds(60)).then(description, x -> x.aot(aot)));
    }

    /** Both tracks fail a little, as services do; the rollout is watched until it is over. */
    private static Scenario scenario(String name, String description, Consumer<World> happens) {
        return new Scenario(name, description, world -> {
            world.jit(p -> p.errors(USUAL_ERRORS)).aot(p -> p.errors(USUAL_ERRORS));
            happens.accept(world);
            world.untilOver().runFor(AFTERMATH);
        });
    }
}
