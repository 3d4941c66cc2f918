package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a policy says of the warnings of a build.
 *
 * @param denyCodes none of these may occur; a star at the end stands for any characters
 * @param maxByCode at most so many of a code
 * @param maxTotal at most so many altogether, {@link #UNLIMITED} for any number
 * @param allow warnings that count neither as denied nor towards a limit
 */
public record LibraryWarnings(
        List<String> denyCodes, Map<String, Integer> maxByCode, int maxTotal, List<Allowed> allow) {
    public static final int UNLIMITED = Integer.MAX_VALUE;
    public static final LibraryWarnings NONE = new LibraryWarnings(List.of(), Map.of(), UNLIMITED, List.of());

    /**
     * One exemption.
     *
     * @param code as in {@code denyCodes}
     * @param packageGlob of an assembly, package or member
     * @param expires the first instant at which it counts no more; {@link Instant#MAX} for never
     */
    public record Allowed(String code, LibraryGlob packageGlob, Instant expires) {}

    public LibraryWarnings {
        denyCodes = List.copyOf(denyCodes);
        maxByCode = Map.copyOf(maxByCode);
        allow = List.copyOf(allow);
    }
}
