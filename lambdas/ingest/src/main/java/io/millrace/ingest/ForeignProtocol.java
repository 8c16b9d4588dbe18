package io.millrace.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Protocols that are not spoken here, known by their paths, so that whoever tries them is told. */
final class ForeignProtocol {
    private record Known(String name, Pattern path) {}

    private static final List<Known> KNOWN = List.of(
            new Known("Snowplow's", Pattern.compile("/(com\\.snowplowanalytics\\.\\S*|i)")),
            new Known("PostHog's or Amplitude's", Pattern.compile("/(batch|capture|e|decide|flags|2/httpapi)")),
            new Known("Mixpanel's", Pattern.compile("/(track|engage|groups|import)")),
            new Known("OpenLineage's", Pattern.compile("/api/v1/lineage")),
            new Known("OpenTelemetry's", Pattern.compile("/v1/(traces|metrics|logs)")));

    private ForeignProtocol() {}

    /** Whose the path is; null when it is nobody's that is known. */
    static @Nullable String at(String path) {
        return KNOWN.stream()
                .filter(each -> each.path().matcher(path).matches())
                .map(Known::name)
                .findFirst()
                .orElse(null);
    }
}
