package io.millrace.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Contracts that cannot be used; the message has one line per problem. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ContractException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "Cannot read contracts:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
