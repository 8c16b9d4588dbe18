package io.millrace.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.contract.Contracts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String PATH = "post/parcels.yaml";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final DeployedContracts deployed =
            DeployedContracts.first(contracts(Parcels.YAML), NOW, ChangeJson.of(java.util.List.of()));

    @Test
    void the_first_contracts_are_all_new() {
        Review review = Review.of(Optional.empty(), contracts(Parcels.YAML), Set.of());

        assertThat(review.refusals()).isEmpty();
        assertThat(review.changes()).singleElement().satisfies(change -> {
            assertThat(change.fromVersion()).isNull();
            assertThat(change.differences()).extracting(Difference::change).containsExactly("new");
        });
    }

    @Test
    void the_same_contracts_and_other_comments_are_no_change() {
        Review review = review("# a comment\n" + Parcels.YAML);

        assertThat(review.changes()).isEmpty();
        assertThat(review.refusals()).isEmpty();
    }

    @Test
    void a_compatible_change_goes_through() {
        Review review = review(Parcels.YAML.replace("maxLength: 40", "maxLength: 50"));

        assertThat(review.refusals()).isEmpty();
        assertThat(review.changes()).hasSize(1);
        assertThat(review.agreed()).isEmpty();
    }

    @Test
    void a_breaking_change_is_refused_with_its_reason_and_the_way_out() {
        Review review = review(tighter("2.0.0"));

        assertThat(review.refusals())
                .containsExactly(
                        "Cannot deploy contract parcels: sender.maxLength 40 -> 30 (events that were valid would"
                                + " be rejected). To break it all the same, list "
                                + review.changes().get(0).breakDigest() + " in lake.acceptedBreaks of the environment");
    }

    @Test
    void a_break_that_a_person_listed_goes_through_if_the_version_says_so() {
        String digest = review(tighter("2.0.0")).changes().get(0).breakDigest();

        Review listed = Review.of(Optional.of(deployed), contracts(tighter("2.0.0")), Set.of(digest));
        Review unsaid = Review.of(Optional.of(deployed), contracts(tighter("1.3.0")), Set.of(digest));

        assertThat(listed.refusals()).isEmpty();
        assertThat(listed.agreed()).containsExactly("parcels");
        assertThat(unsaid.refusals())
                .containsExactly("Cannot deploy contract parcels: version 1.3.0 does not say what changed since 1.2.3:"
                        + " make it 2.0.0 (another major)");
    }

    @Test
    void a_listed_break_lets_no_other_break_through() {
        String digest = review(tighter("2.0.0")).changes().get(0).breakDigest();

        Review more = Review.of(
                Optional.of(deployed),
                contracts(tighter("2.0.0").replace("minLength: 2", "minLength: 3")),
                Set.of(digest));

        assertThat(more.refusals()).hasSize(1);
    }

    @Test
    void what_was_deployed_before_may_come_back() {
        Contracts looser = contracts(Parcels.YAML.replace("maxLength: 40", "maxLength: 50"));
        DeployedContracts second = deployed.next(looser, NOW, JsonNodeFactory.instance.arrayNode());

        Review back = Review.of(Optional.of(second), contracts(Parcels.YAML), Set.of());

        assertThat(second.number()).isEqualTo(2);
        assertThat(back.rollback()).isTrue();
        assertThat(back.refusals()).isEmpty();
        assertThat(back.changes())
                .singleElement()
                .satisfies(change -> assertThat(back.verdict(change)).isEqualTo("rollback"));
        assertThat(back.agreed()).containsExactly("parcels");
    }

    @Test
    void a_dataset_that_goes_is_refused() {
        Contracts other = Contracts.of("test", Map.of("post/letters.yaml", Parcels.YAML.replace("parcels", "letters")));

        Review review = Review.of(Optional.of(deployed), other, Set.of());

        assertThat(review.refusals())
                .singleElement()
                .asString()
                .startsWith("Cannot deploy contract parcels: dataset gone");
    }

    @Test
    void a_deployed_contract_that_this_release_cannot_read_needs_somebody_to_look() {
        DeployedContracts unreadable = new DeployedContracts(
                3, NOW, new TreeMap<>(Map.of(PATH, "kind: Other")), deployed.digests(), deployed.changes());
        Contracts next = contracts(Parcels.YAML.replace("1.2.3", "1.3.0"));

        Review review = Review.of(Optional.of(unreadable), next, Set.of());
        Review accepted = Review.of(
                Optional.of(unreadable), next, Set.of(review.changes().get(0).breakDigest()));

        assertThat(review.refusals()).singleElement().asString().contains("this release cannot read what is deployed");
        assertThat(accepted.refusals()).isEmpty();
    }

    @Test
    void deployed_contracts_are_the_same_after_their_trip_through_json() {
        assertThat(DeployedContracts.fromJson(deployed.toJson())).isEqualTo(deployed);
    }

    private Review review(String yaml) {
        return Review.of(Optional.of(deployed), contracts(yaml), Set.of());
    }

    private static String tighter(String version) {
        return Parcels.YAML.replace("1.2.3", version).replace("maxLength: 40", "maxLength: 30");
    }

    private static Contracts contracts(String yaml) {
        return Contracts.of("test", Map.of(PATH, yaml));
    }
}
