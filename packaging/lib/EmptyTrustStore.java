// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/** {@code EmptyTrustStore OUT}: a trust store without an authority, in the format that is read without deriving a key. */
final class EmptyTrustStore {
    private EmptyTrustStore() {}

    public static void main(String[] args) throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        try (var out = Files.newOutputStream(Path.of(args[0]))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
