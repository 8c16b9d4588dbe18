package io.millrace.event;

import static io.millrace.event.RuleTable.micros;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class UsersRulesTest {
    private static RuleTable users() {
        return new RuleTable(
                "users",
                "'event_id':'e1'",
                "'user_id':'u1'",
                "'event_timestamp':'2026-03-01T12:00:00Z'",
                "'status':'ACTIVE'");
    }

    @TestFactory
    Stream<DynamicTest> email() {
        return users().takes("'email':' Ada.Lovelace+shop@Example.CO.UK '", "email", "ada.lovelace+shop@example.co.uk")
                .takes("'email':'a@b.io'", "email", "a@b.io")
                .takes(
                        "'email':\"o'neil@example.com\"".replace("o'neil", "o\\u0027neil"),
                        "email",
                        "o'neil@example.com")
                .takes("'email':'  '", "email", null)
                .takes("'email':null", "email", null)
                .rejects("'email':'ada'", "pattern /email")
                .rejects("'email':'ada@example'", "pattern /email")
                .rejects("'email':'ada@example.c'", "pattern /email")
                .rejects("'email':'ada@example.c0m'", "pattern /email")
                .rejects("'email':'@example.com'", "pattern /email")
                .rejects("'email':'ada@@example.com'", "pattern /email")
                .rejects("'email':'ada@exa mple.com'", "pattern /email")
                .rejects("'email':'ada@.com'", "pattern /email")
                .rejects("'email':'ada@example..com'", "pattern /email")
                .rejects("'email':'Ada <ada@example.com>'", "pattern /email")
                .rejects("'email':'ada@example.com\\n'".replace("com\\n", "com\\nx"), "pattern /email")
                .rejects("'email':'" + "a".repeat(310) + "@example.com'", "length /email")
                .rejects("'email':['ada@example.com']", "type /email")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> phone() {
        return users().takes("'phone':'+1 (415) 555-0123'", "phone", "+14155550123")
                .takes("'phone':'415.555.0123'", "phone", "4155550123")
                .takes("'phone':' (+44) 20 7946 0958'", "phone", "+442079460958")
                .takes("'phone':'030 / 1234567+'", "phone", "0301234567")
                .takes("'phone':'+112345678901234'", "phone", "+112345678901234")
                .takes("'phone':''", "phone", null)
                .takes("'phone':null", "phone", null)
                .rejects("'phone':'12345678'", "pattern /phone")
                .rejects("'phone':'+23456789012345678'", "pattern /phone")
                .rejects("'phone':'call me'", "pattern /phone")
                .rejects("'phone':'+'", "pattern /phone")
                .rejects("'phone':'٠١٢٣٤٥٦٧٨٩'", "pattern /phone")
                .rejects("'phone':4155550123", "type /phone")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> person() {
        return users().takes("'age':0", "age", 0)
                .takes("'age':120", "age", 120)
                .rejects("'age':-1", "range /age")
                .rejects("'age':121", "range /age")
                .rejects("'age':36.5", "type /age")
                .rejects("'age':'36'", "type /age")
                .takes("'birth_date':'1815-12-10'", "birth_date", (int)
                        LocalDate.of(1815, 12, 10).toEpochDay())
                .rejects("'birth_date':'10.12.1815'", "type /birth_date")
                .rejects("'birth_date':'1815-12-10T00:00:00Z'", "type /birth_date")
                .rejects("'birth_date':'1815-02-30'", "type /birth_date")
                .takes("'created_date':'2024-02-29'", "created_date", (int)
                        LocalDate.of(2024, 2, 29).toEpochDay())
                .rejects("'created_date':1709164800000", "type /created_date")
                .takes("'country':' gb '", "country", "GB")
                .rejects("'country':'" + "x".repeat(65) + "'", "length /country")
                .takes("'name':' Ada Lovelace '", "name", "Ada Lovelace")
                .rejects("'name':'" + "x".repeat(513) + "'", "length /name")
                .takes("'properties':{'plan':'pro'}", "properties", "{\"plan\":\"pro\"}")
                .rejects("'properties':'plan=pro'", "type /properties")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> aStatusThatIsNotSaidIsUnknown() {
        return users().takes("'status':' ACTIVE '", "status", "ACTIVE")
                .takes("'status':null", "status", "UNKNOWN")
                .takes("'status':' '", "status", "UNKNOWN")
                .takes("'status'", "status", "UNKNOWN")
                .rejects("'status':7", "type /status")
                .rejects("'status':'" + "x".repeat(65) + "'", "length /status")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> whoAndWhen() {
        return users().takes("'event_id' & 'messageId':'m1'", "event_id", "m1")
                .takes(
                        "'event_timestamp' & 'timestamp':1772366400000",
                        "event_timestamp",
                        micros("2026-03-01T12:00:00Z"))
                .rejects("'user_id'", "required /user_id")
                .rejects("'user_id':''", "required /user_id")
                .rejects("'user_id':'" + "x".repeat(257) + "'", "length /user_id")
                .rejects("'event_timestamp'", "required /event_timestamp")
                .rejects("'event_timestamp':'2019-12-31T23:59:59Z'", "range /event_timestamp")
                .rejects("'event_timestamp':'2026-03-02T12:00:01Z'", "range /event_timestamp")
                .rows();
    }
}
