package dev.aotrollout.oncall;

/**
 * What is the matter with a rollout, in plain words, and what to do next.
 *
 * @param matter follows the rollout's name
 * @param next what a person does; {@code nothing to do} where that is so
 */
record Advice(String matter, String next) {
    private static final String NOTHING = "nothing to do";

    /** {@code program} as the user calls it. */
    static Advice of(Standing at, String program) {
        var on = "-n " + at.namespace();
        var commands = new Commands(program, at.name(), on);
        if (at.isBeingDeleted())
            return new Advice("is being deleted, its traffic goes back to JIT", NOTHING + "; the operator ends it");
        return switch (at.phase()) {
            case Standing.UNSEEN ->
                new Advice(
                        "was not looked at by any operator yet",
                        "does one run? kubectl get pods -A -l app.kubernetes.io/name=aotrollout");
            case "Pending" -> pending(at, commands);
            case "Progressing" -> progressing(at, commands);
            case "Paused" -> paused(at, commands);
            case "Held" -> held(at, commands);
            case "RollingBack" ->
                new Advice(
                        "GOES BACK to JIT",
                        NOTHING + "; if it lasts, a gateway does not follow: kubectl describe httproute " + on);
            case "RolledBack" -> rolledBack(at, commands);
            case "Exempted" -> new Advice("stays on JIT by an exception", NOTHING + " until it ends");
            case "Promoted" -> new Advice("is PROMOTED, AOT carries all traffic", NOTHING);
            default -> new Advice("is " + at.phase(), commands.of("explain"));
        };
    }

    /** Commands as the user would type them. */
    private record Commands(String program, String name, String on) {
        String of(String command) {
            return "%s %s %s %s".formatted(program, command, name, on);
        }

        String abort() {
            return of("abort") + " --why TEXT";
        }
    }

    private static Advice pending(Standing at, Commands commands) {
        return switch (at.reason()) {
            case "ApprovalMissing" -> new Advice("waits for people before its first step", commands.of("approve"));
            case "WaveWaits" -> new Advice("waits for its turn", NOTHING);
            case "MetricsPending" -> new Advice("waits for its first figures", NOTHING);
            case "JitBelowCapacity" ->
                new Advice("waits for JIT pods", "why are they not ready? kubectl get pods " + commands.on());
            default -> new Advice("has not begun", NOTHING);
        };
    }

    private static Advice progressing(Standing at, Commands commands) {
        var weight = "at weight " + at.weight();
        return switch (at.reason()) {
            case "ApprovalMissing" ->
                new Advice("is ready for its next step and waits for people", commands.of("approve"));
            case "SoakWaits" -> new Advice("soaks " + weight, NOTHING);
            case "TracksUnready" ->
                new Advice(
                        "waits for AOT pods",
                        "if they do not come: kubectl get pods %s -l aotrollout.dev/track=aot"
                                .formatted(commands.on()));
            case "JitBelowCapacity" ->
                new Advice(
                        "waits for JIT pods, which must be able to take everything back",
                        "kubectl get pods " + commands.on());
            case "RouteNotAccepted", "WeightUnserved" ->
                new Advice(
                        "waits for the gateway to serve weight " + at.weight(),
                        "if it lasts: kubectl describe httproute " + commands.on());
            case "MetricsPending", "StepEntered", "WeightShifted", "Draining" ->
                new Advice("moves on " + weight, NOTHING);
            default ->
                new Advice(
                        "soaked %s, and a guard has not passed yet".formatted(weight),
                        NOTHING + " before the step's deadline");
        };
    }

    private static Advice paused(Standing at, Commands commands) {
        if (at.reason().equals("Inconclusive"))
            return new Advice(
                    "NEEDS A DECISION at weight %s: its step did not pass in time".formatted(at.weight()),
                    "go on with %s, or back with %s".formatted(commands.of("promote"), commands.abort()));
        var next = at.isPausedBySpec()
                ? "set spec.paused to false where its manifest is kept"
                : "go on with " + commands.of("resume");
        return new Advice("is PAUSED by a person at weight " + at.weight(), next);
    }

    private static Advice held(Standing at, Commands commands) {
        var held = "is HELD at weight %s, nothing advances: ".formatted(at.weight());
        return switch (at.reason()) {
            case "MetricsUnavailable" ->
                new Advice(
                        held + "no figures",
                        "mend the metrics; meanwhile back to JIT, if you like: " + commands.abort());
            case "MissingReference" ->
                new Advice(held + "something is missing", "create what is named below; it goes on by itself");
            case "TrackOverlap" -> new Advice(held + "the AOT Deployment cannot be made", "mend what is named below");
            case "BudgetTooLow" ->
                new Advice(held + "too little error budget", NOTHING + " until it recovers; or " + commands.abort());
            case "ApprovalTimedOut" -> new Advice(held + "nobody approved in time", commands.of("approve"));
            case "WaveFrozen", "WaveHalted", "WaveInvalid", "WavePlanMissing" ->
                new Advice(held + "its wave plan says so", "kubectl describe aotwave");
            default -> new Advice(held + "policy objects", "mend what is named below, or ask for an AOTException");
        };
    }

    private static Advice rolledBack(Standing at, Commands commands) {
        return switch (at.reason()) {
            case "Aborted" ->
                new Advice("was ABORTED, all traffic is on JIT", "start again with " + commands.of("retry"));
            case "GoalIsJit" -> new Advice("is on JIT, as spec.goal says", NOTHING);
            default ->
                new Advice(
                        "was ROLLED BACK, all traffic is on JIT",
                        "nothing is urgent: %s shows why; mend the AOT build, then a new image or %s starts again"
                                .formatted(commands.of("report"), commands.of("retry")));
        };
    }

    /** In one sentence. */
    String sentence(String label) {
        return "%s %s. Next: %s".formatted(label, matter, next);
    }
}
