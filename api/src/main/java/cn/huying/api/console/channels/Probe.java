package cn.huying.api.console.channels;

import reactor.core.publisher.Mono;

/** Looks whether one thing this installation depends on works. Changes nothing, and never fails: what is wrong is a finding. */
public interface Probe {
    String name();

    /** Which things are shown together. */
    Group group();

    Mono<Finding> look();

    /** The parts of the page. */
    enum Group {
        ACCOUNT("公众号"),
        WECOM("企业微信"),
        STORE("存储");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What was found.
     *
     * @param mend what to do about it; empty when all is well
     */
    record Finding(Health health, String told, String mend) {
        public static Finding good(String told) {
            return new Finding(Health.GOOD, told, "");
        }

        public static Finding bad(String told, String mend) {
            return new Finding(Health.BAD, told, mend);
        }

        public static Finding doubtful(String told, String mend) {
            return new Finding(Health.DOUBTFUL, told, mend);
        }
    }

    /** Green, yellow, red. */
    enum Health {
        GOOD("正常"),
        DOUBTFUL("留意"),
        BAD("故障");

        private final String label;

        Health(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
