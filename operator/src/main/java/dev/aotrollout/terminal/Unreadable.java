package dev.aotrollout.terminal;

/** The input cannot be read; the message names the file, the place and the remedy. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable(String message) {
        super(message);
    }
}
