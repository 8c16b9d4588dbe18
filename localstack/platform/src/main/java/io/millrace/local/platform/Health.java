package io.millrace.local.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a part whether it can be used. */
final class Health {

    private static final int TIMEOUT_MILLIS = 2000;

    private Health() {}

    /** Whether it answers with 200 within two seconds. */
    static boolean answers(URI health) {
        return status("GET", health) == HttpURLConnection.HTTP_OK;
    }

    /** The status of the answer, or 0 when none came. */
    static int status(String method, URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException noAnswer) {
            return 0;
        }
    }
}
