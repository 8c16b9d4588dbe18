package io.millrace.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The platform's version, as the build wrote it. */
final class ServiceVersion {
    private ServiceVersion() {}

    static String read() {
        try (InputStream file = ServiceVersion.class.getResourceAsStream("version.properties")) {
            if (file == null) {
                throw new IllegalStateException("Cannot read version.properties: it is not in the jar");
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read version.properties", e);
        }
    }
}
