package dev.aotrollout.materials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What compilers said of a build. */
public record BuildWarnings(List<BuildWarning> warnings) {
    /** Nothing was said, or nothing was read. */
    public static final BuildWarnings NONE = new BuildWarnings(List.of());

    private record Key(String code, String packageName, String message) {
        static Key of(BuildWarning warning) {
            return new Key(warning.code(), warning.packageName(), warning.message());
        }
    }

    public BuildWarnings {
        warnings = List.copyOf(warnings);
    }

    /** Both; what an analyzer and the publish log say alike counts as often as in the one that has it more often. */
    public BuildWarnings merge(BuildWarnings other) {
        var all = new LinkedHashMap<Key, BuildWarning>();
        var both = new ArrayList<>(warnings);
        both.addAll(other.warnings);
        for (var warning : both)
            all.merge(Key.of(warning), warning, (one, two) -> one.count() >= two.count() ? one : two);
        return new BuildWarnings(List.copyOf(all.values()));
    }
}
