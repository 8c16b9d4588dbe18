package io.millrace.ingest;

/** Opens a request: unpacks its body and tells its events apart, as its route and its headers say they are sent. */
final class Opening {
    private final Limits limits;

    Opening(Limits limits) {
        this.limits = limits;
    }

    /** @param lookout sees plain events while they are told apart */
    Opened open(HttpRequest request, Route route, Lookout lookout) {
        Unpacked unpacked = Body.of(request, limits.maxBodyBytes());
        if (unpacked instanceof Refusal refusal) {
            return refusal;
        }
        byte[] body = ((Body) unpacked).bytes();
        return route.segment() == null
                ? CloudEventBody.modeOf(request).open(request, body, limits.maxEvents(), lookout)
                : SegmentBody.open(body, route.segment(), limits.maxEvents());
    }
}
