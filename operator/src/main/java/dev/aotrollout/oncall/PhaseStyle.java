package dev.aotrollout.oncall;

/** The colour of a phase. */
final class PhaseStyle {
    private PhaseStyle() {}

    static String of(String phase) {
        return switch (phase) {
            case "RollingBack", "RolledBack" -> "bold,fg(red)";
            case "Held", "Paused", "Unseen" -> "bold,fg(yellow)";
            case "Promoted" -> "bold,fg(green)";
            default -> "bold";
        };
    }
}
