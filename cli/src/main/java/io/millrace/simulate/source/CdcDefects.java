package io.millrace.simulate.source;

import java.util.List;

/** Ways to break a change record. A mark without a source has none of them to break and gets its topic broken. */
final class CdcDefects {

    static final List<Defect> ALL = List.of();

    private CdcDefects() {}
}
