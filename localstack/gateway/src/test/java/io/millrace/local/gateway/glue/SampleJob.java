package io.millrace.local.gateway.glue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for a job's class: does what {@code --do} says. */
final class SampleJob {
    private SampleJob() {}

    public static void main(String[] arguments) throws Exception {
        List<String> list = List.of(arguments);
        System.out.println("arguments " + list);
        switch (value(list, "--do")) {
            case "succeed" -> System.out.println("{\"job\":\"sample\",\"status\":\"SUCCEEDED\"}");
            case "report" -> {
                System.out.println(
                        "{\"job\":\"sample\",\"status\":\"FAILED\",\"error\":\"Cannot find the rate of EUR\"}");
                System.exit(1);
            }
            case "throw" -> throw new IllegalStateException("Cannot go on");
            case "exit" -> System.exit(7);
            case "wait" -> {
                Files.writeString(Path.of(value(list, "--started")), "yes");
                Thread.sleep(600_000);
            }
            default -> throw new IllegalArgumentException(list.toString());
        }
    }

    private static String value(List<String> list, String name) {
        return list.get(list.indexOf(name) + 1);
    }
}
