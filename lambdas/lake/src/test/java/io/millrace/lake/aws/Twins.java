package io.millrace.lake.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model and what it is a model of, each call made on both, and the same answer demanded of both. */
final class Twins {
    static <T> T of(Class<T> part, T model, T real) {
        return part.cast(Proxy.newProxyInstance(
                part.getClassLoader(), new Class<?>[] {part}, (proxy, method, arguments) -> {
                    Answer expected = Answer.of(method, model, arguments);
                    Answer found = Answer.of(method, real, arguments);
                    if (!expected.isLike(found)) {
                        throw new DifferentAnswerException(
                                method.getName() + Arrays.deepToString(arguments), expected, found);
                    }
                    return expected.give();
                }));
    }

    private Twins() {}

    /** One of both is set at most. */
    private record Answer(@Nullable Object value, @Nullable Throwable failure) {
        static Answer of(Method method, Object asked, Object[] arguments) throws IllegalAccessException {
            try {
                return new Answer(method.invoke(asked, arguments), null);
            } catch (InvocationTargetException e) {
                return new Answer(null, e.getCause());
            }
        }

        boolean isLike(Answer other) {
            if (failure != null && other.failure != null) {
                return failure.getClass() == other.failure.getClass();
            }
            return failure == other.failure && Arrays.deepEquals(content(), other.content());
        }

        /** The same for equal answers; an array by itself equals nothing else. */
        private @Nullable Object[] content() {
            Object found = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            return new Object[] {found instanceof List<?> list ? list.toArray() : found};
        }

        @Nullable
        Object give() throws Throwable {
            if (failure != null) {
                throw failure;
            }
            return value;
        }

        @Override
        public String toString() {
            return failure == null ? Arrays.deepToString(content()) : failure.toString();
        }
    }

    /** The model is wrong, or what it is a model of. */
    static final class DifferentAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private DifferentAnswerException(String call, Answer model, Answer real) {
            super("Cannot agree on " + call + ": the model answers " + model + ", the real one " + real, real.failure);
        }
    }
}
