package io.millrace.job.argument;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one argument of a job, on a component of its arguments record. The component {@code asOf} is the argument
 * {@code --as_of}. Without a default it must be given, unless its type is {@code @Nullable}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Argument {
    /** What it means, for people. */
    String value();

    /** What holds where it is not given, as one would write it; empty for no default. */
    String byDefault() default "";
}
