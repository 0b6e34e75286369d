package cn.huying.knowledge.intake.xlsx;

import cn.huying.knowledge.intake.Limits;
import cn.huying.knowledge.load.ConfigException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a workbook once before anything believes it: what it unpacks to, what is in it, and that no part of it asks for more than a table of
 * texts needs. Nothing is kept, so it costs time and no memory.
 */
final class XlsxGuard {
    private static final long UNPACKED = 100L << 20;
    private static final long RATIO = 100;
    /** Small files may be packed as tightly as they like. */
    private static final long UNMINDED = 1 << 20;

    private static final int PARTS = 200;
    private static final int SHARED = 1_000_000;
    private static final int WIDEST = 64;
    /** Depth of elements no real workbook has. */
    private static final int DEEPEST = 64;

    private static final String SAVE_AGAIN = "请用表格软件另存为普通的 .xlsx 后再导入";

    private final String file;
    private final XMLInputFactory xml = new InputFactoryImpl();
    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private int rows;
    private int shared;
    private boolean styled;

    private XlsxGuard(String file) {
        this.file = file;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * @return whether its cells have formats, without which no number can be known to be a date
     * @throws ConfigException when it must not be read
     */
    static boolean check(String file, Path path) {
        XlsxGuard guard = new XlsxGuard(file);
        guard.check(path);
        return guard.styled;
    }

    private void check(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                part(zip, entries.nextElement());
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw Limits.refused(file, 0, "不是完整的 .xlsx 文件", "文件可能只传了一半或不是表格；请重新保存或传送");
        } catch (IOException e) {
            throw Limits.refused(file, 0, "无法读取", "请检查文件和权限");
        }
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!names.add(name) || names.size() > PARTS) {
            throw Limits.refused(file, 0, "表格里的部件太多或有重复", SAVE_AGAIN);
        }
        refuseByName(name);
        try (InputStream in = zip.getInputStream(entry)) {
            Counted counted = new Counted(Objects.requireNonNull(in), entry.getCompressedSize());
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                elements(counted);
            }
            counted.transferTo(OutputStream.nullOutputStream());
        } catch (ConfigException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException | EOFException e) {
            throw Limits.refused(file, 0, "表格内部的 XML 不完整或有误", SAVE_AGAIN);
        }
    }

    private void refuseByName(String name) {
        if (name.contains("vbaproject") || name.contains("macrosheets") || name.contains("activex")) {
            throw Limits.refused(file, 0, "表格带有宏或控件", SAVE_AGAIN);
        }
        if (name.contains("externallink") || name.contains("embeddings") || name.contains("connections.xml")) {
            throw Limits.refused(file, 0, "表格引用了别的文件或数据源", "请断开链接，粘贴为值，" + SAVE_AGAIN);
        }
    }

    private void elements(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(in);
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw Limits.refused(file, 0, "表格内部有 DOCTYPE 声明", SAVE_AGAIN);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw Limits.refused(file, 0, "表格内部嵌套太深", SAVE_AGAIN);
                    }
                    element(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void element(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "row" -> {
                if (++rows > Limits.ROWS + 1) {
                    throw Limits.refused(file, 0, "超过 " + Limits.ROWS + " 行", "请分成几个文件导入");
                }
            }
            case "si" -> {
                if (++shared > SHARED) {
                    throw Limits.refused(file, 0, "文字格太多", "请分成几个文件导入");
                }
            }
            case "c" -> narrow(reader.getAttributeValue(null, "r"));
            case "Override", "Default" -> contentType(attribute(reader, "ContentType"));
            case "Relationship" -> {
                if (attribute(reader, "TargetMode").equals("external")
                        && !attribute(reader, "Type").endsWith("/hyperlink")) {
                    throw Limits.refused(file, 0, "表格引用了别的文件或数据源", "请断开链接，粘贴为值，" + SAVE_AGAIN);
                }
            }
            default -> {}
        }
    }

    private void contentType(String type) {
        if (type.contains("macroenabled")) {
            throw Limits.refused(file, 0, "表格带有宏或控件", SAVE_AGAIN);
        }
        styled |= type.endsWith("spreadsheetml.styles+xml");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** A cell's address makes the reader fill up every place before it. */
    private void narrow(@Nullable String address) {
        if (address == null) {
            return;
        }
        long column = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z' && column <= WIDEST) {
            column = column * 26 + (address.charAt(at++) - 'A' + 1);
        }
        if (column == 0 || column > WIDEST) {
            throw Limits.refused(file, 0, "表格超过 " + WIDEST + " 列，或单元格地址看不懂", "请删去多余的列，" + SAVE_AGAIN);
        }
    }

    /** Counts what comes out, and stops it when it is out of all proportion to what went in. */
    private final class Counted extends InputStream {
        private final InputStream in;
        private final long packed;
        private long own;

        Counted(InputStream in, long packed) {
            this.in = in;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            own += bytes;
            unpacked += bytes;
            if (unpacked > UNPACKED || (own > UNMINDED && own > RATIO * Math.max(1, packed))) {
                throw Limits.refused(file, 0, "压缩包展开后大得不正常", "请确认文件来源；正常的表格展开后不超过 100 MB");
            }
        }
    }
}
