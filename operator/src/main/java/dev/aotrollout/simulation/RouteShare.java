package dev.aotrollout.simulation;

import java.util.List;

/**
 * One route of the simulated service.
 *
 * @param share of all requests, 0 to 1
 */
record RouteShare(String route, double share) {
    /** One that hardly anybody asks for, as those are on which an AOT build fails first. */
    static final String RARE = "GET /export/{format}";

    static final List<RouteShare> SHOP = List.of(
            new RouteShare("GET /catalogue", 0.6),
            new RouteShare("POST /checkout", 0.3),
            new RouteShare("GET /receipts/{id}", 0.09),
            new RouteShare(RARE, 0.01));
}
