package dev.aotrollout.intake;

import dev.aotrollout.decision.Commands;
import dev.aotrollout.decision.Promotion;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Locale;
import java.util.Map;

/** The on-call commands: annotations, so that GitOps does not revert them. */
public final class CommandReader {
    /** Its value says why. */
    public static final String ABORT = "aotrollout.dev/abort";
    /** Any value but {@code false}. */
    public static final String PAUSE = "aotrollout.dev/pause";
    /** {@code step} or {@code full}. */
    public static final String PROMOTE = "aotrollout.dev/promote";
    /** A new value, such as a count, starts a rolled-back plan again. */
    public static final String RETRY = "aotrollout.dev/retry";

    private CommandReader() {}

    static Commands read(ObjectMeta metadata) {
        var annotations = metadata.getAnnotations() == null ? Map.<String, String>of() : metadata.getAnnotations();
        var pause = annotations.getOrDefault(PAUSE, "false");
        return new Commands(
                abort(annotations),
                !pause.equalsIgnoreCase("false"),
                promotion(annotations.getOrDefault(PROMOTE, "")),
                annotations.getOrDefault(RETRY, ""));
    }

    /** An abort without a reason is an abort all the same. */
    private static String abort(Map<String, String> annotations) {
        var why = annotations.get(ABORT);
        if (why == null) return "";
        return why.isBlank() ? "no reason given" : why;
    }

    /** An unknown value promotes nothing: skipping checks must be asked for in so many words. */
    private static Promotion promotion(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "step" -> Promotion.STEP;
            case "full" -> Promotion.FULL;
            default -> Promotion.NONE;
        };
    }
}
