package dev.aotrollout.evidence;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys in PEM, as {@code openssl genpkey -algorithm ed25519} writes them. */
public final class Keys {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END ");

    private Keys() {}

    /** From PKCS#8; throws {@link IllegalArgumentException} that says what is wrong and what would be right. */
    public static PrivateKey privateKey(String pem) {
        var bytes = decode(
                pem, "PRIVATE KEY", "an Ed25519 key in PKCS#8 PEM; make one with openssl genpkey -algorithm ed25519");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the private key is not an Ed25519 key; make one with openssl genpkey -algorithm ed25519", e);
        }
    }

    /** From a SubjectPublicKeyInfo; throws as {@link #privateKey} does. */
    public static PublicKey publicKey(String pem) {
        var bytes = decode(pem, "PUBLIC KEY", "an Ed25519 key in PEM; openssl pkey -in key.pem -pubout writes it");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the public key is not an Ed25519 key", e);
        }
    }

    /** How envelopes name a key: the sha256 of its encoding. */
    static String id(Key publicKey) {
        return "sha256:" + EvidenceJson.hex(publicKey.getEncoded());
    }

    static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with Ed25519", e);
        }
    }

    static boolean fits(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false; // not even the form of a signature
        }
    }

    private static byte[] decode(String pem, String kind, String wanted) {
        var block = PEM.matcher(pem);
        if (!block.find()) throw new IllegalArgumentException("no PEM block, needed is " + wanted);
        if (!block.group(1).equals(kind))
            throw new IllegalArgumentException("a %s, needed is %s".formatted(block.group(1), wanted));
        return base64(block);
    }

    private static byte[] base64(Matcher block) {
        try {
            return Base64.getMimeDecoder().decode(block.group(2).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the PEM block is not base64", e);
        }
    }
}
