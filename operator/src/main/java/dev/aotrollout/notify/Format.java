package dev.aotrollout.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How a notice is written. */
sealed interface Format {
    /** Of the body. */
    String contentType();

    /** What is sent. */
    String body(Notice notice, String cluster);

    /** CloudEvents 1.0 in structured mode. */
    record CloudEvents() implements Format {
        @Override
        public String contentType() {
            return "application/cloudevents+json; charset=utf-8";
        }

        @Override
        public String body(Notice notice, String cluster) {
            var json = JsonNodeFactory.instance.objectNode();
            json.put("specversion", "1.0")
                    .put("id", notice.id())
                    .put("source", Fields.source(cluster))
                    .put("type", notice.happening().type())
                    .put("subject", notice.about().subject())
                    .put("time", notice.at().toString())
                    .put("datacontenttype", "application/json")
                    .set("data", Fields.data(notice));
            return json.toString();
        }
    }

    /** What Slack's incoming webhooks take, and those that imitate them (Mattermost, Rocket.Chat, Discord's /slack). */
    record Slack() implements Format {
        @Override
        public String contentType() {
            return "application/json; charset=utf-8";
        }

        @Override
        public String body(Notice notice, String cluster) {
            var text = new StringBuilder()
                    .append(notice.severity() == Severity.Warning ? ":warning: *" : "*")
                    .append(notice.happening())
                    .append("* ")
                    .append(plain(notice.about().subject()))
                    .append(cluster.isEmpty() ? "" : " in " + plain(cluster))
                    .append(" (")
                    .append(plain(notice.reason()))
                    .append(")\n")
                    .append(plain(notice.message()));
            if (notice.progress().weight() >= 0)
                text.append("\nstep %s, weight %s %%"
                        .formatted(
                                plain(notice.progress().step()),
                                notice.progress().weight()));
            if (!notice.progress().evidence().isEmpty())
                text.append("\nevidence ").append(plain(notice.progress().evidence()));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("text", text.toString())
                    .toString();
        }

        /** Slack reads these three as the begin of links and mentions. */
        private static String plain(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }

    /** The user's own JSON. */
    record Templated(Template template) implements Format {
        @Override
        public String contentType() {
            return "application/json; charset=utf-8";
        }

        @Override
        public String body(Notice notice, String cluster) {
            return template.fill(Fields.of(notice, cluster));
        }
    }
}
