package dev.aotrollout.examples.demo.load;

/** Which build answered, or which build a pod runs. */
public enum Track {
    JIT,
    AOT,
    /** Nobody said: the answer was the gateway's own, or there was none. */
    UNKNOWN;

    /** Reads the response header {@code x-track}. */
    static Track ofHeader(String value) {
        return switch (value) {
            case "jit" -> JIT;
            case "aot" -> AOT;
            default -> UNKNOWN;
        };
    }
}
