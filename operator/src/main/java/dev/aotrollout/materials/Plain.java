package dev.aotrollout.materials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The bytes of a document without its compression. */
record Plain(String text, String digest) {
    /** A bill has 0.5 to 3 kB a component; what is larger than this is something else, or made to do harm. */
    static final int LARGEST_BYTES = 16 << 20;

    private static final String TOO_LARGE =
            "more than 16 MiB%s; leave out what is no library, such as hashes and files";

    static Plain of(byte[] document) throws Rejected {
        var bytes = isGzip(document) ? unpacked(document) : document;
        if (bytes.length > LARGEST_BYTES) throw new Rejected(TOO_LARGE.formatted(""));
        var text = text(bytes);
        if (text.isBlank()) throw new Rejected("empty");
        return new Plain(text, "sha256:" + sha256(bytes));
    }

    private static boolean isGzip(byte[] document) {
        return document.length > 1 && document[0] == 0x1f && document[1] == (byte) 0x8b;
    }

    private static byte[] unpacked(byte[] document) throws Rejected {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(document))) {
            var plain = in.readNBytes(LARGEST_BYTES + 1);
            if (plain.length > LARGEST_BYTES) throw new Rejected(TOO_LARGE.formatted(" when unpacked"));
            return plain;
        } catch (IOException e) {
            throw new Rejected("damaged gzip: " + e.getMessage());
        }
    }

    /** Windows PowerShell writes redirected logs in UTF-16 with a mark. */
    private static String text(byte[] bytes) throws Rejected {
        try {
            var text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Rejected("neither text in UTF-8 nor gzip");
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) return StandardCharsets.UTF_8;
        var mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
