package dev.aotrollout.examples.demo.cluster;

/** This machine lacks what a cluster needs; the message says what. */
public final class CannotRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public CannotRunException(String message) {
        super(message);
    }
}
