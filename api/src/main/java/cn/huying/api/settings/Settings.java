package cn.huying.api.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the program, from {@code config/application.yml} and the environment. Empty texts mean "not set"; secrets print as
 * stars.
 *
 * @param demo runs the invented community with the built-in platform; refused with real credentials
 * @param data where embedded stores, index and keys live
 * @param config the folder of editable files
 * @param keyFile the key-encryption key; empty means {@code data/huying.key}, which only the demo may create
 * @param baseUrl how links in messages reach this installation
 * @param stores where MongoDB and Redis are; empty means embedded
 * @param community the folder of the organisation tree
 */
@ConfigurationProperties("huying")
public record Settings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("data") Path data,
        @DefaultValue("config") Path config,
        @DefaultValue("") String keyFile,
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue Stores stores,
        @DefaultValue("config/community") Path community,
        @DefaultValue WeChat wechat,
        @DefaultValue WeCom wecom) {

    /** @param mongodb a MongoDB URI, also of a cluster; @param redis a Redis URI */
    public record Stores(
            @DefaultValue("") String mongodb,
            @DefaultValue("") String redis) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** @param apiBaseUrl where the platform's API is; the real host unless set */
    public record WeChat(
            @DefaultValue List<Account> accounts,
            @DefaultValue("https://api.weixin.qq.com") String apiBaseUrl) {}

    /** One official account. */
    public record Account(
            @DefaultValue("") String appId,
            @DefaultValue("") String secret,
            @DefaultValue("") String token,
            @DefaultValue("") String aesKey,
            @DefaultValue("") String originalId) {
        @Override
        public String toString() {
            return "Account[" + appId + "]";
        }
    }

    /** @param robots the key of the message robot of each grid's group, by grid id */
    public record WeCom(
            @DefaultValue("https://qyapi.weixin.qq.com") String apiBaseUrl,
            @DefaultValue Map<String, String> robots,
            @DefaultValue App app) {
        @Override
        public String toString() {
            return "WeCom[" + apiBaseUrl + "]";
        }
    }

    /** The WeCom application that sends cards to workers; all empty where there is none. */
    public record App(
            @DefaultValue("") String corpId,
            @DefaultValue("") String agentId,
            @DefaultValue("") String secret,
            @DefaultValue("") String token,
            @DefaultValue("") String aesKey) {
        /** Whether anything of it is set: half an application is a mistake, not none. */
        public boolean isSet() {
            return !(corpId + agentId + secret + token + aesKey).isEmpty();
        }

        @Override
        public String toString() {
            return "App[" + corpId + "]";
        }
    }

    public Path keyPath() {
        return keyFile.isEmpty() ? data.resolve("huying.key") : Path.of(keyFile);
    }
}
