package dev.aotrollout.simulation;

/**
 * What is let happen to a simulated rollout.
 *
 * @param name in words joined by hyphens
 * @param description in one sentence, for people
 */
public record Scenario(String name, String description, Script script) {

    /** Lets things happen to a world, and time pass in it. */
    @FunctionalInterface
    public interface Script {
        /** All of it, to the end. */
        void play(World world);
    }
}
