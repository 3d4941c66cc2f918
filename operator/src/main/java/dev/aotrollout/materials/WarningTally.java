package dev.aotrollout.materials;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Warnings of the .NET tools as they are met: the package is found, repetitions are dropped. */
final class WarningTally {
    /** They say that an assembly has warnings, and neither which nor how many. */
    private static final Set<String> COLLAPSED = Set.of("IL2104", "IL3053");

    private static final Pattern ASSEMBLY = Pattern.compile("[Aa]ssembly '([^']+)'");
    private static final Pattern LIBRARY =
            Pattern.compile("([^/\\\\]+?)\\.(?:dll|exe)(?:\\(.*)?$", Pattern.CASE_INSENSITIVE);
    /** ILC begins with the member that it compiles: {@code Shop.Orders.Save(Order): Using member ...}. */
    private static final Pattern MEMBER = Pattern.compile("^([\\w.<>$`|+]+)\\([^:]*\\): ");

    private record Place(String code, String origin, String message) {}

    private record Said(String code, String packageName, String message) {}

    private final Set<Place> places = new HashSet<>();
    private final Map<Said, Integer> counts = new LinkedHashMap<>();

    /** What the same tool says again of the same place, as MSBuild does in its summary, is not counted. */
    void add(String code, String origin, String message) {
        if (!places.add(new Place(code, origin, message))) return;
        counts.merge(new Said(code, packageName(origin, message), message), 1, Integer::sum);
    }

    private static String packageName(String origin, String message) {
        var assembly = ASSEMBLY.matcher(message);
        if (assembly.find()) return assembly.group(1);
        var library = LIBRARY.matcher(origin);
        if (library.find()) return library.group(1);
        var member = MEMBER.matcher(message);
        return member.find() ? member.group(1) : "";
    }

    BuildWarnings warnings() {
        return new BuildWarnings(counts.entrySet().stream()
                .map(entry -> new BuildWarning(
                        entry.getKey().code(),
                        entry.getKey().packageName(),
                        entry.getKey().message(),
                        COLLAPSED.contains(entry.getKey().code()),
                        entry.getValue()))
                .toList());
    }
}
