package dev.aotrollout.examples.checkout;

import java.util.Map;

/** The environment variables of this process, read as text or as whole numbers within bounds. */
record Environment(Map<String, String> variables) {
    Environment {
        variables = Map.copyOf(variables);
    }

    String text(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    int number(String name, int fallback, int lowest, int highest) {
        var text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        }
        throw new InvalidSettingException(
                "%s=%s is not accepted; use a whole number from %d to %d".formatted(name, text, lowest, highest));
    }
}
