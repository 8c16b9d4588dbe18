package io.millrace.infra;

import java.util.Map;

/**
 * Lets a function's code be compiled by both of the JVM's compilers. Lambda stops at the first one for the sake of short
 * starts; a function that is invoked every few seconds and is made of computing lives to win the second one back.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Lambda's defaults</a>
 */
final class FullCompiler {
    private FullCompiler() {}

    static Map<String, String> allow(Map<String, String> variables) {
        variables.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=4");
        return variables;
    }
}
