package dev.aotrollout.materials;

/** What both formats say of a library, as one. */
final class Components {
    private Components() {}

    /** The purl knows better than the fields beside it, where there is one. */
    static Component of(String purl, String name, String version, String scope) {
        return Purl.parse(purl)
                .map(parsed -> new Component(
                        parsed.text(),
                        parsed.type(),
                        parsed.name(),
                        parsed.version().isEmpty() ? version : parsed.version(),
                        scope))
                .orElseGet(() -> new Component("", "", name, version, scope));
    }
}
