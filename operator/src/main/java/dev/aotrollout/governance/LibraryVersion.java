package dev.aotrollout.governance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of versions: that of Maven for Maven, that of SemVer 2.0 (with any number of numeric parts, as NuGet has four)
 * for all others. A pre-release is below its release; what follows a {@code +} does not count.
 */
final class LibraryVersion {
    /** Also where a digit meets a letter: {@code rc1} is {@code rc} and {@code 1}. */
    private static final Pattern MAVEN_PARTS =
            Pattern.compile("[.\\-_]|(?<=\\d)(?=[^\\d.\\-_])|(?<=[^\\d.\\-_])(?=\\d)");

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Below the release in this order; what is neither here nor the release is above it. */
    private static final List<String> BEFORE_RELEASE = List.of("alpha", "beta", "milestone", "rc", "snapshot");

    private static final List<String> RELEASE = List.of("", "ga", "final", "release");
    private static final int RELEASE_RANK = 10;
    private static final int SERVICE_PACK_RANK = 11;
    private static final int UNKNOWN_RANK = 12;
    private static final int NUMBER_RANK = 13;

    private LibraryVersion() {}

    static int compare(String ecosystem, String one, String other) {
        return ecosystem.equals("maven")
                ? compareParts(mavenParts(one), mavenParts(other))
                : compareSemantic(withoutBuild(one), withoutBuild(other));
    }

    private static String withoutBuild(String version) {
        var plus = version.indexOf('+');
        var plain = plus < 0 ? version : version.substring(0, plus);
        return plain.startsWith("v") || plain.startsWith("V") ? plain.substring(1) : plain;
    }

    private static int compareSemantic(String one, String other) {
        var numbers = compareLists(numbers(one), numbers(other));
        if (numbers != 0) return numbers;
        var mine = preRelease(one);
        var its = preRelease(other);
        if (mine.isEmpty() || its.isEmpty()) return Boolean.compare(mine.isEmpty(), its.isEmpty());
        return compareIdentifiers(dotted(mine), dotted(its));
    }

    private static List<String> dotted(String text) {
        return List.of(DOT.split(text, -1));
    }

    private static List<String> numbers(String version) {
        var dash = version.indexOf('-');
        return dotted(dash < 0 ? version : version.substring(0, dash));
    }

    private static String preRelease(String version) {
        var dash = version.indexOf('-');
        return dash < 0 ? "" : version.substring(dash + 1).toLowerCase(Locale.ROOT);
    }

    private static int compareLists(List<String> one, List<String> other) {
        for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
            var result = compareIdentifier(i < one.size() ? one.get(i) : "0", i < other.size() ? other.get(i) : "0");
            if (result != 0) return result;
        }
        return 0;
    }

    private static int compareIdentifiers(List<String> one, List<String> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var result = compareIdentifier(one.get(i), other.get(i));
            if (result != 0) return result;
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Numbers by value and below words. */
    private static int compareIdentifier(String one, String other) {
        var isNumber = isNumber(one);
        if (isNumber && isNumber(other)) return new BigInteger(one).compareTo(new BigInteger(other));
        if (isNumber != isNumber(other)) return isNumber ? -1 : 1;
        return one.compareTo(other);
    }

    private static List<String> mavenParts(String version) {
        var parts = new ArrayList<String>();
        for (var part : MAVEN_PARTS.split(version.toLowerCase(Locale.ROOT), -1)) {
            var word = alias(part, parts);
            // 1.0-rc1 is 1-rc1
            while (!isNumber(word) && !parts.isEmpty() && isZero(parts.getLast())) parts.removeLast();
            parts.add(word);
        }
        while (!parts.isEmpty() && isZero(parts.getLast())) parts.removeLast();
        return parts;
    }

    private static String alias(String part, List<String> before) {
        if (RELEASE.contains(part)) return "";
        return switch (part) {
            case "cr" -> "rc";
            case "a" -> before.isEmpty() ? part : "alpha";
            case "b" -> before.isEmpty() ? part : "beta";
            case "m" -> before.isEmpty() ? part : "milestone";
            default -> part;
        };
    }

    private static int compareParts(List<String> one, List<String> other) {
        for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
            var mine = i < one.size() ? one.get(i) : "";
            var its = i < other.size() ? other.get(i) : "";
            var result = compareMavenPart(mine, its);
            if (result != 0) return result;
        }
        return 0;
    }

    /** A missing part is zero among numbers and the release among words. */
    private static int compareMavenPart(String one, String other) {
        if (isZero(one) && isZero(other)) return 0;
        if (isNumber(one) && isNumber(other)) return new BigInteger(one).compareTo(new BigInteger(other));
        var ranks = Integer.compare(rank(one), rank(other));
        return ranks != 0 ? ranks : one.compareTo(other);
    }

    private static boolean isZero(String part) {
        return part.isEmpty() || (isNumber(part) && new BigInteger(part).signum() == 0);
    }

    private static int rank(String part) {
        if (part.isEmpty()) return RELEASE_RANK;
        if (isNumber(part)) return NUMBER_RANK;
        if (part.equals("sp")) return SERVICE_PACK_RANK;
        var before = BEFORE_RELEASE.indexOf(part);
        return before < 0 ? UNKNOWN_RANK : before;
    }

    private static boolean isNumber(String part) {
        return NUMBER.matcher(part).matches();
    }
}
