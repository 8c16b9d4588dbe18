package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Account;
import io.millrace.simulate.shop.AccountChange;
import io.millrace.simulate.shop.Happening;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the shop's account service says of its users: who they are whenever they sign up, come in or change something. */
final class UsersSource extends EventWriter {

    UsersSource(long seed) {
        super("users", "users", seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        return happening instanceof AccountChange change ? List.of(Draft.plain(told(change))) : List.of();
    }

    private ObjectNode told(AccountChange change) {
        Account account = change.after();
        ObjectNode event = event(change.at());
        event.put("user_id", account.person().userId());
        event.put("email", asTyped(account.email()));
        event.put("phone", account.phone());
        event.put("age", account.ageOn(change.at().atOffset(ZoneOffset.UTC).toLocalDate()));
        event.put("birth_date", account.person().birthDate().toString());
        event.put("country", account.person().home().country());
        event.put("status", account.status());
        event.put("name", account.person().name());
        event.put("created_date", account.createdDate().toString());
        ObjectNode properties = event.putObject("properties");
        properties.put("reason", change.kind().name().toLowerCase(Locale.ROOT));
        properties.put("anonymous_id", account.person().anonymousId().toString());
        properties.put("locale", account.person().home().locale());
        properties.put("time_zone", account.person().home().timeZone());
        ObjectNode address = properties.putObject("address");
        address.put("line1", account.addressLine());
        address.put("city", account.city());
        address.put("state", account.state());
        address.put("zip", account.zip());
        properties.put("newsletter", random.nextBoolean());
        return event;
    }

    /** Some people shout. */
    private String asTyped(String email) {
        return random.nextInt(8) == 0 ? email.toUpperCase(Locale.ROOT) : email;
    }
}
