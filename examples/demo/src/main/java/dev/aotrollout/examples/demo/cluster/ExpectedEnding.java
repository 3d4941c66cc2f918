package dev.aotrollout.examples.demo.cluster;

import java.util.Set;

/** How a rollout is expected to end, and when that end is really reached. */
public enum ExpectedEnding {
    /** All traffic on AOT, JIT left as it is. */
    PROMOTED("promoted") {
        @Override
        public boolean isReached(StageView view) {
            return hasAllTraffic(view);
        }

        @Override
        public boolean isMissed(StageView view) {
            return BACK.contains(view.rollout().phase());
        }
    },
    /** Promoted, its standby over, JIT scaled down. */
    RETIRED("promoted, JIT retired after its standby") {
        @Override
        public boolean isReached(StageView view) {
            return hasAllTraffic(view) && view.jit().present() == 0;
        }

        @Override
        public boolean isMissed(StageView view) {
            return BACK.contains(view.rollout().phase());
        }
    },
    /** Rolled back by itself, no AOT pod left. */
    ROLLED_BACK("rolled back by itself") {
        @Override
        public boolean isReached(StageView view) {
            return BACK.contains(view.rollout().phase()) && view.isWithoutAot();
        }

        @Override
        public boolean isMissed(StageView view) {
            return view.rollout().phase().equals(PROMOTED_PHASE);
        }
    };

    private static final String PROMOTED_PHASE = "Promoted";
    private static final Set<String> BACK = Set.of("RollingBack", "RolledBack");

    private final String words;

    ExpectedEnding(String words) {
        this.words = words;
    }

    private static boolean hasAllTraffic(StageView view) {
        return view.rollout().phase().equals(PROMOTED_PHASE)
                && view.weightAsked() == 100
                && view.aot().ready() > 0;
    }

    /** Whether it has come. */
    public abstract boolean isReached(StageView view);

    /** Whether it can no longer come. */
    public abstract boolean isMissed(StageView view);

    /** For people. */
    public String words() {
        return words;
    }
}
