package cn.huying.api.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes invented CAP documents. */
final class CapXml {
    private final Map<String, String> head = new LinkedHashMap<>();
    private final Map<String, String> info = new LinkedHashMap<>();

    static CapXml red(String identifier, Instant now) {
        CapXml cap = new CapXml();
        cap.head.put("identifier", identifier);
        cap.head.put("sender", "qixiang@demo.example");
        cap.head.put("sent", now.minusSeconds(30) + "");
        cap.head.put("status", "Actual");
        cap.head.put("msgType", "Alert");
        cap.head.put("scope", "Public");
        cap.info.put("language", "zh-CN");
        cap.info.put("category", "Met");
        cap.info.put("event", "暴雨");
        cap.info.put("urgency", "Immediate");
        cap.info.put("severity", "Extreme");
        cap.info.put("certainty", "Observed");
        cap.info.put("effective", now.minusSeconds(30) + "");
        cap.info.put("expires", now.plusSeconds(3 * 3600) + "");
        cap.info.put("senderName", "向晴区气象台");
        cap.info.put("headline", "向晴区气象台发布暴雨红色预警信号");
        cap.info.put("description", "预计未来3小时有100毫米以上的强降雨。");
        cap.info.put("instruction", "不要去地下车库。");
        return cap;
    }

    CapXml with(String element, String value) {
        (info.containsKey(element) ? info : head).put(element, value);
        return this;
    }

    CapXml without(String element) {
        head.remove(element);
        info.remove(element);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"")
                .append(CapReader.NAMESPACE)
                .append("\">");
        head.forEach((name, value) -> element(xml, name, value));
        xml.append("<info>");
        info.forEach((name, value) -> element(xml, name, value));
        xml.append("<area><areaDesc>向晴区</areaDesc></area><area><areaDesc>晚晴区</areaDesc></area>");
        return xml.append("</info></alert>").toString();
    }

    private static void element(StringBuilder xml, String name, String value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(value.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</")
                .append(name)
                .append('>');
    }
}
