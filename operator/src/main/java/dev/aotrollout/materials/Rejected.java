package dev.aotrollout.materials;

/** A document is not what it should be; never leaves the package. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    Rejected(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
