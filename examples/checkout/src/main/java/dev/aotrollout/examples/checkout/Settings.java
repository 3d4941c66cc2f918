package dev.aotrollout.examples.checkout;

import java.time.Duration;
import java.util.Map;

/**
 * What the environment decides about this process.
 *
 * @param port where to listen; 0 takes a free port. Its variable is not CHECKOUT_PORT: Kubernetes sets that, to an
 *     address, in every pod beside a Service named checkout
 * @param drain how long to go on serving after the signal to stop, so that every router can learn of it
 * @param defect what this build does wrong
 * @param defectIsIgnored whether a defect was asked for on the build that carries none
 */
public record Settings(int port, Duration drain, Defect defect, boolean defectIsIgnored) {

    static Settings read(Map<String, String> variables, Track track) {
        var environment = new Environment(variables);
        var asked = !environment.text("CHECKOUT_DEFECT").isEmpty();
        var carried = track == Track.AOT;
        return new Settings(
                environment.number("HTTP_PORT", 8080, 0, 65_535),
                Duration.ofSeconds(environment.number("CHECKOUT_DRAIN_SECONDS", 3, 0, 600)),
                carried ? Defect.read(environment) : new Defect.None(),
                asked && !carried);
    }
}
