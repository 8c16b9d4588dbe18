package io.millrace.job.lineage;

import io.millrace.job.argument.ArgumentException;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.ConsoleTransport;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.NoopTransport;
import io.openlineage.client.transports.Transport;
import java.net.URI;

/** Where lineage events go. */
public final class LineageClients {
    private static final String FILE = "file:";

    private LineageClients() {}

    /**
     * Opens a client.
     *
     * @param where {@code none}, {@code console}, {@code file:PATH}, or the origin of a server, whose path is then
     *     {@code /api/v1/lineage}
     * @throws ArgumentException for anything else
     */
    public static OpenLineageClient open(String where) {
        return OpenLineageClient.builder().transport(transport(where)).build();
    }

    private static Transport transport(String where) {
        if (where.equals("none")) {
            return new NoopTransport();
        }
        if (where.equals("console")) {
            return new ConsoleTransport();
        }
        if (where.startsWith(FILE)) {
            return new FileTransport(new FileConfig(where.substring(FILE.length())));
        }
        if (where.startsWith("http://") || where.startsWith("https://")) {
            HttpConfig config = new HttpConfig();
            config.setUrl(URI.create(where));
            return new HttpTransport(config);
        }
        throw new ArgumentException(
                "Cannot send lineage to '" + where + "': write none, console, file:PATH or http://HOST");
    }
}
