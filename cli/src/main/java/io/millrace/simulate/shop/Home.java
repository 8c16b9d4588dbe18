package io.millrace.simulate.shop;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Where a person lives, with what follows from it.
 *
 * @param country ISO 3166 alpha-2
 * @param currency ISO 4217; what the person pays in
 * @param dial country code of phone numbers
 * @param region the shop's sales region
 * @param warehouse location that serves it
 */
public record Home(
        String country,
        String city,
        String state,
        String zip,
        String currency,
        String dial,
        String locale,
        String timeZone,
        String region,
        String warehouse) {

    private static final List<Home> ALL = List.of(
            new Home("US", "Austin", "TX", "787", "USD", "1", "en-US", "America/Chicago", "americas", "chicago"),
            new Home("US", "Boston", "MA", "021", "USD", "1", "en-US", "America/New_York", "americas", "chicago"),
            new Home("US", "Portland", "OR", "972", "USD", "1", "en-US", "America/Los_Angeles", "americas", "chicago"),
            new Home("BR", "Campinas", "SP", "130", "BRL", "55", "pt-BR", "America/Sao_Paulo", "americas", "chicago"),
            new Home("GB", "Leeds", "West Yorkshire", "101", "GBP", "44", "en-GB", "Europe/London", "emea", "leipzig"),
            new Home("DE", "Leipzig", "Sachsen", "041", "EUR", "49", "de-DE", "Europe/Berlin", "emea", "leipzig"),
            new Home("FR", "Lyon", "Rhône", "690", "EUR", "33", "fr-FR", "Europe/Paris", "emea", "leipzig"),
            new Home("IN", "Pune", "Maharashtra", "411", "INR", "91", "en-IN", "Asia/Kolkata", "apac", "osaka"),
            new Home("JP", "Osaka", "Osaka", "530", "JPY", "81", "ja-JP", "Asia/Tokyo", "apac", "osaka"));

    static Home pick(SplittableRandom random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
