package dev.aotrollout.cli;

/**
 * One thing that lint has to say.
 *
 * @param field path such as {@code spec.steps[0].weight}
 * @param rule stable id, such as {@code unknown-field}
 * @param message what is wrong and what to write instead
 */
record Remark(String file, int line, int column, Severity severity, String rule, String field, String message) {

    static Remark of(Document document, String field, Severity severity, String rule, String message) {
        var at = document.at(field);
        return new Remark(document.source(), at.line(), at.column(), severity, rule, field, message);
    }
}
