package dev.aotrollout.decision;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Text;
import dev.aotrollout.judge.Totals;
import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.util.Optional;

/** Whether the weight that was asked for is the weight that requests see. */
final class Served {
    /** With fewer requests the share says too little; the gateway's word has to do. */
    private static final long MIN_REQUESTS = 30;
    /** Sampling error of the share, in standard deviations. */
    private static final double DEVIATIONS = 4;
    /** Scrapes of the two tracks are up to one interval apart, and the gateway needs a moment. */
    private static final double SKEW = 0.05;

    private static final Duration RECENT = Duration.ofSeconds(60);
    /** The gateway's own delay, and a scrape of each pod. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private Served() {}

    /** Why the asked weight does not count as served yet; nothing where it does. */
    static Optional<Trouble> whyNot(Case given) {
        var weight = given.state().weight();
        var route = given.seen().route();
        if (!route.serves(weight))
            return Optional.of(new Trouble(
                    route.accepted() ? Reason.WeightUnserved : Reason.RouteNotAccepted,
                    route.accepted()
                            ? "routes ask for weight %s, %s is on its way".formatted(route.weight(), weight)
                            : route.message()));
        return switch (given.seen().evidence().traffic()) {
            case Reading.Known<Traffic>(var traffic, var _) ->
                shareWhyNot(given, settled(given, traffic), weight / 100.0);
            // The gateway's word alone would start the soak before anybody looked at the requests.
            case Reading.Missing<Traffic>(var why, var _) -> Optional.of(new Trouble(Reason.MetricsPending, why));
        };
    }

    /** Recent requests, without those of the moments after the shift, as long as enough are left. */
    private static Totals settled(Case given, Traffic traffic) {
        var recent = traffic.since(given.now().minus(RECENT));
        var calm = given.state().clock().shifted().plus(SETTLING);
        var settled = calm.isAfter(given.now().minus(RECENT)) ? traffic.since(calm) : recent;
        return settled.requests() >= MIN_REQUESTS ? settled : recent;
    }

    private static Optional<Trouble> shareWhyNot(Case given, Totals traffic, double asked) {
        var requests = traffic.requests();
        if (requests < MIN_REQUESTS) {
            var patience = given.plan().policy().interval().multipliedBy(3);
            var waited = Duration.between(given.state().clock().shifted(), given.now());
            return waited.compareTo(patience) >= 0
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            Reason.WeightUnserved,
                            "%s requests seen since weight %s was set, %s tell its share"
                                    .formatted(Text.count(requests), Text.trimmed(asked * 100), MIN_REQUESTS)));
        }
        var tolerance = SKEW + DEVIATIONS * Math.sqrt(asked * (1 - asked) / requests);
        if (Math.abs(traffic.aotShare() - asked) <= tolerance) return Optional.empty();
        return Optional.of(new Trouble(
                Reason.WeightUnserved,
                "AOT receives %s of %s requests, %s asked for; does traffic reach the pods around the route?"
                        .formatted(Text.percentOf(traffic.aotShare()), Text.count(requests), Text.percentOf(asked))));
    }
}
