package dev.aotrollout.notify;

/** Is told what became of each notice; called on the threads that deliver. */
public interface Journal {
    /** What became of a notice. */
    enum Ending {
        /** The sink answered 2xx. */
        DELIVERED,
        /** The sink answered that it will never take it. */
        REFUSED,
        /** The sink did not take it for so long that it is old news. */
        EXPIRED,
        /** Too many were waiting for this sink already. */
        OVERFLOWED,
        /** The process ended before it was delivered. */
        LOST
    }

    /** It ended so, for the sink of that name. */
    void ended(String sink, Notice notice, Ending ending, String why);
}
