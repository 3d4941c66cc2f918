package dev.aotrollout.evidence;

/** How a figure or an answer is to be taken; the sign says it without colour. */
enum ReportStanding {
    GOOD("good", "✓"),
    NEUTRAL("neutral", "○"),
    BAD("bad", "✗"),
    UNKNOWN("unknown", "?");

    private final String style;
    private final String sign;

    ReportStanding(String style, String sign) {
        this.style = style;
        this.sign = sign;
    }

    String style() {
        return style;
    }

    String sign() {
        return sign;
    }

    /** Of an answer: Pass, Passed, Fail, Failed, Warned, Unknown. */
    static ReportStanding of(String verdict) {
        return switch (verdict) {
            case "Pass", "Passed" -> GOOD;
            case "Fail", "Failed" -> BAD;
            case "Warned" -> NEUTRAL;
            default -> UNKNOWN;
        };
    }
}
