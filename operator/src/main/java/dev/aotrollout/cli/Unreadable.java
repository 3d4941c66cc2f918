package dev.aotrollout.cli;

/** The input cannot be read; the message names the file, the place and the remedy. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
        super(message);
    }
}
