package io.millrace.simulate.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What the shop knows of a person who signed up; a change makes another one.
 *
 * @param phone as people write it, with blanks and brackets
 * @param status active or vip
 * @param zip as people write it
 */
public record Account(
        Person person,
        String email,
        String phone,
        String status,
        LocalDate createdDate,
        String addressLine,
        String city,
        String state,
        String zip) {

    private static final List<String> STREETS =
            List.of("Mill Lane", "Station Road", "Park Avenue", "Rua das Flores", "Hauptstraße", "High Street");
    private static final List<String> HOSTS = List.of("example.com", "example.org", "mail.example.net");

    static Account of(Person person, LocalDate createdDate, Ids ids, SplittableRandom random) {
        String mailbox = ids.mailbox(plain(person.firstName()), person.lastName(), person.number());
        return new Account(
                person,
                mailbox + "@" + Chance.oneOf(HOSTS, random),
                phone(person.home(), random),
                "active",
                createdDate,
                street(random),
                person.home().city(),
                person.home().state(),
                person.home().zip() + digits(2, random));
    }

    Account moved(SplittableRandom random) {
        String newZip = person.home().zip() + digits(2, random);
        return new Account(person, email, phone, status, createdDate, street(random), city, state, newZip);
    }

    Account reachableAt(SplittableRandom random) {
        String number = phone(person.home(), random);
        return new Account(person, email, number, status, createdDate, addressLine, city, state, zip);
    }

    Account promoted() {
        return new Account(person, email, phone, "vip", createdDate, addressLine, city, state, zip);
    }

    /** What a form asked then; databases seldom keep it up to date. */
    public int ageAtSignUp() {
        return ageOn(createdDate);
    }

    public int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(person.birthDate(), day);
    }

    private static String phone(Home home, SplittableRandom random) {
        return "+" + home.dial() + " (" + (200 + random.nextInt(700)) + ") 555-" + digits(4, random);
    }

    private static String street(SplittableRandom random) {
        return (1 + random.nextInt(200)) + " " + Chance.oneOf(STREETS, random);
    }

    private static String digits(int count, SplittableRandom random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** Mailboxes are ASCII. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("ë", "e");
    }
}
