package io.millrace.infra.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code FOLDER/NAME.yaml}. Every setting must be there and none may be unknown, so that a file says all. */
public final class EnvironmentFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private EnvironmentFile() {}

    /**
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public static Environment read(Path folder, String name) {
        Path file = folder.resolve(name + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Cannot read environment " + name + ": there is no file " + file);
        }
        Environment environment;
        try {
            environment = YAML.readValue(file.toFile(), Environment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read environment file " + file + ": " + e.getOriginalMessage() + at(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read environment file " + file, e);
        }
        if (!environment.name().equals(name)) {
            throw new IllegalArgumentException(
                    "Cannot read environment file " + file + ": it is named '" + environment.name() + "' inside");
        }
        return environment;
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}
