package dev.aotrollout.notify;

import java.util.List;

/** The configuration cannot be used; the message has a line for each problem, and none holds a secret. */
public final class NotificationsInvalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotificationsInvalid(String file, List<String> problems) {
        super("notifications in %s cannot be used:\n  %s".formatted(file, String.join("\n  ", problems)));
    }
}
