package dev.aotrollout.examples.demo.cluster;

/** Something that ends the run; the message names the object and the remedy, and is all that the user is shown. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a cause worth showing. */
    public DemoException(String message) {
        super(message);
    }

    /** With what was thrown. */
    public DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
