package io.millrace.simulate.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** All people who know the shop, and the accounts of those whom the shop knows. */
final class Crowd {

    private static final int AT_OPENING = 2_000;
    private static final double WITH_ACCOUNT = 0.7;
    private static final double NEWCOMERS = 0.2;
    private static final double CHANGES = 0.04;
    private static final int OLDEST_ACCOUNT_DAYS = 1_500;

    private final Ids ids;
    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>(AT_OPENING);
    private final TreeMap<Integer, Account> accounts = new TreeMap<>();
    private final BitSet seen = new BitSet();

    Crowd(Ids ids, LocalDate opening, SplittableRandom random) {
        this.ids = ids;
        this.random = random;
        for (int i = 0; i < AT_OPENING; i++) {
            Person person = newcomer();
            if (random.nextDouble() < WITH_ACCOUNT) {
                LocalDate created = opening.minusDays(1 + random.nextInt(OLDEST_ACCOUNT_DAYS));
                accounts.put(person.number(), Account.of(person, created, ids, random));
            }
        }
    }

    /** Of those whom the shop knows, in the order of their numbers. */
    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    boolean hasAccount(Person person) {
        return accounts.containsKey(person.number());
    }

    /** Who comes next: regulars mostly, others now and then, some for the first time. */
    Person next() {
        double of = random.nextDouble();
        if (of < NEWCOMERS) {
            return newcomer();
        }
        return people.get(of < 0.6 ? Chance.early(people.size(), random) : random.nextInt(people.size()));
    }

    /** What is to tell of a visitor's account: that it is seen for the first time, or that it changes. */
    Optional<AccountChange> notice(Person person, Instant at) {
        double of = random.nextDouble();
        Account account = accounts.get(person.number());
        if (account == null) {
            return Optional.empty();
        }
        if (!seen.get(person.number())) {
            seen.set(person.number());
            return Optional.of(new AccountChange(at, AccountChange.Kind.SEEN, null, account));
        }
        return of < CHANGES ? Optional.of(change(account, at)) : Optional.empty();
    }

    AccountChange signUp(Person person, Instant at) {
        Account account = Account.of(person, at.atOffset(ZoneOffset.UTC).toLocalDate(), ids, random);
        accounts.put(person.number(), account);
        seen.set(person.number());
        return new AccountChange(at, AccountChange.Kind.SIGNED_UP, null, account);
    }

    private AccountChange change(Account before, Instant at) {
        AccountChange.Kind kind = random.nextBoolean()
                ? AccountChange.Kind.MOVED
                : before.status().equals("vip") || random.nextBoolean()
                        ? AccountChange.Kind.CHANGED_PHONE
                        : AccountChange.Kind.PROMOTED;
        Account after = switch (kind) {
            case MOVED -> before.moved(random);
            case CHANGED_PHONE -> before.reachableAt(random);
            default -> before.promoted();
        };
        accounts.put(before.person().number(), after);
        return new AccountChange(at, kind, before, after);
    }

    private Person newcomer() {
        Person person = Person.of(people.size() + 1, ids, random);
        people.add(person);
        return person;
    }
}
