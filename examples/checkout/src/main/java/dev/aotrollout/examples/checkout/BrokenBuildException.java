package dev.aotrollout.examples.checkout;

/** What code does that the AOT build lost: it fails at run time, and only there. */
public final class BrokenBuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenBuildException(String route) {
        super("the code of " + route + " is missing from this build");
    }
}
