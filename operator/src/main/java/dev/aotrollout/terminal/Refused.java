package dev.aotrollout.terminal;

/** A command that cannot do what was asked; the message is one line that names the object and the remedy. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    public Refused(int code, String message) {
        super(message);
        this.code = code;
    }

    /** One of {@link ExitCode}. */
    public int code() {
        return code;
    }
}
