package io.millrace.event;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClickstreamRulesTest {
    @TestFactory
    Stream<DynamicTest> clicks() {
        return new RuleTable(
                        "clickstream",
                        "'event_id':'e1'",
                        "'event_timestamp':'2026-03-01T12:00:00Z'",
                        "'page':'home'",
                        "'session_id':'s1'")
                .takes("'action':' Click '", "action", "click")
                .takes("'session_id' & 'user_id':'u1'", "user_id", "u1")
                .takes("'session_id' & 'anonymous_id':'a1'", "anonymous_id", "a1")
                .rejects("'session_id'", "require_one_of ")
                .rejects("'page':''", "required /page")
                .rejects("'page':'" + "p".repeat(2049) + "'", "length /page")
                .rejects("'action':'" + "a".repeat(129) + "'", "length /action")
                .rejects("'element':'" + "e".repeat(1025) + "'", "length /element")
                .rejects("'referrer':'" + "r".repeat(4097) + "'", "length /referrer")
                .rejects("'device':'" + "d".repeat(129) + "'", "length /device")
                .rejects("'source':'" + "s".repeat(257) + "'", "length /source")
                .rejects("'event_timestamp':'2019-12-31T23:59:59Z'", "range /event_timestamp")
                .rows();
    }
}
