package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.store.MemoryStore;
import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import org.junit.jupiter.api.Test;

final class TwinsTest {
    private final MemoryStore model = new MemoryStore();
    private final MemoryStore real = new MemoryStore();
    private final ObjectStore both = Twins.of(ObjectStore.class, model, real);
    private final String path = model.root() + "a";

    @Test
    void each_call_reaches_both() {
        both.write(path, "x".getBytes(UTF_8));
        assertThat(model.list(model.root())).containsExactly(path);
        assertThat(real.list(real.root())).containsExactly(path);
        assertThat(both.read(path)).asString().isEqualTo("x");
        assertThat(both.find(path)).isPresent();
        assertThat(both.create(path, new byte[0])).isFalse();
    }

    @Test
    void the_same_failure_is_passed_on() {
        assertThatThrownBy(() -> both.read(path)).isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void another_answer_is_told() {
        model.write(path, "x".getBytes(UTF_8));
        assertThatThrownBy(() -> both.list(path))
                .isInstanceOf(Twins.DifferentAnswerException.class)
                .hasMessage("Cannot agree on list[mem://lake/system/a]: the model answers [[mem://lake/system/a]],"
                        + " the real one [[]]");
    }

    @Test
    void another_content_is_told() {
        model.write(path, "x".getBytes(UTF_8));
        real.write(path, "y".getBytes(UTF_8));
        assertThatThrownBy(() -> both.find(path)).isInstanceOf(Twins.DifferentAnswerException.class);
        assertThatThrownBy(() -> both.read(path)).isInstanceOf(Twins.DifferentAnswerException.class);
    }

    @Test
    void a_failure_of_one_is_told() {
        model.write(path, "x".getBytes(UTF_8));
        assertThatThrownBy(() -> both.read(path))
                .isInstanceOf(Twins.DifferentAnswerException.class)
                .hasCauseInstanceOf(ObjectStoreException.class);
    }
}
