package cn.huying.api.console.knowledge;

/** A part of the section. */
public enum Tab {
    UNANSWERED("没答上来", ""),
    ENTRIES("条目", "/entries"),
    PROPOSALS("待审批", "/proposals"),
    EDITIONS("历次发布", "/editions"),
    TRY("试一试", "/try");

    static final String HOME = "/console/knowledge";

    private final String label;
    private final String path;

    Tab(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    public String address() {
        return HOME + path;
    }
}
