package dev.aotrollout.runtime;

import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.evidence.Keys;
import java.security.PrivateKey;

/** Finds the key that signs the packs of a rollout. */
final class EvidenceSigning {
    /** What was found. */
    sealed interface Signer {
        /** Nobody wants packs to be signed. */
        record Nobody() implements Signer {}

        /** With this key. */
        record Ready(PrivateKey key) implements Signer {}

        /** There should be a key; {@code why} names the Secret and the remedy. */
        record Missing(String why) implements Signer {}
    }

    private final Secrets secrets;

    EvidenceSigning(Secrets secrets) {
        this.secrets = secrets;
    }

    Signer signer(EvidenceCase given) {
        var ref = given.rollout().getSpec().evidence().signingKeySecret();
        if (ref == null) return new Signer.Nobody();
        return switch (secrets.read(new Secrets.Ref(given.namespace(), ref.name(), ref.key()))) {
            case Secrets.Result.Missing(var why) -> new Signer.Missing("not signed: " + why);
            case Secrets.Result.Found(var pem) -> {
                try {
                    yield new Signer.Ready(Keys.privateKey(pem));
                } catch (IllegalArgumentException e) {
                    yield new Signer.Missing("not signed: Secret %s/%s, key %s: %s"
                            .formatted(given.namespace(), ref.name(), ref.key(), e.getMessage()));
                }
            }
        };
    }
}
