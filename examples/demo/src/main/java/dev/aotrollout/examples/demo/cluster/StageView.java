package dev.aotrollout.examples.demo.cluster;

/** The rollout and its pods at one moment. */
public record StageView(RolloutSnapshot rollout, int weightAsked, PodCounts jit, PodCounts aot) {

    /**
     * The pods of one track.
     *
     * @param present those that still end count, too
     */
    public record PodCounts(int present, int ready) {}

    /** No pod of the AOT build is left, and no weight asks for one. */
    public boolean isWithoutAot() {
        return weightAsked == 0 && aot.present() == 0;
    }
}
