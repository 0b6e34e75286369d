package cn.huying.knowledge.intake;

import cn.huying.knowledge.intake.xlsx.XlsxTable;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens one file of entries in whatever form it is. */
final class EntryFiles {
    private EntryFiles() {}

    /**
     * @param text its text, nothing for a workbook
     * @throws ConfigException when it cannot be understood at all; what is wrong in its entries is noted on what is given back
     */
    static YamlFile read(Path path, Format format, String text) {
        String file = path.toString();
        return switch (format) {
            case XLSX -> XlsxTable.read(file, path);
            case CSV -> CsvTable.read(file, text);
            case MARKDOWN -> MarkdownReader.read(file, text);
            case YAML -> YamlFile.of(file, text);
        };
    }

    static String text(Path path) {
        String file = path.toString();
        try {
            if (Files.size(path) > Limits.BYTES) {
                throw Limits.refused(file, 0, "文件超过 " + (Limits.BYTES >> 20) + " MB", "请分成几个文件导入");
            }
            return Decoding.text(file, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw Limits.refused(file, 0, "文件不存在", "请检查路径");
        } catch (IOException e) {
            throw Limits.refused(file, 0, "无法读取", "请检查文件和权限");
        }
    }
}
