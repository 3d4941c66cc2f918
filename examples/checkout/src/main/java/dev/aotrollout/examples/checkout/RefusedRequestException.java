package dev.aotrollout.examples.checkout;

/** A request that the client has to correct; its message says how. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    private RefusedRequestException(int status, String message) {
        super(message);
        problem = new Problem(status, message);
    }

    static RefusedRequestException notFound(String message) {
        return new RefusedRequestException(404, message);
    }

    static RefusedRequestException invalid(String message) {
        return new RefusedRequestException(400, message);
    }

    Problem problem() {
        return problem;
    }
}
