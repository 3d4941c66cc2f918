package dev.aotrollout.decision;

/**
 * What on-call asked for by annotation; an empty text means that the annotation is absent.
 *
 * @param abort why to roll back now
 * @param paused no advance while true
 * @param promote skip ahead, once for each time the annotation is set
 * @param retry a new value starts a rolled-back plan again
 */
public record Commands(String abort, boolean paused, Promotion promote, String retry) {
    /** Nothing was asked for. */
    public static final Commands NONE = new Commands("", false, Promotion.NONE, "");
}
