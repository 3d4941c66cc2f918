package dev.aotrollout.examples.checkout;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The build that this process runs: the plain JVM, or the JVM with its AOT cache. */
public enum Track {
    JIT,
    AOT;

    /** Asks the JVM, not the environment: without a cache that was really mapped, this is the JIT build. */
    static Track ofThisProcess() {
        var vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        var cacheNamed = !vm.getVMOption("AOTCache").getValue().isEmpty();
        var cacheMapped = System.getProperty("java.vm.info", "").contains("sharing");
        return cacheNamed && cacheMapped ? AOT : JIT;
    }

    /** The word that headers and labels use. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
