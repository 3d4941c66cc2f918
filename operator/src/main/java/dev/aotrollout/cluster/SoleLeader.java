package dev.aotrollout.cluster;

/** There is no other operator, so nothing is elected. */
public final class SoleLeader implements Leadership {
    @Override
    public void start(News news) {
        news.gained();
    }

    @Override
    public Role role() {
        return Role.LEADER;
    }

    @Override
    public boolean mayAct() {
        return true;
    }

    @Override
    public boolean isOfUse() {
        return true;
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public String describe() {
        return "leads without an election";
    }

    @Override
    public void close() {}
}
