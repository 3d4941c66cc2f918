package dev.aotrollout.simulation;

import java.util.stream.Collectors;

/** A chart as a page of its own: no network, no script. */
final class ChartPage {
    /** Light unless the reader prefers dark. */
    static final String IMAGE_STYLE = """

            svg{--ink:#1c2430;--dim:#5b6675;--line:#dfe3e8;--paper:#fff;--jit:#2f6fd0;--aot:#c2560c;--ok:#3a9a5b;--bad:#c9302c;--open:#b9c0c9;--mark:#8a5cc2}
            @media(prefers-color-scheme:dark){svg{--ink:#e6e9ee;--dim:#9aa5b3;--line:#2b323c;--paper:#12161c;--jit:#74a9f5;--aot:#f2994a;--ok:#4fb774;--bad:#f0625d;--open:#4d5763;--mark:#b794f0}}
            text{font:12px system-ui,sans-serif;fill:var(--ink)}
            .paper{fill:var(--paper)}
            .head{font-size:19px;font-weight:600}.head.RolledBack{fill:var(--bad)}.head.Promoted{fill:var(--ok)}
            .why,.key{fill:var(--dim)}.title{font-size:13px;font-weight:600}
            .axis{fill:var(--dim);text-anchor:end;font-size:11px}.time{fill:var(--dim);text-anchor:middle;font-size:11px}
            .grid{stroke:var(--line)}
            polyline,line{fill:none;stroke-width:1}
            polyline.jit,polyline.aot,polyline.asked,line.jit,line.aot,line.asked{stroke-width:2}
            .jit{stroke:var(--jit)}.aot,.served{stroke:var(--aot)}.asked{stroke:var(--ink);stroke-dasharray:2 3}
            polyline.served,line.served{stroke-width:5;opacity:.45}
            .mark{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:5 3}
            .pass{fill:var(--ok)}.fail{fill:var(--bad)}.unknown{fill:var(--open)}
            """;

    private static final String PAGE_STYLE = """

            :root{color-scheme:light dark}
            body{margin:0 auto;max-width:1000px;padding:12px;font:15px/1.5 system-ui,sans-serif;background:#fff;color:#1c2430}
            svg{display:block;width:100%;height:auto}
            .narrow{display:none}
            @media(max-width:640px){.wide{display:none}.narrow{display:block}}
            ol{list-style:none;margin:0;padding:0;font:13px/1.5 ui-monospace,monospace}
            li{padding:2px 0;border-top:1px solid #dfe3e8;overflow-wrap:anywhere}
            h2{font-size:17px}
            @media(prefers-color-scheme:dark){body{background:#12161c;color:#e6e9ee}li{border-color:#2b323c}}
            """;

    private ChartPage() {}

    static String of(Story story, String wide, String narrow) {
        var lines = story.lines().stream()
                .map(line -> "<li>" + Svg.escaped(line.toString()) + "</li>")
                .collect(Collectors.joining("\n"));
        var findings = story.findings().stream()
                .map(finding -> "<li>%s %s: %s</li>"
                        .formatted(finding.guard().label(), finding.verdict(), Svg.escaped(finding.message())))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                <body>
                <div class="wide">
                %s</div>
                <div class="narrow">
                %s</div>
                <h2>What each guard said last</h2>
                <ol>
                %s
                </ol>
                <h2>What happened</h2>
                <ol>
                %s
                </ol>
                </body>
                </html>
                """.formatted(
                        Svg.escaped(story.rollout() + ": " + story.ending().phase()),
                        PAGE_STYLE,
                        wide,
                        narrow,
                        findings,
                        lines);
    }
}
