package dev.aotrollout.terminal;

/** How commands end. */
public final class ExitCode {
    /** Everything is as it should be. */
    public static final int FINE = 0;
    /** Something was found, the verdict is negative, or what was waited for did not come in time. */
    public static final int FOUND = 1;
    /** Wrong usage, input that cannot be read, or a cluster that cannot be asked. */
    public static final int UNUSABLE = 2;
    /** There is no such object. */
    public static final int NOT_FOUND = 4;
    /** The user may not do this. */
    public static final int FORBIDDEN = 5;
    /** It makes no sense as things are, or somebody else was faster; nothing was changed. */
    public static final int REFUSED = 6;

    private ExitCode() {}
}
