package dev.aotrollout.governance;

import dev.aotrollout.materials.Component;
import java.util.Locale;
import java.util.Set;

/**
 * A glob of package URLs without version: {@code *} stands for any characters but {@code /}, {@code **} for any.
 *
 * @param text as written
 * @param pattern as it is compared
 */
public record LibraryGlob(String text, String pattern) {
    private static final String SCHEME = "pkg:";
    /** Whose names mean the same in any case, see the type definitions of purl-spec. */
    private static final Set<String> CASELESS = Set.of("nuget", "pypi", "composer", "github");

    private static final int NONE = -1;

    /** Of a purl; what has no scheme is the glob of a name in any ecosystem and any case. */
    public static LibraryGlob of(String text) {
        if (!text.startsWith(SCHEME)) return new LibraryGlob(text, text.toLowerCase(Locale.ROOT));
        var slash = text.indexOf('/');
        var type = slash < 0 ? "" : text.substring(SCHEME.length(), slash);
        return new LibraryGlob(
                text, slash < 0 ? text : key(type, text.substring(slash + 1).replace("%40", "@")));
    }

    /** What globs of purls are compared with; empty for a component without a purl. */
    static String key(Component component) {
        return component.ecosystem().isEmpty() ? "" : key(component.ecosystem(), component.name());
    }

    private static String key(String type, String name) {
        var folded = CASELESS.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
        return SCHEME + type + "/" + (type.equals("pypi") ? folded.replace('_', '-') : folded);
    }

    private boolean isOfPurls() {
        return text.startsWith(SCHEME);
    }

    /** As {@code component} is called, with its {@code key}. */
    boolean matches(Component component, String key) {
        return isOfPurls() ? matchesKey(key) : matches(component.name().toLowerCase(Locale.ROOT));
    }

    /** An assembly or a class is called as its package in most ecosystems. */
    boolean matchesName(String name) {
        var bare = isOfPurls() ? pattern.substring(pattern.indexOf('/') + 1) : pattern;
        return !name.isEmpty() && matches(bare.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Of a key as {@link #key} gives it. */
    boolean matchesKey(String key) {
        return !key.isEmpty() && matches(key);
    }

    boolean isExact() {
        return pattern.indexOf('*') < 0;
    }

    /** Characters that are no wildcard: the more, the more is said. */
    int literals() {
        return (int) pattern.chars().filter(c -> c != '*').count();
    }

    private boolean matches(String value) {
        return matches(pattern, value);
    }

    /** Goes back to the last star when it gets stuck; a star that may not cross a slash then fails for good. */
    private static boolean matches(String pattern, String value) {
        var p = 0;
        var v = 0;
        var deep = new Retry(NONE, NONE);
        var flat = new Retry(NONE, NONE);
        while (v < value.length()) {
            if (pattern.startsWith("**", p)) {
                p += 2;
                deep = new Retry(p, v);
                flat = new Retry(NONE, NONE);
            } else if (p < pattern.length() && pattern.charAt(p) == '*') flat = new Retry(++p, v);
            else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
                p++;
                v++;
            } else if (flat.isOpen() && value.charAt(flat.value()) != '/') {
                flat = flat.next();
                p = flat.pattern();
                v = flat.value();
            } else if (deep.isOpen()) {
                deep = deep.next();
                flat = new Retry(NONE, NONE);
                p = deep.pattern();
                v = deep.value();
            } else return false;
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }

    /** Where to go on when the characters after a star do not match. */
    private record Retry(int pattern, int value) {
        boolean isOpen() {
            return pattern != NONE;
        }

        Retry next() {
            return new Retry(pattern, value + 1);
        }
    }
}
