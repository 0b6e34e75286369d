package cn.huying.api;

public final class Huying {
    private Huying() {}

    public static void main(String[] args) {}
}
