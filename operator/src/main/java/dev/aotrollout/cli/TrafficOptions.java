package dev.aotrollout.cli;

import picocli.CommandLine.Option;

/** What an offline command cannot know of a service. */
final class TrafficOptions {
    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "Requests of the service, both tracks together. Absent: what depends on it is not checked.")
    private double requestsPerSecond;

    @Option(
            names = "--scrape-seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How often Prometheus scrapes the pods. Default: ${DEFAULT-VALUE}.")
    private int scrapeSeconds = 15;

    boolean isKnown() {
        return requestsPerSecond > 0;
    }

    double requestsPerSecond() {
        return requestsPerSecond;
    }

    int scrapeSeconds() {
        return scrapeSeconds;
    }
}
