package io.millrace.local.gateway.glue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** Why a process failed, from the end of what it said: its report, else the exception that ended it. */
final class RunFailure {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL_BYTES = 64 * 1024;
    private static final String UNCAUGHT = "Exception in thread \"main\" ";

    private RunFailure() {}

    static String of(Path log, int exitCode) throws IOException {
        String uncaught = null;
        List<String> lines = tail(log).lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.startsWith("{\"job\":")) {
                String error = error(line);
                if (!error.isEmpty()) {
                    return error;
                }
            }
            if (uncaught == null && line.startsWith(UNCAUGHT)) {
                String exception = line.substring(UNCAUGHT.length());
                uncaught = exception.replaceFirst("^io\\.millrace\\.[\\w.$]+Exception: ", "");
            }
        }
        return uncaught != null ? uncaught : "The job's process ended with exit code " + exitCode;
    }

    private static String error(String report) {
        try {
            return JSON.readTree(report).path("error").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String tail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, file.length());
            file.seek(file.length() - length);
            byte[] bytes = new byte[length];
            file.readFully(bytes);
            return new String(bytes, UTF_8);
        }
    }
}
