package io.millrace.ingest;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of address a request came from (RFC 6890 registries, roughly): all that is kept of it. The address itself
 * never leaves this class.
 */
final class IpClass {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpClass() {}

    /** One of public, private, shared (carrier NAT), loopback, link_local, multicast, reserved, unknown. */
    static String of(@Nullable String ip) {
        // Only what is written as an address: a name would be asked from DNS.
        if (ip == null || !(IPV4.matcher(ip).matches() || IPV6.matcher(ip).matches())) {
            return "unknown";
        }
        try {
            return of(InetAddress.getByName(ip));
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return "loopback";
        }
        if (address.isLinkLocalAddress()) {
            return "link_local";
        }
        if (address.isMulticastAddress()) {
            return "multicast";
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        if (address instanceof Inet4Address) {
            if (first == 100 && (bytes[1] & 0xc0) == 64) {
                return "shared";
            }
            return first == 0 || first >= 240 ? "reserved" : address.isSiteLocalAddress() ? "private" : "public";
        }
        if ((first & 0xfe) == 0xfc || address.isSiteLocalAddress()) {
            return "private";
        }
        return address.isAnyLocalAddress() ? "reserved" : "public";
    }
}
