package dev.aotrollout.observe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles that come with the operator, as files in {@code profiles/}. */
public final class Profiles {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    private static final Map<String, Profile> READ = new ConcurrentHashMap<>();

    private Profiles() {}

    /** The profile {@code name}, as users write it; throws {@link IllegalArgumentException} for one that there is not. */
    public static Profile named(String name) {
        return READ.computeIfAbsent(name, Profiles::read);
    }

    private static Profile read(String name) {
        try (var file = Profiles.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
            if (file == null) throw new IllegalArgumentException("no profile " + name);
            return YAML.readValue(file, Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name, e);
        }
    }
}
