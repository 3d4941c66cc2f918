package dev.aotrollout.traffic;

/**
 * What a route shall ask for.
 *
 * @param weight percent of requests for the AOT track, 0 to 100
 * @param named whether the AOT Service is named even at weight 0: a gateway that hears of a Service and of its share in one change
 *     may send requests there before it knows where that is
 * @param testHeader whether requests with the test header reach AOT, at any weight
 */
public record Wanted(int weight, boolean named, boolean testHeader) {}
