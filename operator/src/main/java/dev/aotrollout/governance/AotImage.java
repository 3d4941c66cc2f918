package dev.aotrollout.governance;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The AOT image as far as it is known.
 *
 * @param reference as the rollout names it, such as {@code registry.example/checkout:1.4.2-aot}
 * @param running digests that its pods run, such as {@code sha256:4f0c…}; empty while none does
 */
public record AotImage(String reference, SortedSet<String> running) {
    private static final String PINNED = "@sha256:";
    private static final int SHOWN = 19;

    /** What the rollout names and its pods run. */
    public static AotImage of(String reference, Set<String> running) {
        return new AotImage(reference, new TreeSet<>(running));
    }

    /** What is known of its digest: the one that it is pinned to, else those that run; empty while a tag is all there is. */
    public Set<String> digests() {
        var at = reference.indexOf(PINNED);
        return at < 0 ? running : Set.of(reference.substring(at + 1));
    }

    /** Whether {@code digest} is what the image is, or may be as long as no pod has shown its digest. */
    public boolean accepts(String digest) {
        return digests().stream().allMatch(digest::equals);
    }

    /** The digest, or the reference while no digest is known. */
    public String words() {
        return digests().stream().findFirst().map(AotImage::shortened).orElse(reference);
    }

    /** As many digits of a digest as people compare. */
    public static String shortened(String digest) {
        return digest.length() <= SHOWN ? digest : digest.substring(0, SHOWN) + "…";
    }
}
