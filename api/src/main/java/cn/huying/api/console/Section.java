package cn.huying.api.console;

/** An entry of the navigation. */
public enum Section {
    REQUESTS("诉求", "/console/requests", Right.REQUESTS),
    TRIAGE("待分拨", "/console/triage", Right.TRIAGE),
    BROADCASTS("广播", "/console/broadcasts", Right.BROADCASTS),
    KNOWLEDGE("知识库", "/console/knowledge", Right.KNOWLEDGE),
    LETTERS("死信", "/console/letters", Right.LETTERS),
    CHANNELS("通道自检", "/console/channels", Right.CHANNELS);

    private final String label;
    private final String address;
    private final Right right;

    Section(String label, String address, Right right) {
        this.label = label;
        this.address = address;
        this.right = right;
    }

    public String label() {
        return label;
    }

    public String address() {
        return address;
    }

    public String icon() {
        return "/console/icons.svg#" + address.substring(address.lastIndexOf('/') + 1);
    }

    public boolean isFor(Member member) {
        return member.may(right);
    }
}
