package dev.aotrollout.governance;

import dev.aotrollout.judge.Text;
import java.util.Locale;

/** Amounts of CPU, memory and money as people read them, the same in every locale. */
public final class EconomicsText {
    private static final double GIBI = 1024.0 * 1024 * 1024;

    private EconomicsText() {}

    /** Cores as Kubernetes writes them: {@code 250m}, {@code 7.91}. */
    public static String cpu(double cores) {
        return cores < 1 ? Text.trimmed(cores * 1000) + "m" : Text.trimmed(cores);
    }

    /** Bytes: {@code 512 MiB}, {@code 15.2 GiB}. */
    public static String memory(double bytes) {
        return bytes < GIBI ? Text.mebibytes(bytes) : Text.trimmed(bytes / GIBI) + " GiB";
    }

    /** An amount of money with two decimals: {@code 1,109.60 EUR}. */
    public static String money(double amount, String currency) {
        var cents = Math.rint(amount * 100) / 100;
        return String.format(Locale.ROOT, "%,.2f %s", cents == 0 ? 0.0 : cents, currency);
    }

    /** A number of things in words: {@code 1 node}, {@code 1,200 nodes}. */
    static String count(int number, String one) {
        return Text.count(number) + " " + one + (number == 1 ? "" : "s");
    }

    static String requests(PodRequests requests) {
        return "CPU " + cpu(requests.cpuCores()) + ", memory " + memory(requests.memoryBytes());
    }
}
