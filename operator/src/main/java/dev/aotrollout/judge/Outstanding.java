package dev.aotrollout.judge;

/** How long something that is still missing will take at the present rate. */
final class Outstanding {
    private Outstanding() {}

    /**
     * {@code , about 6 min more at 12 requests/s}; nothing while there is no rate, or nobody knows how many are missing.
     *
     * @param requests that are missing; 0: not known
     * @param seen in the step so far
     */
    static String text(double requests, long seen, StepWindow step) {
        var seconds = step.age().toMillis() / 1000.0;
        if (requests <= 0 || seen == 0 || seconds <= 0) return "";
        var perSecond = seen / seconds;
        return ", about " + Text.span(Math.max(1, requests / perSecond)) + " more at " + Text.trimmed(perSecond)
                + " requests/s";
    }
}
