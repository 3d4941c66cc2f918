package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.GoalSpec;
import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.oncall.Instruction.Already;
import dev.aotrollout.oncall.Instruction.Write;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each on-call command writes, or why it makes no sense now. The operator reads it with {@link CommandReader}. */
final class Instructions {
    private static final String ROLLED_BACK = "ROLLED_BACK";

    private final String program;

    /** {@code program} as the user calls it, for the commands in messages. */
    Instructions(String program) {
        this.program = program;
    }

    Instruction pause(Standing at, String why) {
        refuseDeleted(at);
        if (at.isIn("Promoted", "RolledBack", "RollingBack", "Exempted"))
            throw refused(at, "is %s: nothing advances, so there is nothing to pause".formatted(words(at.phase())));
        if (at.isPausedByAnnotation()) return new Already("is paused already; go on with " + command("resume", at));
        if (at.isPausedBySpec()) return new Already("is paused already by spec.paused");
        var held = at.phase().equals("Held");
        var says = "pauses: nothing advances from weight %s, a regression still rolls back; go on with %s%s"
                .formatted(
                        at.weight(), command("resume", at), held ? "; it is held now anyway, by " + at.reason() : "");
        return new Write(
                Map.of(CommandReader.PAUSE, why.isEmpty() ? "true" : why),
                Set.of(),
                says,
                false,
                now -> now.reason().equals("PausedByUser") || now.isIn("Held", "RollingBack", "RolledBack"));
    }

    Instruction resume(Standing at) {
        refuseDeleted(at);
        if (!at.isPausedByAnnotation()) {
            if (at.isPausedBySpec())
                throw refused(
                        at,
                        "is paused by spec.paused, which no annotation undoes: set it to false where the manifest is kept (Git)");
            if (at.reason().equals("Inconclusive"))
                throw refused(
                        at,
                        "is not paused by a person: its step did not pass in time and somebody must decide: %s, or %s"
                                .formatted(command("promote", at), abort(at)));
            throw refused(at, "is not paused (%s)".formatted(at.phase()));
        }
        var rest = at.isPausedBySpec()
                ? "loses its pause annotation, and stays paused by spec.paused: set it to false where the manifest is kept (Git)"
                : "goes on in step %s at weight %s".formatted(at.step(), at.weight());
        return new Write(
                Map.of(),
                Set.of(CommandReader.PAUSE),
                rest,
                false,
                now -> at.isPausedBySpec() || !now.reason().equals("PausedByUser"));
    }

    Instruction promote(Standing at, boolean full) {
        refuseDeleted(at);
        if (at.phase().equals("Promoted")) return new Already("is promoted already");
        var value = full ? "full" : "step";
        if (at.annotation(CommandReader.PROMOTE).filter(value::equalsIgnoreCase).isPresent())
            return new Already("was told already (%s=%s)".formatted(CommandReader.PROMOTE, value));
        refusePromotion(at, full);
        var says = full
                ? "skips soak and evidence of all steps that are left; safety rules and approvals stay"
                : "skips what is left of step %s; safety rules and approvals stay".formatted(at.step());
        return new Write(
                Map.of(CommandReader.PROMOTE, value),
                Set.of(),
                says,
                false,
                now -> now.annotation(CommandReader.PROMOTE).isEmpty()
                        || now.run()
                                .map(Run::handledPromote)
                                .filter(value::equalsIgnoreCase)
                                .isPresent());
    }

    private void refusePromotion(Standing at, boolean full) {
        if (at.isIn("RolledBack", "RollingBack", "Exempted"))
            throw refused(
                    at,
                    "is %s: there is nothing to promote; %s starts the plan again"
                            .formatted(words(at.phase()), command("retry", at)));
        if (at.reason().equals("PausedByUser"))
            throw refused(
                    at, "is paused, and a promotion waits for that too: %s first".formatted(command("resume", at)));
        if (at.phase().equals("Held"))
            throw refused(
                    at, "is held by %s, which a promotion does not overrule: %s".formatted(at.reason(), at.message()));
        if (full) return;
        if (at.reason().equals("ApprovalMissing"))
            throw refused(
                    at, "waits for people, whom a promotion does not replace: %s".formatted(command("approve", at)));
        if (at.isIn(Standing.UNSEEN, "Pending"))
            throw refused(
                    at,
                    "has not begun (%s): there is no step to skip"
                            .formatted(at.reason().isEmpty() ? at.phase() : at.reason()));
    }

    Instruction abort(Standing at, String why) {
        var before = at.annotation(CommandReader.ABORT);
        if (before.isPresent()) return new Already("is aborted already: \"%s\"".formatted(before.get()));
        var says = at.phase().equals("RolledBack")
                ? "is on JIT already and stays there, with new builds too, until %s".formatted(command("retry", at))
                : "goes back to JIT from weight %s and stays there until %s"
                        .formatted(at.weight(), command("retry", at));
        return new Write(
                Map.of(CommandReader.ABORT, why), Set.of(), says, true, now -> now.isIn("RolledBack", "Exempted"));
    }

    Instruction retry(Standing at) {
        refuseDeleted(at);
        if (at.phase().equals("RollingBack"))
            throw refused(
                    at,
                    "is still going back to JIT; retry when it is there: %s --watch".formatted(command("status", at)));
        if (at.phase().equals("Exempted"))
            throw refused(at, "stays on JIT by an exception, and starts by itself when that ends: " + at.message());
        if (!at.phase().equals("RolledBack"))
            throw refused(at, "is %s, not rolled back: there is nothing to retry".formatted(words(at.phase())));
        if (at.spec().goal() == GoalSpec.JIT)
            throw refused(
                    at,
                    "stays on JIT by spec.goal: set it to AOT where the manifest is kept (Git), and it starts by itself");
        var value = next(at);
        var aborted = at.annotation(CommandReader.ABORT);
        var says = "starts again from the first step with the same build%s%s"
                .formatted(
                        aborted.isPresent() ? "; the abort \"%s\" is taken back".formatted(aborted.get()) : "",
                        at.isPausedBySpec() || at.isPausedByAnnotation()
                                ? "; it is paused, so it waits before it"
                                : "");
        return new Write(
                Map.of(CommandReader.RETRY, value),
                aborted.isPresent() ? Set.of(CommandReader.ABORT) : Set.of(),
                says,
                false,
                now -> now.run()
                        .filter(run -> value.equals(run.handledRetry()) && !ROLLED_BACK.equals(run.outcome()))
                        .isPresent());
    }

    /** One more than the last one; the operator asks for a new value, whatever it is. */
    private static String next(Standing at) {
        var handled = at.run().map(Run::handledRetry).orElse("");
        var written = at.annotation(CommandReader.RETRY).orElse("");
        return "" + (Math.max(number(handled), number(written)) + 1);
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private void refuseDeleted(Standing at) {
        if (at.isBeingDeleted()) throw refused(at, "is being deleted: its traffic goes back to JIT");
    }

    private static Refused refused(Standing at, String why) {
        return new Refused(ExitCode.REFUSED, at.label() + " " + why);
    }

    private String command(String name, Standing at) {
        return "%s %s %s -n %s".formatted(program, name, at.name(), at.namespace());
    }

    private String abort(Standing at) {
        return command("abort", at) + " --why TEXT";
    }

    private static String words(String phase) {
        return switch (phase) {
            case "RolledBack" -> "rolled back";
            case "RollingBack" -> "going back to JIT";
            case "Promoted" -> "promoted";
            case "Exempted" -> "exempted";
            case Standing.UNSEEN -> "not seen by an operator yet";
            default -> phase.toLowerCase(Locale.ROOT);
        };
    }
}
