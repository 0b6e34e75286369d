package cn.huying.api.simulator.town;

/**
 * The official account the residents talk to.
 *
 * @param name what stands at the top of the phone
 * @param originalId the account's {@code gh_…} name, which messages are addressed to
 */
public record DemoAccount(String name, String appId, String secret, String originalId) {
    @Override
    public String toString() {
        return appId;
    }
}
