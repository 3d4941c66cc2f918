package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.util.Optional;

/** What a promoted rollout does: rest, and say what becomes of the JIT track. */
final class AfterPromotion {
    private AfterPromotion() {}

    static Optional<Decision> rests(Case given) {
        if (given.state().outcome() != Outcome.PROMOTED) return Optional.empty();
        var trouble = given.seen().troubles().stream().findFirst();
        return Optional.of(
                trouble.isPresent()
                        ? new Decision.Rest(
                                trouble.get().reason(),
                                "AOT carries all traffic; " + trouble.get().message(),
                                Case.CALM)
                        : promoted(given));
    }

    private static Decision promoted(Case given) {
        return switch (given.plan().retirement()) {
            case Retirement.Never() ->
                new Decision.Rest(Reason.Promoted, "AOT carries all traffic; JIT is left as it is", Case.CALM);
            case Retirement.After(var standby, var replicas) ->
                given.state().jit().retired()
                        ? new Decision.Rest(
                                Reason.Retired,
                                "AOT carries all traffic; JIT is scaled down to %s".formatted(replicas),
                                Case.CALM)
                        : warmStandby(given, standby);
        };
    }

    private static Decision warmStandby(Case given, Duration standby) {
        var until = given.state().ending().at().plus(standby);
        var left = Duration.between(given.now(), until);
        return new Decision.Rest(
                Reason.WarmStandby,
                "AOT carries all traffic; JIT stays ready to take it back until " + Moments.text(until),
                Moments.shorter(Case.CALM, left.isPositive() ? left : Duration.ofSeconds(1)));
    }
}
