package cn.huying.knowledge.load;

/**
 * One thing wrong in an editable file, said so that the person who edits it can mend it.
 *
 * @param file the file as the operator knows it, for example {@code config/taxonomy.yml}
 * @param line the line, from 1; 0 when the whole file is meant
 * @param reason what is wrong, in Chinese
 * @param mend what to do about it, in Chinese
 */
public record ConfigProblem(String file, int line, String reason, String mend) {
    @Override
    public String toString() {
        String where = line > 0 ? file + " 第 " + line + " 行" : file;
        return where + "：" + reason + "。" + mend;
    }
}
