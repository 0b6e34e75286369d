package cn.huying.knowledge.load;

/**
 * One thing wrong in an editable file, said so that the person who edits it can mend it.
 *
 * @param file the file as the operator knows it, for example {@code config/taxonomy.yml}
 * @param line the line, from 1; 0 when the whole file is meant
 * @param column the column of a table, for example {@code C（问题）}; empty where there is none
 * @param reason what is wrong, in Chinese
 * @param mend what to do about it, in Chinese
 */
public record ConfigProblem(String file, int line, String column, String reason, String mend) {
    public ConfigProblem(String file, int line, String reason, String mend) {
        this(file, line, "", reason, mend);
    }

    @Override
    public String toString() {
        String where = line > 0 ? file + " 第 " + line + " 行" : file;
        String cell = column.isEmpty() ? where : where + " " + column + " 列";
        return cell + "：" + reason + "。" + mend;
    }
}
