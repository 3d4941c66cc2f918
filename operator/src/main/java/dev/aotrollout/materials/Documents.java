package dev.aotrollout.materials;

/** Reads what a build wrote about itself; plain or gzip. */
public final class Documents {
    private Documents() {}

    /** What came of reading. */
    public sealed interface Outcome<T> {
        /** It could be read. */
        record Read<T>(T value) implements Outcome<T> {}

        /**
         * It could not.
         *
         * @param why one clause that says what is wrong and what is wanted, such as "not JSON: ..."
         */
        record Unreadable<T>(String why) implements Outcome<T> {}
    }

    /** CycloneDX 1.4 to 1.7 or SPDX 2.3, as JSON. */
    public static Outcome<BillOfMaterials> bill(byte[] document) {
        try {
            var plain = Plain.of(document);
            var root = StrictJson.parse(plain.text());
            if (root.path("bomFormat").asText().equals("CycloneDX"))
                return new Outcome.Read<>(CycloneDx.read(root, plain.digest()));
            if (root.has("spdxVersion")) return new Outcome.Read<>(Spdx.read(root, plain.digest()));
            throw new Rejected("neither CycloneDX (no \"bomFormat\": \"CycloneDX\") nor SPDX 2.3 (no \"spdxVersion\")");
        } catch (Rejected e) {
            return new Outcome.Unreadable<>(e.why());
        }
    }

    /** SARIF 2.1, the log of {@code dotnet publish}, or what GraalVM prints of missing registrations. */
    public static Outcome<BuildWarnings> warnings(byte[] document) {
        try {
            var text = Plain.of(document).text();
            var isJson = text.stripLeading().startsWith("{");
            return new Outcome.Read<>(isJson ? Sarif.read(StrictJson.parse(text)) : BuildLog.read(text));
        } catch (Rejected e) {
            return new Outcome.Unreadable<>(e.why());
        }
    }
}
