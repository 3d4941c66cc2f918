package dev.aotrollout.intake;

import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.governance.AotImage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From a labelled ConfigMap to the document in it, if it was made for the AOT image. */
final class DocumentReader {
    /** Digest of the AOT image that the documents of a ConfigMap were made for, such as {@code sha256:4f0c…}. */
    static final String DIGEST = "aotrollout.dev/image-digest";
    /** Reference of that image, for pipelines that do not know its digest. */
    static final String IMAGE = "aotrollout.dev/image";

    private DocumentReader() {}

    /** What was found. */
    sealed interface Found {
        /**
         * The document as it is stored.
         *
         * @param where for messages
         */
        @SuppressWarnings("ArrayRecordComponent") // read once, and never compared
        record Content(String where, byte[] bytes) implements Found {}

        /** There is none. */
        record Missing(String why) implements Found {}

        /** It was made for another image. */
        record Stale(String why) implements Found {}

        /** It is damaged. */
        record Damaged(String why) implements Found {}
    }

    /**
     * The document that {@code wanted} names.
     *
     * @param field of {@code spec.candidate.compatibility}, for messages
     */
    static Found read(CandidateSpec.@Nullable Document wanted, String field, Filed filed, AotImage image) {
        if (wanted == null)
            return new Found.Missing("spec.candidate.compatibility.%s names no document".formatted(field));
        var map = filed.documents().get(wanted.configMap());
        if (map == null)
            return new Found.Missing(
                    "%s: there is no ConfigMap %s labelled aotrollout.dev/evidence: \"true\"; let the pipeline write it"
                            .formatted(field, wanted.configMap()));
        var stale = whyStale(map, image);
        if (!stale.isEmpty()) return new Found.Stale("%s: ConfigMap %s %s".formatted(field, wanted.configMap(), stale));
        return content(map, wanted.key(), "%s: ConfigMap %s".formatted(field, wanted.configMap()));
    }

    /** Empty where it was made for the image; while a tag is all that is known, its digest is taken at its word. */
    private static String whyStale(ConfigMap map, AotImage image) {
        Map<String, String> annotations = map.getMetadata().getAnnotations();
        var digest =
                annotations == null ? "" : annotations.getOrDefault(DIGEST, "").strip();
        var reference =
                annotations == null ? "" : annotations.getOrDefault(IMAGE, "").strip();
        if (digest.isEmpty() && reference.isEmpty())
            return "does not say which image it was made for; let the pipeline set the annotation " + DIGEST;
        if (!digest.isEmpty() && !image.accepts(digest))
            return "was made for %s, the AOT image is %s; let the pipeline write it again"
                    .formatted(AotImage.shortened(digest), image.words());
        if (digest.isEmpty() && !reference.equals(image.reference()))
            return "was made for %s, the AOT image is %s; let the pipeline write it again"
                    .formatted(reference, image.reference());
        return "";
    }

    private static Found content(ConfigMap map, @Nullable String wanted, String where) {
        Map<String, String> data = map.getData() == null ? Map.of() : map.getData();
        Map<String, String> binary = map.getBinaryData() == null ? Map.of() : map.getBinaryData();
        var keys = new TreeSet<String>();
        keys.addAll(data.keySet());
        keys.addAll(binary.keySet());
        if (keys.isEmpty()) return new Found.Missing(where + " is empty");
        if (wanted == null && keys.size() > 1)
            return new Found.Missing("%s has the keys %s; name one of them".formatted(where, String.join(", ", keys)));
        var key = wanted == null ? keys.first() : wanted;
        if (!keys.contains(key))
            return new Found.Missing("%s has no key %s, but %s".formatted(where, key, String.join(", ", keys)));
        var text = data.get(key);
        return text != null
                ? new Found.Content(where, text.getBytes(StandardCharsets.UTF_8))
                : decoded(binary.getOrDefault(key, ""), where);
    }

    private static Found decoded(String base64, String where) {
        try {
            return new Found.Content(where, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return new Found.Damaged(where + " is not base64");
        }
    }
}
