package dev.aotrollout.examples.checkout;

/** A setting that the service refuses to start with; its message says which values are accepted. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String message) {
        super(message);
    }
}
