package io.millrace.cli;

import io.millrace.contract.ContractException;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Contracts as a person names them: a folder, or a commit, tag or branch of the checkout. */
final class ContractSource {
    private static final String FOLDER = "contracts/";

    private ContractSource() {}

    /** @throws IllegalArgumentException if there are none, or they cannot be read */
    static Contracts named(String name) {
        try {
            return Files.isDirectory(Path.of(name)) ? Contracts.read(Path.of(name)) : atCommit(name);
        } catch (ContractException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Contracts atCommit(String commit) {
        if (!commit.matches("[A-Za-z0-9_][A-Za-z0-9._/~^@{}-]*")
                || !git("cat-file", "-e", commit + "^{commit}").done()) {
            throw new IllegalArgumentException(
                    "Cannot compare contracts in " + commit + ": neither a folder nor a commit of the checkout");
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (String path : git("ls-tree", "-r", "--name-only", "--full-tree", commit, FOLDER)
                .lines()) {
            if (path.endsWith(".yaml")) {
                texts.put(
                        path.substring(FOLDER.length()),
                        git("show", commit + ":" + path).text());
            }
        }
        return Contracts.of(commit + ":contracts", texts);
    }

    private record Answer(boolean done, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    private static Answer git(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", Checkout.root().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor() == 0, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run git", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot wait for git", e);
        }
    }
}
