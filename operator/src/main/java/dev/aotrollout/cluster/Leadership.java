package dev.aotrollout.cluster;

/** Which of several operators acts. */
public interface Leadership extends AutoCloseable {
    /** How this operator stands. */
    enum Role {
        /** It acts. */
        LEADER,
        /** It waits for its turn with warm caches. */
        STANDBY,
        /** It led and lost the lease: it never acts again, and its process shall end. */
        DEPOSED
    }

    /** What becomes of a candidate; told once each, on a thread that must not be held. */
    interface News {
        /** It leads from now on. */
        void gained();

        /** It does not lead any more. */
        void lost(String why);
    }

    /** Opens the connection that the election will need; returns at once, and nothing depends on it. */
    default void prepare() {}

    /** Begins to stand for election. */
    void start(News news);

    /** How this operator stands at this moment. */
    Role role();

    /** Whether a write may leave at this moment: a leader that could not renew in time may not, even before it knows why. */
    boolean mayAct();

    /** Whether it acts, or would take over when the leader goes. */
    boolean isOfUse();

    /** Whether the election goes on; it does not where this operator was deposed or its loop has ended. */
    boolean isAlive();

    /** One line about who leads. */
    String describe();

    /** Gives the lease back; nothing may act after this. */
    @Override
    void close();
}
