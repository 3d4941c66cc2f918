package dev.aotrollout.traffic;

/**
 * The Services between which a route is weighted, and the header that reaches AOT before any weight does.
 *
 * @param service today's Service; it selects JIT pods only
 * @param jitService the Service of the JIT track, which a route may name instead of today's
 * @param aotService the Service of the AOT track
 * @param headerName of the test header; empty for none
 * @param headerValue that is matched exactly
 */
public record RouteTarget(String service, String jitService, String aotService, String headerName, String headerValue) {

    boolean hasTestHeader() {
        return !headerName.isEmpty();
    }

    TestHeader testHeader() {
        return new TestHeader(headerName, headerValue);
    }
}
